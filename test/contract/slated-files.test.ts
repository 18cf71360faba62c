import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOperator } from '../../src/domain/directory/index.ts';
import { listPresets } from '../../src/domain/render/index.ts';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog, withdrawCut } from './on-air.ts';

const TODAY = '2026-11-25';
const ID = 'example-ujjain';
let service: ReturnType<typeof testService>;
let fetch: Awaited<ReturnType<typeof signIn>>;
let cut: OnAirCut;
let own: string;

const rows = () => service.app.catalogue.rows;
const operator = () => getOperator(rows(), { districts: ['UJN'] }, ID);
const get = (path: string) => service.http.request(path);
const textOf = async (path: string) => (await get(path)).text();
const choose = async (words: Record<string, string>) => {
  const { name, version } = operator();
  const plain = { hi: name, district: 'UJN', delivery: 'sd-mpeg2 web', playlists: 'm3u csv', version: String(version) };
  return (await fetch(`/admin/operators/${ID}`, { method: 'POST', body: new URLSearchParams({ ...plain, ...words }) }))
    .status;
};

beforeAll(async () => {
  service = testService({}, testClock());
  await addPerson(service.app, 'local', 'admin', { kind: 'district', code: 'UJN' });
  fetch = await signIn(service, 'local');
  expect(await choose({ slate: 'beside', shape: '14x9' })).toBe(303);
  cut = await approvedCut(service.app, await lineCrew(service.app));
  putLog(service.app, 'ujn-01', TODAY, [['18:58', cut]]);
  own = operatorAddress(service.app, ID);
});
afterAll(() => service.close());

describe('an operator that wants files with slate', () => {
  it('chooses them beside the clean ones; files for the web have none', async () => {
    expect(operator().settings.delivery).toEqual(['sd-mpeg2-14x9', 'sd-mpeg2-14x9-slate', 'web']);
    expect(await (await fetch(`/admin/operators/${ID}`)).text()).toMatch(/value="beside" checked/);
    expect(listPresets(rows(), 'UJN')).toEqual(expect.arrayContaining(['sd-mpeg2-14x9', 'sd-mpeg2-14x9-slate']));
  });

  it('finds them in the manifest and the package, each in its own folder under the house number', async () => {
    const { need } = await (await get(`${own}/manifest.json`)).json();
    const files = need.map((one: { file: string }) => one.file);
    expect(files).toEqual(
      expect.arrayContaining([`files/sd-mpeg2-14x9/${cut.house}.mp4`, `files/sd-mpeg2-14x9-slate/${cut.house}.mp4`]),
    );
    const zip = Buffer.from(await (await get(`${own}/packages/${TODAY}.zip`)).arrayBuffer());
    expect(zip.includes(`sd-mpeg2-14x9-slate/${cut.house}.mp4`)).toBe(true);
    expect((await get(`${own}/files/sd-mpeg2-14x9-slate/${cut.house}.mp4`)).status).toBe(200);
  });

  it('plays the clean ones: no list and no feed names a file with slate', async () => {
    const lists = ['m3u', 'csv'].map((kind) => `${own}/channels/ujn-01/logs/${TODAY}.${kind}?films=beside`);
    for (const path of [...lists, `${own}/feed.xml`]) {
      const text = await textOf(path);
      expect(text, path).toContain(`sd-mpeg2-14x9/${cut.house}.mp4`);
      expect(text, path).not.toContain('-slate');
    }
  });

  it('plays the clean one also where a table names the slated file alone', async () => {
    expect(await choose({ delivery: 'sd-mpeg2-14x9-slate' })).toBe(303);
    expect(operator().settings.delivery).toEqual(['sd-mpeg2-14x9', 'sd-mpeg2-14x9-slate']);
  });

  it('loses both when the film is taken back, and gives slates up again', async () => {
    withdrawCut(service.app, cut);
    for (const preset of ['sd-mpeg2-14x9', 'sd-mpeg2-14x9-slate'])
      expect((await get(`${own}/files/${preset}/${cut.house}.mp4`)).status).toBe(410);
    expect(await choose({ slate: 'clean', shape: 'full' })).toBe(303);
    expect(operator().settings.delivery).toEqual(['sd-mpeg2', 'web']);
  });
});
