import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount, formatDay } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { ListPage } from '../frame/page.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { Words } from '../frame/words.tsx';
import { ListSearch } from './list-search.tsx';

export interface SchemesView {
  readonly query: string | undefined;
  readonly schemes: readonly SchemeRowView[];
}

export interface SchemeRowView {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly helpline: string | undefined;
  readonly checkedOn: string;
  readonly colour: string;
  readonly hidden: boolean;
}

/** Every scheme, those too that are no longer offered. */
export function SchemesPage({ context, view }: { context: PageContext; view: SchemesView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('admin.schemes')}>
      <div class="head">
        <h1>
          {t('admin.schemes')} <span class="mut num">{formatCount(view.schemes.length)}</span>
        </h1>
        <a class="btn go" href="/admin/schemes/new">
          <Icon name="plus" />
          {t('scheme.add')}
        </a>
      </div>
      <ListSearch action="/admin/schemes" label={t('send.findScheme')} query={view.query} />
      {view.schemes.length === 0 ? (
        <Empty title={t('directory.notFound', { text: view.query ?? '' })} icon="search" />
      ) : (
        <SchemeTable context={context} schemes={view.schemes} />
      )}
    </ListPage>
  );
}

function SchemeTable({ context, schemes }: { context: PageContext; schemes: readonly SchemeRowView[] }) {
  const { t } = context;
  const department = { label: t('scheme.department') };
  const helpline = { label: t('scheme.helpline') };
  const checked = { label: t('directory.checked') };
  return (
    <div class="card flat">
      <Table columns={[{ label: t('send.scheme') }, department, helpline, checked]} caption={t('admin.schemes')}>
        {schemes.map((scheme) => (
          <tr>
            <th scope="row">
              <a class="named" href={`/admin/schemes/${scheme.code}`}>
                <svg class="dot" viewBox="0 0 16 16" aria-hidden="true">
                  <rect width="16" height="16" rx="4" fill={scheme.colour} />
                </svg>
                <span>
                  <Words text={scheme.name} /> <small class="code">{scheme.code}</small>
                  {scheme.hidden && <small class="mut"> · {t('scheme.hiddenMark')}</small>}
                </span>
              </a>
            </th>
            <Cell column={department}>
              <Words text={scheme.department} />
            </Cell>
            <Cell column={helpline}>{scheme.helpline ?? <span class="mut">{t('scheme.none')}</span>}</Cell>
            <Cell column={checked}>{formatDay(scheme.checkedOn)}</Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}
