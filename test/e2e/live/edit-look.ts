import { Resvg } from '@resvg/resvg-js';
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

const WAIT = { timeout: 15_000, interval: 50 };

/** In a browser: a district's look changed, looked at, kept, changed again and taken back. `page` is an administrator's. */
export async function editLook(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/admin/looks/sober?place=UJN`);
  const frame = page.locator('img[data-frame=lowerThird][data-aspect="16x9"]');
  const ink = page.locator('[id="colour.ink"]');
  const versions = page.locator('[aria-labelledby=history] li');
  const before = await srcOf();

  const began = performance.now();
  await ink.fill('#9fb4cc');
  const after = await vi.waitFor(async () => {
    const src = await srcOf();
    expect(src).not.toBe(before);
    return src;
  }, WAIT);
  console.info(`a changed colour stands in the frame after ${Math.round(performance.now() - began)} ms`);
  expect(await areAlike(before, after)).toBe(false);
  // Nobody could read white letters on it: said, with the colour that films will have.
  await vi.waitFor(async () => expect(await page.locator('[data-notes]').textContent()).toContain('#9FB4CC'), WAIT);

  await page.locator('#markFile').setInputFiles({ name: 'चिह्न.png', mimeType: 'image/png', buffer: markPng() });
  const mark = page.locator('input[name=mark]');
  await vi.waitFor(async () => expect(await mark.inputValue()).toMatch(/^[0-9a-f]{64}$/), WAIT);
  await save();
  expect([await versions.count(), await ink.inputValue()]).toEqual([1, '#9fb4cc']);
  expect(await mark.inputValue()).toMatch(/^[0-9a-f]{64}$/);

  await ink.fill('#102a43');
  await save();
  expect([await versions.count(), await ink.inputValue()]).toEqual([2, '#102a43']);
  await versions.nth(1).locator('button').click();
  await vi.waitFor(async () => expect(await versions.count()).toBe(3), WAIT);
  expect(await ink.inputValue()).toBe('#9fb4cc');

  async function srcOf(): Promise<string> {
    return frame.evaluate((image) => (image instanceof HTMLImageElement ? image.src : ''));
  }

  async function save(): Promise<void> {
    const kept = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.click('button[value=save]');
    expect((await kept).status()).toBe(303);
    await page.waitForLoadState();
  }

  async function areAlike(one: string, other: string): Promise<boolean> {
    return page.evaluate(
      async (addresses) => {
        const [a, b] = await Promise.all(
          addresses.map(async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer())),
        );
        return String(a) === String(b);
      },
      [one, other],
    );
  }
}

function markPng(): Buffer {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><circle cx="128" cy="128" r="90" fill="#00695C"/></svg>';
  return new Resvg(svg).render().asPng();
}
