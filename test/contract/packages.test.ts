import { afterEach, beforeEach, expect, it } from 'vitest';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog, sha256, withdrawCut } from './on-air.ts';

const TODAY = '2026-11-25';
let service: ReturnType<typeof testService>;
let first: OnAirCut;
let second: OnAirCut;
let own: string;
let traffic: Awaited<ReturnType<typeof signIn>>;
const read = async (path: string) => (await traffic(path)).json();

beforeEach(async () => {
  service = testService({}, testClock());
  const crew = await lineCrew(service.app);
  first = await approvedCut(service.app, crew);
  second = await approvedCut(service.app, crew);
  putLog(service.app, 'ujn-01', TODAY, [
    ['07:58', first],
    ['18:58', second],
  ]);
  putLog(service.app, 'ujn-02', TODAY, [['07:58', second]]);
  putLog(service.app, 'ujn-01', '2026-11-26', [['07:58', second]]);
  putLog(service.app, 'dws-01', TODAY, [['07:58', second]]);
  own = operatorAddress(service.app, 'example-ujjain');
  await addPerson(service.app, 'traffic', 'traffic', { kind: 'district', code: 'UJN' });
  traffic = await signIn(service, 'traffic');
});
afterEach(() => service.close());

it('the API lists packages by day and operator, in reach only, page by page', async () => {
  const all = await read('/api/v1/packages');
  expect(all.items).toMatchObject([
    { operator: 'example-ujjain', day: TODAY, logs: 2, films: 2, waiting: 2 },
    { operator: 'example-ujjain', day: '2026-11-26', logs: 1, films: 1 },
  ]);
  const page = await read('/api/v1/packages?limit=1');
  const rest = await read(`/api/v1/packages?limit=1&cursor=${page.next}`);
  expect([page.items[0].day, rest.items[0].day]).toEqual([TODAY, '2026-11-26']);
  expect((await read(`/api/v1/packages?from=${TODAY}&until=2026-11-26`)).items).toHaveLength(1);
  expect((await traffic('/api/v1/packages?operator=example-dewas')).status).toBe(404);
});

it('one package names its lists and each file with size and hash as in the zip; another district’s is not there', async () => {
  const detail = await read(`/api/v1/packages/example-ujjain/${TODAY}`);
  const bytes = first.bytes('sd-mpeg2');
  expect(detail.logs.map((log: { channel: string }) => log.channel)).toEqual(['ujn-01', 'ujn-02']);
  expect(detail.files).toContainEqual({
    path: `sd-mpeg2/${first.house}.mpg`,
    bytes: bytes.length,
    sha256: sha256(bytes),
  });
  expect(detail.files.map((file: { path: string }) => file.path)).toContain('manifest-sha256.txt');
  for (const path of [`example-dewas/${TODAY}`, 'example-ujjain/2026-11-27', 'example-ujjain/today'])
    expect((await traffic(`/api/v1/packages/${path}`)).status, path).toBe(404);
});

it('the feed holds each film of the coming days once, at its address under the token, and never a recalled one', async () => {
  const answer = await service.http.request(`${own}/feed.xml`);
  expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
  const text = await answer.text();
  expect(text.match(/<item>/g)).toHaveLength(2);
  const bytes = first.bytes('sd-mpeg2').length;
  const url = `http://127.0.0.1:8080${own}/files/sd-mpeg2/${first.house}.mpg`;
  expect(text).toContain(`<enclosure url="${url}" length="${bytes}" type="video/mpeg"/>`);
  expect(text).toContain(`fileSize="${bytes}"`);
  expect(text).toMatch(/duration="\d+"/);
  const tag = { 'if-none-match': answer.headers.get('etag') ?? '' };
  expect((await service.http.request(`${own}/feed.xml`, { headers: tag })).status).toBe(304);
  expect((await service.http.request(url.replace('http://127.0.0.1:8080', ''))).status).toBe(200);
  withdrawCut(service.app, first);
  expect(await (await service.http.request(`${own}/feed.xml`, { headers: tag })).text()).not.toContain(first.house);
});
