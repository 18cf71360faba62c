import type { App } from '../app.ts';
import type { JobDefinition } from '../kernel/jobs.ts';
import type { JobEntry } from './job-entry.ts';

/** Every job that a domain can order: each domain's face gives its list. */
export const definitions: readonly Pick<JobDefinition, 'name'>[] = [];

/** Every job's handler, `handle(definition, async () => (await import('…')).handler(app))`: loaded at its first job. */
export function listHandlers(_app: App): readonly JobEntry[] {
  return [];
}
