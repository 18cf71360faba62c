import { sql } from 'drizzle-orm';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Rows } from '../kernel/catalogue.ts';

export interface Metrics {
  /** One answered request; `route` is the pattern of the policy table, never a path with somebody's id. */
  countRequest(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** Everything in Prometheus' text form; counts of jobs and uploads are read from the catalogue now. */
  write(): Promise<string>;
}

/** Counts of one service; jobs and uploads come from the catalogue, so that they hold over restarts and workers. */
export function createMetrics(rows: Rows): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'prerna_' });
  const registers = [registry];
  const labelNames = ['method', 'route', 'status'];
  const requests = new Counter({ name: 'prerna_requests_total', help: 'Requests answered', labelNames, registers });
  // From a cached page (5 ms) to a long upload piece (a minute).
  const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];
  const name = 'prerna_request_seconds';
  const durations = new Histogram({ name, help: 'Time to the answer’s head', labelNames, buckets, registers });
  addCatalogueGauges(rows, registers);
  return {
    countRequest({ method, route, status }, seconds) {
      const labels = { method, route, status: String(status) };
      requests.inc(labels);
      durations.observe(labels, seconds);
    },
    write: () => registry.metrics(),
  };
}

function addCatalogueGauges(rows: Rows, registers: Registry[]): void {
  new Gauge({
    name: 'prerna_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers,
    collect() {
      this.reset();
      for (const { state, n } of rows.all<{ state: string; n: number }>(
        sql`SELECT state, count(*) AS n FROM jobs GROUP BY state`,
      ))
        this.set({ state }, n);
    },
  });
  new Gauge({
    name: 'prerna_upload_bytes',
    help: 'Bytes of films received and kept on record, finished or not',
    registers,
    collect() {
      this.set(rows.get<{ n: number }>(sql`SELECT coalesce(sum(offset_bytes), 0) AS n FROM uploads`)?.n ?? 0);
    },
  });
}
