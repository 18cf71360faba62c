import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { ListPage } from '../frame/page.tsx';
import { More, type MoreView } from '../frame/pagination.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { Words } from '../frame/words.tsx';
import { ListSearch } from './list-search.tsx';
import { OperatorForm, type OperatorFormView } from './operator-fields.tsx';

export interface OperatorsView {
  readonly query: string | undefined;
  readonly operators: readonly OperatorRowView[];
  readonly more: MoreView;
}

interface OperatorRowView {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly phone: string | undefined;
}

/** The cable operators in reach, by name. */
export function OperatorsPage({ context, view }: { context: PageContext; view: OperatorsView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('admin.operators')}>
      <div class="head">
        <h1>
          {t('admin.operators')} <span class="mut num">{formatCount(view.more.total)}</span>
        </h1>
        <a class="btn go" href="/admin/operators/new">
          <Icon name="plus" />
          {t('operator.add')}
        </a>
      </div>
      <ListSearch action="/admin/operators" label={t('operator.find')} query={view.query} />
      {view.operators.length > 0 ? (
        <OperatorTable context={context} operators={view.operators} />
      ) : (
        <Empty
          title={view.query ? t('directory.notFound', { text: view.query }) : t('operator.none')}
          text={view.query ? '' : t('operator.noneText')}
          icon={view.query ? 'search' : 'screen'}
        >
          {!view.query && (
            <a class="btn" href="/admin/import">
              {t('admin.import')}
            </a>
          )}
        </Empty>
      )}
      <More view={view.more} />
    </ListPage>
  );
}

function OperatorTable({ context, operators }: { context: PageContext; operators: OperatorsView['operators'] }) {
  const { t } = context;
  const [district, phone, id] = [
    { label: t('operator.district') },
    { label: t('operator.phone') },
    { label: t('operator.id') },
  ];
  return (
    <div class="card flat">
      <Table columns={[{ label: t('operator.hi') }, district, phone, id]} caption={t('admin.operators')}>
        {operators.map((one) => (
          <tr>
            <th scope="row">
              <a class="named" href={`/admin/operators/${one.id}`}>
                <Words text={one.name} />
              </a>
            </th>
            <Cell column={district}>{one.district}</Cell>
            <Cell column={phone}>{one.phone ?? '–'}</Cell>
            <Cell column={id}>
              <span class="cut-all">{one.id}</span>
            </Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** The form that adds an operator. */
export function NewOperatorPage({ context, form }: { context: PageContext; form: OperatorFormView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('operator.add')}>
      <p>
        <a href="/admin/operators">{t('admin.operators')}</a>
      </p>
      <h1>{t('operator.add')}</h1>
      <OperatorForm context={context} view={form} action="/admin/operators" />
    </ListPage>
  );
}
