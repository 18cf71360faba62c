import { usePage } from '../frame/context.ts';
import { ActButton } from '../frame/form.tsx';
import { formatWhen } from '../frame/format.ts';

/** Newest first; the first one stands. */
export interface LookHistoryView {
  readonly versions: readonly {
    readonly version: number;
    readonly by: string;
    readonly at: Date;
    /** What was changed with it, in words. */
    readonly changed: readonly string[];
  }[];
  /** Whether anything is changed at all: else there is nothing to go back to. */
  readonly changed: boolean;
  /** What is below this place's own changes. */
  readonly below: 'shipped' | 'state';
}

/** Who changed the look when, each version to be brought back. */
export function LookHistory(props: { view: LookHistoryView; look: string; place: string; version: number }) {
  const { t, now, language } = usePage();
  const { view, look, place, version } = props;
  const restore = (to: number) => ({ place, version: String(version), to: String(to) });
  return (
    <section class="card stack" aria-labelledby="history">
      <h2 id="history">{t('look.history')}</h2>
      {view.versions.length === 0 && <p class="mut">{t(`look.untouched.${view.below}`)}</p>}
      <ol class="stack t plain">
        {view.versions.map((one, index) => (
          <li class="row sp wrap">
            <span>
              <b>{one.by}</b> <span class="mut">{formatWhen(one.at, now, language)}</span>
              <br />
              <small class="mut">{one.changed.join(', ')}</small>
            </span>
            {index === 0 ? (
              <span class="sm mut">{t('look.stands')}</span>
            ) : (
              <ActButton action={`/admin/looks/${look}/restore`} class="q" fields={restore(one.version)}>
                {t('look.restore')}
              </ActButton>
            )}
          </li>
        ))}
      </ol>
      {view.changed && (
        <ActButton action={`/admin/looks/${look}/restore`} class="soft" fields={restore(0)}>
          {t(`look.backTo.${view.below}`)}
        </ActButton>
      )}
    </section>
  );
}
