// Page, address and picture of a look, one service for all: what is saved on the one must be seen on the others.
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOwnLook, readStandingLook, STATE } from '../../src/domain/directory/index.ts';
import { parseBlobHash } from '../../src/kernel/blobs.ts';
import { findBrokenLink, listAudit } from '../../src/platform/db/audit.ts';
import { addPerson, signIn, testService } from './http.ts';
import { draftOf, readyClip } from './line.ts';

let service: ReturnType<typeof testService>;
let head: Awaited<ReturnType<typeof signIn>>;
let local: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  service = testService();
  await addPerson(service.app, 'head', 'admin', { kind: 'state' });
  await addPerson(service.app, 'local', 'admin', { kind: 'district', code: 'UJN' });
  await addPerson(service.app, 'staff', 'staff', { kind: 'district', code: 'UJN' });
  [head, local] = [await signIn(service, 'head'), await signIn(service, 'local')];
});
afterAll(() => service.close());

const rows = () => service.app.catalogue.rows;
const standing = (look: 'sober' | 'warm' | 'bold', place: string) => {
  const { catalogue, blobs, config } = service.app;
  return readStandingLook({ catalogue, blobs, projectRoot: config.projectRoot }, look, place);
};

/** What the form of a look holds as its page was drawn, with changes. */
async function formOf(fetch: typeof head, path: string, changes: Readonly<Record<string, string>>): Promise<FormData> {
  const page = await (await fetch(path)).text();
  const form = new FormData();
  for (const [tag] of page.matchAll(/<input [^>]*>/g)) {
    const read = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    if (/type="(file|radio|checkbox)"/.test(tag) || read('name') === '') continue;
    form.set(read('name'), read('value').replaceAll('&amp;', '&'));
  }
  form.set('act', 'save');
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return form;
}

const save = async (fetch: typeof head, look: string, place: string, changes: Readonly<Record<string, string>>) => {
  const body = await formOf(fetch, `/admin/looks/${look}?place=${place}`, changes);
  return fetch(`/admin/looks/${look}`, { method: 'POST', body });
};

function markPng(side = 256): Blob {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><circle cx="${side / 2}" cy="${side / 2}" r="${side / 3}" fill="#00695C"/></svg>`;
  return new Blob([new Uint8Array(new Resvg(svg).render().asPng())], { type: 'image/png' });
}

const handIn = (fetch: typeof head, file: Blob) => {
  const body = new FormData();
  body.set('markFile', file, 'mark.png');
  return fetch('/admin/looks/marks', { method: 'POST', body });
};

describe('a look on its page', () => {
  it('is saved as what differs, taken back, and stands in the trail', async () => {
    const done = await save(head, 'sober', STATE, { 'colour.ink': '#102a43', 'hi.call': 'आइए, लाभ लें' });
    expect(done.status).toBe(303);
    expect(findOwnLook(rows(), 'sober', STATE)).toMatchObject({
      version: 1,
      change: { colours: { ink: '#102A43' }, words: { hi: { call: 'आइए, लाभ लें' }, en: {} }, department: {} },
    });
    const { look, department } = await standing('sober', 'UJN');
    expect([look.colours.ink, look.words.hi.call, look.words.hi.helpline]).toEqual([
      '#102A43',
      'आइए, लाभ लें',
      'हेल्पलाइन',
    ]);
    expect(department.hi).toBe('जनसम्पर्क विभाग');
    const page = await (await head(`/admin/looks/sober?place=state&said=saved`)).text();
    expect(page).toContain('head');
    const undo = new URLSearchParams({ place: STATE, version: '1', to: '0' });
    expect((await head('/admin/looks/sober/restore', { method: 'POST', body: undo })).status).toBe(303);
    expect((await standing('sober', 'UJN')).look.colours.ink).toBe('#0E1B2C');
    const redo = new URLSearchParams({ place: STATE, version: '2', to: '1' });
    expect((await head('/admin/looks/sober/restore', { method: 'POST', body: redo })).status).toBe(303);
    expect((await standing('sober', 'UJN')).look.colours.ink).toBe('#102A43');
    expect((await save(head, 'sober', STATE, {})).status).toBe(303);
    const trail = listAudit(rows(), { subject: 'look.sober.state', limit: 9 });
    expect(trail.map(({ act }) => act)).toEqual(['look.restore', 'look.restore', 'look.edit']);
    expect(JSON.parse(trail[2]?.detail ?? '')).toEqual({ version: 1, changed: 'colours.ink words.hi.call' });
    expect(findBrokenLink(rows())).toBeUndefined();
  });

  it('of a district lies over that of the state, and follows the state in all else', async () => {
    await save(head, 'warm', STATE, { 'colour.ochre': '#aa7711', 'en.call': 'Join in' });
    expect((await save(local, 'warm', 'UJN', { 'hi.department': 'ज़िला जनसम्पर्क, उज्जैन' })).status).toBe(303);
    expect(findOwnLook(rows(), 'warm', 'UJN').change).toMatchObject({
      colours: {},
      department: { hi: 'ज़िला जनसम्पर्क, उज्जैन' },
    });
    const ujjain = await standing('warm', 'UJN');
    expect(ujjain.look.style === 'paper' && ujjain.look.colours.ochre).toBe('#AA7711');
    expect(ujjain.department).toEqual({ hi: 'ज़िला जनसम्पर्क, उज्जैन', en: 'Public Relations Department' });
    expect((await standing('warm', 'IDR')).department.hi).toBe('जनसम्पर्क विभाग');
  });

  it('saved by two people is not lost by either', async () => {
    const body = await formOf(head, '/admin/looks/bold?place=state', { 'hi.call': 'पहला' });
    const late = await formOf(head, '/admin/looks/bold?place=state', { 'hi.call': 'दूसरा' });
    expect((await head('/admin/looks/bold', { method: 'POST', body })).status).toBe(303);
    const stale = await head('/admin/looks/bold', { method: 'POST', body: late });
    expect([stale.status, (await stale.text()).includes('value="दूसरा"')]).toEqual([412, true]);
    expect((await standing('bold', 'UJN')).look.words.hi.call).toBe('पहला');
  });

  it('with words that fit nowhere or are empty is refused beside what was typed', async () => {
    const long = 'इस योजना का लाभ लेने के लिए आज ही पंचायत में आवेदन करें';
    const refused = await save(head, 'sober', 'IDR', { 'hi.call': long });
    expect([refused.status, (await refused.text()).includes(`“${long}”`)]).toEqual([422, true]);
    const empty = await save(head, 'sober', 'IDR', { 'en.call': ' ' });
    expect([empty.status, (await empty.text()).includes('id="en.call-why"')]).toEqual([422, true]);
    expect((await save(head, 'sober', 'IDR', { 'hi.call': 'Join in' })).status).toBe(422);
    expect(findOwnLook(rows(), 'sober', 'IDR').version).toBe(0);
  });

  it('with a word in the wrong script is marked beside its field while it is typed', async () => {
    const form = await formOf(head, '/admin/looks/sober?place=IDR', {
      'hi.department': 'Department of Rural Development, Indore',
    });
    const query = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
    const answer = await head(`/admin/looks/sober/check?${query}`);
    const { notes, why } = await answer.json();
    expect([answer.status, Object.keys(why), notes[0].tone]).toEqual([200, ['hi.department'], 'bad']);
    expect(why['hi.department']).toContain('हिन्दी');
  });

  it('with a colour nobody could read is warned about before it is kept, and drawn readable', async () => {
    const form = await formOf(head, '/admin/looks/sober?place=IDR', { 'colour.ink': '#9fb4cc' });
    const query = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
    const told = await (await head(`/admin/looks/sober/check?${query}`)).json();
    expect(told.notes[0]).toMatchObject({ tone: 'wait', text: expect.stringContaining('#9FB4CC') });
    expect((await save(head, 'sober', 'IDR', { 'colour.ink': '#9fb4cc' })).status).toBe(303);
    const { look, mended } = await standing('sober', 'IDR');
    expect(mended).toMatchObject([{ role: 'ink', chosen: '#9FB4CC' }]);
    expect(look.colours.ink).toBe(mended[0]?.drawn);
  });
});

describe('a department’s mark', () => {
  it('is handed in, drawn anew, kept by hash, and comes into films; plain again by one choice', async () => {
    const answer = await handIn(local, markPng());
    const { mark } = await answer.json();
    expect([answer.status, parseBlobHash(mark)]).toEqual([201, mark]);
    expect((await save(local, 'bold', 'UJN', { mark })).status).toBe(303);
    expect((await standing('bold', 'UJN')).look.markPicture).toMatch(/^iVBOR/);
    expect((await standing('bold', 'IDR')).look.markPicture).toBeUndefined();
    expect((await save(local, 'bold', 'UJN', { mark: 'drawn' })).status).toBe(303);
    expect(findOwnLook(rows(), 'bold', 'UJN').change.mark).toBeUndefined();
  });

  it('goes with the form where there is no script', async () => {
    const body = await formOf(local, '/admin/looks/warm?place=UJN', {});
    body.set('markFile', markPng(300), 'चिह्न.png');
    expect((await local('/admin/looks/warm', { method: 'POST', body })).status).toBe(303);
    expect((await standing('warm', 'UJN')).look.markPicture).toMatch(/^iVBOR/);
  });

  it('that is none is refused with what to do', async () => {
    const answer = await handIn(local, new Blob(['<svg onload="alert(1)"/>'], { type: 'image/png' }));
    expect([answer.status, (await answer.json()).message]).toEqual([422, expect.stringContaining('PNG')]);
    expect((await handIn(local, markPng(40))).status).toBe(422);
  });

  it('cannot be another blob by its hash', async () => {
    const { hash } = await service.app.blobs.putBytes(Buffer.from('a consent form'));
    expect((await save(local, 'bold', 'UJN', { mark: hash })).status).toBe(404);
  });

  it('that is gone refuses the film with a sentence, and its page still opens to choose another', async () => {
    const hash = parseBlobHash(findOwnLook(rows(), 'warm', 'UJN').change.mark ?? '');
    if (!hash) throw new Error('the mark before was not kept');
    await service.app.blobs.remove(hash);
    await expect(standing('warm', 'UJN')).rejects.toMatchObject({ refusal: { code: 'look.mark-missing' } });
    const page = await local('/admin/looks/warm?place=UJN');
    expect([page.status, (await page.text()).includes('नहीं मिली')]).toEqual([200, true]);
    const restore = new URLSearchParams({ place: 'UJN', version: '2', to: '0' });
    expect((await local('/admin/looks/warm/restore', { method: 'POST', body: restore })).status).toBe(303);
    expect((await standing('warm', 'UJN')).look.markPicture).toBeUndefined();
  });
});

describe('who may', () => {
  it('the state’s look only who stands for the state; a district’s only who has it; nobody else any', async () => {
    const staff = await signIn(service, 'staff');
    expect((await staff('/admin/looks')).status).toBe(403);
    for (const place of [STATE, 'IDR', 'XXX']) {
      expect((await local(`/admin/looks/sober?place=${place}`)).status, place).toBe(404);
      const body = await formOf(local, '/admin/looks/sober?place=UJN', { place });
      expect((await local('/admin/looks/sober', { method: 'POST', body })).status, place).toBe(404);
    }
    expect((await local('/admin/looks/shiny')).status).toBe(404);
    expect((await local('/admin/looks')).status).toBe(200);
  });
});

describe('pictures of looks', () => {
  it('are drawn as typed, without being kept, in every moment and shape', async () => {
    const form = await formOf(head, '/admin/looks/sober?place=state', { 'colour.ink': '#004d40' });
    const query = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
    for (const frame of ['lowerThird', 'figure', 'endCard']) {
      query.set('frame', frame);
      const answer = await head(`/admin/looks/sober/frame.png?${query}`);
      expect([answer.status, answer.headers.get('content-type')], frame).toEqual([200, 'image/png']);
      const bytes = new DataView(await answer.arrayBuffer());
      expect([bytes.getUint32(16), bytes.getUint32(20)], frame).toEqual([480, 270]);
    }
    query.set('colour.ink', 'url(x)');
    expect((await head(`/admin/looks/sober/frame.png?${query}`)).status).toBe(400);
  });

  it('come on My spot with a warning, before any film is made, where a colour is drawn otherwise', async () => {
    const owner = {
      personId: await addPerson(service.app, 'warned', 'staff', { kind: 'district', code: 'IDR' }),
      district: 'IDR',
    };
    const spotId = draftOf(service.app, readyClip(service.app, owner), owner);
    const see = async () => (await (await signIn(service, 'warned'))(`/spots/${spotId}`)).text();
    expect(await see()).toMatch(/data-when="look=sober".{0,900}#9FB4CC/s);
    const { version } = findOwnLook(rows(), 'sober', 'IDR');
    const restore = new URLSearchParams({ place: 'IDR', version: String(version), to: '0' });
    expect((await head('/admin/looks/sober/restore', { method: 'POST', body: restore })).status).toBe(303);
    expect(await see()).not.toContain('#9FB4CC');
  });

  it('lie over a spot’s poster on My spot with its own words, in the look as its district has it', async () => {
    const owner = {
      personId: await addPerson(service.app, 'maker', 'staff', { kind: 'district', code: 'UJN' }),
      district: 'UJN',
    };
    const spotId = draftOf(service.app, readyClip(service.app, owner), owner);
    const maker = await signIn(service, 'maker');
    const picture = async (look: string) => {
      const answer = await maker(`/spots/${spotId}/looks/${look}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      return Buffer.from(await answer.arrayBuffer());
    };
    const before = await picture('bold');
    expect([before.readUInt32BE(16), before.readUInt32BE(20)]).toEqual([400, 225]);
    expect(before.equals(await picture('sober'))).toBe(false);
    const { mark } = await (await handIn(local, markPng())).json();
    await save(local, 'bold', 'UJN', { mark });
    expect((await picture('bold')).equals(before)).toBe(false);
    expect((await maker(`/spots/${spotId}/looks/shiny`)).status).toBe(404);
    const over = (query: string) => picture(`sober?for=player&${query}`);
    const opening = await over('part=opening');
    expect([opening.readUInt32BE(16), opening.readUInt32BE(20)]).toEqual([1280, 720]);
    expect((await over(`part=opening&name=${encodeURIComponent('कमला बाई')}`)).equals(opening)).toBe(false);
    expect((await over('part=mark')).equals(opening)).toBe(false);
    const stranger = await addPerson(service.app, 'far', 'staff', { kind: 'district', code: 'IDR' });
    expect(stranger).toBeTruthy();
    expect((await (await signIn(service, 'far'))(`/spots/${spotId}/looks/bold`)).status).toBe(404);
  });
});

describe('a spot’s big figure', () => {
  let spotId: string;
  let maker: typeof head;
  const put = async (changes: object) => {
    const { version, document } = await (await maker(`/api/v1/spots/${spotId}`)).json();
    const headers = { 'content-type': 'application/json', 'if-match': `"v${version}"` };
    const body = JSON.stringify({ ...document, ...changes });
    return maker(`/api/v1/spots/${spotId}`, { method: 'PUT', headers, body });
  };

  beforeAll(async () => {
    const personId = await addPerson(service.app, 'counter', 'staff', { kind: 'district', code: 'UJN' });
    const owner = { personId, district: 'UJN' };
    spotId = draftOf(service.app, readyClip(service.app, owner), owner);
    maker = await signIn(service, 'counter');
  });

  it('is drawn as typed, or the answer says why it will not come', async () => {
    const ask = (text: string, length: number) =>
      maker(`/spots/${spotId}/figure.png?${new URLSearchParams({ text, look: 'sober', length: String(length) })}`);
    const drawn = await ask('₹1,20,000 मिले · पक्का घर बना', 30);
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png']);
    const early = await ask('₹1,20,000 मिले', 10);
    expect([early.status, (await early.json()).message]).toEqual([422, expect.stringMatching(/15 (सेकंड|seconds)/)]);
    const long = await ask('राजराजेश्वरीचन्द्रवंशी'.repeat(3), 30);
    expect([long.status, (await long.json()).message]).toEqual([422, expect.stringContaining('राजराजेश्वरी')]);
  });

  it('is kept in the document, stands on My spot, and stops a spot of ten seconds with the length that would do', async () => {
    const cuts = [{ lengthSeconds: 10, fromFrame: 0 }];
    expect((await put({ figure: '₹1,20,000 मिले', cuts })).status).toBe(200);
    const page = await (await maker(`/spots/${spotId}`)).text();
    expect(page).toContain('value="₹1,20,000 मिले"');
    expect(page).toMatch(/id="figure-why"/);
    const refused = await maker(`/api/v1/spots/${spotId}/send`, { method: 'POST' });
    expect([refused.status, (await refused.json()).code]).toEqual([422, 'spot.figureNoTime']);
    expect((await put({ figure: '₹1,20,000 मिले', cuts: [{ lengthSeconds: 15, fromFrame: 0 }] })).status).toBe(200);
    expect((await maker(`/api/v1/spots/${spotId}/send`, { method: 'POST' })).status).toBe(200);
  });

  it('and a letter that no font has are said before review, not after an hour of rendering', async () => {
    expect((await maker(`/api/v1/spots/${spotId}/take-back`, { method: 'POST' })).status).toBe(200);
    await put({ name: 'राम 漢' });
    const refused = await maker(`/api/v1/spots/${spotId}/send`, { method: 'POST' });
    expect([refused.status, (await refused.json()).code]).toEqual([422, 'graphics.unknown-letter']);
  });

  it('long names are said on My spot, and one of more than eighty letters is not taken', async () => {
    expect((await put({ name: 'राजराजेश्वरीचन्द्रवंशी'.repeat(8) })).status).toBe(200);
    expect(await (await maker(`/spots/${spotId}`)).text()).toMatch(/राजराजेश्वरीचन्द्रवंशी(?=[^"]*<\/)/);
    const long = await put({ name: 'राजराजेश्वरीचन्द्रवंशी'.repeat(9) });
    expect([long.status, (await long.json()).code]).toEqual([422, 'text.name-long']);
  });
});
