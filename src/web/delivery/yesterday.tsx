import { Badge } from '../frame/badge.tsx';
import { usePage } from '../frame/context.ts';
import { Form } from '../frame/form.tsx';
import { formatCount, formatDay, formatWeekday } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Words } from '../frame/words.tsx';

export interface YesterdayView {
  /** `2026-11-22` */
  readonly day: string;
  /** Instead of the operator's third job. */
  readonly title?: string | undefined;
  readonly planned: number;
  /** Takes `missed` (one for each tick) and `intent` (aired | none). */
  readonly action: string;
  readonly plays: readonly {
    readonly id: string;
    readonly time: string;
    readonly name: string;
    readonly missed: boolean;
  }[];
  /** Shows the rest of the day's plays; none when all are here. */
  readonly allHref?: string | undefined;
}

/** "Did all run yesterday?": one tap for a normal day; a tick for what did not run. */
export function Yesterday({ view }: { view: YesterdayView }) {
  const { t, language } = usePage();
  const missed = view.plays.filter((play) => play.missed).length;
  return (
    <section class="card stack">
      <div>
        <h2>{view.title ?? `3. ${t('op.yesterday')}`}</h2>
        <p class="mut">
          {formatWeekday(view.day, language)}, {formatDay(view.day)} ·{' '}
          {t('op.shouldRun', { n: formatCount(view.planned) })}
        </p>
      </div>
      <Form action={view.action} class="stack" name="yesterday">
        <details open={missed > 0}>
          <summary>{t('op.tapMissed')}</summary>
          <ul class="rows ex">
            {view.plays.map((play) => (
              <Play play={play} />
            ))}
          </ul>
          {view.allHref && (
            <p class="sm mut">
              {t('op.playsShown', { n: formatCount(view.plays.length), all: formatCount(view.planned) })}{' '}
              <a class="btn q" href={view.allHref}>
                {t('board.showAll')}
              </a>
            </p>
          )}
        </details>
        <div class="yes">
          <button type="submit" name="intent" value="aired" class="btn soft big w">
            <Icon name="check" />
            <span data-live="all-aired" data-none={t('op.allAired')} data-some={t('op.allBut', { n: '{n}' })}>
              {missed > 0 ? t('op.allBut', { n: formatCount(missed) }) : t('op.allAired')}
            </span>
          </button>
          <button type="submit" name="intent" value="none" class="btn w">
            {t('op.noneAired')}
          </button>
        </div>
      </Form>
    </section>
  );
}

function Play({ play }: { play: YesterdayView['plays'][number] }) {
  const { t } = usePage();
  return (
    <li class="r2">
      <label class="pick">
        <input type="checkbox" name="missed" value={play.id} checked={play.missed} />
        <span class="num">
          {play.time} · <Words text={play.name} />
        </span>
      </label>
      <span data-mark="missed" hidden={!play.missed}>
        <Badge icon="xc" tone="bad">
          {t('mark.missing')}
        </Badge>
      </span>
      <span data-mark="aired" hidden={play.missed}>
        <Badge icon="check" tone="ok">
          {t('mark.aired')}
        </Badge>
      </span>
    </li>
  );
}
