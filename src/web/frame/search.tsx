import { usePage } from './context.ts';
import { Icon } from './icon.tsx';

/** The search of a list on phones (desks have it in the top bar). Keeps the words in the address. */
export function PhoneSearch(props: { action: string; label: string; query?: string | undefined }) {
  const { t } = usePage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: Chrome 80 knows no <search>
    <form class="find ph" role="search" action={props.action}>
      <label class="vh" for="q">
        {props.label}
      </label>
      <Icon name="search" />
      <input id="q" name="q" type="search" value={props.query} placeholder={t('search.hint')} />
    </form>
  );
}
