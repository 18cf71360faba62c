import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOperator, saveOperator } from '../../src/domain/directory/index.ts';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog, withdrawCut } from './on-air.ts';

const TODAY = '2026-11-25';
const ID = 'example-ujjain';
let service: ReturnType<typeof testService>;
let cut: OnAirCut;
let own: string;

const get = (path: string) => service.http.request(path);
const textOf = async (path: string) => (await get(path)).text();

beforeAll(async () => {
  service = testService({}, testClock());
  await addPerson(service.app, 'local', 'admin', { kind: 'district', code: 'UJN' });
  cut = await approvedCut(service.app, await lineCrew(service.app));
  putLog(service.app, 'ujn-01', TODAY, [['18:58', cut]]);
  own = operatorAddress(service.app, ID);
});
afterAll(() => service.close());

describe('an operator whose machine reads short names', () => {
  it('chooses them on its page', async () => {
    const fetch = await signIn(service, 'local');
    const { name, settings, version } = getOperator(service.app.catalogue.rows, { districts: ['UJN'] }, ID);
    expect(settings.fileNames).toBe('house');
    const words = { hi: name, district: 'UJN', delivery: 'sd-mpeg2', playlists: 'm3u csv', version: String(version) };
    const body = new URLSearchParams({ ...words, fileNames: 'short' });
    expect((await fetch(`/admin/operators/${ID}`, { method: 'POST', body })).status).toBe(303);
    expect(await (await fetch(`/admin/operators/${ID}`)).text()).toMatch(/value="short" checked/);
  });

  it('gets 8+3 names in manifest, lists and package, under addresses that hold the film', async () => {
    const file = `sd-mpeg2/${cut.house.slice(-8)}.MPG`;
    expect(file).toMatch(/^sd-mpeg2\/[A-Z]{3}\d{5}\.MPG$/);
    expect(await (await get(`${own}/manifest.json`)).json()).toMatchObject({
      need: [{ house: cut.house, file: `files/${file}` }],
    });
    expect(await textOf(`${own}/channels/ujn-01/logs/${TODAY}.m3u?films=beside`)).toContain(file);
    const zip = Buffer.from(await (await get(`${own}/packages/${TODAY}.zip`)).arrayBuffer());
    expect(zip.includes(file)).toBe(true);
    const answer = await get(`${own}/files/${file}`);
    expect([answer.status, Buffer.from(await answer.arrayBuffer())]).toEqual([200, cut.bytes('sd-mpeg2')]);
    // Lists that a machine fetched before the change still find their films.
    expect((await get(`${own}/files/sd-mpeg2/${cut.house}.mpg`)).status).toBe(200);
    expect((await get(`${own}/files/sd-mpeg2/ZZZ99999.MPG`)).status).toBe(404);
  });

  it('is told to delete the film under both names once it is taken back', async () => {
    withdrawCut(service.app, cut);
    expect((await get(`${own}/files/sd-mpeg2/${cut.house.slice(-8)}.MPG`)).status).toBe(410);
    const removals = (await textOf(`${own}/manifest.txt`)).split('\n').filter((line) => line.startsWith('remove '));
    expect(removals.map((line) => line.split(' ')[1])).toEqual([cut.house, cut.house.slice(-8)]);
  });
});

describe('the rule of an operator', () => {
  it('is the house number where nobody chose', () => {
    const { version, settings } = getOperator(service.app.catalogue.rows, { districts: ['UJN'] }, ID);
    const { names, delivery, playlists } = settings;
    const operator = { id: ID, names, district: 'UJN', phone: undefined, delivery, playlists };
    const by = { id: 'someone', districts: ['UJN'] };
    expect(saveOperator(service.app, by, operator, version).ok).toBe(true);
    const kept = getOperator(service.app.catalogue.rows, { districts: ['UJN'] }, ID);
    expect(kept.settings.fileNames).toBe('house');
  });
});
