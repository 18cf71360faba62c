import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSpot } from '../../src/domain/spots/index.ts';
import { addPerson, signIn, testService } from './http.ts';
import { draftOf, readyClip } from './line.ts';

let service: ReturnType<typeof testService>;
let spotId: string;
let rekha: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  service = testService();
  const personId = await addPerson(service.app, 'staff', 'staff', { kind: 'district', code: 'UJN' });
  const by = { personId, district: 'UJN' };
  spotId = draftOf(service.app, readyClip(service.app, by), by);
  rekha = await signIn(service, 'staff');
});
afterAll(() => service.close());

const version = () => findSpot(service.app.catalogue.rows, spotId)?.version ?? -1;
const cues = () => findSpot(service.app.catalogue.rows, spotId)?.document.cues.map(({ text }) => text) ?? [];

function setTimes(script: string, at: number) {
  const body = new URLSearchParams({ version: String(at), script });
  return rekha(`/spots/${spotId}/captions`, { method: 'POST', body });
}

const box = (html: string) => /<textarea[^>]*name="script"[^>]*>([^<]*)</.exec(html)?.[1]?.trim();
const hidden = (html: string) => [...html.matchAll(/name="version" value="(\d+)"/g)].map((found) => Number(found[1]));

describe('the whole text of a spot', () => {
  it('is taken and timed when nobody has changed the spot meanwhile', async () => {
    expect((await setTimes('हमें घर मिला', version())).status).toBe(303);
    expect(cues().join(' ')).toBe('हमें घर मिला');
  });

  it('stays in its box after somebody else’s change, with the newer version to set the times again', async () => {
    const answer = await setTimes('अब छत पक्की है', version() - 1);
    expect(answer.status).toBe(412);
    const html = await answer.text();
    expect(box(html)).toBe('अब छत पक्की है');
    expect(html).toContain(`action="/spots/${spotId}/captions"`);
    expect(new Set(hidden(html))).toEqual(new Set([version()]));
    expect((await setTimes('अब छत पक्की है', hidden(html)[0] ?? -1)).status).toBe(303);
  });

  it.each([' \n ', '।', '...'])('without a word in it (%j) is refused on the spot’s own page', async (nothing) => {
    const answer = await setTimes(nothing, version());
    expect([answer.status, cues().join(' ')]).toEqual([422, 'अब छत पक्की है']);
    expect(await answer.text()).toContain('form method="post" action="/spots/');
  });
});

describe('the spot’s own form', () => {
  const save = (fields: Record<string, string>) => {
    const spot = findSpot(service.app.catalogue.rows, spotId);
    const { name = '', village = '', scheme = '', look = '' } = spot?.document ?? {};
    const [cut] = spot?.document.cuts ?? [];
    const own = { name, village, scheme, look, length: String(cut?.lengthSeconds), from: String(cut?.fromFrame) };
    const body = new URLSearchParams({ ...own, version: String(version()), ...fields });
    return rekha(`/spots/${spotId}`, { method: 'POST', body });
  };

  it('shows what was typed, what stands in store, and a way to save, when somebody else was first', async () => {
    const before = version();
    expect((await save({ village: 'ग्राम ताजपुर' })).status).toBe(303);
    const answer = await save({ village: 'ग्राम तेजपुर', version: String(before) });
    const html = await answer.text();
    expect(answer.status).toBe(412);
    expect(html).toContain('value="ग्राम तेजपुर"');
    expect(html).toContain('दूसरे ने लिखा: “ग्राम ताजपुर”');
    expect(html).toMatch(/<form[^>]*id="spot"[^>]*data-typed="[^"]*ग्राम तेजपुर/);
    expect(html).toMatch(/<button type="submit" form="spot" class="btn">/);
  });

  it('keeps a refused name in its field, with the reason', async () => {
    const long = 'क'.repeat(200);
    const answer = await save({ name: long });
    expect([answer.status, (await answer.text()).includes(`value="${long}"`)]).toEqual([422, true]);
  });
});

it.each(['send', 'captions', 'take-back', 'make-again'])(
  'a reload at %s, where an answer to a form stands, leads back to the spot',
  async (act) => {
    const answer = await rekha(`/spots/${spotId}/${act}`, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/spots/${spotId}`);
  },
);
