import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findActivePerson } from '../../src/domain/accounts/index.ts';
import {
  appendUpload,
  beginUpload,
  createUploadBytes,
  finishArrivedUploads,
  finishUpload,
  readClip,
  sweepUploads,
  uploadMetadata,
} from '../../src/domain/intake/index.ts';
import { readUpload } from '../../src/domain/intake/upload.store.ts';
import { jobs } from '../../src/platform/db/ground.table.ts';
import { filmBytes } from './film-bytes.ts';
import { addPerson, signIn, testService } from './http.ts';

const MIB = 2 ** 20;
const whole = filmBytes(3 * MIB + 7);
const sha = createHash('sha256').update(whole).digest('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');

let service: ReturnType<typeof testService>;
let rekha: Awaited<ReturnType<typeof signIn>>;
let rekhaId: string;
beforeEach(async () => {
  service = testService();
  rekhaId = await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'UJN' });
  rekha = await signIn(service, 'rekha');
});
afterEach(() => service.close());

const tus = (headers: Record<string, string> = {}) => ({ 'tus-resumable': '1.0.0', ...headers });
const metadata = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${base64(value)}`)
    .join(',');

async function open(fields: Record<string, string> = { filename: 'राम कथा 🎬.mp4' }, length = whole.length) {
  const headers = tus({ 'upload-length': String(length), 'upload-metadata': metadata(fields) });
  return rekha('/api/v1/uploads', { method: 'POST', headers });
}

const patch = (path: string, offset: number, bytes: Uint8Array) =>
  rekha(path, {
    method: 'PATCH',
    headers: tus({ 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }),
    body: new Uint8Array(bytes),
  });
const head = async (path: string) =>
  (await rekha(path, { method: 'HEAD', headers: tus() })).headers.get('upload-offset');

function rowOf(path: string) {
  return readUpload(service.app.catalogue.rows, path.split('/').at(-1) ?? '');
}

describe('an upload', () => {
  it('goes chunk by chunk, and ends as a clip under its hash with a job that looks at it', async () => {
    const opened = await open();
    expect(opened.status).toBe(201);
    expect(opened.headers.get('prerna-clip-number')).toBe('UJN-K0001');
    expect(Date.parse(opened.headers.get('upload-expires') ?? '')).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    const path = opened.headers.get('location') ?? '';
    expect(await head(path)).toBe('0');
    for (let at = 0; at < whole.length; at += MIB) {
      const answer = await patch(path, at, whole.subarray(at, at + MIB));
      expect(answer.status).toBe(204);
      expect(answer.headers.get('upload-offset')).toBe(String(Math.min(whole.length, at + MIB)));
    }
    const clip = readClip(service.app.catalogue.rows, opened.headers.get('prerna-clip') ?? '');
    expect(clip).toMatchObject({ state: 'checking', originalHash: sha, fileName: 'राम कथा 🎬.mp4', district: 'UJN' });
    expect(await service.app.blobs.stat(clip.originalHash ?? ('' as never))).toMatchObject({ sizeBytes: whole.length });
    const job = service.app.catalogue.rows.select().from(jobs).get();
    expect(job).toMatchObject({ name: 'intake.check', subject: clip.id, state: 'waiting' });
    expect(await head(path)).toBe(String(whole.length));
    expect((await rekha(path, { method: 'DELETE', headers: tus() })).status).toBe(404);
  });

  it('takes no bytes that do not follow the ones it has', async () => {
    const path = (await open()).headers.get('location') ?? '';
    await patch(path, 0, whole.subarray(0, MIB));
    expect((await patch(path, 5, whole.subarray(5, MIB))).status).toBe(409);
    expect((await patch(path, MIB, filmBytes(whole.length))).status).toBe(413);
    expect(await head(path)).toBe(String(MIB));
  });

  it('is refused in both languages when it is too big, empty, or the disk is full', async () => {
    const big = await open({ filename: 'x.mp4' }, 3 * 2 ** 30);
    expect(big.status).toBe(422);
    expect(await big.json()).toMatchObject({
      code: 'clip.refused.big',
      message: { hi: expect.stringContaining('2 GB') },
    });
    expect((await open({ filename: 'x.mp4' }, 0)).status).toBe(422);
    const full = { ...service.app, hasRoom: async () => false };
    const person = findActivePerson(service.app.catalogue.rows, rekhaId);
    const wanted = { sizeBytes: 9, metadata: uploadMetadata.parse({}) };
    await expect(beginUpload(full, person ?? ('' as never), wanted)).rejects.toThrow(/no room/);
  });

  it('belongs to its sender: everybody else, another district and an ill-formed id get the same 404', async () => {
    const path = (await open()).headers.get('location') ?? '';
    await addPerson(service.app, 'other', 'staff', { kind: 'district', code: 'UJN' });
    const other = await signIn(service, 'other');
    const answers = [
      await other(path, { method: 'HEAD', headers: tus() }),
      await other(path, { method: 'DELETE', headers: tus() }),
      await other(path, {
        method: 'PATCH',
        headers: tus({ 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }),
        body: 'x',
      }),
      await rekha('/api/v1/uploads/..%2F..%2Fcatalogue.db', { method: 'HEAD', headers: tus() }),
      await rekha('/api/v1/uploads/0000', { method: 'DELETE', headers: tus() }),
      await rekha(path, { method: 'GET', headers: tus() }),
      await open({ filename: 'x', district: 'DWS' }),
      await open({ filename: 'x', beneficiary: '0123456789abcdefghjkmnpqrs' }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404));
    expect(await head(path)).toBe('0');
  });

  it('can be dropped before its end, and leaves nothing', async () => {
    const opened = await open();
    const path = opened.headers.get('location') ?? '';
    await patch(path, 0, whole.subarray(0, MIB));
    expect((await rekha(path, { method: 'DELETE', headers: tus() })).status).toBe(204);
    expect(() => readClip(service.app.catalogue.rows, opened.headers.get('prerna-clip') ?? '')).toThrow();
    expect((await rekha(path, { method: 'HEAD', headers: tus() })).status).toBe(404);
  });

  it('expires a week after its last byte; a finished one never does', async () => {
    const [left, done] = [await open(), await open({ filename: 'x.mp4' }, 5)].map(
      (answer) => answer.headers.get('location') ?? '',
    );
    await patch(done ?? '', 0, Buffer.from('abcde'));
    const later = { now: () => new Date(Date.now() + 8 * 86_400_000) };
    expect(await sweepUploads({ ...service.app, clock: later })).toBe(1);
    expect(() => rowOf(left ?? '')).toThrow();
    expect(readClip(service.app.catalogue.rows, rowOf(done ?? '').clipId).state).toBe('checking');
    expect(await sweepUploads({ ...service.app, clock: later })).toBe(0);
  });
});

describe('after a kill', () => {
  it('has every acknowledged byte on the disk, and ends with the right SHA-256', { timeout: 60_000 }, async () => {
    const size = 24 * MIB;
    const film = filmBytes(size);
    const person = findActivePerson(service.app.catalogue.rows, rekhaId);
    if (!person) throw new Error('nobody');
    const upload = await beginUpload(service.app, person, { sizeBytes: size, metadata: uploadMetadata.parse({}) });
    const said = await killAfterAcknowledging(8 * MIB, [service.folder, upload.id, String(size)]);
    const { offsetBytes } = readUpload(service.app.catalogue.rows, upload.id);
    expect(said).toBeGreaterThanOrEqual(8 * MIB);
    expect(offsetBytes).toBeGreaterThanOrEqual(said);
    expect(offsetBytes).toBeLessThan(size);
    const onDisk = readFileSync(join(service.folder, 'uploads', `${upload.id}.part`));
    expect(onDisk.subarray(0, offsetBytes).equals(film.subarray(0, offsetBytes))).toBe(true);
    async function* rest() {
      yield film.subarray(offsetBytes);
    }
    await appendUpload(service.app, upload, offsetBytes, rest());
    await finishUpload(service.app, upload.id);
    const clip = readClip(service.app.catalogue.rows, upload.clipId);
    expect(clip.originalHash).toBe(createHash('sha256').update(film).digest('hex'));
  });

  it('finishes at the next start what had arrived, also when the film had moved already', async () => {
    const path = (await open()).headers.get('location') ?? '';
    const { id } = rowOf(path);
    const broken = { ...service.app, catalogue: { ...service.app.catalogue, change: killed } };
    async function* all() {
      yield whole;
    }
    await appendUpload(service.app, rowOf(path), 0, all());
    await expect(finishUpload(broken, id)).rejects.toThrow('killed');
    expect(await service.app.uploadBytes.size(id)).toBeUndefined();
    expect(await finishArrivedUploads(service.app)).toEqual({ finished: 1, failed: [] });
    expect(readClip(service.app.catalogue.rows, rowOf(path).clipId)).toMatchObject({
      state: 'checking',
      originalHash: sha,
    });
    expect(await finishArrivedUploads(service.app)).toEqual({ finished: 0, failed: [] });
  });

  it('never goes on over lost bytes: a file shorter than its row is an error', async () => {
    const path = (await open()).headers.get('location') ?? '';
    await patch(path, 0, whole.subarray(0, MIB));
    truncateSync(join(service.folder, 'uploads', `${rowOf(path).id}.part`), 10);
    expect((await patch(path, MIB, whole.subarray(MIB))).status).toBe(500);
  });
});

it('looks up no path that is not an id', () => {
  const bytes = createUploadBytes('/nowhere');
  for (const id of ['', '..', '../catalogue', 'a/b', 'A'.repeat(26)]) expect(() => bytes.path(id)).toThrow(RangeError);
});

function killed(): never {
  throw new Error('killed');
}

/** Runs the child until it has said an offset of at least `bytes`, then kills it; answers the last one it said. */
function killAfterAcknowledging(bytes: number, args: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'upload-child.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = 0;
  child.stdout.on('data', (text: Buffer) => {
    last = Math.max(last, ...text.toString().trim().split('\n').map(Number));
    if (last >= bytes) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(last) : reject(new Error('the child ended by itself')),
    );
  });
}
