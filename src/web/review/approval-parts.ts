import type { App } from '../../app.ts';
import { listPresets, listReviewFilms } from '../../domain/render/index.ts';
import type { ApproveParts } from '../../domain/review/index.ts';

/** What an approval needs of the app: the films and presets come from the render, which stands after review in the line. */
export function approvalParts(app: App): ApproveParts {
  return { catalogue: app.catalogue, dayClock: app.config.dayClock, listFilms: listReviewFilms, listPresets };
}
