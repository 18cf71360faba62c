import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

const WAIT = { timeout: 15_000, interval: 50 };

/** In a browser, on My spot: a bed is chosen and heard, the name is typed and seen, and steadying is looked at. */
export async function listenAndCompare(page: Page, address: string, clip: string): Promise<void> {
  await page.addInitScript(() => {
    const made: HTMLAudioElement[] = [];
    Object.assign(globalThis, { made });
    const Real = globalThis.Audio;
    globalThis.Audio = class extends Real {
      constructor() {
        super();
        made.push(this);
      }
    };
  });
  await page.goto(address);
  await vi.waitFor(async () => expect(await page.locator('[data-live=clock]').textContent()).toMatch(/^0:00/), WAIT);

  await page.check('input[name=music][value=warm]', { force: true });
  await page.click('[data-act=listen]');
  const heard = () =>
    page.evaluate(() => {
      const [audio] = (globalThis as unknown as { made: HTMLAudioElement[] }).made;
      return { seconds: audio?.duration ?? 0, plays: audio?.paused === false };
    });
  await vi.waitFor(async () => expect(await heard()).toMatchObject({ plays: true, seconds: 10 }), WAIT);
  expect(await page.getAttribute('[data-act=listen]', 'aria-pressed')).toBe('true');
  await page.click('[data-act=listen]');
  expect((await heard()).plays).toBe(false);

  const letters = page.locator('[data-over=opening]');
  await page.locator('details', { has: page.locator('#n') }).evaluate((fold) => fold.setAttribute('open', ''));
  await page.fill('#n', 'कमला बाई');
  await vi.waitFor(async () => expect(await letters.getAttribute('src')).toContain(encodeURIComponent('कमला')), WAIT);

  // What draws it is proved elsewhere, on a real clip; here a line that breaks once, then a slow answer.
  const helps = '**/helps/steady*';
  await page.route(helps, (route) => route.abort());
  const compared = page.locator('[data-help=steady] details');
  await compared.locator('summary').click();
  await vi.waitFor(async () => expect(await compared.locator('[data-live=not-drawn]').isVisible()).toBe(true), WAIT);
  await page.unroute(helps);
  await page.route(helps, (route) => route.fulfill({ body: readFileSync(clip), contentType: 'video/mp4' }));
  await compared.locator('[data-act=draw-again]').click();
  await vi.waitFor(async () => {
    const seconds = await compared.locator('video').evaluate((film) => (film as HTMLVideoElement).duration);
    expect(seconds).toBeGreaterThan(1);
  }, WAIT);
  expect(await compared.locator('[data-live=not-drawn]').isVisible()).toBe(false);
}
