import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findDistrict,
  findDivision,
  findScheme,
  getDepartment,
  loadPresets,
  readPresetData,
} from '../../src/domain/directory/index.ts';
import { deliverables } from '../../src/domain/render/render.table.ts';
import { findBrokenLink, listAudit } from '../../src/platform/db/audit.ts';
import { approvedCut } from './approved-cut.ts';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { draftOf, readyClip } from './line.ts';

const PRESETS = join(import.meta.dirname, '../../presets');
let service: ReturnType<typeof testService>;
let fetch: Awaited<ReturnType<typeof signIn>>;
let staffId: string;
let reviewerId: string;

beforeAll(async () => {
  service = testService({}, testClock('2026-12-10T06:00:00.000Z'));
  await addPerson(service.app, 'chief', 'admin', { kind: 'state' });
  await addPerson(service.app, 'local', 'admin', { kind: 'district', code: 'UJN' });
  staffId = await addPerson(service.app, 'staff', 'staff', { kind: 'district', code: 'UJN' });
  reviewerId = await addPerson(service.app, 'reviewer', 'reviewer', { kind: 'state' });
  fetch = await signIn(service, 'chief');
});
afterAll(() => service.close());

const rows = () => service.app.catalogue.rows;
const post = (words: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(words) });
const json = (method: string, body: unknown, version?: number) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...(version && { 'if-match': `"v${version}"` }) },
});
const newest = () => listAudit(rows(), { limit: 1 })[0];

/** The fields of a form as the page shows them. */
async function formOf(path: string): Promise<Record<string, string>> {
  const page = await (await fetch(path)).text();
  const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  const fields: Record<string, string> = {};
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const [name, value] = [/name="([^"]+)"/.exec(tag)?.[1], /value="([^"]*)"/.exec(tag)?.[1]];
    if (name && (!tag.includes('checkbox') || / checked/.test(tag))) fields[name] = plain(value ?? '');
  }
  for (const [, name = '', text = ''] of page.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)/g))
    fields[name] = plain(text);
  for (const [, name = '', choices = ''] of page.matchAll(/<select[^>]*name="(\w+)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = /value="([^"]*)" selected/.exec(choices)?.[1] ?? '';
  return fields;
}

describe('schemes on pages', () => {
  it('are found by sound, and shown as they are stored', async () => {
    const list = await (await fetch('/admin/schemes?q=ladli behna')).text();
    expect(list).toContain('/admin/schemes/LBY');
    expect(list).not.toContain('/admin/schemes/PMK');
    const before = findScheme(rows(), 'LBY');
    expect((await fetch('/admin/schemes/LBY', post(await formOf('/admin/schemes/LBY')))).status).toBe(303);
    expect(findScheme(rows(), 'LBY')).toEqual({ ...before, edited: true, version: 2 });
  });

  it('ask when it was read before a helpline changes, and say so in the audit row', async () => {
    const typed = { ...(await formOf('/admin/schemes/PMJ')), helpline: '1098' };
    const asked = await fetch('/admin/schemes/PMJ', post(typed));
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining('value="1098"')]);
    expect(findScheme(rows(), 'PMJ')?.helpline).toBe('14555');
    const day = { checkedOn: '2026-12-10', helplineFrom: 'पत्र 12, 10-12-2026' };
    expect((await fetch('/admin/schemes/PMJ', post({ ...typed, ...day }))).status).toBe(303);
    expect(newest()).toMatchObject({ act: 'scheme.edit', subject: 'PMJ' });
    expect(JSON.parse(newest()?.detail ?? '')).toMatchObject({ helplineWas: '14555', helpline: '1098', version: 2 });
  });

  it('keep what was typed when somebody else was faster', async () => {
    const typed = await formOf('/admin/schemes/PMA');
    expect((await fetch('/admin/schemes/PMA', post({ ...typed, alsoCalled: 'एक' }))).status).toBe(303);
    const late = await fetch('/admin/schemes/PMA', post({ ...typed, alsoCalled: 'दो' }));
    expect([late.status, await late.text()]).toEqual([412, expect.stringContaining('दो</textarea>')]);
    expect(findScheme(rows(), 'PMA')?.alsoCalled).toEqual(['एक']);
  });

  it('are added once under a code', async () => {
    const typed = { ...(await formOf('/admin/schemes/PMA')), code: 'ZZY', version: '' };
    expect((await fetch('/admin/schemes', post(typed))).status).toBe(303);
    expect((await fetch('/admin/schemes', post(typed))).status).toBe(422);
    expect((await fetch('/admin/schemes', post({ ...typed, code: 'zz' }))).status).toBe(422);
    expect(findScheme(rows(), 'ZZY')).toMatchObject({ edited: true, version: 1 });
  });

  it('that are hidden are offered no more and stay in the list', async () => {
    const typed = await formOf('/admin/schemes/ZZY');
    expect((await fetch('/admin/schemes/ZZY', post({ ...typed, hidden: '1' }))).status).toBe(303);
    expect(await (await fetch('/api/v1/schemes')).text()).not.toContain('"ZZY"');
    expect(await (await fetch('/admin/schemes')).text()).toContain('/admin/schemes/ZZY');
  });
});

describe('places and the department on pages', () => {
  it('are renamed, with the names at once on the pages of others', async () => {
    const typed = { ...(await formOf('/admin/districts/UJN')), hi: 'अवंतिका', en: 'Avantika' };
    expect((await fetch('/admin/districts/UJN', post(typed))).status).toBe(303);
    expect(newest()).toMatchObject({ act: 'district.edit', subject: 'UJN' });
    const staff = await signIn(service, 'staff');
    expect(await (await staff('/')).text()).toContain('अवंतिका');
    expect((await fetch('/admin/districts/UJN', post(typed))).status).toBe(412);
  });

  it('are added with a code that no other place has', async () => {
    const typed = { code: 'NEW', hi: 'नया', en: 'New', division: 'DUJ', source: 'राजपत्र', checkedOn: '2026-12-09' };
    expect((await fetch('/admin/districts', post(typed))).status).toBe(303);
    expect(findDistrict(rows(), 'NEW')).toMatchObject({ division: 'DUJ', edited: true });
    for (const wrong of [{ code: 'DUJ' }, { hi: 'New' }, { source: '' }, { checkedOn: '2026-12-11' }])
      expect((await fetch('/admin/districts', post({ ...typed, code: 'OTH', ...wrong }))).status).toBe(422);
    expect((await fetch('/admin/districts', post({ ...typed, code: 'OTH', division: 'XXX' }))).status).toBe(404);
    const division = { ...(await formOf('/admin/divisions/DUJ')), hi: 'मालवा' };
    expect((await fetch('/admin/divisions/DUJ', post(division))).status).toBe(303);
    expect(findDivision(rows(), 'DUJ')?.hi).toBe('मालवा');
  });

  it('the department too, in both languages', async () => {
    const typed = await formOf('/admin/department');
    expect((await fetch('/admin/department', post({ ...typed, hi: 'Public Relations' }))).status).toBe(422);
    expect((await fetch('/admin/department', post({ ...typed, hi: 'लोक सम्पर्क' }))).status).toBe(303);
    expect((await fetch('/admin/department', post({ ...typed, hi: 'देर से' }))).status).toBe(412);
    expect(getDepartment(rows())).toMatchObject({ hi: 'लोक सम्पर्क', version: 2 });
  });

  it('are for who stands for the whole state', async () => {
    const local = await signIn(service, 'local');
    for (const path of [
      '/admin/schemes',
      '/admin/schemes/LBY',
      '/admin/places',
      '/admin/districts/UJN',
      '/admin/department',
    ])
      expect((await local(path)).status, path).toBe(403);
    const typed = await formOf('/admin/districts/UJN');
    expect((await local('/admin/districts/UJN', post(typed))).status).toBe(403);
    const staff = await signIn(service, 'staff');
    expect((await staff('/admin/schemes')).status).toBe(403);
  });
});

describe('the API', () => {
  it('reads a scheme with its version, changes it on that version, adds one', async () => {
    const read = await fetch('/api/v1/schemes/PMK');
    const { row, version } = (await read.json()) as { row: Record<string, unknown>; version: number };
    expect(read.headers.get('etag')).toBe(`"v${version}"`);
    expect((await fetch('/api/v1/schemes/PMK', json('PUT', { row }))).status).toBe(400);
    expect((await fetch('/api/v1/schemes/PMK', json('PUT', { row }, version))).status).toBe(200);
    expect((await fetch('/api/v1/schemes/PMK', json('PUT', { row }, version))).status).toBe(412);
    expect((await fetch('/api/v1/schemes/QQQ', json('PUT', { row }, 1))).status).toBe(404);
    expect((await fetch('/api/v1/schemes', json('POST', { row: { ...row, code: 'QQQ' } }))).status).toBe(201);
    const later = { row: { ...row, helpline: '1098', checkedOn: '2027-01-01' } };
    expect((await fetch('/api/v1/schemes/PMK', json('PUT', later, version + 1))).status).toBe(422);
  });

  it('reads and changes districts, and lets a district’s administrator only read their own', async () => {
    const { version: _version, ...district } = (await (await fetch('/api/v1/districts/IDR')).json()) as {
      version: number;
    };
    const body = { ...district, en: 'Indor' };
    expect((await fetch('/api/v1/districts/IDR', json('PUT', body, 1))).status).toBe(200);
    expect((await fetch('/api/v1/districts/IDR', json('PUT', body, 1))).status).toBe(412);
    const local = await signIn(service, 'local');
    expect((await local('/api/v1/districts/UJN')).status).toBe(200);
    expect((await local('/api/v1/districts/IDR')).status).toBe(404);
    expect((await local('/api/v1/districts/UJN', json('PUT', body, 1))).status).toBe(403);
  });
});

describe('what follows', () => {
  it('drafts say the new words, made films keep their bytes and nothing is made anew', async () => {
    const cut = approvedCut(service.app, { makerId: staffId, reviewerId, district: 'UJN' });
    const by = { personId: staffId, district: 'UJN' };
    const spotId = draftOf(service.app, readyClip(service.app, by), by);
    const films = () => rows().select().from(deliverables).all();
    const jobs = () => service.app.jobs.desk.list({ limit: 100 }).map(({ id }) => id);
    const before = { films: films(), jobs: jobs() };
    const typed = { ...(await formOf('/admin/schemes/PMA')), namesHi: 'घर योजना' };
    expect((await fetch('/admin/schemes/PMA', post(typed))).status).toBe(303);
    const staff = await signIn(service, 'staff');
    expect(await (await staff(`/spots/${spotId}`)).text()).toContain('घर योजना');
    expect({ films: films(), jobs: jobs() }).toEqual(before);
    expect(films().some(({ cutId }) => cutId === cut.cutId)).toBe(true);
  });

  it('newer preset files change what nobody edited and leave the office’s words alone', () => {
    const copy = mkdtempSync(join(tmpdir(), 'prerna-presets-'));
    try {
      cpSync(PRESETS, copy, { recursive: true });
      const mend = (file: string, from: RegExp, to: string) =>
        writeFileSync(join(copy, file), readFileSync(join(copy, file), 'utf8').replace(from, to));
      mend('schemes.yaml', /लाड़ली बहना योजना, लाड़ली बहना\]/, 'लाड़ली बहना योजना, बहना]');
      mend('schemes.yaml', /\[जल जीवन मिशन, हर घर जल\]/, '[जल जीवन मिशन, घर जल]');
      mend('places.yaml', /hi: उज्जैन, en: Ujjain, division/, 'hi: उज्जैनी, en: Ujjaini, division');
      mend('places.yaml', /hi: देवास/, 'hi: देवासा');
      mend('department.yaml', /hi: जनसम्पर्क विभाग/, 'hi: विभाग');
      const edited = { scheme: findScheme(rows(), 'LBY'), place: findDistrict(rows(), 'UJN') };
      expect(loadPresets(service.app, readPresetData(copy))).toEqual({ changed: true });
      expect({ scheme: findScheme(rows(), 'LBY'), place: findDistrict(rows(), 'UJN') }).toEqual(edited);
      expect(getDepartment(rows()).hi).toBe('लोक सम्पर्क');
      expect(findDistrict(rows(), 'NEW')?.hi).toBe('नया');
      expect(findDistrict(rows(), 'DWS')?.hi).toBe('देवासा');
      expect(loadPresets(service.app, readPresetData(copy))).toEqual({ changed: false });
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  it('leaves a whole audit chain', () => expect(findBrokenLink(rows())).toBeUndefined());
});
