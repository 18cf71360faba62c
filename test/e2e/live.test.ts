import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { findActivePerson } from '../../src/domain/accounts/index.ts';
import { listPresets } from '../../src/domain/render/index.ts';
import { deliverables } from '../../src/domain/render/render.table.ts';
import { draftSpot, editSpot, getSpot, listCuts } from '../../src/domain/spots/index.ts';
import { draftSpotJob } from '../../src/domain/spots/spots.jobs.ts';
import { frames } from '../../src/kernel/frames.ts';
import { unwrap } from '../../src/kernel/refusal.ts';
import { readConfig } from '../../src/platform/config.ts';
import { addPerson, PASSWORD } from '../contract/http.ts';
import { draftOf, putFilm, readyClip } from '../contract/line.ts';
import { editLook } from './live/edit-look.ts';
import { listenAndCompare } from './live/listen-and-compare.ts';
import { settleConflict } from './live/settle-conflict.ts';

const root = join(import.meta.dirname, '../..');
const browserPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

describe.skipIf(!browserPath)('pages that follow what happens, in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prerna-live-'));
  let app: App;
  let browser: Browser;
  let service: ChildProcess;
  let origin: string;
  let staff: Page;
  let reviewer: Page;
  let staffId: string;
  let spotId: string;
  let waitingClip: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const settings = {
      PRERNA_DATA_DIR: folder,
      PRERNA_PORT: String(port),
      PRERNA_WORKERS: '0',
      PRERNA_LOG_LEVEL: 'silent',
    };
    app = openApp(readConfig({ ...settings, PATH: process.env['PATH'] }));
    staffId = await addPerson(app, 'staff', 'staff', { kind: 'district', code: 'UJN' });
    await addPerson(app, 'reviewer', 'reviewer', { kind: 'state' });
    await addPerson(app, 'head', 'admin', { kind: 'state' });
    const by = { personId: staffId, district: 'UJN' };
    spotId = draftOf(app, readyClip(app, by), by);
    waitingClip = readyClip(app, by).clipId;
    service = spawn(process.execPath, [join(root, 'scripts/prerna.mjs'), 'serve'], {
      cwd: root,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await vi.waitFor(async () => expect((await fetch(`${origin}/healthz`)).ok).toBe(true), {
      timeout: 60_000,
      interval: 200,
    });
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
    [staff, reviewer] = [await logIn('staff'), await logIn('reviewer')];
  });

  afterAll(async () => {
    await browser?.close();
    if (service?.exitCode === null) {
      const exited = once(service, 'exit');
      service.kill('SIGTERM');
      await exited;
    }
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const card = (id: string) => staff.locator(`[data-subjects~="${id}"]`);

  it('moves a bar while a machine works in another process', async () => {
    await staff.goto(`${origin}/`);
    await mark(staff);
    await expectText(card(waitingClip), 'बन रहा है');
    // The draft's job runs in another process, as `prerna work` would.
    app.catalogue.change((change) => {
      const payload = { clipId: waitingClip, beneficiaryId: 'x' };
      change.enqueue({ definition: draftSpotJob, payload, key: waitingClip, subject: waitingClip });
      change.audit({ actor: 'system', act: 'test.draft', subject: waitingClip });
    });
    const lease = await app.jobs.queue.claim('media');
    lease?.progress(0.42, { note: 'make.again', secondsLeft: 300 });
    await lease?.beat();
    await vi.waitFor(
      async () => expect(Number(await card(waitingClip).locator('progress').getAttribute('value'))).toBe(42),
      WAIT,
    );
    await expectText(card(waitingClip), 'पूरी फ़िल्म फिर से बन रही है');
    await expectText(card(waitingClip), '5 मिनट');
    expect(await isMarked(staff)).toBe(true);
  });

  it('changes the state in words, the filters’ numbers and the bell when somebody else acts', async () => {
    await expectText(card(spotId), 'आपकी जाँच चाहिए');
    const bell = () => staff.locator('[data-part=bell]').getAttribute('aria-label');
    const before = await bell();
    await post(staff, `/api/v1/spots/${spotId}/send`);
    await expectText(card(spotId), 'समीक्षा में');
    await vi.waitFor(async () => expect(await bell()).not.toBe(before), WAIT);
    await reviewer.goto(`${origin}/review/${spotId}`);
    await reviewer.fill('#c', 'गाँव का नाम ठीक करें');
    await reviewer.click('[formaction$="/return"]');
    await expectText(card(spotId), 'वापस आया');
    await vi.waitFor(async () => expect(await bell()).toBe(before), WAIT);
    expect(await isMarked(staff)).toBe(true);
  });

  it('draws a spot’s page anew when its state changes under somebody who only looks', async () => {
    await post(staff, `/api/v1/spots/${spotId}/send`);
    await staff.goto(`${origin}/spots/${spotId}`);
    await expectText(staff.locator('[data-part=state]'), 'समीक्षा में');
    await reviewer.goto(`${origin}/review/${spotId}`);
    await reviewer.fill('#c', 'राशि फिर सुनें');
    await reviewer.click('[formaction$="/return"]');
    await expectText(staff.locator('[data-part=state]'), 'वापस आया');
    await expectText(staff.locator('main'), 'राशि फिर सुनें');
  });

  it('hangs up while hidden and looks at once when it is seen again', async () => {
    const lines: string[] = [];
    staff.on('request', (request) => lines.push(new URL(request.url()).pathname));
    await staff.goto(`${origin}/`);
    await vi.waitFor(() => expect(lines).toContain('/api/v1/events'), WAIT);
    const ended = staff.waitForEvent('requestfailed', (request) => request.url().endsWith('/events'));
    await see(staff, 'hidden');
    await ended;
    await post(staff, `/api/v1/spots/${spotId}/send`);
    lines.length = 0;
    await see(staff, 'visible');
    await expectText(card(spotId), 'समीक्षा में');
    await vi.waitFor(() => expect(lines.filter((path) => path === '/api/v1/events')).toHaveLength(1), WAIT);
    expect(complaints).toEqual([]);
  });

  it('counts a film as watched when the player has played it to its end, and then lets it be approved from the queue', async () => {
    const { rows } = app.catalogue;
    const [cut] = listCuts(rows, spotId).filter((one) => one.state === 'sent');
    if (!cut) throw new Error('no cut');
    for (const preset of listPresets(rows, 'UJN')) putFilm(app, cut.id, preset);
    const clip = readFileSync(join(root, 'presets/demo/clips/svanidhi-raju.mp4'));
    await reviewer.route('**/films/web', (route) => route.fulfill({ body: clip, contentType: 'video/mp4' }));
    await reviewer.goto(`${origin}/review/${spotId}`);
    const seconds = await reviewer.evaluate(async () => {
      const video = document.querySelector('video');
      while (video && !(video.duration > 0)) await new Promise((soon) => setTimeout(soon, 50));
      return video?.duration ?? 0;
    });
    const film = { frames: Math.floor(seconds * 25) };
    app.catalogue.keep((all) => all.update(deliverables).set(film).where(eq(deliverables.cutId, cut.id)).run());
    const isWatched = () => reviewer.locator('[data-live=watched]').isVisible();
    // To the end by a jump is not watched.
    await reviewer.evaluate(
      (end) => Object.assign(document.querySelector('video') ?? {}, { currentTime: end - 1 }),
      seconds,
    );
    await reviewer.click('[data-act=play]');
    await new Promise((soon) => setTimeout(soon, 1500));
    expect(await isWatched()).toBe(false);
    await reviewer.evaluate(() =>
      Object.assign(document.querySelector('video') ?? {}, { currentTime: 0, playbackRate: 2 }),
    );
    await reviewer.evaluate(() => document.querySelector('video')?.play());
    await vi.waitFor(async () => expect(await isWatched()).toBe(true), { timeout: 40_000, interval: 200 });
    await reviewer.goto(`${origin}/review`);
    for (const box of await reviewer.locator('#together input[type=checkbox]').all()) await box.check();
    await reviewer.click('#together button');
    await expectText(reviewer.locator('[role=alert]').first(), 'UJNPMA00001');
    expect(complaints).toEqual([]);
  });

  it('lets an office change a look, see it in a frame, keep it, and go back', async () => {
    await editLook(await logIn('head'), origin);
    expect(complaints).toEqual([]);
  });

  it('plays a bed on My spot, draws what is typed over the film, and shows steadying when asked', async () => {
    const by = { personId: staffId, district: 'UJN' };
    const clip = readyClip(app, by);
    const beneficiary = { id: clip.beneficiaryId, name: 'सुनीता बाई', village: 'ग्राम नरवर', benefit: '' };
    const spot = draftSpot(app, {
      ...{ clipId: clip.clipId, district: 'UJN', uploadedBy: staffId, beneficiary, scheme: 'PMA' },
      ...{ clipFrames: frames(1500), spoken: [] },
      sight: { poor: [], looks: [], needs: ['steadier'], measured: SHAKY },
    });
    await listenAndCompare(staff, `${origin}/spots/${spot}`, join(root, 'presets/demo/clips/svanidhi-raju.mp4'));
    expect(complaints).toEqual([]);
  });

  it('keeps what was typed through somebody else’s change, over a reload, until it is looked at and saved', async () => {
    const by = { personId: staffId, district: 'UJN' };
    const id = draftOf(app, readyClip(app, by), by);
    const person = findActivePerson(app.catalogue.rows, staffId);
    if (!person) throw new Error('nobody');
    await settleConflict(await logIn('staff'), `${origin}/spots/${id}`, (village) => {
      const { version, document } = getSpot(app.catalogue.rows, person, id);
      const edit = { spotId: id, version, document: { ...document, village } };
      return unwrap(editSpot(app, person, edit)).document.village;
    });
  });

  const SHAKY = { shake: 0.6, noise: 0, light: 110, highlight: 200, bright: 0 };
  const WAIT = { timeout: 15_000, interval: 100 };

  async function expectText(where: ReturnType<Page['locator']>, text: string): Promise<void> {
    await vi.waitFor(async () => expect(await where.textContent()).toContain(text), WAIT);
  }

  /** A mark that a reload would wipe off. */
  async function mark(page: Page): Promise<void> {
    await page.evaluate(() => document.documentElement.setAttribute('data-mark', 'same page'));
  }

  async function isMarked(page: Page): Promise<boolean> {
    return page.evaluate(() => document.documentElement.hasAttribute('data-mark'));
  }

  async function post(page: Page, path: string): Promise<void> {
    const status = await page.evaluate(async (address) => {
      const token = document.querySelector<HTMLMetaElement>('meta[name=csrf-token]')?.content ?? '';
      return (await fetch(address, { method: 'POST', headers: { 'x-csrf-token': token } })).status;
    }, path);
    expect(status).toBe(200);
  }

  async function see(page: Page, state: 'hidden' | 'visible'): Promise<void> {
    await page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  }

  async function logIn(login: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 390, height: 780 }, locale: 'hi-IN' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${origin}/login`);
    await page.fill('[name=login]', login);
    await page.fill('[name=password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
    return page;
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}
