import { z } from 'zod';
import {
  countOpenNotices,
  findLastFetches,
  getRecall,
  listNotices,
  listOperatorFilms,
  listRecalls,
  type Recall,
  today,
} from '../../domain/delivery/index.ts';
import { findDistrict, listOperators } from '../../domain/directory/index.ts';
import { addDays } from '../../kernel/broadcast-day.ts';
import { formatCount } from '../frame/format.ts';
import type { Done } from '../frame/toast.tsx';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { DeliveryPage } from './delivery-page.tsx';
import { RecallsPage, type RecallsView } from './recalls-page.tsx';
import { mayRecall, nameRecall, viewOpenRecall } from './view-recall.ts';

const look = {
  who: ['traffic', 'airing', 'headOffice', 'auditor', 'admin'],
  owner: 'reach',
  kind: 'page',
} as const;

export const deliveryRoutes: readonly Route[] = [
  {
    ...look,
    method: 'GET',
    path: '/delivery',
    summary: "Operators and what they have of today's films",
    handler: show,
  },
  {
    ...look,
    method: 'GET',
    path: '/delivery/recalls',
    summary: 'Recalled spots and who confirmed',
    handler: (c) => showRecalls(c, undefined),
  },
  {
    ...look,
    method: 'GET',
    path: '/delivery/recalls/:recallId',
    summary: 'One recall with every operator’s answer',
    handler: (c) => showRecalls(c, c.req.param('recallId')),
  },
];

const PAGE = 20;

function show(c: WebContext) {
  const app = c.get('app');
  const { rows } = app.catalogue;
  const by = personOf(c);
  const limit = Math.min(500, Math.max(PAGE, Number(c.req.query('n')) || PAGE));
  const all = listOperators(rows, by.districts);
  const shown = all.slice(0, limit);
  const fetched = findLastFetches(
    rows,
    shown.map((operator) => operator.id),
  );
  const span = { from: today(app), until: addDays(today(app), 1) };
  const view = {
    recallsHref: '/delivery/recalls',
    openRecalls: countOpenNotices(rows, by),
    operators: shown.map((operator) => {
      const films = listOperatorFilms(rows, operator, span);
      const last = fetched.get(operator.id);
      return {
        name: operator.name,
        district: findDistrict(rows, operator.district)?.[c.get('language')] ?? operator.district,
        needed: films.length,
        waiting: films.filter((film) => film.state !== 'present').length,
        lastFetchAt: last && new Date(last.at),
        href: by.role === 'admin' ? `/operators/${operator.id}` : undefined,
      };
    }),
    more: {
      shown: shown.length,
      total: all.length,
      moreHref: shown.length < all.length ? `/delivery?n=${limit + PAGE}` : undefined,
    },
  };
  return c.html(<DeliveryPage context={pageContext(c)} view={view} />);
}

function showRecalls(c: WebContext, recallId: string | undefined) {
  const { rows } = c.get('app').catalogue;
  const all = listRecalls(rows, personOf(c)).map((recall) => {
    const notices = listNotices(rows, recall.id);
    return { recall, operators: notices.length, acked: notices.filter(({ notice }) => notice.ackedAt).length };
  });
  const chosen = recallId === undefined ? undefined : getRecall(rows, personOf(c), recallId);
  const standing = all.filter(({ recall }) => !recall.liftedAt);
  const open = chosen ?? (standing.find(({ acked, operators }) => acked < operators) ?? standing[0] ?? all[0])?.recall;
  const view: RecallsView = {
    recallHref: mayRecall(personOf(c)) ? '/delivery/recalls/new' : undefined,
    done: chosen && doneOf(c, chosen),
    open: open && viewOpenRecall(c, open),
    others: all
      .filter(({ recall }) => recall.id !== open?.id)
      .slice(0, PAGE)
      .map(({ recall, acked, operators }) => {
        const { name, scheme } = nameRecall(c, recall);
        const href = `/delivery/recalls/${recall.id}`;
        const isLifted = recall.liftedAt !== null;
        return { name, scheme, at: new Date(recall.madeAt), acked, operators, href, isLifted };
      }),
  };
  return c.html(<RecallsPage context={pageContext(c)} view={view} />);
}

const said = z.object({ done: z.enum(['recalled', 'lifted']), n: z.coerce.number().int().min(0).default(0) });

/** What the act before said by its redirect; a recall can be undone at once. */
function doneOf(c: WebContext, recall: Recall): Done | undefined {
  const read = said.safeParse(c.req.query());
  if (!read.success) return undefined;
  const text = c.get('t')(`recalls.done.${read.data.done}`, { n: formatCount(read.data.n) });
  const canUndo = read.data.done === 'recalled' && !recall.liftedAt && mayRecall(personOf(c));
  return { text, undoAction: canUndo ? `/delivery/recalls/${recall.id}/lift` : undefined };
}
