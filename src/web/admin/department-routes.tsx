import { z } from 'zod';
import { departmentRow, getDepartment, saveDepartment } from '../../domain/directory/index.ts';
import { pageContext } from '../http/page-context.ts';
import type { Route, WebContext } from '../http/route.ts';
import { DepartmentPage, type DepartmentView } from './department-page.tsx';
import { orStale } from './or-stale.ts';
import { stateWidePerson } from './state-wide.ts';

const page = { who: ['admin'], owner: 'none', kind: 'page', path: '/admin/department' } as const;

export const departmentPageRoutes: readonly Route[] = [
  { ...page, method: 'GET', summary: 'Whose films these are', handler: showDepartment },
  { ...page, method: 'POST', summary: 'Change whose films these are', handler: editDepartment },
];

const text = z
  .string()
  .max(120)
  .default('')
  .transform((words) => words.trim().normalize('NFC'));
const departmentTyped = z.object({ hi: text, en: text, version: text });

function showDepartment(c: WebContext) {
  stateWidePerson(c);
  const { hi, en, version } = getDepartment(c.get('app').catalogue.rows);
  const said =
    c.req.query('said') === 'saved' ? { tone: 'ok' as const, text: c.get('t')('directory.saved') } : undefined;
  return showForm(c, { typed: { hi, en, version: String(version) }, why: {}, said });
}

async function editDepartment(c: WebContext) {
  const by = stateWidePerson(c);
  const { version, ...words } = departmentTyped.parse(await c.req.parseBody());
  const typed = { ...words, version };
  const read = departmentRow.safeParse(words);
  if (!read.success) return showForm(c, { typed, why: whyOf(c, read.error) }, 422);
  const done = orStale(() => saveDepartment(c.get('app'), by, read.data, Number(version) || 0));
  if (done !== 'stale') return c.redirect('/admin/department?said=saved', 303);
  const standing = String(getDepartment(c.get('app').catalogue.rows).version);
  const said = { tone: 'bad' as const, text: c.get('t')('admin.stale') };
  return showForm(c, { typed: { ...typed, version: standing }, why: {}, said }, 412);
}

function whyOf(c: WebContext, error: z.ZodError): DepartmentView['why'] {
  const t = c.get('t');
  const sentences = { hi: t('scheme.why.hindi'), en: t('scheme.why.english') };
  return Object.fromEntries(
    error.issues.map(({ path: [field] }) => [field, field === 'en' ? sentences.en : sentences.hi]),
  );
}

function showForm(c: WebContext, view: DepartmentView, status: 200 | 412 | 422 = 200) {
  return c.html(<DepartmentPage context={pageContext(c)} view={view} />, status);
}
