import type { Frames } from '../../kernel/frames.ts';
import { type FilterChip, FilterChips } from '../frame/chips.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { Poster } from '../frame/film-frame.tsx';
import { formatCount, formatDay, formatLength, formatMonthName, formatPercent, formatRupees } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { ListPage, PresentPage } from '../frame/page.tsx';
import { Words } from '../frame/words.tsx';
import { Behind, type BehindView } from './behind.tsx';
import { Heat, type HeatView } from './heat.tsx';
import { Trend, type TrendView } from './trend.tsx';

export interface HeadOfficeView {
  readonly reach: string;
  /** `2026-11-01`, `2026-11-23` */
  readonly from: string;
  readonly until: string;
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  readonly csvHref: string;
  readonly presentHref: string;
  /** Drawn for a projector; where its way back leads. */
  readonly presentExit?: string | undefined;
  readonly pdfHref: string;
  /** Narrower places to look at; none where there is only one. */
  readonly places: readonly FilterChip[];
  readonly line: LineView;
  readonly heat: HeatView;
  readonly behind: BehindView;
  readonly trend: TrendView;
  readonly posters: readonly {
    readonly href: string;
    readonly image?: string | undefined;
    readonly length: Frames;
    readonly name: string;
    readonly scheme: string;
    readonly channels: number;
  }[];
  readonly changedAt?: Date | undefined;
}

/** Four numbers that form one line; each opens its rows. */
export interface LineView {
  readonly made: { readonly spots: number; readonly moreThanLastMonth?: number | undefined; readonly href: string };
  readonly approved: { readonly spots: number; readonly href: string };
  /** `spots` is null when nothing was heard of any play: nobody knows, which is not 0. */
  readonly aired: {
    readonly spots: number | null;
    readonly channels: number;
    readonly plays: number;
    readonly href: string;
  };
  /** What the plays rest on: a recording, an operator's list, somebody's word. */
  readonly proved: {
    readonly plays: number;
    readonly listed: number;
    readonly word: number;
    readonly href: string;
  };
  readonly costAvoidedRupees?: number | undefined;
}

/** Head office (09): one page that answers; where, who, since when, faces. */
export function HeadOfficePage({ context, view }: { context: PageContext; view: HeadOfficeView }) {
  const { t } = context;
  if (view.presentExit)
    return (
      <PresentPage context={context} title={t('nav.reports')} exit={view.presentExit}>
        <Present view={view} />
      </PresentPage>
    );
  return (
    <ListPage context={context} title={t('nav.reports')} place="reports" changedAt={view.changedAt}>
      <Head view={view} />
      {view.places.length > 0 && <FilterChips label={t('head.places')} chips={view.places} />}
      <Line line={view.line} />
      <Cost rupees={view.line.costAvoidedRupees} />
      <div class="two side">
        <Heat view={view.heat} />
        <Behind view={view.behind} />
      </div>
      <div class="two">
        <Trend view={view.trend} />
        {view.posters.length > 0 && <Posters posters={view.posters} />}
      </div>
    </ListPage>
  );
}

/** One block a screen: the line, where, who, since when, faces. */
function Present({ view }: { view: HeadOfficeView }) {
  const { t, language } = usePage();
  return (
    <>
      <div class="stack">
        <p class="mut">
          {view.reach} · {t('head.span', { from: formatDay(view.from), until: formatDay(view.until) })}
        </p>
        <h1>{t('head.title', { month: formatMonthName(view.from, language) })}</h1>
        <Line line={view.line} />
      </div>
      <Heat view={view.heat} />
      <Behind view={view.behind} />
      <Trend view={view.trend} />
      {view.posters.length > 0 && <Posters posters={view.posters} />}
    </>
  );
}

function Head({ view }: { view: HeadOfficeView }) {
  const { t, language } = usePage();
  return (
    <div class="head">
      <div>
        <p class="sm mut">
          {view.reach} · {t('head.span', { from: formatDay(view.from), until: formatDay(view.until) })}
        </p>
        <h1>{t('head.title', { month: formatMonthName(view.from, language) })}</h1>
      </div>
      <div class="row np wraps">
        {view.previousHref && (
          <a class="btn" href={view.previousHref} aria-label={t('month.previous')}>
            <Icon name="back" />
          </a>
        )}
        {view.nextHref && (
          <a class="btn" href={view.nextHref} aria-label={t('month.next')}>
            <Icon name="fwd" />
          </a>
        )}
        <a class="btn" href={view.csvHref}>
          <Icon name="down" />
          CSV
        </a>
        <a class="btn" href={view.presentHref} aria-label={t('head.presentLong')}>
          <Icon name="screen" />
          <span class="hp">{t('head.present')}</span>
        </a>
        <a class="btn go" href={view.pdfHref}>
          <Icon name="file" />
          {t('head.pdf')}
        </a>
      </div>
    </div>
  );
}

function Line({ line }: { line: LineView }) {
  const { t } = usePage();
  const { made, approved, aired, proved } = line;
  const share = (part: number, whole: number) => formatPercent(whole > 0 ? part / whole : 0);
  const more = made.moreThanLastMonth;
  return (
    <div class="stats">
      <Stat href={made.href} label={t('head.made')} value={formatCount(made.spots)}>
        {more === undefined
          ? t('head.firstMonth')
          : t('head.moreThanLast', { n: more < 0 ? `−${formatCount(-more)}` : `+${formatCount(more)}` })}
      </Stat>
      <Stat href={approved.href} label={t('head.approved')} value={formatCount(approved.spots)}>
        {t('head.ofMade', { share: share(approved.spots, made.spots) })}
      </Stat>
      <Stat href={aired.href} label={t('head.aired')} value={aired.spots === null ? '–' : formatCount(aired.spots)}>
        {aired.spots === null
          ? t('head.unheard')
          : t('head.reach', { channels: formatCount(aired.channels), plays: formatCount(aired.plays) })}
      </Stat>
      <Stat
        href={proved.href}
        label={t('head.proved')}
        value={aired.spots === null ? '–' : share(proved.plays, aired.plays)}
      >
        {t('head.evidence', {
          proved: formatCount(proved.plays),
          listed: formatCount(proved.listed),
          word: formatCount(proved.word),
        })}
      </Stat>
    </div>
  );
}

function Cost({ rupees }: { rupees: number | undefined }) {
  const { t } = usePage();
  if (rupees === undefined) return null;
  return (
    <p>
      {t('head.cost')}: <b class="num">{formatRupees(rupees)}</b>
    </p>
  );
}

function Stat(props: { href: string; label: string; value: string; children?: string }) {
  return (
    <a class="card stat" href={props.href}>
      <span class="mut">{props.label}</span>
      <b class="num">{props.value}</b>
      <small class="mut">{props.children}</small>
    </a>
  );
}

function Posters({ posters }: Pick<HeadOfficeView, 'posters'>) {
  const { t } = usePage();
  return (
    <section class="stack t">
      <h2>{t('head.mostSeen')}</h2>
      <ul class="posters">
        {posters.map((poster) => (
          <li>
            <a class="plain" href={poster.href}>
              <Poster image={poster.image} length={formatLength(poster.length)} />
              <b>
                <Words text={poster.name} />
              </b>
              <br />
              <small class="mut">
                <Words text={poster.scheme} /> · {t('head.channels', { n: formatCount(poster.channels) })}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
