import { findConsentInScope } from '../../domain/consent/index.ts';
import { findDistrict } from '../../domain/directory/index.ts';
import { listDeliverables } from '../../domain/render/index.ts';
import { listCuts, listSpots, type Spot } from '../../domain/spots/index.ts';
import { broadcastDayOf } from '../../kernel/broadcast-day.ts';
import { personOf, type WebContext } from '../http/route.ts';
import type { QueueItemView, Worry } from './queue.tsx';

// More than this waits in no division; beyond it the oldest still come first.
const MOST = 200;

/** What waits for review in the asker's reach: those to worry about first, then the oldest. */
export function listQueue(c: WebContext): Spot[] {
  const spots = listSpots(c.get('app').catalogue.rows, personOf(c), { states: ['inReview'], limit: MOST });
  const weight = new Map(spots.map((spot) => [spot.id, findWorry(c, spot) ? 0 : 1]));
  const age = (spot: Spot) => spot.sentAt ?? spot.changedAt;
  return spots.sort((a, b) => (weight.get(a.id) ?? 1) - (weight.get(b.id) ?? 1) || (age(a) < age(b) ? -1 : 1));
}

/** The gravest reason to look at a spot first. */
function findWorry(c: WebContext, spot: Spot): Worry | undefined {
  const app = c.get('app');
  const { rows } = app.catalogue;
  const today = broadcastDayOf(app.clock.now(), app.config.dayClock);
  if (!findConsentInScope(rows, spot.beneficiaryId, 'cable', today)) return 'noConsent';
  const cutIds = listCuts(rows, spot.id).flatMap((cut) => (cut.state === 'sent' ? [cut.id] : []));
  if (listDeliverables(rows, cutIds).some((film) => !film.qcPassed)) return 'qualityFailed';
  // Longer than two lines of the 16:9 picture hold (captions: 42 code points a line).
  return spot.document.cues.some((cue) => [...cue.text].length > 84) ? 'longCaption' : undefined;
}

export function viewQueueItem(c: WebContext, spot: Spot, current?: string): QueueItemView {
  const district = findDistrict(c.get('app').catalogue.rows, spot.district);
  return {
    href: `/review/${spot.id}`,
    poster: `/api/v1/clips/${spot.clipId}/poster`,
    name: spot.document.name,
    district: district?.[c.get('language')] ?? spot.district,
    waitingSince: new Date(spot.sentAt ?? spot.changedAt),
    worry: findWorry(c, spot),
    current: spot.id === current,
  };
}
