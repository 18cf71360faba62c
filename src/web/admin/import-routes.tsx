import { inviteMany, readPeopleCsv } from '../../domain/accounts/index.ts';
import {
  importChannels,
  importOperators,
  listDistricts,
  listDivisions,
  listOperators,
  readChannelsCsv,
  readOperatorsCsv,
} from '../../domain/directory/index.ts';
import { allow, type Decision } from '../../kernel/refusal.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { ImportPage, type ImportView } from './import-page.tsx';
import { IMPORT_KINDS, type ImportKind, TEMPLATES } from './import-templates.ts';
import { operatorChoices } from './operator-form.ts';

const page = { who: ['admin'], owner: 'reach', kind: 'page' } as const;

export const importRoutes: readonly Route[] = [
  { ...page, method: 'GET', path: '/admin/import', summary: 'Add from CSV', handler: (c) => show(c, {}) },
  { ...page, method: 'POST', path: '/admin/import', summary: 'Read a CSV, save it when asked', handler: doImport },
  { ...page, method: 'GET', path: '/admin/import/:kind{[a-z]+\\.csv}', summary: 'A template', handler: sendTemplate },
];

// Some ten thousand rows: more than a state's operators.
const MOST_BYTES = 1_000_000;

interface Plan {
  readonly rows: ImportView['rows'];
  readonly problems: ImportView['problems'];
  save(): Decision<ImportView['links']>;
}

async function doImport(c: WebContext) {
  const form = await c.req.parseBody();
  const kind = IMPORT_KINDS.find((one) => one === form['kind']);
  const bytes = await bytesOf(form['file'], form['content']);
  if (!kind || bytes.length > MOST_BYTES) throw new HttpRefusal(400, 'error.badRequest');
  const { rows, problems, save } = await planImport(c, kind, bytes);
  const read = { kind, rows, problems, content: Buffer.from(bytes).toString('base64') };
  if (form['save'] !== 'yes' || problems.length > 0) return show(c, read, problems.length > 0 ? 422 : 200);
  const saved = save();
  if (saved.ok) return show(c, { kind, done: rows.length, links: saved.value });
  const { user, params } = saved.refusal;
  return show(c, { ...read, problems: [{ line: 0, text: messageIn(c.get('language'), user, params) }] }, 422);
}

async function bytesOf(file: unknown, content: unknown): Promise<Uint8Array> {
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  return Buffer.from(typeof content === 'string' ? content : '', 'base64');
}

async function planImport(c: WebContext, kind: ImportKind, bytes: Uint8Array): Promise<Plan> {
  const [app, by] = [c.get('app'), personOf(c)];
  const { rows } = app.catalogue;
  const districts = listDistricts(rows, by.districts);
  const say = (problems: ReturnType<typeof readPeopleCsv>['problems']) =>
    problems.map(({ line, refusal }) => ({ line, text: messageIn(c.get('language'), refusal.user, refusal.params) }));
  if (kind === 'people') {
    const read = readPeopleCsv(bytes, { districts, divisions: listDivisions(rows) });
    const shown = read.people.map((one) => ({ id: one.login, words: [one.name, c.get('t')(`role.${one.role}`)] }));
    const save = () => linksOf(c, inviteMany(app, by, read.people));
    return { rows: shown, problems: say(read.problems), save };
  }
  if (kind === 'operators') {
    const read = readOperatorsCsv(bytes, { districts, ...(await operatorChoices(c)) });
    const shown = read.operators.map((one) => ({ id: one.id, words: [one.names.hi, one.district, ...one.delivery] }));
    return { rows: shown, problems: say(read.problems), save: () => noLinks(importOperators(app, by, read.operators)) };
  }
  const operatorIds = listOperators(rows, by.districts).map(({ id }) => id);
  const read = readChannelsCsv(bytes, { districts, operatorIds });
  const shown = read.channels.map((one) => ({
    id: one.id,
    words: [one.name, one.operatorId, String(one.breaks.length)],
  }));
  return { rows: shown, problems: say(read.problems), save: () => noLinks(importChannels(app, by, read.channels)) };
}

function noLinks(saved: Decision<void>): Decision<ImportView['links']> {
  return saved.ok ? allow([]) : saved;
}

function linksOf(c: WebContext, invited: ReturnType<typeof inviteMany>): Decision<ImportView['links']> {
  if (!invited.ok) return invited;
  const href = (token: string) => new URL(`/invitation/${token}`, c.get('app').config.publicUrl).href;
  return allow(invited.value.map(({ login, token }) => ({ login, href: href(token) })));
}

function show(c: WebContext, view: Partial<ImportView>, status: 200 | 422 = 200) {
  const whole: ImportView = { kind: 'people', rows: [], problems: [], links: [], ...view };
  return c.html(<ImportPage context={pageContext(c)} view={whole} />, status);
}

function sendTemplate(c: WebContext) {
  const kind = IMPORT_KINDS.find((one) => `${one}.csv` === c.req.param('kind'));
  if (!kind) throw new HttpRefusal(404, 'error.notFound');
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${kind}.csv"`,
  };
  // With a byte order mark Excel reads the Hindi headings rightly.
  return c.body(`\ufeff${TEMPLATES[kind]}`, 200, headers);
}
