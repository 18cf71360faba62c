import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConsentInScope, readBeneficiary } from '../../src/domain/consent/index.ts';
import { finishUpload, listClips, readClip } from '../../src/domain/intake/index.ts';
import { clips } from '../../src/domain/intake/intake.table.ts';
import { broadcastDay } from '../../src/kernel/broadcast-day.ts';
import { filmBytes } from './film-bytes.ts';
import { addPerson, signIn, testService } from './http.ts';

let service: ReturnType<typeof testService>;
let rekha: Awaited<ReturnType<typeof signIn>>;
beforeEach(async () => {
  service = testService();
  await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'UJN' });
  rekha = await signIn(service, 'rekha');
});
afterEach(() => service.close());

const photo = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1])]);
const LONG = 'श्रीमती अन्नपूर्णा वेंकटलक्ष्मी चतुर्वेदी';

const page = async (path: string, language = 'hi') => {
  const answer = await rekha(path, { headers: { 'accept-language': language } });
  return { status: answer.status, html: await answer.text() };
};
const post = (path: string, body: FormData | URLSearchParams) => rekha(path, { method: 'POST', body });

function formOf(fields: Record<string, string | Blob>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') body.append(name, value);
    else body.append(name, value, 'चित्र.mp4');
  return body;
}

/** A form as a browser without script sends it: the session's token first, then the film. */
async function sendFilm(extra: Record<string, string> = {}) {
  const csrf = /name="csrf-token" content="([^"]+)"/.exec((await page('/send')).html)?.[1] ?? '';
  const film = new Blob([new Uint8Array(filmBytes(300_000))]);
  const body = formOf({ _csrf: csrf, ...extra, film });
  return rekha('/send', { method: 'POST', body, headers: { 'x-csrf-token': '' } });
}

async function sentClip() {
  const answer = await sendFilm();
  const id = /^\/send\/([^/]+)\/who$/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
  return readClip(service.app.catalogue.rows, id);
}

describe('without script', () => {
  it('a film, its person and their consent go in three forms, and what was typed is kept on every error', async () => {
    const clip = await sentClip();
    expect(clip).toMatchObject({ state: 'checking', originalBytes: 300_000, fileName: 'चित्र.mp4' });
    const who = `/send/${clip.id}/who`;
    const wrong = await post(who, new URLSearchParams({ name: LONG, amount: 'बहुत', change: '"><script>' }));
    const shown = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(shown).toContain('एक योजना चुनें।');
    expect(shown).toContain('राशि अंकों में लिखें');
    expect(shown).toContain(LONG);
    expect(shown).not.toContain('"><script>');
    const right = { name: LONG, village: 'नरवर', scheme: 'PMA', change: 'पक्का घर', amount: '₹१,२०,०००' };
    const next = await post(who, new URLSearchParams(right));
    expect(next.headers.get('location')).toBe(`/send/${clip.id}/consent`);
    const beneficiaryId = readClip(service.app.catalogue.rows, clip.id).beneficiaryId ?? '';
    expect(readBeneficiary(service.app.catalogue.rows, beneficiaryId)).toMatchObject({ amountRupees: 120_000 });
    expect((await page(who)).html).toContain('₹1,20,000');

    const consent = `/send/${clip.id}/consent`;
    const fields = { kind: 'form', scope: 'cable', minor: 'yes', guardian: '', relation: 'माँ', date: '24-11-2999' };
    const refused = await post(consent, formOf({ ...fields, form: photo }));
    const again = await refused.text();
    expect(refused.status).toBe(422);
    expect(again).toContain('यह तारीख आगे की है');
    expect(again).toContain('अभिभावक की सहमति भी चाहिए');
    expect(again).toContain('value="24-11-2999"');
    const proof = /name="proof" value="([^"]+)"/.exec(again)?.[1] ?? '';
    const mended = { ...fields, guardian: 'सीता बाई', date: '०१/११/२०२५', proof };
    const done = await post(consent, formOf(mended));
    expect(done.headers.get('location')).toBe(`/?sent=${clip.id}`);
    const inForce = findConsentInScope(service.app.catalogue.rows, beneficiaryId, 'cable', broadcastDay('2026-11-25'));
    expect(inForce).toMatchObject({ guardian: 'सीता बाई, माँ', givenOn: '2025-11-01', how: 'form' });
    const home = await page(`/?sent=${clip.id}`);
    expect(home.html).toContain(LONG);
    expect(home.html).toContain(clip.number);
    expect(home.html).toContain('बन रहा है');

    expect((await page(consent)).html).toContain('सहमति वापस लें');
    const withdrawn = await post(`/send/${clip.id}/withdraw`, new URLSearchParams({ reason: '' }));
    expect((await page(withdrawn.headers.get('location') ?? '')).html).toContain('सहमति बाकी');
    expect((await page(consent)).html).not.toContain('सहमति वापस लें');
  });

  it('a proof is believed only as this session sealed it, and a photo must be one', async () => {
    const clip = await sentClip();
    await post(`/send/${clip.id}/who`, new URLSearchParams({ name: 'गोपाल', scheme: 'PMA' }));
    const fields = { kind: 'form', scope: 'cable', minor: 'no', date: '01-11-2025' };
    const forged = `${clip.originalHash}.image/jpeg.${'0'.repeat(64)}`;
    expect(await (await post(`/send/${clip.id}/consent`, formOf({ ...fields, proof: forged }))).text()).toContain(
      'फ़ॉर्म की फ़ोटो या बोली हुई सहमति जोड़ें।',
    );
    const text = formOf({ ...fields, form: new Blob(['<svg onload=x>']) });
    expect((await post(`/send/${clip.id}/consent`, text)).status).toBe(422);
  });

  it('nothing is taken without the token of the session, and no film is a sentence', async () => {
    const body = formOf({ _csrf: 'forged', film: new Blob(['x']) });
    const forged = await rekha('/send', { method: 'POST', body, headers: { 'x-csrf-token': '' } });
    expect(forged.status).toBe(403);
    expect(listClips(service.app.catalogue.rows, { districts: ['UJN'] }, { limit: 9 }).clips).toEqual([]);
    const none = await post('/send', formOf({ name: 'x' }));
    expect([none.status, (await none.text()).includes('पहले फ़िल्म चुनें।')]).toEqual([422, true]);
  });
});

describe('pages', () => {
  it.each([
    ['hi', 'पहली क्लिप भेजें'],
    ['en', 'Send your first clip'],
  ])('home before the first clip says what to do (%s)', async (language, words) => {
    const { status, html } = await page('/', language);
    expect(status).toBe(200);
    expect(html).toContain(words);
    expect(html).not.toMatch(/ style=| on\w+=|undefined|\[object/);
  });

  it.each(['hi', 'en'])('every step stands in %s, without inline style or script', async (language) => {
    const clip = await sentClip();
    await post(`/send/${clip.id}/who`, new URLSearchParams({ name: 'गोपाल', scheme: 'PMA' }));
    for (const path of ['/send', `/send/${clip.id}/who`, `/send/${clip.id}/consent`, `/send/${clip.id}/form`, '/']) {
      const { status, html } = await page(path, language);
      expect([path, status]).toEqual([path, 200]);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).not.toMatch(/ style=| on\w+=|undefined|\[object/);
    }
  });

  it('a refused film says what happened and what to do, and the next one takes over its words', async () => {
    const clip = await sentClip();
    await post(`/send/${clip.id}/who`, new URLSearchParams({ name: 'गोपाल', scheme: 'PMA' }));
    const refusal = JSON.stringify({ code: 'clip.refused.cut', user: 'clip.refused.cut', tech: 'moov is missing' });
    service.app.catalogue.keep((rows) => rows.update(clips).set({ state: 'refused', refusal }).run());
    const { html } = await page(`/clips/${clip.id}`);
    expect(html).toContain('यह फ़िल्म पूरी नहीं पहुँची');
    expect(html).toContain(clip.number);
    expect(html).not.toContain('moov');
    expect((await page('/')).html).toContain('नहीं खुली');
    const next = await sendFilm({ again: clip.id });
    expect((await page(next.headers.get('location') ?? '')).html).toContain('गोपाल');
    expect((await page('/')).html).not.toContain('नहीं खुली');
  });

  it.each([
    ['clip.refused.short', 'बहुत छोटी', 'Too short'],
    ['clip.refused.noPicture', 'सिर्फ़ आवाज़', 'Sound only'],
    ['clip.refused.rate', 'नहीं चलेगी', 'Can’t be used'],
  ])('a film that opened and was refused all the same is not called unopened: %s', async (user, hindi, english) => {
    const clip = await sentClip();
    await post(`/send/${clip.id}/who`, new URLSearchParams({ name: 'गोपाल', scheme: 'PMA' }));
    const refusal = JSON.stringify({ code: user, user, tech: '', params: { n: 4, least: 6.6 } });
    service.app.catalogue.keep((rows) => rows.update(clips).set({ state: 'refused', refusal }).run());
    for (const path of ['/', `/clips/${clip.id}`]) {
      const [hi, en] = [(await page(path)).html, (await page(path, 'en')).html];
      expect([hi.includes(hindi), hi.includes('नहीं खुली')]).toEqual([true, false]);
      expect([en.includes(english), /did not open/i.test(en)]).toEqual([true, false]);
    }
  });

  it('are nothing to another district', async () => {
    const clip = await sentClip();
    await addPerson(service.app, 'dewas', 'staff', { kind: 'district', code: 'DWS' });
    const other = await signIn(service, 'dewas');
    const paths = [
      '/clips/:id',
      '/send/:id/who',
      '/send/:id/consent',
      '/send/:id/form',
      '/send?again=:id',
      '/?sent=:id',
    ];
    for (const path of paths) expect([path, (await other(path.replace(':id', clip.id))).status]).toEqual([path, 404]);
    expect((await (await other('/')).text()).includes(clip.number)).toBe(false);
  });

  it('find a clip by name, village or number, and share the view by their address', async () => {
    const clip = await sentClip();
    await post(`/send/${clip.id}/who`, new URLSearchParams({ name: 'गोपाल गहलोत', village: 'तराना', scheme: 'PMA' }));
    for (const q of ['गहलोत', 'तराना', clip.number])
      expect((await page(`/?q=${encodeURIComponent(q)}`)).html).toContain('गोपाल गहलोत');
    expect((await page('/?q=%25')).html).not.toContain('गोपाल गहलोत');
    expect((await page('/?show=yours')).html).toContain('गोपाल गहलोत');
    expect((await page('/?show=approved')).html).not.toContain('गोपाल गहलोत');
  });

  it('schemes are found by sound', async () => {
    const answer = await rekha('/api/v1/schemes?q=aavas&limit=3');
    const { schemes } = (await answer.json()) as { schemes: { code: string }[] };
    expect(schemes.map(({ code }) => code)).toContain('PMA');
  });
});

it('finishing twice is finishing once', async () => {
  const clip = await sentClip();
  const { findUploadOfClip } = await import('../../src/domain/intake/index.ts');
  const upload = findUploadOfClip(service.app.catalogue.rows, clip.id);
  await finishUpload(service.app, upload?.id ?? '');
  expect(readClip(service.app.catalogue.rows, clip.id).state).toBe('checking');
});
