import { Badge } from '../frame/badge.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { ActButton } from '../frame/form.tsx';
import { ListPage } from '../frame/page.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { type Done, Toast } from '../frame/toast.tsx';

export interface FlightsPageView {
  readonly flights: readonly FlightRowView[];
  readonly newHref?: string | undefined;
  readonly nextHref?: string | undefined;
  readonly done?: Done | undefined;
}

export interface FlightRowView {
  readonly name: string;
  readonly houses: string;
  /** "26-11-2026 से 02-12-2026" */
  readonly days: string;
  readonly channels: string;
  readonly times: string;
  readonly state: 'running' | 'coming' | 'over' | 'stopped';
  readonly stopAction?: string | undefined;
}

const ICONS = { running: 'air', coming: 'clock', over: 'check', stopped: 'off' } as const;

/** All orders in reach, newest first, each with its stop. */
export function FlightsPage({ context, view }: { context: PageContext; view: FlightsPageView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('flight.list')} place="traffic">
      <div class="head">
        <h1>{t('flight.list')}</h1>
        {view.newHref && (
          <a class="btn go" href={view.newHref}>
            {t('flight.title')}
          </a>
        )}
      </div>
      {view.flights.length === 0 ? (
        <Empty title={t('flight.none')} icon="traffic" />
      ) : (
        <section class="card flat">
          <Flights view={view} />
        </section>
      )}
      {view.nextHref && (
        <p>
          <a class="btn" href={view.nextHref}>
            {t('list.more')}
          </a>
        </p>
      )}
      {view.done && <Toast done={view.done} />}
    </ListPage>
  );
}

function Flights({ view }: { view: FlightsPageView }) {
  const { t } = usePage();
  const [days, channels, times] = [
    { label: t('flight.days') },
    { label: t('flight.where') },
    { label: t('flight.timesPerDay') },
  ];
  const state = { label: t('flight.state') };
  const acts = { label: t('list.acts'), acts: true };
  return (
    <Table columns={[{ label: t('flight.spot') }, days, channels, times, state, acts]} caption={t('flight.list')}>
      {view.flights.map((flight) => (
        <tr>
          <th scope="row">
            {flight.name}
            <br />
            <small class="mut num">{flight.houses}</small>
          </th>
          <Cell column={days}>{flight.days}</Cell>
          <Cell column={channels}>{flight.channels}</Cell>
          <Cell column={times}>{flight.times}</Cell>
          <Cell column={state}>
            <Badge icon={ICONS[flight.state]} tone={flight.state === 'running' ? 'ok' : undefined}>
              {t(`flight.state.${flight.state}`)}
            </Badge>
          </Cell>
          <Cell column={acts}>
            {flight.stopAction && <ActButton action={flight.stopAction}>{t('flight.stop')}</ActButton>}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
