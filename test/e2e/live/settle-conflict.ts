import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

const WAIT = { timeout: 15_000, interval: 50 };

/** In a browser, on My spot: two people change one spot; nothing typed is lost, and nobody's word goes over another's unasked. */
export async function settleConflict(page: Page, address: string, other: (village: string) => string): Promise<void> {
  const village = page.locator('input[name=village]');
  const trouble = page.locator('[data-live=trouble]');
  await open();
  expect(other('ग्राम ताजपुर')).toBe('ग्राम ताजपुर');
  await village.fill('ग्राम तेजपुर');
  await vi.waitFor(async () => expect(await trouble.isVisible()).toBe(true), WAIT);
  expect(await trouble.textContent()).toContain('सहेजा नहीं गया');

  await open();
  expect([await village.inputValue(), await trouble.isVisible()]).toEqual(['ग्राम तेजपुर', true]);
  await Promise.all([page.waitForEvent('load'), trouble.locator('button[formaction]').click()]);
  await page.waitForFunction(() => document.documentElement.classList.contains('js'));
  expect(await village.inputValue()).toBe('ग्राम तेजपुर');
  expect(await page.locator('.field:has([name=village]) .why').textContent()).toContain('ग्राम ताजपुर');

  const save = page.locator('button[form=spot]:not([formaction])');
  await Promise.all([page.waitForEvent('load'), save.click()]);
  await open();
  expect([await village.inputValue(), await trouble.isVisible()]).toEqual(['ग्राम तेजपुर', false]);

  async function open(): Promise<void> {
    await page.goto(address);
    await vi.waitFor(async () => expect(await page.locator('[data-live=clock]').textContent()).toMatch(/^0:00/), WAIT);
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
  }
}
