import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findActivePerson, type Person } from '../../src/domain/accounts/index.ts';
import { beneficiary } from '../../src/domain/consent/index.ts';
import {
  type Clip,
  finishUpload,
  readClip,
  saveWho,
  takeWholeFilm,
  uploadMetadata,
} from '../../src/domain/intake/index.ts';
import { probeHeader } from '../../src/engine/ffmpeg/probe-header.ts';
import { facts, jobs } from '../../src/platform/db/ground.table.ts';
import { messageIn } from '../../src/web/locales/index.ts';
import { startWork } from '../../src/worker/start-work.ts';
import { addPerson, signIn, testService } from '../contract/http.ts';
import { filmFolder, makeFilm, moving } from './lavfi.ts';

const { folder, remove } = filmFolder('intake');
let service: ReturnType<typeof testService>;
let rekha: Person;
let fetch: Awaited<ReturnType<typeof signIn>>;
let work: ReturnType<typeof startWork>;

beforeAll(async () => {
  service = testService();
  const id = await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'UJN' });
  const found = findActivePerson(service.app.catalogue.rows, id);
  if (!found) throw new Error('nobody');
  rekha = found;
  fetch = await signIn(service, 'rekha');
  work = startWork({ ...service.app, config: { ...service.app.config, mediaWorkers: 1 } });
});
afterAll(async () => {
  await work.stop();
  await service.close();
  remove();
});

/** Sends a film and waits until it was looked at. */
async function take(path: string): Promise<Clip> {
  const metadata = uploadMetadata.parse({ filename: path.split('/').at(-1) });
  const wanted = { announcedBytes: statSync(path).size, metadata };
  const upload = await takeWholeFilm(service.app, rekha, wanted, createReadStream(path));
  await finishUpload(service.app, upload.id);
  return settled(upload.clipId);
}

async function settled(clipId: string): Promise<Clip> {
  for (;;) {
    const clip = readClip(service.app.catalogue.rows, clipId);
    if (clip.state === 'ready' || clip.state === 'refused') return clip;
    const job = service.app.catalogue.rows.select().from(jobs).where(eq(jobs.subject, clipId)).get();
    if (job?.state === 'dead') throw new Error(`the job died: ${job.lastError}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const told = () => service.app.catalogue.rows.select().from(facts).where(eq(facts.name, 'clip.ready')).all();

describe('a film that arrives', () => {
  it('upright from a phone becomes a clip with picture, small copy and loudness, told once it is somebody’s', async () => {
    const words = [...moving(12, '360x640'), '-metadata', 'location=+23.17+075.78/', '-c:a', 'aac'];
    const clip = await take(makeFilm(join(folder, 'राम कथा.mp4'), words));
    expect(clip).toMatchObject({ state: 'ready', fileName: 'राम कथा.mp4', duplicateOf: null });
    expect(clip.facts).toMatchObject({
      durationSeconds: expect.closeTo(12, 1),
      picture: { width: 360, rate: { num: 25, den: 1 } },
    });
    expect(told()).toHaveLength(0);
    saveWho(service.app, rekha, clip.id, beneficiary.parse({ name: 'रामप्रसाद मालवीय', scheme: 'PMA' }));
    expect(told()).toMatchObject([{ subject: clip.id }]);

    const proxy = await fetch(`/api/v1/clips/${clip.id}/proxy`, { headers: { range: 'bytes=4-7' } });
    expect([proxy.status, await proxy.text()]).toEqual([206, 'ftyp']);
    const played = Buffer.from(await (await fetch(`/api/v1/clips/${clip.id}/proxy`)).arrayBuffer());
    expect(played.indexOf('moov')).toBeLessThan(played.indexOf('mdat'));
    const poster = await fetch(`/api/v1/clips/${clip.id}/poster`);
    expect(new Uint8Array(await poster.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
    expect(poster.headers.get('content-type')).toBe('image/jpeg');
    const waveform = (await (await fetch(`/api/v1/clips/${clip.id}/waveform`)).json()) as { peaks: number[] };
    expect(waveform.peaks.length).toBeGreaterThan(200);
    const original = await fetch(`/api/v1/clips/${clip.id}/original`, { method: 'HEAD' });
    expect(original.headers.get('etag')).toBe(`"${clip.originalHash}"`);
    const shown = (await (await fetch(`/api/v1/clips/${clip.id}`)).json()) as { facts: object };
    expect(shown.facts).toMatchObject({ width: 360, height: 640, audio: { codec: 'aac' } });
  });

  it('leaves place and phone behind in what is made of it', async () => {
    const { proxyHash } = await take(join(folder, 'राम कथा.mp4'));
    if (!proxyHash) throw new Error('no proxy');
    const { path, release } = await service.app.blobs.checkout(proxyHash);
    const header = await probeHeader((await service.app.media()).runner, { path, demuxer: 'mov' });
    expect(JSON.stringify(header)).not.toContain('23.17');
    await release();
  });

  it('a second time is taken, points at the first, and is made ready without work', async () => {
    const second = await take(join(folder, 'राम कथा.mp4'));
    const first = readClip(service.app.catalogue.rows, second.duplicateOf ?? '');
    expect(first).toMatchObject({
      number: 'UJN-K0001',
      originalHash: second.originalHash,
      proxyHash: second.proxyHash,
    });
    const wave = second.waveformHash && (await service.app.blobs.read(second.waveformHash));
    expect(wave && (await json(wave))).toHaveProperty('peaks');
  });

  it('without sound is ready too, with a word about it', async () => {
    const silent = ['-f', 'lavfi', '-i', 'testsrc2=s=320x240:r=25:d=11', '-c:v', 'libx264', '-pix_fmt', 'yuv420p'];
    const clip = await take(makeFilm(join(folder, 'silent.mp4'), silent));
    expect(clip).toMatchObject({ state: 'ready', waveformHash: undefined });
    const { warnings } = (await (await fetch(`/api/v1/clips/${clip.id}`)).json()) as { warnings: { hi: string }[] };
    expect(warnings.map(({ hi }) => hi)).toEqual([messageIn('hi', 'clip.warn.silent')]);
  });
});

describe('what is no film', () => {
  const cutOff = () => {
    const whole = readFileSync(join(folder, 'राम कथा.mp4'));
    return write('cut.mp4', whole.subarray(0, whole.length / 2));
  };
  const write = (name: string, text: string | Buffer) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const still = (raster: string, rate = 5) => {
    const picture = `color=s=${raster}:r=${rate}`;
    return [
      '-f',
      'lavfi',
      '-i',
      picture,
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-video_track_timescale',
      '100000',
    ];
  };
  // 255 bytes, as much as a file system takes.
  const long = `${'🎬फ़िल्म'.repeat(11)}${'a'.repeat(9)}.mp4`;
  it.each([
    ['a text named .mp4', () => write('notes.mp4', 'just words\n'.repeat(50)), 'clip.refused.notFilm'],
    [
      'a list of other films',
      () => write('list.mp4', '#EXTM3U\n#EXTINF:9\nfile:///etc/passwd\n'),
      'clip.refused.playlist',
    ],
    [
      'sound alone',
      () => makeFilm(join(folder, 'a.m4a'), ['-f', 'lavfi', '-i', 'sine=d=12']),
      'clip.refused.noPicture',
    ],
    ['half a film', cutOff, 'clip.refused.cut'],
    ['0.3 seconds', () => makeFilm(join(folder, 'short.mp4'), moving(0.3)), 'clip.refused.short'],
    ['8K', () => makeFilm(join(folder, '8k.mp4'), [...still('7680x4320'), '-t', '1.2']), 'clip.refused.large'],
    [
      '100,000 pictures a second',
      () => makeFilm(join(folder, 'fast.mp4'), [...still('160x144', 100_000), '-frames:v', '2000']),
      'clip.refused.rate',
    ],
    ['a text under a long name with pictures in it', () => write(long, 'x'), 'clip.refused.notFilm'],
  ])('%s gets a sentence in both languages, a page and an end', async (_name, make, user) => {
    const clip = await take(make());
    expect(clip).toMatchObject({ state: 'refused', refusal: { user } });
    const answer = (await (await fetch(`/api/v1/clips/${clip.id}`)).json()) as { refusal: { message: object } };
    const params = clip.refusal?.params;
    expect(answer.refusal.message).toEqual({ hi: messageIn('hi', user, params), en: messageIn('en', user, params) });
    expect(JSON.stringify(answer.refusal.message)).not.toMatch(/\{[a-z]+\}/);
    const page = await (await fetch(`/clips/${clip.id}`)).text();
    expect(page).toContain(clip.number);
    expect(page).not.toMatch(/undefined|Error:|at file:/);
    expect((await fetch(`/api/v1/clips/${clip.id}/proxy`)).status).toBe(404);
  });
});
