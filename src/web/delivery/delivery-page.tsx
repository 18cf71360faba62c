import { Badge } from '../frame/badge.tsx';
import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount, formatWhen } from '../frame/format.ts';
import { ListPage } from '../frame/page.tsx';
import { More, type MoreView } from '../frame/pagination.tsx';
import { Cell, Table } from '../frame/table.tsx';

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
  const columns = [
    { label: t('recalls.operator') },
    { label: t('recalls.district') },
    { label: t('delivery.today') },
    { label: t('delivery.lastFetch') },
  ] as const;
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
          <Table columns={columns} caption={t('nav.delivery')}>
            {view.operators.map((operator) => (
              <tr>
                <th scope="row">{operator.href ? <a href={operator.href}>{operator.name}</a> : operator.name}</th>
                <Cell column={columns[1]}>{operator.district}</Cell>
                <Cell column={columns[2]}>
                  {operator.needed === 0 ? (
                    <Badge icon="help">{t('delivery.nothing')}</Badge>
                  ) : operator.waiting === 0 ? (
                    <Badge icon="okc" tone="ok">
                      {t('delivery.hasAll', { n: formatCount(operator.needed) })}
                    </Badge>
                  ) : (
                    <Badge icon="clock" tone="wait">
                      {t('delivery.waits', { n: formatCount(operator.waiting), all: formatCount(operator.needed) })}
                    </Badge>
                  )}
                </Cell>
                <Cell column={columns[3]}>
                  {operator.lastFetchAt ? formatWhen(operator.lastFetchAt, now, language) : t('delivery.never')}
                </Cell>
              </tr>
            ))}
          </Table>
        </div>
      )}
      <More view={view.more} />
    </ListPage>
  );
}
