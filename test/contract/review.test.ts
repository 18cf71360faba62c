import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findActivePerson, type Person } from '../../src/domain/accounts/index.ts';
import { listPresets, listReviewFilms } from '../../src/domain/render/index.ts';
import { deliverables, filmSegments } from '../../src/domain/render/render.table.ts';
import { approveSpot, CHECKLIST, returnSpot } from '../../src/domain/review/index.ts';
import { approvals } from '../../src/domain/review/review.table.ts';
import { editSpot, getSpot, listCuts, sendSpot, takeBackSpot } from '../../src/domain/spots/index.ts';
import { draftSpotJob } from '../../src/domain/spots/spots.jobs.ts';
import { StaleVersionError } from '../../src/kernel/etag.ts';
import { NotFoundError } from '../../src/kernel/not-found.ts';
import { addPerson, signIn, testService } from './http.ts';
import { draftOf, putFilm, readyClip } from './line.ts';

let service: ReturnType<typeof testService>;
let maker: Person;
let second: Person;
let spotId: string;

const personOf = (id: string): Person => {
  const person = findActivePerson(service.app.catalogue.rows, id);
  if (!person) throw new Error('nobody');
  return person;
};
const parts = () => ({
  ...service.app,
  dayClock: service.app.config.dayClock,
  listFilms: listReviewFilms,
  listPresets,
});
const approve = (by: Person, version = 1) => approveSpot(parts(), by, { spotId, version, ticked: CHECKLIST });

beforeEach(async () => {
  service = testService();
  maker = personOf(await addPerson(service.app, 'maker', 'staff', { kind: 'district', code: 'UJN' }));
  second = personOf(await addPerson(service.app, 'second', 'reviewer', { kind: 'state' }));
  const by = { personId: maker.id, district: 'UJN' };
  spotId = draftOf(service.app, readyClip(service.app, by), by);
});
afterEach(() => service.close());

function sendWithFilms() {
  expect(sendSpot(service.app, maker, spotId, 1500).ok).toBe(true);
  const [cut] = listCuts(service.app.catalogue.rows, spotId).filter((c) => c.state === 'sent');
  if (!cut) throw new Error('no cut');
  for (const preset of listPresets(service.app.catalogue.rows, 'UJN')) putFilm(service.app, cut.id, preset);
  return cut;
}

describe('the review page', () => {
  it('says what was done to the clip: helps that are on and where, the music, and what was the matter with the sound', async () => {
    const { document } = getSpot(service.app.catalogue.rows, maker, spotId);
    const wished = { ...document, helps: ['steady' as const], music: 'warm' as const };
    expect(editSpot(service.app, maker, { spotId, version: 1, document: wished }).ok).toBe(true);
    const cut = sendWithFilms();
    const sound = { key: 'k', voice: 'voice', faults: ['narrow'] };
    const madeOf = JSON.stringify({ pictures: [{ toFrame: 750, key: 'k' }], encoder: 'e', sound, witness: '' });
    const row = { cutId: cut.id, preset: 'web', makers: 'm', madeOf };
    service.app.catalogue.keep((rows) => rows.insert(filmSegments).values(row).run());
    const page = await (await (await signIn(service, 'second'))(`/review/${spotId}`)).text();
    const told = page.slice(page.indexOf('id="made-with"'), page.indexOf('id="quality"'));
    expect(told).toContain('data-help="steady"');
    expect(told).not.toContain('data-help="denoise"');
    expect(told).toContain('संतूर');
    expect(told).toContain('टेलीफ़ोन');
    expect(told).toMatch(/0:\d\d–\d:\d\d/);
  });
});

it.each(['comments', 'approve', 'make-again', 'return'])(
  'a reload at %s, where an answer to a form stands, leads back to the review page',
  async (act) => {
    sendWithFilms();
    const answer = await (await signIn(service, 'second'))(`/review/${spotId}/${act}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/review/${spotId}`]);
  },
);

it('a reload where several were approved together leads back to the queue', async () => {
  const answer = await (await signIn(service, 'second'))('/review/together', { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/review']);
});

describe('what stands in the way of approval', () => {
  const second = (path: string, init?: RequestInit) => signIn(service, 'second').then((ask) => ask(path, init));

  it('is patience, with the bar of what is made, while films are being made', async () => {
    expect(sendSpot(service.app, maker, spotId, 1500).ok).toBe(true);
    service.app.catalogue.change((change) => {
      const payload = { clipId: spotId, beneficiaryId: 'x' };
      change.enqueue({ definition: draftSpotJob, payload, key: spotId, subject: spotId });
      change.audit({ actor: 'system', act: 'test.render', subject: spotId });
    });
    const html = await (await second(`/review/${spotId}`)).text();
    const standing = html.slice(html.indexOf('data-part="films"'), html.indexOf('data-newer'));
    expect(standing).toContain('फ़िल्में अभी बन रही हैं');
    expect(standing).toContain('<progress');
    expect(standing).not.toContain('note bad');
    expect(/<li class="([\w-]+)"[^>]*>(?:(?!<li).)*?<b>फ़िल्में<\/b>/s.exec(html)?.[1]).toBe('mut');
  });

  it('opens the page at the reason that is missing when a spot is sent back without one', async () => {
    sendWithFilms();
    const body = new URLSearchParams({ version: '1', text: ' ' });
    const answer = await second(`/review/${spotId}/return`, { method: 'POST', body });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/<textarea id="c"[^>]* autofocus/);
    expect(await (await second(`/review/${spotId}`)).text()).not.toContain('autofocus');
  });
});

describe('the quality line of the review page', () => {
  const line = (page: string) => /<li class="([\w-]+)"[^>]*>(?:(?!<li).)*?<b>गुणवत्ता<\/b>(?:(?!<\/li>).)*/s.exec(page);
  const pageFor = async (name: string) => (await (await signIn(service, name))(`/review/${spotId}`)).text();

  it('says “not measured yet” without a tick before a film is made, and no more than that to the maker', async () => {
    expect(sendSpot(service.app, maker, spotId, 1500).ok).toBe(true);
    const found = line(await pageFor('second'));
    expect(found?.[1]).toBe('mut');
    expect(found?.[0]).toContain('अभी जाँची नहीं गई');
    expect(await pageFor('second')).toContain('data-live="left"');
    expect(await pageFor('maker')).not.toContain('data-live="left"');
  });

  it('is ticked when every film is measured and good, and leads to what was checked', async () => {
    sendWithFilms();
    const html = await pageFor('second');
    expect([html.includes('केबल (SD, MPEG-2)'), html.includes('sd-mpeg2')]).toEqual([true, false]);
    const found = line(html);
    expect(found?.[1]).toBe('c-ok');
    expect(found?.[0]).toContain('href="#quality"');
  });
});

describe('a draft', () => {
  it('gets a short number and, made again for the same clip, is the same spot', () => {
    expect(getSpot(service.app.catalogue.rows, maker, spotId).number).toBe('UJN-0001');
  });

  it('saved twice from one version loses nothing: the second is told', () => {
    const { document } = getSpot(service.app.catalogue.rows, maker, spotId);
    expect(
      editSpot(service.app, maker, { spotId, version: 1, document: { ...document, name: 'सुनीता बाई पटेल' } }).ok,
    ).toBe(true);
    expect(() => editSpot(service.app, maker, { spotId, version: 1, document: { ...document, name: 'x' } })).toThrow(
      StaleVersionError,
    );
    expect(getSpot(service.app.catalogue.rows, maker, spotId).document.name).toBe('सुनीता बाई पटेल');
  });

  it('is not there for another district', async () => {
    const other = personOf(await addPerson(service.app, 'other', 'staff', { kind: 'district', code: 'IDR' }));
    expect(() => getSpot(service.app.catalogue.rows, other, spotId)).toThrow(NotFoundError);
  });
});

describe('approval', () => {
  it('by a second person gives the cut its house number and locks its bytes', () => {
    const cut = sendWithFilms();
    expect(approve(second)).toMatchObject({ ok: true, value: [{ cutId: cut.id, houseNumber: 'UJNPMA00001' }] });
    expect(() =>
      service.app.catalogue.keep((rows) =>
        rows
          .update(deliverables)
          .set({ blob: 'b'.repeat(64) })
          .where(eq(deliverables.cutId, cut.id))
          .run(),
      ),
    ).toThrow('approved bytes do not change');
  });

  it('by the maker is refused by the rule, and by the database when a program goes round it', () => {
    sendWithFilms();
    expect(approve(maker)).toMatchObject({ ok: false, refusal: { code: 'review.own' } });
    const row = {
      id: 'x',
      spotId,
      spotVersion: 1,
      consentId: service.app.catalogue.rows.get<{ id: string }>('SELECT id FROM consents')?.id ?? '',
      checklist: '[]',
      byPerson: maker.id,
      madeAt: 'now',
    };
    expect(() => service.app.catalogue.keep((rows) => rows.insert(approvals).values(row).run())).toThrow(
      'a maker may not approve',
    );
  });

  it('of an older version than the one that is there is refused', () => {
    sendWithFilms();
    expect(approve(second, 2)).toMatchObject({ ok: false, refusal: { code: 'review.changed' } });
  });

  it('of a spot whose films failed QC or are not made is refused, and leaves no trace', () => {
    sendSpot(service.app, maker, spotId, 1500);
    expect(approve(second)).toMatchObject({ ok: false, refusal: { code: 'review.notMade' } });
    expect(service.app.catalogue.rows.select().from(approvals).all()).toEqual([]);
  });
});

describe('before approval', () => {
  it('the maker may take the spot back and send it again', () => {
    sendWithFilms();
    expect(takeBackSpot(service.app, maker, spotId).ok).toBe(true);
    expect(getSpot(service.app.catalogue.rows, maker, spotId).state).toBe('draft');
    sendWithFilms();
    expect(approve(second).ok).toBe(true);
    expect(takeBackSpot(service.app, maker, spotId)).toMatchObject({ ok: false, refusal: { code: 'spot.state' } });
  });

  it('the reviewer may send it back, but only with a reason', () => {
    sendWithFilms();
    expect(returnSpot(service.app, second, { spotId, version: 1, text: '  ' })).toMatchObject({
      ok: false,
      refusal: { code: 'review.noReason' },
    });
    expect(returnSpot(service.app, second, { spotId, version: 1, text: 'गाँव का नाम ग़लत है' }).ok).toBe(true);
    expect(getSpot(service.app.catalogue.rows, maker, spotId).state).toBe('returned');
  });
});
