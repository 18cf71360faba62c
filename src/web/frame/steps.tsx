import { usePage } from './context.ts';
import { Icon } from './icon.tsx';

/** The steps of a flow; those before `current` (from 0) are done. */
export function Steps(props: { names: readonly string[]; current: number }) {
  const { t } = usePage();
  return (
    <ol class="steps" aria-label={t('steps.label', { n: props.names.length })}>
      {props.names.map((name, index) =>
        index < props.current ? (
          <li class="done">
            <Icon name="check" />
            {name}
            <span class="vh">: {t('steps.done')}</span>
          </li>
        ) : (
          <li
            class={index === props.current ? 'on' : undefined}
            aria-current={index === props.current ? 'step' : undefined}
          >
            {`${index + 1}. ${name}`}
          </li>
        ),
      )}
    </ol>
  );
}
