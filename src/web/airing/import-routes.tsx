import { importAsRun, listAsRuns, type ReadAsRunFile, readAsRunFile } from '../../domain/airing/index.ts';
import { getOperator, listOperators, type Operator } from '../../domain/directory/index.ts';
import type { BlobHash } from '../../kernel/blobs.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { openProof, sealProof } from '../consent/proof-seal.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { collect } from '../http/multipart.ts';
import { pageContext } from '../http/page-context.ts';
import { MAX_LIST_BYTES } from '../http/read-bytes.ts';
import { readForm } from '../http/read-form.ts';
import { personOf, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { ImportPage, type ImportView } from './import-page.tsx';

/** Rows of a file that are shown before it is taken. */
const SHOWN = 20;

type Extra = Partial<Pick<ImportView, 'preview' | 'why' | 'chosen' | 'done'>>;

export function showImport(c: WebContext, extra: Extra, status: 200 | 422 = 200) {
  const { rows } = c.get('app').catalogue;
  const by = personOf(c);
  const t = c.get('t');
  const added = c.req.query('added');
  const view: ImportView = {
    operators: listOperators(rows, by.districts).map(({ id, name }) => ({ value: id, label: name })),
    imports: listAsRuns(rows, by, SHOWN).map(({ id, operator, lines, givenAt, undoneAt, source }) => ({
      id,
      operator,
      lines,
      source,
      givenAt: new Date(givenAt),
      undone: undoneAt !== null,
    })),
    done: added && /^\d+$/.test(added) ? { text: t('import.added', { n: Number(added) }) } : undefined,
    ...extra,
  };
  return c.html(<ImportPage context={pageContext(c)} view={view} />, status);
}

export async function previewImport(c: WebContext) {
  const app = c.get('app');
  let bytes: Buffer | undefined;
  const fields = await readForm(c, async (file) => {
    bytes = await collect(file.bytes, MAX_LIST_BYTES);
  });
  const operator = getOperator(app.catalogue.rows, personOf(c), fields.text('operator'));
  if (!bytes) return showImport(c, { chosen: operator.id, why: c.get('t')('import.noFile') }, 422);
  const read = readAsRunFile(app, operator, bytes);
  if (!read.ok) return showImport(c, { chosen: operator.id, why: sentence(c, read.refusal) }, 422);
  const { hash } = await app.blobs.putBytes(bytes);
  return showImport(c, { chosen: operator.id, preview: toPreview(c, operator, read.value, hash) });
}

/** Takes the very bytes that were shown: the form carries their sealed name. */
export async function takeImport(c: WebContext) {
  const app = c.get('app');
  const by = personOf(c);
  const body = await c.req.parseBody();
  const [operatorId, sealed] = [body['operator'], body['file']];
  if (typeof operatorId !== 'string' || typeof sealed !== 'string') throw new HttpRefusal(400, 'error.badRequest');
  const operator = getOperator(app.catalogue.rows, by, operatorId);
  const file = openProof(secretOf(c), sealed);
  if (!file) throw new HttpRefusal(400, 'error.badRequest');
  const bytes = await collect(await app.blobs.read(file.hash), MAX_LIST_BYTES);
  const taken = await importAsRun(app, operator, bytes, { source: 'file', actor: by.id });
  if (!taken.ok) return showImport(c, { chosen: operator.id, why: sentence(c, taken.refusal) }, 422);
  return c.redirect(`/airing/import?added=${taken.value.added}`, 303);
}

function toPreview(c: WebContext, operator: Operator, read: ReadAsRunFile, hash: BlobHash): ImportView['preview'] {
  const { lines, problems } = read;
  const known = lines.filter((line) => line.isKnown).length;
  return {
    operator: operator.name,
    operatorId: operator.id,
    sealedFile: sealProof(secretOf(c), { hash, type: 'asrun' }),
    fresh: lines.length - known,
    known,
    total: lines.length,
    lines: lines.slice(0, SHOWN).map(({ row, channel, isKnown }) => ({
      line: row.line,
      channel: channel.name,
      startAt: new Date(row.startAt),
      spot: row.house ?? row.title ?? '',
      status: row.status,
      known: isKnown,
    })),
    problems: problems.slice(0, SHOWN).map(({ line, user, params }) => {
      return { line, text: messageIn(c.get('language'), user, params) };
    }),
    allProblems: problems.length,
  };
}

function secretOf(c: WebContext): string {
  const session = c.get('session');
  if (!session) throw new HttpRefusal(401, 'auth.needed');
  return session.csrfToken;
}

function sentence(c: WebContext, refusal: Refusal): string {
  return messageIn(c.get('language'), refusal.user, refusal.params);
}
