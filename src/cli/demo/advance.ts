import type { App } from '../../app.ts';
import type { Person } from '../../domain/accounts/index.ts';
import { listConsents, withdrawConsent } from '../../domain/consent/index.ts';
import { readClip } from '../../domain/intake/index.ts';
import { listDeliverables, listPresets } from '../../domain/render/index.ts';
import { findSpotOfClip, listCuts, type Spot } from '../../domain/spots/index.ts';
import { unwrap } from '../../kernel/refusal.ts';
import type { CastMember } from './cast.ts';
import { confirmDays } from './confirm-days.ts';
import type { DemoParts } from './demo-parts.ts';
import type { DemoPeople } from './demo-people.ts';
import { orderFlights } from './order-flights.ts';
import { approve, remark, sendBack } from './review-spot.ts';
import { filmedOn, findMembersClip, sendClip } from './send-clip.ts';
import { captionSpot, sendCaptioned } from './write-spot.ts';

/** `reading`: its clip is checked and drafted; `making`: its film is made; `stuck`: a job has ended without a film; `done`: as far as it shall go. */
export type Step = 'reading' | 'making' | 'stuck' | 'done';

export function isSent({ app, people }: DemoParts, member: CastMember): boolean {
  return findMembersClip(app, makerOf(people, member), member) !== undefined;
}

/**
 * Takes a film as far along the line as it can go now. It asks at each step what is there already, so it may be called
 * again and again, also after a stop. Throws what a use case refuses.
 */
export async function advance(parts: DemoParts, member: CastMember): Promise<Step> {
  const { app, clock, people } = parts;
  const clip = await sendClip(app, clock, makerOf(people, member), member);
  const isRead = member.goal === 'consentMissing' && clip.state === 'ready';
  if (isRead) return 'done';
  const spot = findSpotOfClip(app.catalogue.rows, clip.id);
  if (!spot) return hasFailed(app, clip.id) ? 'stuck' : 'reading';
  if (spot.state === 'draft') return write(parts, member, spot);
  if (spot.state === 'approved') return goOnAir(parts, member, spot);
  return spot.state === 'inReview' ? review(parts, member, spot) : 'done';
}

async function write({ app, clock, people }: DemoParts, member: CastMember, spot: Spot): Promise<Step> {
  const maker = makerOf(people, member);
  const clip = readClip(app.catalogue.rows, spot.clipId);
  const words = { member, clip };
  const isNew = spot.version === 1;
  const written = isNew ? await clock.on(filmedOn(member), 12, () => captionSpot(app, maker, spot, words)) : spot;
  if (member.goal === 'draft') return 'done';
  await clock.on(filmedOn(member), 13, () => sendCaptioned(app, maker, written, clip));
  return 'making';
}

async function review({ app, clock, people }: DemoParts, member: CastMember, spot: Spot): Promise<Step> {
  const by = people.reviewer;
  const act = (work: () => void) => clock.on(filmedOn(member), 15, work);
  // What is wrong with the words shows before the film is made.
  if (member.goal === 'returned') {
    await act(() => sendBack(app, by, spot));
    return 'done';
  }
  if (member.goal === 'inReview') await act(() => remark(app, by, spot));
  if (!isMade(app, spot)) return hasFailed(app, spot.id) ? 'stuck' : 'making';
  if (member.goal === 'inReview') return 'done';
  await act(() => unwrap(approve(app, by, spot)));
  return 'making';
}

async function goOnAir(parts: DemoParts, member: CastMember, spot: Spot): Promise<Step> {
  for (const ordered of await orderFlights(parts, member, spot)) await confirmDays(parts, ordered);
  if (member.goal !== 'withdrawn') return 'done';
  const { app, people } = parts;
  const [consent] = listConsents(app.catalogue.rows, spot.beneficiaryId);
  if (!consent) throw new Error(`spot ${spot.id} was approved without a consent`);
  withdrawConsent(app, makerOf(people, member), consent.id, 'हितग्राही ने फ़ोन पर मना किया');
  return 'done';
}

/** Every film that an approval asks for. */
function isMade({ catalogue: { rows } }: App, spot: Spot): boolean {
  const cutIds = listCuts(rows, spot.id).flatMap((cut) => (cut.state === 'sent' ? [cut.id] : []));
  const films = listDeliverables(rows, cutIds);
  return listPresets(rows, spot.district).every((preset) =>
    cutIds.every((cutId) => films.some((film) => film.cutId === cutId && film.preset === preset)),
  );
}

function hasFailed({ jobs }: App, subject: string): boolean {
  return jobs.desk.list({ subject, states: ['dead', 'refused', 'cancelled'], limit: 1 }).length > 0;
}

function makerOf({ staff, divisionStaff }: DemoPeople, { district }: CastMember): Person {
  return staff.districts.includes(district) ? staff : divisionStaff;
}
