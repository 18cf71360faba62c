import { confirmDay, undoAsRun } from '../../domain/airing/index.ts';
import { getOperator } from '../../domain/directory/index.ts';
import { parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { readDayWord } from './day-word.ts';
import { previewImport, showImport, takeImport } from './import-routes.tsx';
import { showMonth } from './view-month.tsx';

const look = {
  who: ['airing', 'staff', 'traffic', 'headOffice', 'auditor', 'admin'],
  owner: 'reach',
  kind: 'page',
} as const;
const write = { ...look, who: ['airing', 'admin'] } as const;

export const airingRoutes: readonly Route[] = [
  {
    ...look,
    method: 'GET',
    path: '/airing',
    summary: 'A month of airings (?month=&operator=&day=)',
    handler: showMonth,
  },
  {
    ...write,
    method: 'POST',
    path: '/airing/:operatorId/:day/confirm',
    summary: "Take an operator's word for a day",
    handler: confirm,
  },
  {
    ...write,
    method: 'GET',
    path: '/airing/import',
    summary: 'Add a confirmation file; take one back',
    handler: (c) => showImport(c, {}),
  },
  {
    ...write,
    method: 'POST',
    path: '/airing/import',
    summary: 'Show what a file would bring',
    readsForm: true,
    handler: previewImport,
  },
  {
    ...write,
    method: 'POST',
    path: '/airing/import/take',
    summary: 'Take the file that was shown',
    handler: takeImport,
  },
  { ...write, method: 'POST', path: '/airing/imports/:asRunId/undo', summary: 'Take an import back', handler: undo },
];

async function confirm(c: WebContext) {
  const app = c.get('app');
  const by = personOf(c);
  const operator = getOperator(app.catalogue.rows, by, c.req.param('operatorId') ?? '');
  const day = parseBroadcastDay(c.req.param('day') ?? '');
  if (!day) throw new NotFoundError('day');
  unwrap(confirmDay(app, by.id, { operatorId: operator.id, day, ...(await readDayWord(c)) }));
  const query = new URLSearchParams({ month: day.slice(0, 7), operator: operator.id, day, done: 'confirmed' });
  return c.redirect(`/airing?${query}#d`, 303);
}

function undo(c: WebContext) {
  undoAsRun(c.get('app'), personOf(c), c.req.param('asRunId') ?? '');
  return c.redirect('/airing/import', 303);
}
