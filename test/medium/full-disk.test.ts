import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClip } from '../../src/domain/intake/index.ts';
import { freeBytes } from '../../src/platform/blobs/free-space.ts';
import { filmBytes } from '../contract/film-bytes.ts';
import { addPerson, PASSWORD, signIn, testService } from '../contract/http.ts';

const MIB = 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), 'prerna-full-'));
// A file system of its own, a little larger than the service's reserve; who may mount none counts these as skipped.
const size = ['-o', 'size=290m,mode=0700'];
const isMounted = spawnSync('mount', ['-t', 'tmpfs', ...size, 'prerna-full', folder], { stdio: 'ignore' }).status === 0;
const tus = { 'tus-resumable': '1.0.0' };

describe.skipIf(!isMounted)('a disk that is full', () => {
  const film = filmBytes(8 * MIB);
  const ballast = join(folder, 'ballast');
  let service: ReturnType<typeof testService>;
  let staff: Awaited<ReturnType<typeof signIn>>;
  let path: string;
  let clipId: string;

  beforeAll(async () => {
    service = testService({ PRERNA_DATA_DIR: folder });
    service.app.layReserve();
    await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'UJN' });
    staff = await signIn(service, 'rekha');
  });

  afterAll(async () => {
    await service?.close();
    spawnSync('umount', [folder]);
    rmdirSync(folder);
  });

  /** Leaves so many bytes, as somebody else's files on the same disk do. */
  async function leave(bytes: number): Promise<void> {
    const file = await open(ballast, 'a');
    const piece = Buffer.alloc(MIB, 7);
    for (let free = await freeBytes(folder); free > bytes; free = await freeBytes(folder))
      await file.write(piece.subarray(0, Math.min(MIB, free - bytes)));
    await file.close();
  }

  const begin = () =>
    staff('/api/v1/uploads', { method: 'POST', headers: { ...tus, 'upload-length': String(film.length) } });
  const send = (from: number) =>
    staff(path, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(film.subarray(from)),
    });
  const offset = async () => Number((await staff(path, { method: 'HEAD', headers: tus })).headers.get('upload-offset'));

  it('takes no new upload and says so in both languages, while pages and log-in go on', async () => {
    const begun = await begin();
    expect(begun.status).toBe(201);
    path = begun.headers.get('location') ?? '';
    clipId = begun.headers.get('prerna-clip') ?? '';
    await leave(255 * MIB);
    const refused = await begin();
    expect(refused.status).toBe(507);
    expect(await refused.json()).toMatchObject({
      code: 'storage.full',
      message: { hi: expect.stringContaining('जगह नहीं बची'), en: expect.stringContaining('storage is full') },
    });
    expect((await staff('/')).status).toBe(200);
    const body = new URLSearchParams({ login: 'rekha', password: PASSWORD });
    expect((await service.http.request('/login', { method: 'POST', body })).status).toBe(303);
    expect((await service.http.request('/readyz')).status).toBe(503);
  });

  it('to the last byte in the middle of a film: a clear answer, nothing wrong kept, pages still open', async () => {
    await leave(3 * MIB);
    const cut = await send(0);
    expect(cut.status).toBe(507);
    expect(await offset()).toBeLessThan(film.length);
    await leave(0);
    expect((await staff('/')).status).toBe(200);
    const body = new URLSearchParams({ login: 'rekha', password: PASSWORD });
    expect((await service.http.request('/login', { method: 'POST', body })).status).toBe(303);
  });

  it('and has room again: the film goes on where it stopped, without a new start', async () => {
    rmSync(ballast);
    expect((await send(await offset())).status).toBe(204);
    expect(readClip(service.app.catalogue.rows, clipId)).toMatchObject({
      state: 'checking',
      originalHash: createHash('sha256').update(film).digest('hex'),
    });
    expect((await begin()).status).toBe(201);
  });
});
