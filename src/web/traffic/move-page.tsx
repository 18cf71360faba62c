import { FilterChips } from '../frame/chips.tsx';
import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { Form } from '../frame/form.tsx';
import { formatDay, formatPercent, formatWeekday } from '../frame/format.ts';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Pick } from '../frame/pick.tsx';

export interface MovePageView {
  /** "सुनीता बाई · UJNPMA00127" */
  readonly title: string;
  readonly channel: string;
  /** Where it stands: `12:58`, `2026-11-26`. */
  readonly at: string;
  readonly day: string;
  readonly backHref: string;
  readonly action: string;
  /** Days on which the order runs and that are not out yet; the chosen one is `target`. */
  readonly days: readonly { readonly day: string; readonly href: string }[];
  readonly target: string;
  readonly places: readonly PlaceView[];
  /** Why it could not be done just now. */
  readonly refusal?: string | undefined;
}

export interface PlaceView {
  readonly breakId: string;
  /** `19:58` */
  readonly at: string;
  readonly fill: number;
  readonly current: boolean;
  /** What standing there breaks, in words; empty where nothing does. */
  readonly broken: readonly string[];
}

/** "Move to…": the keyboard's twin of dragging; each break says beforehand what it would break. */
export function MovePage({ context, view }: { context: PageContext; view: MovePageView }) {
  const { t, language } = context;
  const dayName = (day: string) => `${formatWeekday(day, language, 'short')} ${formatDay(day)}`;
  return (
    <ListPage context={context} title={t('move.title')} place="traffic">
      <div class="head">
        <div>
          <p class="sm mut">
            <a href={view.backHref}>
              {view.channel}, {dayName(view.day)}
            </a>
          </p>
          <h1>{t('move.title')}</h1>
          <p>
            {view.title} · {t('move.from', { at: view.at })}
          </p>
        </div>
      </div>
      {view.refusal && <Note icon="warn" tone="bad" title={view.refusal} alert />}
      <FilterChips
        label={t('move.day')}
        chips={view.days.map(({ day, href }) => ({ label: dayName(day), href, current: day === view.target }))}
      />
      {view.places.length === 0 ? (
        <Empty title={t('move.none')} icon="traffic" />
      ) : (
        <Form action={view.action} class="card stack l">
          <input type="hidden" name="day" value={view.target} />
          <fieldset class="stack t">
            <legend>{t('move.break')}</legend>
            {view.places.map((place) => (
              <Pick
                type="radio"
                name="break"
                value={place.breakId}
                checked={place.current}
                title={t('log.break', { at: place.at, percent: formatPercent(place.fill) })}
                text={
                  place.current
                    ? t('move.here')
                    : place.broken.length > 0
                      ? t('move.breaks', { what: place.broken.join('; ') })
                      : t('move.fine')
                }
              />
            ))}
          </fieldset>
          <p class="sm mut">{t('move.meaning')}</p>
          <button type="submit" class="btn go">
            {t('move.act')}
          </button>
        </Form>
      )}
    </ListPage>
  );
}
