import { Badge } from '../frame/badge.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount, formatWhen } from '../frame/format.ts';
import { ListPage } from '../frame/page.tsx';
import { More, type MoreView } from '../frame/pagination.tsx';

export interface DeliveryView {
  readonly recallsHref: string;
  /** Operators that have not yet said that a recalled spot is gone. */
  readonly openRecalls: number;
  readonly operators: readonly {
    readonly name: string;
    readonly district: string;
    /** Films of today's lists, and how many of them have not reached the operator whole. */
    readonly needed: number;
    readonly waiting: number;
    readonly lastFetchAt?: Date | undefined;
    /** Where its addresses are kept; for administrators. */
    readonly href?: string | undefined;
  }[];
  readonly more: MoreView;
}

/** Who has today's films and who has not; the way to recalls and to operators' addresses. */
export function DeliveryPage({ context, view }: { context: PageContext; view: DeliveryView }) {
  const { t, language, now } = context;
  return (
    <ListPage context={context} title={t('nav.delivery')} place="delivery">
      <div class="head">
        <h1>{t('nav.delivery')}</h1>
        <a class="btn" href={view.recallsHref}>
          {t('recalls.title')} {view.openRecalls > 0 && <b class="num">{formatCount(view.openRecalls)}</b>}
        </a>
      </div>
      {view.operators.length === 0 ? (
        <Empty title={t('delivery.none')} icon="down" />
      ) : (
        <div class="card flat">
          <ul class="rows">
            {view.operators.map((operator) => (
              <li class="r2">
                <div>
                  {operator.href ? <a href={operator.href}>{operator.name}</a> : <b>{operator.name}</b>}
                  <br />
                  <small class="mut">
                    {operator.district} · {t('delivery.lastFetch')}:{' '}
                    {operator.lastFetchAt ? formatWhen(operator.lastFetchAt, now, language) : t('delivery.never')}
                  </small>
                </div>
                <TodaysFiles needed={operator.needed} waiting={operator.waiting} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <More view={view.more} />
    </ListPage>
  );
}

/** What of today's files has reached the operator. */
function TodaysFiles({ needed, waiting }: { needed: number; waiting: number }) {
  const { t } = usePage();
  if (needed === 0) return <Badge icon="help">{t('delivery.nothing')}</Badge>;
  if (waiting === 0)
    return (
      <Badge icon="okc" tone="ok">
        {t('delivery.hasAll', { n: formatCount(needed) })}
      </Badge>
    );
  return (
    <Badge icon="clock" tone="wait">
      {t('delivery.waits', { n: formatCount(waiting), all: formatCount(needed) })}
    </Badge>
  );
}
