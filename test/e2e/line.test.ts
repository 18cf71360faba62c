import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openApp } from '../../src/app.ts';
import { createAccessToken } from '../../src/domain/accounts/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { addPerson, PASSWORD } from '../contract/http.ts';

const root = join(import.meta.dirname, '../..');
const film = join(root, 'presets/demo/clips/svanidhi-raju.mp4');
const browserPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

describe.skipIf(!browserPath)('the line in a real browser, in Hindi at 390 px', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prerna-line-'));
  let browser: Browser;
  let service: ChildProcess;
  let origin: string;
  const tokens = { 'example-shajapur': '', 'example-dewas': '' };

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const settings = {
      PATH: process.env['PATH'],
      PRERNA_DATA_DIR: folder,
      PRERNA_PORT: String(port),
      PRERNA_WORKERS: '1',
      PRERNA_LOG_LEVEL: 'silent',
    };
    const app = openApp(readConfig(settings));
    await addPerson(app, 'staff', 'staff', { kind: 'district', code: 'SJP' });
    await addPerson(app, 'reviewer', 'reviewer', { kind: 'division', code: 'DUJ' });
    await addPerson(app, 'traffic', 'traffic', { kind: 'division', code: 'DUJ' });
    for (const operatorId of ['example-shajapur', 'example-dewas'] as const)
      tokens[operatorId] = createAccessToken(app, 'system', 'test', { operatorId, scope: 'operator' }).token;
    await app.close();
    service = spawn(process.execPath, [join(root, 'scripts/prerna.mjs'), 'serve'], {
      cwd: root,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await vi.waitFor(async () => expect(await isUp(origin)).toBe(true), { timeout: 60_000, interval: 200 });
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser?.close();
    if (service && service.exitCode === null) {
      const exited = once(service, 'exit');
      service.kill('SIGTERM');
      await exited;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes a film from the phone, over a cut line, to an approved spot with a house number', async () => {
    const staff = await logIn('staff');
    await staff.goto(`${origin}/send`);
    let cuts = 0;
    await staff.route('**/api/v1/uploads/*', async (route) => {
      // The line breaks in the middle of the film, once.
      if (route.request().method() !== 'PATCH' || cuts > 0) return route.continue();
      cuts += 1;
      return route.abort('connectionreset');
    });
    await staff.setInputFiles('#gallery', film);
    await staff.waitForURL('**/send/*/who');
    const clipId = /send\/([^/]+)\/who/.exec(staff.url())?.[1] ?? '';
    await staff.fill('#n', 'राजू वर्मा');
    await staff.fill('#v', 'शाजापुर');
    await staff.fill('#sq', 'स्वनिधि');
    await staff.locator('label:has(input[name=scheme][value=PMS])').click();
    await staff.locator('button[form=who][value=next]').click();
    await staff.waitForURL('**/consent');
    await staff.setInputFiles('#photo', { name: 'form.png', mimeType: 'image/png', buffer: PNG });
    await staff.locator('button[form=consent]').click();
    await expect.poll(() => new URL(staff.url()).pathname, { timeout: 60_000 }).not.toContain('/send/');
    expect(cuts).toBe(1);

    const spotId = await waitForSpot(staff, clipId);
    await staff.goto(`${origin}/spots/${spotId}`);
    expect(await staff.locator('html').getAttribute('lang')).toBe('hi');
    await captionAndCorrect(staff);
    await staff.locator('button[formaction$="/send"]').click();
    await expect.poll(() => stateOf(staff, spotId), { timeout: 30_000 }).toBe('inReview');

    // The maker has no way in, by page or by hand.
    expect((await staff.request.get(`${origin}/review/${spotId}`)).status()).toBe(403);
    expect((await staff.request.post(`${origin}/review/${spotId}/approve`, { form: {} })).status()).toBe(403);

    const reviewer = await logIn('reviewer');
    await expect
      .poll(async () => (await cutOf(reviewer, spotId)).films.length, { timeout: 120_000, interval: 1000 })
      .toBeGreaterThanOrEqual(2);
    await reviewer.goto(`${origin}/review/${spotId}`);
    for (const box of await reviewer.locator('input[name=check]').all()) await box.check();
    await reviewer.locator('button[formaction$="/approve"]').click();
    await expect.poll(() => stateOf(reviewer, spotId), { timeout: 20_000 }).toBe('approved');
    expect((await cutOf(reviewer, spotId)).houseNumber).toMatch(/^SJPPMS\d{5}$/);
  });

  it('goes by a flight to its operator, and is called back when the consent is withdrawn', async () => {
    const traffic = await logIn('traffic');
    const { items } = (await (await traffic.request.get(`${origin}/api/v1/spots`)).json()) as {
      items: { id: string; clipId: string }[];
    };
    const house = (await cutOf(traffic, items[0]?.id ?? '')).houseNumber ?? '';
    const [today, tomorrow, after] = [0, 1, 2].map((days) => dayInIndia(days));
    const wish = { cuts: [{ house }], channels: { ids: ['sjp-01'] }, from: today, until: after, timesPerDay: 2 };
    expect((await post(traffic, '/api/v1/flights', wish)).status()).toBeLessThan(300);
    expect((await post(traffic, '/api/v1/logs/release', { day: tomorrow, channels: ['sjp-01'] })).status()).toBe(200);

    const own = `${origin}/o/${tokens['example-shajapur']}`;
    const file = `files/sd-mpeg2/${house}.mpg`;
    const playlist = `channels/sjp-01/logs/${tomorrow}.m3u8`;
    const fetched = await fetch(`${own}/${file}`);
    expect({ status: fetched.status, film: (await fetched.arrayBuffer()).byteLength > 100_000 }).toEqual({
      status: 200,
      film: true,
    });
    expect((await fetch(`${own}/${file}`, { headers: { range: 'bytes=100-199' } })).status).toBe(206);
    expect(await (await fetch(`${own}/${playlist}`)).text()).toContain(house);

    const staff = await logIn('staff');
    const clip = (await (await staff.request.get(`${origin}/api/v1/clips/${items[0]?.clipId}`)).json()) as {
      beneficiaryId: string;
    };
    const { consents } = (await (
      await staff.request.get(`${origin}/api/v1/consents?beneficiary=${clip.beneficiaryId}`)
    ).json()) as {
      consents: { id: string }[];
    };
    expect((await post(staff, `/api/v1/consents/${consents[0]?.id}/withdraw`, {})).status()).toBe(200);
    await expect.poll(async () => (await fetch(`${own}/${file}`)).status, { timeout: 15_000 }).toBe(410);
    expect((await (await fetch(`${own}/${file}`)).text()).length).toBeGreaterThan(20);
    expect(await (await fetch(`${own}/${playlist}`)).text()).not.toContain(house);
    expect((await fetch(`${origin}/o/${tokens['example-dewas']}/${file}`)).status).toBe(404);
  });

  async function post(page: Page, path: string, data: unknown) {
    await page.goto(`${origin}/`);
    const csrf = (await page.locator('meta[name=csrf-token]').getAttribute('content')) ?? '';
    return page.request.post(`${origin}${path}`, { data, headers: { 'x-csrf-token': csrf } });
  }

  async function logIn(login: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'hi-IN', viewport: { width: 390, height: 780 } });
    const page = await context.newPage();
    await page.goto(`${origin}/login`);
    await page.fill('[name=login]', login);
    await page.fill('[name=password]', PASSWORD);
    await page.locator('form button[type=submit]').first().click();
    await page.waitForURL((url) => url.pathname !== '/login');
    return page;
  }

  async function waitForSpot(page: Page, clipId: string): Promise<string> {
    for (let tries = 0; tries < 120; tries += 1) {
      const { items } = (await (await page.request.get(`${origin}/api/v1/spots`)).json()) as {
        items: { id: string; clipId: string }[];
      };
      const found = items.find((spot) => spot.clipId === clipId);
      if (found) return found.id;
      await sleep(500);
    }
    throw new Error('no spot was drafted');
  }

  async function captionAndCorrect(page: Page): Promise<void> {
    const csrf = (await page.locator('meta[name=csrf-token]').getAttribute('content')) ?? '';
    const version = await page.locator('input[name=version]').first().inputValue();
    const script = 'मैं राजू वर्मा हूँ।\nमैं चाय की दुकान चलाता हूं।\nस्वनिधि योजना से दुकान के लिए ऋण मिला।';
    await page.request.post(`${page.url()}/captions`, { form: { version, script }, headers: { 'x-csrf-token': csrf } });
    await page.reload();
    const wrong = page.locator('[name^="cue."]').nth(1);
    await wrong.fill('मैं चाय की दुकान चलाता हूँ।');
    await wrong.blur();
    await sleep(1500);
    await page.reload();
    expect(await page.locator('[name^="cue."]').nth(1).inputValue()).toBe('मैं चाय की दुकान चलाता हूँ।');
  }

  async function stateOf(page: Page, spotId: string): Promise<string> {
    const spot = (await (await page.request.get(`${origin}/api/v1/spots/${spotId}`)).json()) as { state: string };
    return spot.state;
  }

  async function cutOf(page: Page, spotId: string): Promise<{ houseNumber: string | null; films: unknown[] }> {
    const spot = (await (await page.request.get(`${origin}/api/v1/spots/${spotId}`)).json()) as {
      cuts: { id: string }[];
    };
    return (await page.request.get(`${origin}/api/v1/cuts/${spot.cuts[0]?.id}`)).json() as Promise<{
      houseNumber: string | null;
      films: unknown[];
    }>;
  }
});

/** A calendar day there, so many days from now. */
function dayInIndia(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata', dateStyle: 'short' }).format(at);
}

// One white pixel.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/58BAAT/Af8ouI1vAAAAAElFTkSuQmCC',
  'base64',
);

async function isUp(origin: string): Promise<boolean> {
  return (await fetch(`${origin}/healthz`).catch(() => undefined))?.ok ?? false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
