import { usePage } from '../frame/context.ts';
import { formatCount, formatDay } from '../frame/format.ts';
import { Fill } from '../frame/progress.tsx';
import { Words } from '../frame/words.tsx';

export interface BehindView {
  /** The last day of which anything is known. */
  readonly until: string;
  readonly districts: readonly {
    readonly name: string;
    readonly spots: number;
    /** Day of the last spot; none: there never was one. */
    readonly since?: string | undefined;
    readonly href: string;
  }[];
  readonly operators: readonly {
    readonly name: string;
    readonly days: number;
    readonly since: string;
    readonly href: string;
  }[];
}

// More than this is a list of its own, not a glance.
const SHOWN = 5;
// Two weeks without a word are red, less is amber; a month fills the bar.
const RED_DAYS = 14;
const FULL_DAYS = 30;

/** Who has given nothing, and since when: districts without new spots, operators without an answer. */
export function Behind({ view }: { view: BehindView }) {
  const { t } = usePage();
  const { districts, operators, until } = view;
  const waited = (since: string | undefined) => (since === undefined ? FULL_DAYS : daysBetween(since, until));
  return (
    <section class="card flat">
      <h2 class="pad">{t('head.behind')}</h2>
      {districts.length + operators.length === 0 && <p class="pad mut">{t('head.nobodyBehind')}</p>}
      {districts.length > 0 && (
        <Waiting
          title={t('head.behindDistricts')}
          rows={districts.map(({ name, href, since, spots }) => ({
            name,
            href,
            days: waited(since),
            text: since === undefined ? t('head.never') : t('head.sinceDay', { day: formatDay(since) }),
            more: t('head.spotsThisMonth', { n: formatCount(spots) }),
          }))}
        />
      )}
      {operators.length > 0 && (
        <Waiting
          title={t('head.behindOperators')}
          rows={operators.map(({ name, href, days, since }) => ({
            name,
            href,
            days,
            text: t('head.sinceDay', { day: formatDay(since) }),
            more: t('head.silentDays', { n: formatCount(days) }),
          }))}
        />
      )}
    </section>
  );
}

interface WaitingRow {
  readonly name: string;
  readonly href: string;
  readonly days: number;
  readonly text: string;
  readonly more: string;
}

function Waiting({ title, rows }: { title: string; rows: readonly WaitingRow[] }) {
  const { t } = usePage();
  const left = rows.length - SHOWN;
  return (
    <>
      <p class="pad sm mut">{title}</p>
      <nav class="rows" aria-label={title}>
        {rows.slice(0, SHOWN).map((row) => (
          <WaitingLink row={row} />
        ))}
      </nav>
      {left > 0 && <p class="pad sm mut">{t('head.andMore', { n: formatCount(left) })}</p>}
    </>
  );
}

function WaitingLink({ row }: { row: WaitingRow }) {
  const tone = row.days >= RED_DAYS ? 'bad' : 'wait';
  return (
    <a href={row.href}>
      <div class="row sp">
        <b>
          <Words text={row.name} />
        </b>
        <span class={`sm num c-${tone}`}>{row.text}</span>
      </div>
      <Fill share={row.days / FULL_DAYS} tone={tone} />
      <small class="mut">{row.more}</small>
    </a>
  );
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}
