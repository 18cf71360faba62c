import { z } from 'zod';
import {
  getRecall,
  liftRecall,
  listNotices,
  listRecalls,
  RECALL_GROUNDS,
  type Recall,
  recallByDepartment,
} from '../domain/delivery/index.ts';
import { unwrap } from '../kernel/refusal.ts';
import { pageQuery, readCursor, writeCursor } from '../web/http/cursor.ts';
import { readJson } from '../web/http/read-json.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';

const read = { who: 'signedIn', owner: 'reach', kind: 'api', method: 'GET' } as const;
const act = { who: ['traffic', 'headOffice', 'admin'], owner: 'reach', kind: 'api', method: 'POST' } as const;
const recallWish = z.strictObject({
  house: z.string().min(1).max(40),
  ground: z.enum(RECALL_GROUNDS),
  reason: z.string().trim().max(300).default(''),
});

/** Cuts that must leave every machine; the department's own recalls are made and lifted here too. */
export const recallApiRoutes: readonly Route[] = [
  {
    ...read,
    path: '/api/v1/recalls',
    summary: 'Recalled cuts, newest first, lifted ones too',
    query: pageQuery,
    handler: list,
  },
  { ...read, path: '/api/v1/recalls/:recallId', summary: 'One recall with every answer', handler: show },
  {
    ...act,
    path: '/api/v1/recalls',
    summary: 'Call an approved cut back: out of every list from now on, its files answer 410',
    body: recallWish,
    handler: recall,
  },
  {
    ...act,
    path: '/api/v1/recalls/:recallId/lift',
    summary: 'Let a cut that the department called back run again; never one whose consent ended',
    handler: lift,
  },
];

const lastSeen = z.object({ madeAt: z.string(), id: z.string() });

function list(c: WebContext) {
  const { limit, cursor } = pageQuery.parse(c.req.query());
  const after = readCursor(cursor, lastSeen);
  const items = listRecalls(c.get('app').catalogue.rows, personOf(c), { limit, ...(after ? { after } : {}) });
  const last = items.length === limit ? items.at(-1) : undefined;
  return c.json({ items, next: last ? writeCursor({ madeAt: last.madeAt, id: last.id }) : null });
}

function show(c: WebContext) {
  return c.json(describe(c, getRecall(c.get('app').catalogue.rows, personOf(c), c.req.param('recallId') ?? '')));
}

async function recall(c: WebContext) {
  const wish = recallWish.parse(await readJson(c));
  const { recallId, plays } = unwrap(recallByDepartment(c.get('app'), personOf(c), wish));
  const made = getRecall(c.get('app').catalogue.rows, personOf(c), recallId);
  return c.json({ ...describe(c, made), pulledPlays: plays }, 201);
}

function lift(c: WebContext) {
  const { rows } = c.get('app').catalogue;
  const { id } = getRecall(rows, personOf(c), c.req.param('recallId') ?? '');
  const { plays } = unwrap(liftRecall(c.get('app'), personOf(c), id));
  return c.json({ ...describe(c, getRecall(rows, personOf(c), id)), returnedPlays: plays });
}

function describe(c: WebContext, recall: Recall) {
  const answers = listNotices(c.get('app').catalogue.rows, recall.id).map(({ notice, operator }) => {
    const { toldAt, seenAt, ackedAt } = notice;
    return { operator: operator.id, toldAt, seenAt, ackedAt };
  });
  return { ...recall, answers };
}
