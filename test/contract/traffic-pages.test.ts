import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approvedCut } from './approved-cut.ts';
import { addPerson, signIn, testService } from './http.ts';

let service: ReturnType<typeof testService>;
let officer: Awaited<ReturnType<typeof signIn>>;
let cut: ReturnType<typeof approvedCut>;
beforeEach(async () => {
  // 11:30 in India on a Wednesday.
  service = testService({}, { now: () => new Date('2026-11-25T06:00:00Z') });
  const { app } = service;
  const makerId = await addPerson(app, 'maker', 'staff', { kind: 'district', code: 'UJN' });
  const reviewerId = await addPerson(app, 'second', 'reviewer', { kind: 'state' });
  await addPerson(app, 'officer', 'traffic', { kind: 'division', code: 'DUJ' });
  cut = approvedCut(app, { makerId, reviewerId, district: 'UJN' });
  officer = await signIn(service, 'officer');
});
afterEach(() => service.close());

const page = async (path: string, language = 'hi', who = officer) => {
  const answer = await who(path, { headers: { 'accept-language': language } });
  return { status: answer.status, html: await answer.text() };
};
const post = (path: string, fields: Record<string, string>, who = officer) =>
  who(path, { method: 'POST', body: new URLSearchParams(fields) });
const order = (fields: Record<string, string> = {}) =>
  post('/traffic/flights', {
    spot: `${cut.house} · सुनीता बाई`,
    from: '26-11-2026',
    until: '27-11-2026',
    timesPerDay: '2',
    minGap: '60',
    priority: '5',
    channels: 'district:UJN',
    intent: 'add',
    ...fields,
  });
const idOf = (html: string) => /\/traffic\/flights\/([a-z0-9]{26})\/stop/.exec(html)?.[1] ?? '';

/** A key that reached the page: two words with a dot between that are no address, file or number. */
const rawKeys = (html: string) =>
  html
    .replace(/<(script|style|link|meta)[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .match(/\b(?:board|flight|log|release|traffic|conflict|daypart)\.[a-zA-Z.-]+/g) ?? [];

describe('without script', () => {
  it('an order is tried first, says its effect, keeps what was typed, and is then given', async () => {
    const tried = await order({ intent: 'preview' });
    const shown = await tried.text();
    expect([tried.status, shown]).toEqual([200, expect.stringContaining('2 चैनल × 2 दिन × 2 बार = 8')]);
    expect(shown).toContain(`value="${cut.house} · सुनीता बाई"`);
    expect((await page('/traffic/flights')).html).toContain('अभी कोई आदेश नहीं है');
    const given = await order();
    expect([given.status, given.headers.get('location')]).toEqual([303, '/traffic?from=2026-11-26&done=added&n=8']);
    const list = await page('/traffic/flights');
    expect(list.html).toContain('26-11-2026 से 27-11-2026');
    expect((await page('/traffic?from=2026-11-26&done=added&n=8')).html).toContain('आदेश जुड़ गया: 8 बार चलेगा');
    const day = await page('/traffic/logs/ujn-01/2026-11-26');
    expect(day.html).toContain(cut.house);
    expect((await post(`/traffic/flights/${idOf(list.html)}/stop`, {})).status).toBe(303);
    expect((await page('/traffic/logs/ujn-01/2026-11-26')).html).not.toContain(cut.house);
  });

  it.each([
    ['a day that is none', { from: '31-11-2026' }, 'तारीख ऐसे लिखें'],
    ['a day that is over', { from: '24/11/2026' }, 'बीते हुए दिन'],
    ['no number', { spot: '"><script>' }, 'कम से कम एक मंज़ूर स्पॉट चुनें।'],
    ['a number that nobody has', { spot: 'UJNPMA99999' }, 'UJNPMA99999 नाम का मंज़ूर स्पॉट नहीं मिला'],
    ['a place out of reach', { channels: 'district:BPL' }, 'कोई चैनल नहीं चुना गया'],
  ])('%s is said beside its field, and nothing typed is lost', async (_, fields, sentence) => {
    const answer = await order(fields);
    const html = await answer.text();
    expect([answer.status, html]).toEqual([422, expect.stringContaining(sentence)]);
    expect(html).not.toContain('"><script>');
    expect(html).toContain('value="27-11-2026"');
  });

  it('tomorrow is released after the page said what each operator gets, once', async () => {
    await order();
    expect((await page('/traffic')).html).toContain('href="/traffic/release"');
    const before = await page('/traffic/release');
    expect(before.html).toContain('नए: सुनीता बाई।');
    expect(before.html).toContain('2 चैनलों का लॉग जारी करें');
    const released = await post('/traffic/release', { day: '2026-11-26' });
    expect([released.status, released.headers.get('location')]).toEqual([
      303,
      '/traffic?from=2026-11-26&done=released&n=2',
    ]);
    expect((await page('/traffic')).html).not.toContain('href="/traffic/release"');
    const again = await post('/traffic/release', { day: '2026-11-26' });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('2 चैनलों का लॉग जारी हो चुका है')]);
  });
});

it('every page speaks the person’s language whole, full and empty', async () => {
  const paths = [
    '/traffic',
    '/traffic?from=2026-11-26&all=1',
    '/traffic/flights',
    '/traffic/flights/new',
    '/traffic/release',
    '/traffic/logs/ujn-01/2026-11-26',
  ];
  for (const given of [false, true]) {
    if (given) await order({ timesPerDay: '6' });
    for (const path of paths)
      for (const language of ['hi', 'en']) {
        const { status, html } = await page(path, language);
        expect([path, status, rawKeys(html)]).toEqual([path, 200, []]);
        expect(html).toContain(`<html lang="${language}">`);
      }
  }
});

it('those who only look see no button that changes anything', async () => {
  await order();
  await addPerson(service.app, 'auditor', 'auditor', { kind: 'state' });
  const auditor = await signIn(service, 'auditor');
  for (const path of ['/traffic', '/traffic/flights', '/traffic/release']) {
    const { status, html } = await page(path, 'hi', auditor);
    expect([path, status]).toEqual([path, 200]);
    expect(html).not.toContain('action="/traffic');
  }
  expect((await post('/traffic/release', { day: '2026-11-26' }, auditor)).status).toBe(403);
});

it('another division’s order and channel are not there', async () => {
  await order();
  const id = idOf((await page('/traffic/flights')).html);
  await addPerson(service.app, 'other', 'traffic', { kind: 'district', code: 'IDR' });
  const other = await signIn(service, 'other');
  expect((await page('/traffic/logs/ujn-01/2026-11-26', 'hi', other)).status).toBe(404);
  expect((await post(`/traffic/flights/${id}/stop`, {}, other)).status).toBe(404);
  expect((await page('/traffic', 'hi', other)).html).not.toContain('ujn-01');
});
