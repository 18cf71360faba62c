import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { createAccessToken } from '../../src/domain/accounts/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { addPerson, PASSWORD } from '../contract/http.ts';
import { browserPath } from './find-browser.ts';
import { freePort, startService } from './line/service-process.ts';

const film = join(import.meta.dirname, '../../presets/demo/clips/svanidhi-raju.mp4');
const DAY_MS = 86_400_000;
// The service begins at noon there, so that no midnight falls into the test.
const toNoonMs = (12 * 3_600_000 + DAY_MS - ((Date.now() + 5.5 * 3_600_000) % DAY_MS)) % DAY_MS;
// For eyes: a folder to put a picture of each station in.
const { PRERNA_PAGE_SHOTS: shots } = process.env;

/** Each step is clicks and keys on pages, as that person would; what a machine of an operator would fetch is fetched. */
describe.skipIf(!browserPath)('the line in a real browser, in Hindi at 390 px', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prerna-line-'));
  const complaints: string[] = [];
  let browser: Browser;
  let service: Awaited<ReturnType<typeof startService>>;
  let settings: NodeJS.ProcessEnv;
  let origin: string;
  let spotId: string;
  let house: string;
  const tokens = { 'example-shajapur': '', 'example-dewas': '' };
  const own = () => `${origin}/o/${tokens['example-shajapur']}`;

  beforeAll(async () => {
    const port = String(await freePort());
    origin = `http://127.0.0.1:${port}`;
    const { PATH } = process.env;
    settings = { PATH, PRERNA_DATA_DIR: folder, PRERNA_PORT: port, PRERNA_WORKERS: '1', PRERNA_LOG_LEVEL: 'silent' };
    const app = openApp(readConfig(settings));
    await addPerson(app, 'staff', 'staff', { kind: 'district', code: 'SJP' });
    for (const role of ['reviewer', 'traffic', 'airing'] as const)
      await addPerson(app, role, role, { kind: 'division', code: 'DUJ' });
    for (const operatorId of ['example-shajapur', 'example-dewas'] as const)
      tokens[operatorId] = createAccessToken(app, 'system', 'test', { operatorId, scope: 'operator' }).token;
    await app.close();
    service = await startService(settings, toNoonMs);
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes a film from the phone, over a cut line, to captions and into review', async () => {
    const staff = await logIn('staff');
    let cuts = 0;
    await staff.route('**/api/v1/uploads/*', async (route) => {
      // The line breaks in the middle of the film, once.
      if (route.request().method() !== 'PATCH' || cuts > 0) return route.continue();
      cuts += 1;
      return route.abort('connectionreset');
    });
    await staff.click('a[href="/send"]');
    await staff.setInputFiles('#gallery', film);
    await staff.waitForURL('**/send/*/who');
    await staff.fill('#n', 'राजू वर्मा');
    await staff.fill('#v', 'शाजापुर');
    await staff.fill('#sq', 'स्वनिधि');
    await staff.locator('label:has(input[name=scheme][value=PMS])').click();
    await staff.locator('button[form=who][value=next]').click();
    await staff.waitForURL('**/consent');
    await staff.setInputFiles('#photo', { name: 'form.png', mimeType: 'image/png', buffer: PNG });
    await staff.locator('button[form=consent]').click();
    await staff.waitForURL((url) => url.pathname === '/', { timeout: 60_000 });
    expect(cuts).toBe(1);

    await reloadUntil(staff, 'text=कैप्शन जाँचें');
    await takePicture(staff, '1-home');
    await staff.click('text=कैप्शन जाँचें');
    await staff.waitForURL('**/spots/*');
    spotId = /spots\/([^/?#]+)/.exec(staff.url())?.[1] ?? '';
    expect(await staff.locator('html').getAttribute('lang')).toBe('hi');
    await staff.fill('#script', 'मैं राजू वर्मा हूँ।\nमैं चाय की दुकान चलाता हूं।\nस्वनिधि योजना से दुकान के लिए ऋण मिला।');
    await staff.click('form[action$="/captions"] button[type=submit]');
    await staff.waitForSelector('text=समय बिठा दिए गए');
    const wrong = staff.locator('[name^="cue."]').nth(1);
    await wrong.fill('मैं चाय की दुकान चलाता हूँ।');
    // At once: what is on its way to the service must not be lost either.
    await staff.reload();
    await expect.poll(() => wrong.inputValue(), { timeout: 10_000 }).toBe('मैं चाय की दुकान चलाता हूँ।');
    await takePicture(staff, '2-spot');
    await staff.click('button[formaction$="/send"]');
    await staff.waitForSelector('text=समीक्षा में');

    // The maker has no way in, by page or by hand.
    expect((await staff.goto(`${origin}/review/${spotId}`))?.status()).toBe(403);
    const csrf = (await staff.locator('meta[name=csrf-token]').getAttribute('content')) ?? '';
    const form = { _csrf: csrf };
    expect((await staff.request.post(`${origin}/review/${spotId}/approve`, { form })).status()).toBe(403);
  });

  it('is approved by a second person, and has a house number then', async () => {
    const reviewer = await logIn('reviewer');
    await reviewer.click('text=राजू वर्मा');
    await reviewer.waitForURL(`**/review/${spotId}`);
    for (const box of await reviewer.locator('input[name=check]').all()) await box.check();
    await takePicture(reviewer, '3-review');
    // Before its films are made the page says so and stays where it is.
    await clickUntil(reviewer, 'button[formaction$="/approve"]', (url) => url.pathname === '/review');
    const traffic = await logIn('traffic');
    const offered = await traffic.locator('#flight datalist option').first().getAttribute('value');
    expect(offered).toMatch(/^SJPPMS\d{5} · राजू वर्मा$/);
    house = offered?.slice(0, 11) ?? '';
  });

  it('is ordered, its effect said before, and tomorrow is released', async () => {
    const traffic = await logIn('traffic');
    await traffic.fill('#sp', `${house} · राजू वर्मा`);
    await traffic.selectOption('#wh', 'channel:sjp-01');
    await traffic.waitForSelector('[data-live=effect] >> text=1 चैनल × 7 दिन × 3 बार = 21');
    expect(await traffic.textContent('[data-live=effect] b')).toBe('21');
    await takePicture(traffic, '4-order');
    await traffic.click('button[value=add]');
    await traffic.waitForSelector('[role=status] >> text=आदेश जुड़ गया: 21 बार चलेगा');
    await release(traffic);
  });

  it('is on the operator’s page, downloads whole, and goes on after a cut', async () => {
    const operator = await openPhone();
    await operator.goto(own());
    await takePicture(operator, '6-operator-new');
    const [download] = await Promise.all([operator.waitForEvent('download'), operator.click('a.go')]);
    expect(download.suggestedFilename()).toBe(`${house}.mpg`);
    const path = await download.path();
    expect(statSync(path).size).toBeGreaterThan(100_000);
    const manifest = JSON.stringify(await (await fetch(`${own()}/manifest.json`)).json());
    expect(manifest).toContain(await hashOf(path));
    const rest = await fetch(`${own()}/${fileOf(house)}`, { headers: { range: 'bytes=100-' } });
    expect([rest.status, (await rest.arrayBuffer()).byteLength]).toEqual([206, statSync(path).size - 100]);
    await operator.reload();
    expect(await operator.textContent('main')).toContain('सब फ़ाइलें आपके पास हैं');
  });

  it('two days later: the operator says by tap what ran, and the officer’s month shows it', async () => {
    expect(await service.stop()).toBe(0);
    service = await startService(settings, toNoonMs + 2 * DAY_MS);
    const operator = await openPhone();
    await operator.goto(own());
    await operator.click('text=जो नहीं चला, उस पर टैप करें');
    await operator.locator('.ex label').last().click();
    await operator.waitForSelector('button:has-text("हाँ, 1 छोड़कर सब चले")');
    await takePicture(operator, '7-operator-tap');
    await operator.click('button:has-text("हाँ, 1 छोड़कर सब चले")');
    await operator.waitForSelector('[role=status] >> text=आपका जवाब दर्ज हो गया');

    const officer = await logIn('airing');
    const yesterday = dayThere(1);
    if (yesterday.slice(0, 7) !== dayThere(2).slice(0, 7)) await officer.click('a[aria-label="पिछला महीना"]');
    await officer.selectOption('#op', 'example-shajapur');
    const mark = officer.locator(`.ph a.m[href*="day=${yesterday}"]`);
    await mark.waitFor();
    expect(await mark.getAttribute('aria-label')).toMatch(/^उदाहरण केबल शाजापुर, .*: नहीं चला$/);
    await mark.click();
    await officer.waitForSelector('#d');
    const rows = await officer.locator('#d ul.rows:not(.ex) li').allTextContents();
    expect(rows.map((row) => /(नहीं चला|चला)$/.exec(row.trim())?.[1])).toEqual(['चला', 'चला', 'नहीं चला']);
    expect(rows[0]).toContain('किसी के कहने पर');
    await takePicture(officer, '8-month');
  });

  it('leaves tomorrow’s playlist when the consent is withdrawn, and the file says why', async () => {
    await release(await logIn('traffic'));
    const playlist = `${own()}/channels/sjp-01/logs/${dayThere(3)}.m3u8`;
    expect(await (await fetch(playlist)).text()).toContain(house);

    const staff = await logIn('staff');
    await staff.click('.clips >> text=राजू वर्मा');
    await staff.click('text=सहमति देखें या वापस लें');
    await staff.click('text=हितग्राही ने मना कर दिया?');
    await staff.fill('#wr', 'फ़ोन पर मना किया');
    await takePicture(staff, '9-withdraw');
    await staff.click('button:has-text("सहमति वापस लें")');
    await staff.waitForSelector('[role=status] >> text=सहमति वापस ली गई');

    await expect.poll(async () => (await fetch(`${own()}/${fileOf(house)}`)).status, { timeout: 15_000 }).toBe(410);
    expect(await (await fetch(playlist)).text()).not.toContain(house);
    expect(await (await fetch(`${own()}/${fileOf(house)}`)).json()).toMatchObject({
      status: 410,
      message: {
        hi: 'हितग्राही ने सहमति वापस ली है, इसलिए यह स्पॉट वापस बुला लिया गया। इसे न चलाएँ और फ़ाइल मिटा दें।',
        en: 'The beneficiary withdrew consent, so this spot was recalled. Do not run it, and delete the file.',
      },
    });
    for (const stranger of [tokens['example-dewas'], 'nobody'])
      expect((await fetch(`${origin}/o/${stranger}/${fileOf(house)}`)).status).toBe(404);

    const operator = await openPhone();
    expect((await operator.goto(`${own()}/${fileOf(house)}`))?.status()).toBe(410);
    expect(await operator.textContent('main')).toContain('हितग्राही ने सहमति वापस ली है');
    await takePicture(operator, '10-gone');
    await operator.click('text=पहले पेज पर जाएँ');
    await operator.waitForSelector(`[role=alert]:has-text("${house}")`);
    await takePicture(operator, '11-operator-recall');
    await operator.click('button:has-text("हटा दिया")');
    await operator.waitForSelector('[role=status] >> text=दर्ज हो गया कि स्पॉट हटा दिया');
    expect(complaints).toEqual([]);
  });

  /** What a day's release would give is looked at, then given. */
  async function release(traffic: Page): Promise<void> {
    await traffic.click('a[href="/traffic/release"]');
    await traffic.waitForSelector('text=उदाहरण केबल शाजापुर');
    await takePicture(traffic, '5-release');
    await traffic.click('text=1 चैनलों का लॉग जारी करें');
    await traffic.waitForSelector('[role=status] >> text=1 चैनलों का लॉग जारी हुआ');
  }

  async function openPhone(): Promise<Page> {
    const context = await browser.newContext({ locale: 'hi-IN', viewport: { width: 390, height: 780 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    return page;
  }

  async function logIn(login: string): Promise<Page> {
    const page = await openPhone();
    await page.goto(`${origin}/login`);
    await page.fill('[name=login]', login);
    await page.fill('[name=password]', PASSWORD);
    await page.click('form button[type=submit]');
    await page.waitForURL((url) => url.pathname !== '/login');
    return page;
  }

  async function takePicture(page: Page, name: string): Promise<void> {
    if (shots) await page.screenshot({ path: join(shots, `line-${name}.png`), fullPage: true });
  }
});

/** As a person does who waits: looks at the page again until it is there. */
async function reloadUntil(page: Page, selector: string): Promise<void> {
  const there = async () => {
    await page.reload();
    return page.locator(selector).first().isVisible();
  };
  await expect.poll(there, { timeout: 120_000, interval: 1000 }).toBe(true);
}

async function clickUntil(page: Page, selector: string, isThere: (url: URL) => boolean): Promise<void> {
  const clicked = async () => {
    if (!isThere(new URL(page.url()))) await page.click(selector);
    await page.waitForLoadState();
    return isThere(new URL(page.url()));
  };
  await expect.poll(clicked, { timeout: 120_000, interval: 2000 }).toBe(true);
}

function fileOf(house: string): string {
  return `files/sd-mpeg2/${house}.mpg`;
}

/** A calendar day in India, so many days after the one on which the line begins. */
function dayThere(days: number): string {
  const at = new Date(Date.now() + toNoonMs + days * DAY_MS);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata', dateStyle: 'short' }).format(at);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest('hex');
}

// One white pixel.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/58BAAT/Af8ouI1vAAAAAElFTkSuQmCC',
  'base64',
);
