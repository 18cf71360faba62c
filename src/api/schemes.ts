import { z } from 'zod';
import { findSchemes, listDistricts, listSchemes } from '../domain/directory/index.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';

const signedIn = { who: 'signedIn', owner: 'none', kind: 'api' } as const;

const query = z.object({
  q: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
const names = z.object({ hi: z.array(z.string()), en: z.array(z.string()) });
const answer = z.object({
  schemes: z.array(z.object({ code: z.string(), names, icon: z.string().nullable(), mostUsed: z.boolean() })),
});

/** What forms choose from. */
export const directoryRoutes: readonly Route[] = [
  {
    ...signedIn,
    method: 'GET',
    path: '/api/v1/schemes',
    summary: 'Schemes; `q` finds by sound in Hindi, Latin letters or misspelt',
    query,
    answer,
    handler: showSchemes,
  },
  {
    ...signedIn,
    owner: 'reach',
    method: 'GET',
    path: '/api/v1/districts',
    summary: 'Districts in reach',
    answer: z.object({ districts: z.array(z.object({ code: z.string(), hi: z.string(), en: z.string() })) }),
    handler: showDistricts,
  },
];

function showSchemes(c: WebContext) {
  const { q, limit } = query.parse(c.req.query());
  const all = listSchemes(c.get('app').catalogue.rows);
  const found = q ? findSchemes(q, all, limit) : all.slice(0, limit);
  const schemes = found.map(({ code, names: forms, icon, mostUsed }) => ({
    code,
    names: forms,
    icon: icon ?? null,
    mostUsed,
  }));
  return c.json({ schemes } satisfies z.infer<typeof answer>);
}

function showDistricts(c: WebContext) {
  const mine = listDistricts(c.get('app').catalogue.rows, personOf(c).districts);
  return c.json({ districts: mine.map(({ code, hi, en }) => ({ code, hi, en })) });
}
