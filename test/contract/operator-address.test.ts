import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listOperatorTokens, revokeAccessToken } from '../../src/domain/accounts/index.ts';
import { fetches } from '../../src/domain/delivery/delivery.table.ts';
import { listNotices, listRecalls, listUnapprovedBytes } from '../../src/domain/delivery/index.ts';
import { testClock } from './catalogue.ts';
import { testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog, sha256, withdrawCut } from './on-air.ts';

// 06:00 UTC is 11:30 in India.
const TODAY = '2026-11-25';
let service: ReturnType<typeof testService>;
let first: OnAirCut;
let second: OnAirCut;
let own: string;
let other: string;

const get = (path: string, headers: Record<string, string> = {}) => service.http.request(path, { headers });
const film = (base: string, cut: OnAirCut) => `${base}/files/sd-mpeg2/${cut.house}.mpg`;

beforeEach(async () => {
  service = testService({}, testClock());
  const crew = await lineCrew(service.app);
  first = await approvedCut(service.app, crew);
  second = await approvedCut(service.app, crew);
  putLog(service.app, 'ujn-01', TODAY, [
    ['07:58', first],
    ['18:58', second],
  ]);
  putLog(service.app, 'ujn-01', '2026-11-26', [['07:58', second]]);
  own = operatorAddress(service.app, 'example-ujjain');
  other = operatorAddress(service.app, 'example-dewas');
});
afterEach(() => service.close());

describe('the manifest', () => {
  it('names each film of the coming days once, with bytes and hash, and the head of the audit chain', async () => {
    const answer = await get(`${own}/manifest.json`);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const bytes = first.bytes('sd-mpeg2');
    expect(await answer.json()).toMatchObject({
      operator: 'example-ujjain',
      audit: { head: expect.stringMatching(/^[0-9a-f]{64}$/) },
      need: [
        {
          house: first.house,
          file: `files/sd-mpeg2/${first.house}.mpg`,
          bytes: bytes.length,
          sha256: sha256(bytes),
          first: TODAY,
        },
        { house: second.house, first: TODAY },
      ],
      logs: [
        { channel: 'ujn-01', day: TODAY, version: 1 },
        { channel: 'ujn-01', day: '2026-11-26', version: 1 },
      ],
      remove: [],
    });
    expect(await (await get(`${other}/manifest.json`)).json()).toMatchObject({ need: [], logs: [] });
  });

  it('is given for a token in Basic or Bearer too, and for nobody else', async () => {
    const token = own.slice('/o/'.length);
    expect((await get('/o/-/manifest.json', { authorization: `Bearer ${token}` })).status).toBe(200);
    const basic = Buffer.from(`any:${token}`).toString('base64');
    expect((await get('/o/-/manifest.json', { authorization: `Basic ${basic}` })).status).toBe(200);
    expect((await get('/o/-/manifest.json')).status).toBe(404);
  });
});

describe('a list', () => {
  it('holds the films as absolute addresses under the same token', async () => {
    const answer = await get(`${own}/channels/ujn-01/logs/${TODAY}.m3u8`);
    expect(answer.headers.get('content-type')).toContain('mpegurl');
    const text = await answer.text();
    expect(text.startsWith('#EXTM3U\n')).toBe(true);
    expect(text).toContain(`http://127.0.0.1:8080${own}/files/sd-mpeg2/${first.house}.mpg\n`);
    expect(
      (await get(`${own}/channels/ujn-01/logs/${TODAY}.m3u8`, { 'if-none-match': answer.headers.get('etag') ?? '' }))
        .status,
    ).toBe(304);
  });

  it.each(['m3u', 'xspf', 'pls', 'mrss', 'csv'])('is written as %s', async (dialect) => {
    const answer = await get(`${own}/channels/ujn-01/logs/${TODAY}.${dialect}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`/files/sd-mpeg2/${second.house}.mpg`);
  });

  it('that was not released, is another operator’s or in no form of ours is not there', async () => {
    const paths = [
      `${own}/channels/ujn-01/logs/2026-11-27.m3u8`,
      `${own}/channels/dws-01/logs/${TODAY}.m3u8`,
      `${other}/channels/ujn-01/logs/${TODAY}.m3u8`,
      `${own}/channels/ujn-01/logs/${TODAY}.exe`,
      `${own}/channels/ujn-01/logs/2026-02-30.m3u8`,
    ];
    for (const path of paths) expect((await get(path)).status, path).toBe(404);
  });
});

describe('a film', () => {
  it('comes whole, in ranges and as HEAD, under a strong tag that is its hash', async () => {
    const bytes = first.bytes('sd-mpeg2');
    const whole = await get(film(own, first));
    expect(whole.headers.get('etag')).toBe(`"${sha256(bytes)}"`);
    expect(whole.headers.get('repr-digest')).toMatch(/^sha-256=:/);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const rest = await get(film(own, first), { range: 'bytes=1000-' });
    expect(rest.status).toBe(206);
    expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(1000))).toBe(true);
    const head = await service.http.request(film(own, first), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  });

  it('of another operator, in a preset not asked for, or unknown looks the same: not there', async () => {
    const paths = [
      film(other, first),
      `${own}/files/web/${first.house}.mp4`,
      `${own}/files/sd-mpeg2/${first.house}.mp4`,
      `${own}/files/sd-mpeg2/UJNPMA99999.mpg`,
      `${own}/files/sd-mpeg2/..%2f..%2fcatalogue.db`,
    ];
    for (const path of paths) expect((await get(path)).status, path).toBe(404);
  });

  it('is new until its last byte was taken, half fetched in between', async () => {
    const pageText = async () => (await get(own, { 'accept-language': 'en' })).text();
    expect(await pageText()).toContain('Files: 2');
    const half = await get(film(own, first));
    await half.body?.cancel();
    expect(await pageText()).toContain('Incomplete, get again');
    await (await get(film(own, first), { range: 'bytes=500-' })).arrayBuffer();
    expect(await pageText()).toContain('You have the other 1.');
  });
});

describe('after a recall', () => {
  it('the film is gone with the reason for those who had it, and not there for others', async () => {
    await (await get(film(own, first))).arrayBuffer();
    withdrawCut(service.app, first);
    const machine = await get(film(own, first));
    expect([machine.status, machine.headers.get('content-type')]).toEqual([410, 'application/problem+json']);
    expect(await machine.json()).toMatchObject({
      code: 'file.recalled.consent',
      message: { en: expect.stringContaining('withdrew consent'), hi: expect.stringContaining('सहमति') },
    });
    const person = await get(film(own, first), { accept: 'text/html', 'accept-language': 'hi' });
    expect([person.status, await person.text()]).toEqual([410, expect.stringContaining('सहमति वापस ली है')]);
    expect((await get(film(other, first))).status).toBe(404);
    const manifest = await (await get(`${own}/manifest.json`)).json();
    expect(manifest).toMatchObject({
      need: [{ house: second.house }],
      remove: [{ house: first.house, reason: 'consent-withdrawn' }],
    });
    expect(await (await get(`${own}/channels/ujn-01/logs/${TODAY}.m3u8`)).text()).not.toContain(first.house);
  });

  it('those who were only told to play it hear of it, and "removed" is taken once from the right one', async () => {
    withdrawCut(service.app, first);
    const [recall] = listRecalls(service.app.catalogue.rows, { districts: ['UJN'] });
    const path = `recalls/${recall?.id}/ack`;
    const say = (base: string, headers = {}) => service.http.request(`${base}/${path}`, { method: 'POST', headers });
    expect((await say(other)).status).toBe(404);
    expect((await say(own, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await (await get(own)).text()).toContain('1 स्पॉट हटाना है');
    expect(await (await get(`${own}/recalls.json`)).json()).toMatchObject({
      recalls: [{ house: first.house, ackedAt: null }],
    });
    expect((await say(own)).status).toBe(204);
    expect((await say(own, { accept: 'text/html' })).headers.get('location')).toContain('done=removed');
    const [answer] = listNotices(service.app.catalogue.rows, recall?.id ?? '');
    expect(answer?.notice).toMatchObject({ operatorId: 'example-ujjain', ackedBy: 'operator:example-ujjain' });
    expect(await (await get(own)).text()).not.toContain('1 स्पॉट हटाना है');
  });

  it('hearing the fact again makes no second recall', () => {
    withdrawCut(service.app, first);
    withdrawCut(service.app, first);
    expect(listRecalls(service.app.catalogue.rows, { districts: ['UJN'] })).toHaveLength(1);
  });
});

describe('the rest of the address', () => {
  it('a reply of the machine decides what is still to be fetched; another form of it is refused', async () => {
    const reply = (body: string) => service.http.request(`${own}/reply`, { method: 'POST', body });
    expect((await reply(JSON.stringify({ have: [`files/sd-mpeg2/${first.house}.mpg`] }))).status).toBe(204);
    expect(await (await get(own, { 'accept-language': 'en' })).text()).toContain('You have the other 1.');
    expect((await reply('{"have":"all"}')).status).toBe(422);
    expect((await reply('no json')).status).toBe(400);
  });

  it('the run sheet prints the list in the language of the reader', async () => {
    const sheet = await (await get(`${own}/run-sheet/${TODAY}`)).text();
    expect(sheet).toContain('07:58:00');
    expect(sheet).toContain('सुनीता बाई');
    expect((await get(`${own}/run-sheet/2026-11-28`)).status).toBe(404);
  });

  it('the package says its length beforehand and lists what it holds', async () => {
    const answer = await get(`${own}/packages/${TODAY}.zip`);
    const zip = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).toBe(String(zip.length));
    expect(zip.includes(Buffer.from(`sd-mpeg2/${second.house}.mpg`))).toBe(true);
    const fresh = Buffer.from(await (await get(`${own}/packages/${TODAY}.zip?new=1`)).arrayBuffer());
    expect(fresh.includes(Buffer.from(`${second.house}.mpg film`))).toBe(false);
    expect((await get(`${other}/packages/${TODAY}.zip`)).status).toBe(404);
  });

  it('a revoked token opens nothing any more', async () => {
    const [token] = listOperatorTokens(service.app, 'example-ujjain');
    revokeAccessToken(service.app, 'system', token?.id ?? '');
    for (const path of [own, `${own}/manifest.json`, film(own, first), `${own}/recalls.json`])
      expect((await get(path)).status, path).toBe(404);
  });
});

describe('fsck', () => {
  it('finds bytes that went out and were not the approved ones', async () => {
    await (await get(film(own, first))).arrayBuffer();
    expect(listUnapprovedBytes(service.app.catalogue.rows)).toEqual([]);
    const wrong = { operatorId: 'example-ujjain', cutId: first.cutId, preset: 'sd-mpeg2', blob: 'c'.repeat(64) };
    service.app.catalogue.keep((rows) =>
      rows
        .insert(fetches)
        .values({ ...wrong, firstAt: '', lastAt: '' })
        .run(),
    );
    expect(listUnapprovedBytes(service.app.catalogue.rows)).toMatchObject([{ cutId: first.cutId, blob: wrong.blob }]);
  });
});
