import { Badge } from '../frame/badge.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { type Choice, Field, SelectField } from '../frame/field.tsx';
import { ActButton, Form } from '../frame/form.tsx';
import { formatCount, formatDate, formatTime, formatWhen } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { type Done, Toast } from '../frame/toast.tsx';

export interface ImportView {
  readonly operators: readonly Choice[];
  readonly chosen?: string | undefined;
  readonly why?: string | undefined;
  readonly preview?: ImportPreview | undefined;
  readonly imports: readonly {
    readonly id: string;
    readonly operator: string;
    readonly lines: number;
    readonly source: 'file' | 'event' | 'paper';
    readonly givenAt: Date;
    readonly undone: boolean;
  }[];
  readonly done?: Done | undefined;
}

export interface ImportPreview {
  readonly operator: string;
  readonly operatorId: string;
  readonly sealedFile: string;
  readonly fresh: number;
  readonly known: number;
  readonly total: number;
  readonly lines: readonly {
    readonly line: number;
    readonly channel: string;
    readonly startAt: Date;
    readonly spot: string;
    readonly status: 'aired' | 'failed' | 'unknown';
    readonly known: boolean;
  }[];
  readonly problems: readonly { readonly line: number; readonly text: string }[];
  readonly allProblems: number;
}

/** A confirmation file: chosen, shown, taken; and the last ones, each to be taken back whole. */
export function ImportPage({ context, view }: { context: PageContext; view: ImportView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('month.import')} place="airing">
      <div class="head">
        <div>
          <p class="sm mut">
            <a href="/airing">{t('nav.airing')}</a>
          </p>
          <h1>{t('month.import')}</h1>
        </div>
      </div>
      {view.done && <Toast done={view.done} />}
      {view.preview ? <Preview preview={view.preview} /> : <ChooseFile view={view} />}
      {view.imports.length > 0 && <Imports imports={view.imports} />}
    </ListPage>
  );
}

function ChooseFile({ view }: { view: ImportView }) {
  const { t } = usePage();
  return (
    <Form action="/airing/import" class="card stack l" files>
      <SelectField id="op" name="operator" label={t('month.operator')} choices={view.operators} chosen={view.chosen} />
      <Field id="file" label={t('import.file')} hint={t('import.hint')} why={view.why}>
        <input id="file" type="file" name="file" accept=".csv,text/csv" required />
      </Field>
      <button type="submit" class="btn go">
        {t('import.look')}
      </button>
    </Form>
  );
}

function Preview({ preview }: { preview: ImportPreview }) {
  const { t } = usePage();
  const columns = [
    { label: t('import.line'), number: true },
    { label: t('import.channel') },
    { label: t('import.when') },
    { label: t('op.spot') },
    { label: t('op.state') },
  ] as const;
  return (
    <section class="stack">
      <div class="card stack">
        <h2>{preview.operator}</h2>
        <p>{t('import.understood', { n: formatCount(preview.total), m: formatCount(preview.allProblems) })}</p>
        {preview.known > 0 && <p class="mut">{t('import.known', { n: formatCount(preview.known) })}</p>}
        <div class="row">
          {preview.fresh > 0 && (
            <ActButton
              action="/airing/import/take"
              class="go"
              fields={{ operator: preview.operatorId, file: preview.sealedFile }}
            >
              <Icon name="check" />
              {t('import.take', { n: formatCount(preview.fresh) })}
            </ActButton>
          )}
          <a class="btn" href="/airing/import">
            {t('import.other')}
          </a>
        </div>
        <p class="sm mut">{t('import.undo')}</p>
      </div>
      {preview.problems.length > 0 && (
        <Note icon="warn" tone="wait" title={t('import.problems')}>
          <ul class="sm">
            {preview.problems.map((problem) => (
              <li>{t('import.problem', { line: problem.line, text: problem.text })}</li>
            ))}
          </ul>
        </Note>
      )}
      <div class="card flat">
        <Table columns={columns} caption={t('import.rows')}>
          {preview.lines.map((line) => (
            <tr>
              <th scope="row" class="num">
                {line.line}
              </th>
              <Cell column={columns[1]}>{line.channel}</Cell>
              <Cell column={columns[2]}>
                {formatDate(line.startAt)}, {formatTime(line.startAt)}
              </Cell>
              <Cell column={columns[3]}>{line.spot}</Cell>
              <Cell column={columns[4]}>
                <Badge
                  icon={line.status === 'aired' ? 'check' : line.status === 'failed' ? 'xc' : 'help'}
                  tone={line.status === 'aired' ? 'ok' : line.status === 'failed' ? 'bad' : undefined}
                >
                  {t(line.known ? 'import.before' : MARKS[line.status])}
                </Badge>
              </Cell>
            </tr>
          ))}
        </Table>
      </div>
    </section>
  );
}

const MARKS = { aired: 'mark.aired', failed: 'mark.missing', unknown: 'mark.unknown' } as const;

function Imports({ imports }: Pick<ImportView, 'imports'>) {
  const { t, now, language } = usePage();
  return (
    <section class="card flat">
      <h2 class="pad">{t('import.last')}</h2>
      <ul class="rows">
        {imports.map((one) => (
          <li class="r2">
            <div>
              <b>{one.operator}</b>
              <br />
              <small class="mut">
                {t('import.lines', { n: formatCount(one.lines) })} · {formatWhen(one.givenAt, now, language)}
              </small>
            </div>
            {one.undone ? (
              <Badge icon="undo">{t('import.undone')}</Badge>
            ) : (
              <ActButton action={`/airing/imports/${one.id}/undo`} class="q">
                <Icon name="undo" />
                {t('act.undo')}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
