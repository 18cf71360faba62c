import type { ReportSpot } from '../../domain/reports/index.ts';
import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount, formatDay, formatMonth } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { ListPage } from '../frame/page.tsx';
import { More, type MoreView } from '../frame/pagination.tsx';
import { Cell, type Column, Table } from '../frame/table.tsx';

export interface ReportSpotsView {
  readonly title: string;
  /** The place and the scheme that were chosen, in words. */
  readonly of: string;
  readonly month: string;
  readonly backHref: string;
  readonly csvHref: string;
  readonly rows: readonly (ReportSpot & {
    readonly href: string;
    readonly schemeName: string;
    readonly districtName: string;
  })[];
  readonly more: MoreView;
}

/** The rows behind one number of head office's page. */
export function ReportSpotsPage({ context, view }: { context: PageContext; view: ReportSpotsView }) {
  const { t, language } = context;
  return (
    <ListPage context={context} title={view.title} place="reports">
      <div class="head">
        <div>
          <p class="sm mut">{[view.of, formatMonth(view.month, language)].filter(Boolean).join(' · ')}</p>
          <h1>
            {view.title} <span class="mut num">{formatCount(view.more.total)}</span>
          </h1>
        </div>
        <div class="row np">
          <a class="btn" href={view.backHref}>
            <Icon name="back" />
            {t('send.back')}
          </a>
          <a class="btn" href={view.csvHref}>
            <Icon name="down" />
            CSV
          </a>
        </div>
      </div>
      {view.rows.length === 0 ? (
        <Empty title={t('head.noRows')} text={t('head.noRowsText')} icon="spot" />
      ) : (
        <section class="card flat">
          <Rows context={context} view={view} />
        </section>
      )}
      <More view={view.more} />
    </ListPage>
  );
}

function Rows({ context, view }: { context: PageContext; view: ReportSpotsView }) {
  const { t } = context;
  const columns = {
    number: { label: t('nav.spots') },
    scheme: { label: t('send.scheme') },
    district: { label: t('recalls.district') },
    made: { label: t('head.madeOn') },
    approved: { label: t('head.approvedOn') },
    channels: { label: t('head.onChannels'), number: true },
    plays: { label: t('report.plays'), number: true },
    proved: { label: t('trend.proved'), number: true },
  } satisfies Record<string, Column>;
  return (
    <Table columns={Object.values(columns)} caption={view.title}>
      {view.rows.map((row) => (
        <tr>
          <th scope="row">
            <a href={row.href}>{row.number}</a>
          </th>
          <Cell column={columns.scheme}>{row.schemeName}</Cell>
          <Cell column={columns.district}>{row.districtName}</Cell>
          <Cell column={columns.made}>{formatDay(row.madeDay)}</Cell>
          <Cell column={columns.approved}>{row.approvedDay ? formatDay(row.approvedDay) : '–'}</Cell>
          <Cell column={columns.channels}>{formatCount(row.channels)}</Cell>
          <Cell column={columns.plays}>{formatCount(row.plays)}</Cell>
          <Cell column={columns.proved}>{formatCount(row.proved)}</Cell>
        </tr>
      ))}
    </Table>
  );
}
