import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { App } from '../../src/app.ts';
import { findActivePerson } from '../../src/domain/accounts/index.ts';
import { clips } from '../../src/domain/intake/intake.table.ts';
import { listDeliverables } from '../../src/domain/render/index.ts';
import { editSpot, getSpot, listCuts, sendSpot } from '../../src/domain/spots/index.ts';
import type { MediaRunner, RunOrder } from '../../src/engine/ffmpeg/run-order.ts';
import { frames } from '../../src/kernel/frames.ts';
import { startWork } from '../../src/worker/start-work.ts';
import { addPerson, signIn, testService } from '../contract/http.ts';
import { draftOf, readyClip } from '../contract/line.ts';
import { gatedFacts } from './gated-facts.ts';
import { makeFilm } from './lavfi.ts';

const CLIP = join(import.meta.dirname, '../../presets/demo/clips/awas-sunita.mp4');
let service: ReturnType<typeof testService>;
let work: ReturnType<typeof startWork>;
/** An encoder that blackens two seconds of the film, as long as it is out of order. */
let outOfOrder = true;
let encoded = 0;

beforeAll(() => {
  service = testService({ PRERNA_WORKERS: '1' });
  work = startWork({ ...service.app, media: spoiledMedia(service.app) });
});
afterAll(async () => {
  await work.stop();
  await service.close();
});

function spoiledMedia(app: App): App['media'] {
  return async () => {
    const media = await app.media();
    const runner: MediaRunner = {
      ffprobe: (order) => media.runner.ffprobe(order),
      async ffmpeg(order) {
        const film = filmOf(order);
        if (!film) return media.runner.ffmpeg(order);
        encoded += 1;
        const done = await media.runner.ffmpeg(order);
        if (outOfOrder) blacken(film);
        return done;
      },
    };
    return { ...media, runner };
  };
}

/** The film for reviewers' eyes, when that is what a run encodes into its folder. */
function filmOf({ tokens, writes }: RunOrder): string | undefined {
  const words = tokens.flatMap((token) => token || []).map((word) => word.replace(/^file:/, ''));
  const isFilm = (word: string) => writes !== undefined && word.startsWith(writes) && /\/web\.mp4$/.test(word);
  return words.find((word, at) => isFilm(word) && words[at - 1] !== '-i');
}

function blacken(film: string): void {
  const box = ['-vf', "drawbox=t=fill:c=black:enable='between(t,3,5)'"];
  // As the preset has it, but for the cost.
  const coded = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-x264-params',
    '8x8dct=1:cabac=1:keyint=50',
    '-c:a',
    'copy',
  ];
  renameSync(makeFilm(`${film}.black.mp4`, ['-i', film, ...box, ...coded, '-movflags', '+faststart']), film);
}

/** A sent spot of a district whose operators need no other file than the reviewer's. */
async function sentSpot() {
  const { app } = service;
  const personId = await addPerson(app, 'maker', 'staff', { kind: 'district', code: 'IDR' });
  const by = { personId, district: 'IDR' };
  const clip = readyClip(app, by, { cable: true }, 14);
  const copy = join(service.folder, 'clip.mp4');
  copyFileSync(CLIP, copy);
  const blob = await app.blobs.putFile(copy);
  const facts = await gatedFacts(app, CLIP);
  app.catalogue.keep((rows) => {
    rows.run('DROP TRIGGER clips_original_stays');
    rows
      .update(clips)
      .set({ originalHash: blob.hash, proxyHash: blob.hash, facts })
      .where(eq(clips.id, clip.clipId))
      .run();
  });
  const spotId = draftOf(app, clip, by);
  const maker = findActivePerson(app.catalogue.rows, personId);
  if (!maker) throw new Error('nobody');
  const { document } = getSpot(app.catalogue.rows, maker, spotId);
  const cuts = [{ lengthSeconds: 10 as const, fromFrame: frames(0) }];
  expect(editSpot(app, maker, { spotId, version: 1, document: { ...document, cuts } }).ok).toBe(true);
  expect(sendSpot(app, maker, spotId, frames(14 * 25)).ok).toBe(true);
  return spotId;
}

const jobOf = (spotId: string) => service.app.jobs.desk.list({ subject: spotId, names: ['render.cut'] })[0];
const ends = (spotId: string, state: 'refused' | 'done') =>
  vi.waitFor(() => expect(jobOf(spotId)?.state).toBe(state), { timeout: 200_000, interval: 100 });
type Ask = Awaited<ReturnType<typeof signIn>>;
const read = async (ask: Ask, path: string, language = 'hi') =>
  (await ask(path, { headers: { 'accept-language': language } })).text();

describe('a film that fails its measuring twice alike', () => {
  it('ends the job with the reason, says it to district and office, and is made again by the button', async () => {
    const spotId = await sentSpot();
    await ends(spotId, 'refused');
    expect(encoded).toBe(2);
    expect(jobOf(spotId)).toMatchObject({ attempts: 2, refusal: { code: 'render.qc' } });

    const maker = await signIn(service, 'maker');
    const page = await read(maker, `/spots/${spotId}`);
    expect(page).toContain('फ़िल्में नहीं बन पाईं');
    expect(page).toMatch(/दोनों बार गुणवत्ता जाँच में नहीं टिकी \(web: [^)]*काला पर्दा/);
    expect(page).toMatch(/पर्दा 2\.\d+ सेकंड तक काला है। सीमा: 0\.2 सेकंड/);
    expect(page).toContain('src="data:image/jpeg;base64,');
    expect(page).toContain('स्पॉट वापस लें');
    expect(await read(maker, '/')).toContain('फ़िल्में नहीं बनीं। कारण देखें');
    expect(await read(maker, '/spots')).toContain('फ़िल्में नहीं बनीं। कारण देखें');

    await addPerson(service.app, 'second', 'reviewer', { kind: 'state' });
    await addPerson(service.app, 'office', 'headOffice', { kind: 'state' });
    const second = await signIn(service, 'second');
    const review = await read(second, `/review/${spotId}`, 'en');
    expect(review).toMatch(/failed its quality check both times \(web: [^)]*Black/);
    expect(review).toContain('Show 0:03.0 in the film');
    expect(review).toContain('Send the spot back to the district');
    expect(review).not.toContain('still being made');
    const office = await read(await signIn(service, 'office'), `/review/${spotId}`);
    expect(office).toContain('फ़िल्में नहीं बन पाईं');
    expect(office).not.toContain('make-again');

    outOfOrder = false;
    const again = await second(`/review/${spotId}/make-again`, { method: 'POST' });
    expect(again.status).toBe(303);
    await ends(spotId, 'done');
    const [cut] = listCuts(service.app.catalogue.rows, spotId);
    const films = listDeliverables(service.app.catalogue.rows, [cut?.id ?? '']);
    expect(films.map(({ preset, qcPassed }) => [preset, qcPassed])).toEqual([['web', true]]);
    expect(await read(maker, `/spots/${spotId}`)).not.toContain('फ़िल्में नहीं बन पाईं');
  }, 500_000);
});
