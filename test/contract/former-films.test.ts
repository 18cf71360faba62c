import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findActivePerson } from '../../src/domain/accounts/index.ts';
import { checkoutFormers } from '../../src/domain/render/former-films.ts';
import { deliverables, filmSegments } from '../../src/domain/render/render.table.ts';
import { editSpot, findSpot, listCuts, sendSpot, takeBackSpot } from '../../src/domain/spots/index.ts';
import type { MadeOf } from '../../src/engine/film/segments/made-of.ts';
import { frames } from '../../src/kernel/frames.ts';
import { addPerson, testService } from './http.ts';
import { draftOf, readyClip } from './line.ts';

let service: ReturnType<typeof testService>;
let spotId: string;
let maker: NonNullable<ReturnType<typeof findActivePerson>>;

beforeAll(async () => {
  service = testService();
  const { app } = service;
  const personId = await addPerson(app, 'maker', 'staff', { kind: 'district', code: 'UJN' });
  const by = { personId, district: 'UJN' };
  spotId = draftOf(app, readyClip(app, by), by);
  const person = findActivePerson(app.catalogue.rows, personId);
  if (!person) throw new Error('nobody');
  maker = person;
});
afterAll(() => service.close());

const MAKERS = 'this version';
const CLIP = frames(1500);
const madeOf: MadeOf = {
  pictures: [{ toFrame: 750, key: 'a' }],
  encoder: 'e',
  sound: { key: 's', voice: 'voice', faults: ['noisy'] },
  witness: 'AAAA',
};

/** Edits a caption, sends the spot and answers its newest cut. */
function sendAgain(text: string) {
  const { app } = service;
  const spot = findSpot(app.catalogue.rows, spotId);
  if (!spot) throw new Error('no spot');
  const cues = [{ startFrame: frames(20), endFrame: frames(90), text }];
  const edited = editSpot(app, maker, { spotId, version: spot.version, document: { ...spot.document, cues } });
  expect(edited.ok).toBe(true);
  expect(sendSpot(app, maker, spotId, CLIP).ok).toBe(true);
  const cut = listCuts(app.catalogue.rows, spotId).find(({ state }) => state === 'sent');
  if (!cut) throw new Error('no cut');
  return cut;
}

async function keepFilm(
  cutId: string,
  film: { preset: string; bytes: string; makers?: string; passed?: boolean; madeAt: string },
) {
  const { app } = service;
  const { hash } = await app.blobs.putBytes(Buffer.from(film.bytes));
  const { preset, makers = MAKERS, passed: qcPassed = true, madeAt } = film;
  const row = {
    cutId,
    preset,
    filmKey: 'k',
    blob: hash,
    sizeBytes: 1,
    frames: 750,
    extension: 'mp4',
    qc: '{}',
    qcPassed,
    madeAt,
  };
  app.catalogue.keep((rows) => {
    rows.insert(deliverables).values(row).run();
    rows
      .insert(filmSegments)
      .values({ cutId, preset, makers, madeOf: JSON.stringify(madeOf) })
      .run();
  });
  return hash;
}

const renders = () => service.app.jobs.desk.list({ subject: spotId, names: ['render.cut'] }).map(({ state }) => state);

describe('a caption corrected', () => {
  it('orders no film before the spot is sent: the page shows it', () => {
    const { app } = service;
    const before = findSpot(app.catalogue.rows, spotId);
    if (!before) throw new Error('no spot');
    const cues = [{ startFrame: frames(20), endFrame: frames(90), text: 'अब पक्का घर है' }];
    expect(editSpot(app, maker, { spotId, version: before.version, document: { ...before.document, cues } }).ok).toBe(
      true,
    );
    expect(renders()).toEqual([]);
  });
});

describe('the films before', () => {
  it('are each preset’s newest of the spot that passed, from the same programs, and are still there', async () => {
    const { app } = service;
    const first = sendAgain('पहला');
    await keepFilm(first.id, { preset: 'web', bytes: 'old', madeAt: '2026-01-01T00:00:00Z' });
    const sd = await keepFilm(first.id, { preset: 'sd-mpeg2', bytes: 'sd', madeAt: '2026-01-01T00:00:00Z' });
    await keepFilm(first.id, {
      preset: 'imx50',
      bytes: 'other',
      makers: 'another version',
      madeAt: '2026-01-01T00:00:00Z',
    });
    const swept = await keepFilm(first.id, { preset: 'whatsapp', bytes: 'swept', madeAt: '2026-01-01T00:00:00Z' });
    await app.blobs.remove(swept);
    expect(takeBackSpot(app, maker, spotId).ok).toBe(true);
    const second = sendAgain('दूसरा');
    const web = await keepFilm(second.id, { preset: 'web', bytes: 'new', madeAt: '2026-01-02T00:00:00Z' });
    await keepFilm(second.id, { preset: 'sd-mpeg2', bytes: 'failed', passed: false, madeAt: '2026-01-02T00:00:00Z' });
    expect(takeBackSpot(app, maker, spotId).ok).toBe(true);
    const third = sendAgain('तीसरा');

    const { formers, release } = await checkoutFormers(app, third, MAKERS);
    const found = [...formers].map(([preset, { path, madeOf: made }]) => [
      preset,
      path.includes(preset === 'web' ? web : sd),
      made,
    ]);
    await release();
    expect(Object.fromEntries(found.map(([preset, ...rest]) => [preset, rest]))).toEqual({
      web: [true, madeOf],
      'sd-mpeg2': [true, madeOf],
    });
  });
});
