import type { App } from '../../app.ts';
import type { Person } from '../../domain/accounts/index.ts';
import { listPresets, listReviewFilms } from '../../domain/render/index.ts';
import { addComment, approveSpot, CHECKLIST, listComments, returnSpot } from '../../domain/review/index.ts';
import type { Spot } from '../../domain/spots/index.ts';
import { type Decision, unwrap } from '../../kernel/refusal.ts';

/** Approves with every box ticked; refused (`review.notMade`) while its films are not there. */
export function approve(app: App, by: Person, spot: Spot): Decision<unknown> {
  const { catalogue, config } = app;
  const parts = { catalogue, dayClock: config.dayClock, listFilms: listReviewFilms, listPresets };
  return approveSpot(parts, by, { spotId: spot.id, version: spot.version, ticked: CHECKLIST });
}

/** Sends a spot back with a reason at a frame. */
export function sendBack(app: App, by: Person, spot: Spot): void {
  const text = 'दूसरे कैप्शन में शब्द छूट गया है, आवाज़ से मिलाकर सुधार दें।';
  unwrap(returnSpot(app, by, { spotId: spot.id, version: spot.version, atFrame: 90, text }));
}

/** One remark on a film that waits; none when somebody has spoken. */
export function remark(app: App, by: Person, spot: Spot): void {
  if (listComments(app.catalogue.rows, spot.id).length > 0) return;
  unwrap(addComment(app, by, { spotId: spot.id, atFrame: 60, text: 'नाम पट्टी ठीक है, आवाज़ साफ़ है।' }));
}
