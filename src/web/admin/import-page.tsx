import type { PageContext } from '../frame/context.ts';
import { Field, SelectField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { formatCount } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Words } from '../frame/words.tsx';
import { IMPORT_KINDS, type ImportKind } from './import-templates.ts';

export interface ImportView {
  readonly kind: ImportKind;
  readonly rows: readonly { readonly id: string; readonly words: readonly string[] }[];
  readonly problems: readonly { readonly line: number; readonly text: string }[];
  /** The file as base64, so that what was seen is what is saved. */
  readonly content?: string;
  /** How many rows were saved. */
  readonly done?: number;
  /** People's links: shown once. */
  readonly links: readonly { readonly login: string; readonly href: string }[];
}

/** A table of people, operators or channels: read first, saved only when nothing is wrong with it. */
export function ImportPage({ context, view }: { context: PageContext; view: ImportView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('admin.import')}>
      <h1>{t('admin.import')}</h1>
      {view.done !== undefined && (
        <Note tone="ok" icon="okc" title={t('table.done', { n: formatCount(view.done) })} alert>
          {view.links.length > 0 && <span>{t('people.linkText')}</span>}
          {view.links.map((link) => (
            <span>
              {link.login}: <code class="cut-all">{link.href}</code>
            </span>
          ))}
        </Note>
      )}
      {view.problems.length > 0 && (
        <Note tone="bad" icon="warn" title={t('table.problems')} alert>
          {view.problems.map(({ line, text }) => (
            <span class="cut-all">
              {line > 0 && `${t('table.line', { n: line })}: `}
              {text}
            </span>
          ))}
        </Note>
      )}
      {view.content !== undefined && <Preview context={context} view={view} />}
      <Form action="/admin/import" class="card stack l form1" files>
        <SelectField
          id="k"
          name="kind"
          label={t('table.kind')}
          choices={IMPORT_KINDS.map((kind) => ({ value: kind, label: t(`table.${kind}`) }))}
          chosen={view.kind}
        />
        <Field id="f" label={t('table.file')} hint={t('table.hint')}>
          <input id="f" type="file" name="file" accept=".csv,text/csv" required aria-describedby="f-hint" />
        </Field>
        <button type="submit" class="btn go">
          {t('table.read')}
        </button>
      </Form>
      <nav class="card stack t form1" aria-label={t('table.templates')}>
        <h2>{t('table.templates')}</h2>
        <div class="row wraps">
          {IMPORT_KINDS.map((kind) => (
            <a class="btn" href={`/admin/import/${kind}.csv`}>
              <Icon name="down" />
              {t(`table.${kind}`)}
            </a>
          ))}
        </div>
      </nav>
    </ListPage>
  );
}

function Preview({ context, view }: { context: PageContext; view: ImportView }) {
  const { t } = context;
  return (
    <section class="card stack">
      <h2>{t('table.understood', { n: formatCount(view.rows.length) })}</h2>
      <ul class="scroll">
        {view.rows.map((row) => (
          <li class="cut-all">
            <b>{row.id}</b> <Words text={row.words.join(' · ')} />
          </li>
        ))}
      </ul>
      {view.problems.length === 0 && (
        <Form action="/admin/import">
          <input type="hidden" name="kind" value={view.kind} />
          <input type="hidden" name="content" value={view.content} />
          <input type="hidden" name="save" value="yes" />
          <button type="submit" class="btn go">
            {t('table.save')}
          </button>
        </Form>
      )}
    </section>
  );
}
