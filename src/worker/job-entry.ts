import type { JobHandler, JobRun } from '../kernel/job-run.ts';
import type { JobDefinition } from '../kernel/jobs.ts';

/** One line of the table: a definition and where its handler is. */
export interface JobEntry {
  readonly name: string;
  /** Parses the payload, loads the handler, runs it. */
  run(payload: unknown, run: JobRun): Promise<void>;
}

/** The payload is not what this version's definition wants: no retry can help. */
export class PayloadError extends Error {
  override readonly name = 'PayloadError';
}

/** The work that is ordered and the work that can be done are not the same: the worker does not start. */
export class JobTableError extends Error {
  override readonly name = 'JobTableError';
}

/** `load` keeps FFmpeg and other heavy code out of memory until the first such job. */
export function handle<P>(definition: JobDefinition<P>, load: () => Promise<JobHandler<P>>): JobEntry {
  return {
    name: definition.name,
    async run(payload, run) {
      const parsed = definition.payload.safeParse(payload);
      if (!parsed.success) throw new PayloadError(parsed.error.message);
      const handler = await load();
      await handler(parsed.data, run);
    },
  };
}

/** The table by name; throws JobTableError when a job has no handler or two, or a handler no job. */
export function proveTable(
  definitions: readonly { readonly name: string }[],
  entries: readonly JobEntry[],
): ReadonlyMap<string, JobEntry> {
  const ordered = definitions.map((definition) => definition.name);
  const handled = entries.map((entry) => entry.name);
  const wrong = [
    ...twice(ordered).map((name) => `${name} is defined twice`),
    ...twice(handled).map((name) => `${name} has two handlers`),
    ...ordered.filter((name) => !handled.includes(name)).map((name) => `${name} has no handler`),
    ...handled.filter((name) => !ordered.includes(name)).map((name) => `${name} has a handler but no definition`),
  ];
  if (wrong.length > 0) throw new JobTableError(`worker/handlers.ts: ${wrong.join('; ')}`);
  return new Map(entries.map((entry) => [entry.name, entry]));
}

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
