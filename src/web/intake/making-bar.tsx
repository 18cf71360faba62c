import { usePage } from '../frame/context.ts';
import { formatSpan } from '../frame/format.ts';
import { Progress } from '../frame/progress.tsx';
import { messageIn } from '../locales/index.ts';
import type { Making } from './making.ts';

/** A bar with the time left; the island `live` moves it, by the words in its data. */
export function MakingBar(props: { making: Making; label: string; class?: string }) {
  const { t, language } = usePage();
  const { share, secondsLeft, note } = props.making;
  return (
    <div class={props.class ?? 'stack t'} data-making>
      <Progress share={share} label={props.label} />
      <small data-note hidden={note === undefined}>
        {note !== undefined && messageIn(language, note)}
      </small>
      <small class="mut" data-left={t('make.wait')} data-open={t('make.waitOpen')}>
        {secondsLeft === undefined ? t('make.waitOpen') : t('make.wait', { time: formatSpan(secondsLeft, language) })}
      </small>
    </div>
  );
}
