import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPersonRow } from '../../src/domain/accounts/index.ts';
import { findOperator, listOperators } from '../../src/domain/directory/index.ts';
import { listPresets } from '../../src/domain/render/index.ts';
import { addPerson, signIn, testService } from './http.ts';

let service: ReturnType<typeof testService>;
let fetch: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  service = testService();
  await addPerson(service.app, 'local', 'admin', { kind: 'district', code: 'UJN' });
  await addPerson(service.app, 'other', 'admin', { kind: 'district', code: 'IDR' });
  await addPerson(service.app, 'staff', 'staff', { kind: 'district', code: 'UJN' });
  fetch = await signIn(service, 'local');
});
afterAll(() => service.close());

const post = (words: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(words) });
const operator = {
  id: 'test-cable',
  hi: 'परीक्षा केबल',
  en: 'Test Cable',
  district: 'UJN',
  phone: '',
  delivery: 'sd-mpeg2',
  playlists: 'm3u8',
};
const channel = { id: 'test-one', name: 'परीक्षा एक', tags: 'local', breaks: '18:58:00 120 prime\n20:58:00 60 prime' };
const rows = () => service.app.catalogue.rows;

describe('operators and channels on pages', () => {
  it('are added, changed on the version that was read, and keep what was typed on a conflict', async () => {
    expect((await fetch('/admin/operators', post(operator))).status).toBe(303);
    expect((await fetch('/admin/operators', post(operator))).status).toBe(422);
    expect(
      (await fetch('/admin/operators/test-cable', post({ ...operator, phone: '9876543210', version: '1' }))).status,
    ).toBe(303);
    expect(findOperator(rows(), 'test-cable')).toMatchObject({ phone: '9876543210', version: 2 });
    const late = await fetch('/admin/operators/test-cable', post({ ...operator, hi: 'देर से लिखा', version: '1' }));
    expect(late.status).toBe(412);
    expect(await late.text()).toContain('value="देर से लिखा"');
    expect(findOperator(rows(), 'test-cable')?.name).toBe('परीक्षा केबल');
  });

  it('choose how SD stands on the set and how it moves, and the districts films are made so from then on', async () => {
    const deliveryOf = () => findOperator(rows(), 'test-cable')?.settings.delivery;
    const version = () => String(findOperator(rows(), 'test-cable')?.version);
    const choose = async (words: Record<string, string>) =>
      (await fetch('/admin/operators/test-cable', post({ ...operator, version: version(), ...words }))).status;
    expect(await choose({ delivery: 'sd-mpeg2 xdcam-hd422 web', shape: '14x9', motion: 'fields' })).toBe(303);
    expect(deliveryOf()).toEqual(['sd-mpeg2-14x9-50i', 'xdcam-hd422-50i', 'web']);
    expect(listPresets(rows(), 'UJN')).toEqual(expect.arrayContaining(['sd-mpeg2-14x9-50i', 'xdcam-hd422-50i']));
    const page = await (await fetch('/admin/operators/test-cable')).text();
    for (const chosen of ['14x9', 'fields']) expect(page).toMatch(new RegExp(`value="${chosen}" checked`));
    // Without the two choices, as a table or a script sends it, each file stays what it is called.
    expect(await choose({ delivery: 'sd-mpeg2-4x3 xdcam-hd422-50i' })).toBe(303);
    expect(deliveryOf()).toEqual(['sd-mpeg2-4x3', 'xdcam-hd422-50i']);
    expect(await choose({ delivery: 'web-50i' })).toBe(422);
    expect(await choose({ delivery: 'sd-mpeg2', shape: 'full', motion: 'frames' })).toBe(303);
    expect(deliveryOf()).toEqual(['sd-mpeg2']);
  });

  it('take breaks as lines, and say which line is not clear', async () => {
    const bad = await fetch('/admin/operators/test-cable/channels', post({ ...channel, breaks: 'शाम को' }));
    expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('शाम')]);
    expect((await fetch('/admin/operators/test-cable/channels', post(channel))).status).toBe(303);
    const page = await (await fetch('/admin/operators/test-cable')).text();
    expect(page).toContain('18:58:00 120 prime\n20:58:00 60 prime');
    expect((await fetch('/admin/operators/test-cable/channels', post({ ...channel, version: '7' }))).status).toBe(412);
  });

  it('are not there for another district, and not for who is no administrator', async () => {
    const other = await signIn(service, 'other');
    expect((await other('/admin/operators/test-cable')).status).toBe(404);
    expect((await other('/admin/operators/test-cable', post({ ...operator, version: '2' }))).status).toBe(404);
    expect((await other('/admin/operators/test-cable/channels', post(channel))).status).toBe(404);
    const staff = await signIn(service, 'staff');
    for (const path of ['/admin/operators', '/admin/import']) expect((await staff(path)).status).toBe(403);
  });
});

describe('tables of many', () => {
  const upload = async (kind: string, table: string, save?: 'yes') => {
    const content = Buffer.from(table).toString('base64');
    return fetch('/admin/import', post({ kind, content, ...(save && { save }) }));
  };

  it.each(['people', 'operators'])(
    'the template of %s is read without a problem, and nothing is saved yet',
    async (kind) => {
      const template = await (await fetch(`/admin/import/${kind}.csv`)).text();
      const before = listOperators(rows(), ['UJN']).length;
      expect((await upload(kind, template)).status).toBe(200);
      expect(listOperators(rows(), ['UJN']).length).toBe(before);
    },
  );

  it('save all or nothing', async () => {
    const good = 'लॉगिन,नाम,काम,जगह\nasha,आशा,staff,उज्जैन\n';
    expect((await upload('people', `${good}mohan,मोहन,रसोइया,उज्जैन\n`, 'yes')).status).toBe(422);
    expect((await upload('people', `${good}staff,नाम,staff,उज्जैन\n`, 'yes')).status).toBe(422);
    expect(findPersonRow(rows(), { login: 'asha' })).toBeUndefined();
    const saved = await upload('people', good, 'yes');
    expect([saved.status, await saved.text()]).toEqual([200, expect.stringContaining('/invitation/')]);
    const head = 'पहचान,नाम,ज़िला,फ़ाइल,प्लेलिस्ट\n';
    const pair = `${head}new-cable,नया,उज्जैन,sd-mpeg2,m3u8\ntest-cable,पुराना,उज्जैन,sd-mpeg2,m3u8\n`;
    expect((await upload('operators', pair, 'yes')).status).toBe(422);
    expect(findOperator(rows(), 'new-cable')).toBeUndefined();
  });
});

it('tells machines who is there and invites by link', async () => {
  const { users } = (await (await fetch('/api/v1/users')).json()) as { users: { login: string }[] };
  expect(users.map(({ login }) => login)).toContain('staff');
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const wanted = { login: 'api-made', name: 'A', role: 'staff', reachKind: 'district', reachCode: 'UJN' };
  expect((await fetch('/api/v1/users', { ...init, body: JSON.stringify(wanted) })).status).toBe(201);
  const beyond = { ...wanted, login: 'beyond', reachCode: 'IDR' };
  expect((await fetch('/api/v1/users', { ...init, body: JSON.stringify(beyond) })).status).toBe(422);
  expect((await fetch('/api/v1/audit')).status).toBe(403);
});
