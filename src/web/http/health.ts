import { checkReady } from './ready.ts';
import type { Route } from './route.ts';

const open = { method: 'GET', who: 'anyone', owner: 'none', kind: 'machine' } as const;

export const healthRoutes: readonly Route[] = [
  { ...open, path: '/healthz', summary: 'Alive', handler: (c) => c.text('ok') },
  {
    ...open,
    path: '/readyz',
    summary: 'Can work: JSON of the parts',
    async handler(c) {
      const parts = await checkReady(c.get('app'));
      const ready = Object.values(parts).every((part) => part.ok);
      return c.json({ ready, parts }, ready ? 200 : 503);
    },
  },
  {
    ...open,
    path: '/metrics',
    who: 'metrics',
    summary: 'Counts for Prometheus, with PRERNA_METRICS_TOKEN',
    handler: async (c) =>
      c.body(await c.get('app').metrics.write(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  },
];
