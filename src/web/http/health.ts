import { sql } from 'drizzle-orm';
import type { App } from '../../app.ts';
import type { Route } from './route.ts';

/** One part that must work for the service to work; shown in `/readyz`. */
interface ReadyPart {
  readonly ok: boolean;
  readonly detail?: string;
}

async function checkReady(app: App): Promise<Record<string, ReadyPart>> {
  return {
    catalogue: await checkPart(async () =>
      String(app.catalogue.rows.get<{ one: number }>(sql`SELECT 1 AS one`)?.one === 1),
    ),
  };
}

async function checkPart(work: () => Promise<string>): Promise<ReadyPart> {
  try {
    return { ok: true, detail: await work() };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

export const healthRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/healthz',
    who: 'anyone',
    owner: 'none',
    kind: 'machine',
    summary: 'Alive',
    handler: (c) => c.text('ok'),
  },
  {
    method: 'GET',
    path: '/readyz',
    who: 'anyone',
    owner: 'none',
    kind: 'machine',
    summary: 'Can work: JSON of the parts',
    async handler(c) {
      const parts = await checkReady(c.get('app'));
      const ready = Object.values(parts).every((part) => part.ok);
      return c.json({ ready, parts }, ready ? 200 : 503);
    },
  },
];
