import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConsentInScope, withdrawConsent } from '../../src/domain/consent/index.ts';
import { listPresets } from '../../src/domain/render/index.ts';
import { deliverables } from '../../src/domain/render/render.table.ts';
import { CHECKLIST } from '../../src/domain/review/index.ts';
import { findSpot, listCuts, sendSpot } from '../../src/domain/spots/index.ts';
import { broadcastDay } from '../../src/kernel/broadcast-day.ts';
import { listAudit } from '../../src/platform/db/audit.ts';
import { personOf } from './approved-cut.ts';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { draftOf, putFilm, readyClip } from './line.ts';

let clock: ReturnType<typeof testClock>;
let service: ReturnType<typeof testService>;
let makerId: string;
let fetch: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  clock = testClock();
  service = testService({}, clock);
  makerId = await addPerson(service.app, 'maker', 'staff', { kind: 'district', code: 'UJN' });
  await addPerson(service.app, 'reviewer', 'reviewer', { kind: 'state' });
  fetch = await signIn(service, 'reviewer');
});
afterEach(() => service.close());

const rows = () => service.app.catalogue.rows;
const stateOf = (spotId: string) => findSpot(rows(), spotId)?.state;

/** A spot in review whose films of 750 frames are made. */
function sentSpot(by = makerId) {
  const owner = { personId: by, district: 'UJN' };
  const clip = readyClip(service.app, owner);
  const spotId = draftOf(service.app, clip, owner);
  sendSpot(service.app, personOf(service.app, by), spotId, 1500);
  const [cut] = listCuts(rows(), spotId).filter((one) => one.state === 'sent');
  if (!cut) throw new Error('no cut');
  for (const preset of listPresets(rows(), 'UJN')) putFilm(service.app, cut.id, preset);
  return { spotId, cutId: cut.id, ...clip };
}

async function report(spot: { spotId: string; cutId: string }, from: number, until: number) {
  const answer = await fetch(`/api/v1/reviews/${spot.spotId}/watched`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cutId: spot.cutId, from, until }),
  });
  return ((await answer.json()) as { whole: boolean }).whole;
}

/** As the player does: a report at the start, then one each five seconds. */
async function watch(spot: { spotId: string; cutId: string }, until = 750): Promise<boolean> {
  let whole = await report(spot, 0, 0);
  for (let frame = 0; frame < until; frame += 125) {
    clock.pass(5000);
    whole = await report(spot, frame, Math.min(until, frame + 125));
  }
  return whole;
}

function approve(spots: readonly { spotId: string }[], ticked: readonly string[] = CHECKLIST, version = 1) {
  const body = new URLSearchParams();
  for (const { spotId } of spots) body.append('spot', `${spotId}:${version}`);
  for (const item of ticked) body.append('check', item);
  return fetch('/review/together', { method: 'POST', body });
}

const choices = async () =>
  [...(await (await fetch('/review')).text()).matchAll(/name="spot" value="([^":]+):/g)].map(([, id]) => id);

describe('a film counts as watched', () => {
  it('when its player told all of it, in the time that this takes; the audit trail says so once', async () => {
    const spot = sentSpot();
    expect(await watch(spot, 625)).toBe(false);
    expect(await choices()).toEqual([]);
    clock.pass(5000);
    expect(await report(spot, 625, 750)).toBe(true);
    expect(await choices()).toEqual([spot.spotId]);
    expect(await report(spot, 0, 10)).toBe(true);
    expect(listAudit(rows(), { subject: spot.cutId, limit: 10 }).filter(({ act }) => act === 'cut.watch')).toHaveLength(
      1,
    );
  });

  it('not by one claim that no clock allows, nor by the end alone', async () => {
    const spot = sentSpot();
    expect(await report(spot, 0, 750)).toBe(false);
    expect(await report(spot, 0, 750)).toBe(false);
    clock.pass(5000);
    expect(await report(spot, 700, 750)).toBe(false);
    expect(await choices()).toEqual([]);
  });

  it('by who watched it, and only those bytes', async () => {
    const spot = sentSpot();
    await watch(spot);
    await addPerson(service.app, 'other', 'reviewer', { kind: 'state' });
    const other = await signIn(service, 'other');
    expect(await (await other('/review')).text()).not.toContain('name="spot"');
    service.app.catalogue.keep((all) =>
      all
        .update(deliverables)
        .set({ blob: 'b'.repeat(64) })
        .run(),
    );
    expect(await choices()).toEqual([]);
  });
});

it('the review shows the safe area, a 4:3 set and the raw clip when they are asked for, and not otherwise', async () => {
  const { spotId, clipId } = sentSpot();
  const drawn = async (query: string) => {
    const text = await (await fetch(`/review/${spotId}${query}`)).text();
    return [
      text.includes('class="safe"'),
      text.includes('frame n43'),
      text.includes(`src="/api/v1/clips/${clipId}/proxy"`),
    ];
  };
  expect(await drawn('')).toEqual([false, false, false]);
  expect(await drawn('?view=safe')).toEqual([true, false, false]);
  expect(await drawn('?view=4x3&view=raw')).toEqual([false, true, true]);
});

describe('several together', () => {
  it('are approved with one checklist, each with its own house number', async () => {
    const spots = [sentSpot(), sentSpot(), sentSpot()];
    for (const spot of spots.slice(0, 2)) await watch(spot);
    const page = await approve(spots.slice(0, 2));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('UJNPMA00001, UJNPMA00002')]);
    expect(spots.map(({ spotId }) => stateOf(spotId))).toEqual(['approved', 'approved', 'inReview']);
  });

  it('are not approved by accident: nothing chosen, nothing ticked, one box left, or not watched', async () => {
    const [watched, unwatched] = [sentSpot(), sentSpot()];
    await watch(watched);
    const before = await (await fetch('/review')).text();
    expect(before).not.toMatch(/<input[^>]*type="checkbox"[^>]* checked/);
    for (const [spots, ticked] of [
      [[], CHECKLIST],
      [[watched], []],
      [[watched], CHECKLIST.slice(1)],
      [[unwatched], CHECKLIST],
    ] as const)
      expect((await approve(spots, ticked)).status).toBe(422);
    expect([stateOf(watched.spotId), stateOf(unwatched.spotId)]).toEqual(['inReview', 'inReview']);
  });

  it('say each refusal beside its row and approve the others: own spot, consent taken back, failed QC, changed since', async () => {
    const [good, noConsent, badFilm] = [sentSpot(), sentSpot(), sentSpot()];
    for (const spot of [good, noConsent, badFilm]) await watch(spot);
    withdrawConsent(service.app, personOf(service.app, makerId), noConsent.consentId, 'नहीं');
    service.app.catalogue.keep((all) =>
      all
        .insert(deliverables)
        .values({ ...filmRow(badFilm.cutId), preset: 'extra' })
        .run(),
    );
    expect(findConsentInScope(rows(), noConsent.beneficiaryId, 'cable', broadcastDay('2026-11-25'))).toBeUndefined();
    const page = await approve([good, noConsent, badFilm]);
    const text = await page.text();
    expect(page.status).toBe(422);
    for (const { spotId } of [noConsent, badFilm]) expect(text).toContain(`id="ts-${spotId}-why"`);
    expect(text).not.toContain(`ts-${good.spotId}-why`);
    expect([good, noConsent, badFilm].map(({ spotId }) => stateOf(spotId))).not.toContain('draft');
    expect(stateOf(good.spotId)).toBe('approved');
    const other = sentSpot();
    await watch(other);
    expect((await approve([other], CHECKLIST, 7)).status).toBe(422);
    expect(stateOf(other.spotId)).toBe('inReview');
  });

  it('never a spot that the same person had a hand in', async () => {
    const chiefId = await addPerson(service.app, 'chief', 'admin', { kind: 'state' });
    fetch = await signIn(service, 'chief');
    const own = sentSpot(chiefId);
    await watch(own);
    expect(await choices()).toEqual([]);
    const page = await approve([own]);
    expect([page.status, await page.text()]).toEqual([422, expect.stringContaining(`id="ts-${own.spotId}-why"`)]);
    expect(stateOf(own.spotId)).toBe('inReview');
  });
});

function filmRow(cutId: string) {
  const [film] = rows()
    .select()
    .from(deliverables)
    .all()
    .filter((one) => one.cutId === cutId);
  if (!film) throw new Error('no film');
  return { ...film, qcPassed: false };
}
