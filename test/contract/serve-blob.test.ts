import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BlobHash } from '../../src/kernel/blobs.ts';
import { createDiskBlobs } from '../../src/platform/blobs/disk-blobs.ts';
import type { Env } from '../../src/web/http/route.ts';
import { serveBlob } from '../../src/web/http/serve-blob.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-served-'));
const blobs = createDiskBlobs(folder);
const http = new Hono<Env>();
http.get('/it', (c) => serveBlob(c, blobs, { hash, type: 'video/mp4', saveAs: 'राम "कथा".mp4' }));
let hash: BlobHash;
let etag: string;
beforeAll(async () => {
  hash = (await blobs.putBytes(Buffer.from('0123456789'))).hash;
  etag = `"${hash}"`;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (headers: Record<string, string> = {}, method = 'GET') => http.request('/it', { method, headers });

it.each([
  ['the whole without a range', {}, 200, '0123456789', undefined],
  ['the middle', { range: 'bytes=2-4' }, 206, '234', 'bytes 2-4/10'],
  ['from a place to the end', { range: 'bytes=7-' }, 206, '789', 'bytes 7-9/10'],
  ['the end', { range: 'bytes=-3' }, 206, '789', 'bytes 7-9/10'],
  ['no more than there is', { range: 'bytes=8-99' }, 206, '89', 'bytes 8-9/10'],
  ['nothing beyond the end', { range: 'bytes=10-' }, 416, '', 'bytes */10'],
  ['nothing for an empty end', { range: 'bytes=-0' }, 416, '', 'bytes */10'],
  ['the whole for a backward range', { range: 'bytes=4-2' }, 200, '0123456789', undefined],
  ['the whole for several ranges', { range: 'bytes=0-1,4-5' }, 200, '0123456789', undefined],
  ['the whole for other units', { range: 'frames=0-1' }, 200, '0123456789', undefined],
  [
    'the whole when the film has changed since',
    { range: 'bytes=2-4', 'if-range': '"old"' },
    200,
    '0123456789',
    undefined,
  ],
] as const)('answers %s', async (_name, headers, status, text, contentRange) => {
  const answer = await get(headers);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe(text);
  expect(answer.headers.get('content-range') ?? undefined).toBe(contentRange);
});

it('goes on with a range while the film is the same', async () => {
  expect((await get({ range: 'bytes=2-4', 'if-range': etag })).status).toBe(206);
});

it('sends nothing twice: the same ETag is a 304', async () => {
  const answer = await get({ 'if-none-match': `"x", ${etag}` });
  expect([answer.status, await answer.text()]).toEqual([304, '']);
});

it('says what it is, safely: strong ETag, digest, save-as in any script', async () => {
  const { headers } = await get({}, 'HEAD');
  expect(headers.get('etag')).toBe(etag);
  expect(headers.get('content-length')).toBe('10');
  expect(headers.get('repr-digest')).toBe(`sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="[\w.-]+"; filename\*=UTF-8''%E0%A4%B0.*\.mp4$/,
  );
});
