import type { PageContext } from '../frame/context.ts';
import { TextField } from '../frame/field.tsx';
import { ActButton } from '../frame/form.tsx';
import { formatDate, formatTime } from '../frame/format.ts';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { Words } from '../frame/words.tsx';

export interface AuditView {
  readonly rows: readonly {
    seq: number;
    at: Date;
    actor: string;
    act: string;
    subject: string;
    detail: string;
  }[];
  readonly subject: string | undefined;
  readonly actor: string | undefined;
  /** Older rows come before this number. */
  readonly next: number | undefined;
  readonly verified: 'whole' | { readonly seq: number; readonly reason: string } | undefined;
}

/** Who did what to which thing, newest first, and whether the chain is whole. */
export function AuditPage({ context, view }: { context: PageContext; view: AuditView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('admin.audit')}>
      <div class="head">
        <h1>{t('admin.audit')}</h1>
        <ActButton action="/admin/audit/verify">{t('audit.verify')}</ActButton>
      </div>
      {view.verified === 'whole' && (
        <Note tone="ok" icon="okc" alert>
          <span>{t('audit.whole')}</span>
        </Note>
      )}
      {typeof view.verified === 'object' && (
        <Note tone="bad" icon="warn" alert>
          <span>{t('audit.broken', { n: view.verified.seq })}</span>
          <span lang="en">{view.verified.reason}</span>
        </Note>
      )}
      <form action="/admin/audit" class="card stack form1">
        <div class="two">
          <TextField id="as" name="subject" label={t('audit.subject')} value={view.subject} />
          <TextField id="aa" name="actor" label={t('audit.actor')} hint={t('audit.actorHint')} value={view.actor} />
        </div>
        <button type="submit" class="btn">
          {t('list.filter')}
        </button>
      </form>
      <AuditTable context={context} view={view} />
    </ListPage>
  );
}

function AuditTable({ context, view }: { context: PageContext; view: AuditView }) {
  const { t } = context;
  const actor = { label: t('audit.actor') };
  const act = { label: t('audit.act') };
  const subject = { label: t('audit.subject') };
  const older = new URLSearchParams(
    Object.entries({ subject: view.subject, actor: view.actor, before: view.next?.toString() }).flatMap(
      ([name, value]) => (value ? [[name, value]] : []),
    ),
  );
  return (
    <div class="card flat">
      <Table columns={[{ label: t('admin.when') }, actor, act, subject]} caption={t('admin.audit')}>
        {view.rows.map((row) => (
          <tr>
            <th scope="row">
              {formatDate(row.at)}, {formatTime(row.at)} <small class="mut">{row.seq}</small>
            </th>
            <Cell column={actor}>
              <Words text={row.actor} />
            </Cell>
            <Cell column={act}>
              <span lang="en">{row.act}</span>
            </Cell>
            <Cell column={subject}>
              <span class="cut-all">
                {row.subject}
                {row.detail !== '{}' && <small class="mut"> {row.detail}</small>}
              </span>
            </Cell>
          </tr>
        ))}
      </Table>
      {view.next !== undefined && (
        <p class="more">
          <a class="btn q" href={`/admin/audit?${older}`}>
            {t('list.more')}
          </a>
        </p>
      )}
    </div>
  );
}
