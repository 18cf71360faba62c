import { type PageContext, usePage } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { Form } from '../frame/form.tsx';
import { formatCount, formatDay, formatWeekday } from '../frame/format.ts';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Cell, Table } from '../frame/table.tsx';

export interface ReleasePageView {
  readonly day: string;
  readonly backHref: string;
  /** Those with something to release; released ones are not among them. */
  readonly operators: readonly ReleaseRowView[];
  readonly releasedChannels: number;
  /** None for those who only look. */
  readonly action?: string | undefined;
  /** Why it could not be done just now. */
  readonly refusal?: string | undefined;
}

/** What an operator gets: the plays of the day against the day before, and the films it has not fetched yet. */
export interface ReleaseRowView {
  readonly operator: string;
  readonly channels: number;
  readonly plays: number;
  /** Names of spots that were not in the day before. */
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly newFilms: number;
}

/** Says what operators will see before the day's lists go out. */
export function ReleasePage({ context, view }: { context: PageContext; view: ReleasePageView }) {
  const { t, language } = context;
  const day = `${formatWeekday(view.day, language)}, ${formatDay(view.day)}`;
  return (
    <ListPage context={context} title={t('release.title', { day: formatDay(view.day) })} place="traffic">
      <div class="head">
        <div>
          <p class="sm mut">
            <a href={view.backHref}>{t('log.back')}</a>
          </p>
          <h1>{t('release.title', { day })}</h1>
        </div>
      </div>
      {view.refusal && <Note icon="warn" tone="bad" title={view.refusal} alert />}
      {view.releasedChannels > 0 && (
        <Note icon="lock" title={t('release.already', { n: formatCount(view.releasedChannels) })} />
      )}
      {view.operators.length === 0 ? (
        <Empty title={t('release.nothing')} icon="traffic" />
      ) : (
        <>
          <section class="card flat">
            <Operators rows={view.operators} />
          </section>
          {view.action && <Release action={view.action} view={view} />}
        </>
      )}
    </ListPage>
  );
}

function Release({ action, view }: { action: string; view: ReleasePageView }) {
  const { t } = usePage();
  const n = view.operators.reduce((sum, one) => sum + one.channels, 0);
  return (
    <Form action={action} class="card stack">
      <p>{t('release.meaning')}</p>
      <input type="hidden" name="day" value={view.day} />
      <button type="submit" class="btn go">
        {t('release.act', { n: formatCount(n) })}
      </button>
    </Form>
  );
}

function Operators({ rows }: { rows: readonly ReleaseRowView[] }) {
  const { t } = usePage();
  const channels = { label: t('board.channel'), number: true };
  const plays = { label: t('release.plays'), number: true };
  const films = { label: t('release.films'), number: true };
  const change = { label: t('release.change') };
  return (
    <Table columns={[{ label: t('release.operator') }, channels, plays, films, change]} caption={t('release.caption')}>
      {rows.map((row) => (
        <tr>
          <th scope="row">{row.operator}</th>
          <Cell column={channels}>{formatCount(row.channels)}</Cell>
          <Cell column={plays}>{formatCount(row.plays)}</Cell>
          <Cell column={films}>{formatCount(row.newFilms)}</Cell>
          <Cell column={change}>
            <Changes row={row} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

function Changes({ row }: { row: ReleaseRowView }) {
  const { t } = usePage();
  if (row.added.length + row.dropped.length === 0) return <span class="mut">{t('release.same')}</span>;
  return (
    <span>
      {row.added.length > 0 && <>{t('release.added', { names: row.added.join(', ') })} </>}
      {row.dropped.length > 0 && t('release.dropped', { names: row.dropped.join(', ') })}
    </span>
  );
}
