import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { findConsentInScope } from '../../src/domain/consent/index.ts';
import { listClips } from '../../src/domain/intake/index.ts';
import { broadcastDay } from '../../src/kernel/broadcast-day.ts';
import { readConfig } from '../../src/platform/config.ts';
import { filmBytes } from '../contract/film-bytes.ts';
import { addPerson, PASSWORD } from '../contract/http.ts';
import { browserPath } from './find-browser.ts';
import { freePort } from './line/service-process.ts';

const root = join(import.meta.dirname, '../..');
const FILM = filmBytes(9 * 2 ** 20);

describe.skipIf(!browserPath)('sending a clip from a phone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prerna-send-'));
  const film = join(folder, 'VID_सुनीता.mp4');
  const photo = join(folder, 'form.jpg');
  let service: ChildProcess;
  let browser: Browser;
  let page: Page;
  let app: App;
  let origin: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    writeFileSync(film, FILM);
    writeFileSync(photo, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const env = { PRERNA_DATA_DIR: join(folder, 'data'), PRERNA_PORT: String(port), PRERNA_WORKERS: '0' };
    app = openApp(readConfig({ ...env, PRERNA_LOG_LEVEL: 'silent', PATH: process.env['PATH'] }));
    await addPerson(app, 'rekha', 'staff', { kind: 'district', code: 'UJN' });
    service = spawn(process.execPath, [join(root, 'scripts/prerna.mjs'), 'serve'], {
      env: { ...process.env, ...env, PRERNA_LOG_LEVEL: 'warn' },
      stdio: 'inherit',
    });
    await until(async () => (await fetch(`${origin}/healthz`)).ok);
    browser = await chromium.launch({
      executablePath: browserPath ?? '',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    });
    const context = await browser.newContext({ viewport: { width: 390, height: 780 }, locale: 'hi-IN' });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => dialog.accept());
  });

  afterAll(async () => {
    await browser?.close();
    service?.kill('SIGTERM');
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const clip = () => {
    const [found] = listClips(app.catalogue.rows, { districts: ['UJN'] }, { limit: 1 }).clips;
    if (!found) throw new Error('no clip');
    return found;
  };

  it('begins at step 1 and goes on while the name is typed', async () => {
    await page.goto(`${origin}/login`);
    await page.fill('[name=login]', 'rekha');
    await page.fill('[name=password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.click('a.go');
    await slowLine(page, 1_500_000);
    await page.setInputFiles('#gallery', film);
    await page.waitForURL(/\/send\/[^/]+\/who$/);
    await page.fill('#n', 'सुनीता बाई');
    await page.fill('#v', 'नरवर');
    expect(await page.textContent('.lt [data-live=name]')).toBe('सुनीता बाई');
    await until(async () => Number(await page.getAttribute('.up progress', 'value')) > 20);
    expect(await page.textContent('[data-live=upload-progress]')).toMatch(/में से/);
    expect(clip().state).toBe('arriving');
  });

  it('keeps what was typed over a reload, knows the same film again, and sends nothing twice', async () => {
    await page.reload();
    expect(await page.inputValue('#n')).toBe('सुनीता बाई');
    const other = join(folder, 'other.mp4');
    writeFileSync(other, 'other');
    await page.setInputFiles('#same', other);
    await until(async () => (await page.textContent('[data-live=upload-says]'))?.includes('दूसरी फ़ाइल') ?? false);
    const begun: number[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') begun.push(Number(request.headers()['upload-offset']));
    });
    await page.setInputFiles('#same', film);
    await until(async () => begun.length > 0);
    expect(begun[0]).toBeGreaterThan(0);
  });

  it('pauses, goes on, and waits out a line that is away', async () => {
    await page.click('.up [data-act=pause]');
    await until(async () => (await page.textContent('[data-live=upload-says]'))?.includes('रुकी हुई') ?? false);
    await page.click('.up [data-act=pause]');
    await page.context().setOffline(true);
    await until(async () => (await page.textContent('[data-live=upload-says]'))?.includes('इंटरनेट नहीं') ?? false);
    await page.context().setOffline(false);
    await slowLine(page, -1);
    await until(async () => (await page.textContent('[data-live=upload-title]'))?.includes('पहुँच गई') ?? false);
    expect(clip()).toMatchObject({
      state: 'checking',
      originalHash: createHash('sha256').update(FILM).digest('hex'),
      fileName: 'VID_सुनीता.mp4',
    });
  });

  it('finds the scheme by sound, and says what is wrong beside the field without losing a word', async () => {
    await page.click('button:has-text("आगे: सहमति")');
    await page.waitForSelector('text=एक योजना चुनें।');
    expect(await page.inputValue('#n')).toBe('सुनीता बाई');
    await page.fill('#sq', 'avas');
    await page.click('[data-live=schemes] label:has-text("आवास")');
    expect(await page.textContent('.tag')).toContain('आवास');
    await page.click('button:has-text("आगे: सहमति")');
    await page.waitForURL(/consent$/);
  });

  it('takes a consent spoken in the page, and a date that lies ahead is refused beside its field', async () => {
    await page.click('text=बोलकर सहमति');
    await page.click('[data-act=record]');
    await page.waitForTimeout(1500);
    await page.click('[data-act=record]');
    await page.waitForSelector('[data-live=recorded] audio');
    await page.fill('#dt', '01-01-2999');
    await page.click('.dock button.go');
    await page.waitForSelector('text=यह तारीख आगे की है');
    await page.waitForSelector('text=आवाज़ मिल गई');
    await page.fill('#dt', '01-11-2025');
    await page.click('.dock button.go');
    await page.waitForURL((url) => url.pathname === '/');
    await page.waitForSelector('text=सुनीता बाई');
    const consent = findConsentInScope(
      app.catalogue.rows,
      clip().beneficiaryId ?? '',
      'cable',
      broadcastDay('2026-11-25'),
    );
    expect(consent).toMatchObject({ how: 'spoken', givenOn: '2025-11-01', social: false });
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('prerna:')))).toEqual([]);
  });

  it('never made the page complain', () => expect(complaints).toEqual([]));
});

/** Bytes a second towards the service; -1 for as fast as it goes. */
async function slowLine(page: Page, uploadThroughput: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput };
  await devtools.send('Network.emulateNetworkConditions', line);
}

async function until(holds: () => Promise<boolean>, seconds = 60): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > end) throw new Error(`not within ${seconds} s: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
