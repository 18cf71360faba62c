import type { App } from '../app.ts';
import { checkClipJob } from '../domain/intake/intake.jobs.ts';
import { renderCutJob } from '../domain/render/render.jobs.ts';
import { draftSpotJob } from '../domain/spots/spots.jobs.ts';
import type { JobDefinition } from '../kernel/jobs.ts';
import { handle, type JobEntry } from './job-entry.ts';

/** Every job that a domain can order: each domain's face gives its list. */
export const definitions: readonly Pick<JobDefinition, 'name'>[] = [checkClipJob, draftSpotJob, renderCutJob];

/** Every job's handler, `handle(definition, async () => (await import('…')).handler(app))`: loaded at its first job. */
export function listHandlers(app: App): readonly JobEntry[] {
  const { projectRoot, version } = app.config;
  return [
    handle(checkClipJob, async () => {
      const { checkClipHandler } = await import('../domain/intake/handle-check.ts');
      return checkClipHandler({ ...app, media: await app.media() });
    }),
    handle(draftSpotJob, async () => {
      const { draftHandler } = await import('../domain/spots/handle-draft.ts');
      return draftHandler({ ...app, runner: (await app.media()).runner, projectRoot });
    }),
    handle(renderCutJob, async () => {
      const { renderHandler } = await import('../domain/render/handle-render.ts');
      return renderHandler({ ...app, media: await app.media(), projectRoot, version });
    }),
  ];
}
