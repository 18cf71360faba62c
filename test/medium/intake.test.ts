import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClip } from '../../src/domain/intake/index.ts';
import { startWork } from '../../src/worker/start-work.ts';
import { addPerson, signIn, testService } from '../contract/http.ts';

const FILM = readFileSync(join(import.meta.dirname, '../../presets/demo/clips/kisan-mohan.mp4'));
let service: ReturnType<typeof testService>;
let work: ReturnType<typeof startWork>;
let fetch: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  service = testService({ PRERNA_WORKERS: '1' });
  await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'UJN' });
  fetch = await signIn(service, 'rekha');
  work = startWork(service.app);
});
afterAll(async () => {
  await work.stop();
  await service.close();
});

/** Sends bytes by tus in one piece and waits until the clip is judged. */
async function upload(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const metadata = `filename ${Buffer.from(name).toString('base64')},district ${Buffer.from('UJN').toString('base64')}`;
  const tus = { 'tus-resumable': '1.0.0' };
  const made = await fetch('/api/v1/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  expect(made.status).toBe(201);
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  const sent = await fetch(new URL(made.headers.get('location') ?? '', 'http://x').pathname, {
    method: 'PATCH',
    headers,
    body: bytes,
  });
  expect(sent.status).toBe(204);
  for (;;) {
    const answer = await fetch('/api/v1/clips');
    const { clips } = (await answer.json()) as {
      clips: {
        id: string;
        fileName: string;
        state: string;
        refusal: { code: string; message: { hi: string; en: string } } | null;
      }[];
    };
    const clip = clips.find((one) => one.fileName === name);
    if (clip && (clip.state === 'ready' || clip.state === 'refused')) return clip;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('a clip that arrived whole', () => {
  it('gets a poster, a proxy that starts at once, and a waveform', async () => {
    const clip = await upload(new Uint8Array(FILM), 'मोहन 🎬.mp4');
    expect(clip.state).toBe('ready');
    const row = readClip(service.app.catalogue.rows, clip.id);
    expect(row.facts).toMatchObject({ durationSeconds: expect.any(Number) });
    for (const part of ['poster', 'proxy', 'waveform'])
      expect((await fetch(`/api/v1/clips/${clip.id}/${part}`)).status).toBe(200);
    const proxy = Buffer.from(await (await fetch(`/api/v1/clips/${clip.id}/proxy`)).arrayBuffer());
    expect(proxy.indexOf('moov')).toBeLessThan(proxy.indexOf('mdat'));
  });

  it('is refused with a sentence in both languages when it is no film', async () => {
    const clip = await upload(new TextEncoder().encode('यह फ़िल्म नहीं है\n'.repeat(50)), 'letter.mp4');
    expect(clip.state).toBe('refused');
    expect(clip.refusal?.message.hi).toMatch(/\p{Script=Devanagari}/u);
    expect(clip.refusal?.message.en).toMatch(/film/);
  });

  it('is refused when its end is missing, and the service goes on', async () => {
    const clip = await upload(new Uint8Array(FILM.subarray(0, FILM.length / 2)), 'cut.mp4');
    expect(clip.state).toBe('refused');
    expect((await fetch('/api/v1/clips')).status).toBe(200);
  });
});
