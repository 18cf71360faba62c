import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from './find-browser.ts';
import { adminCases } from './pages/admin.cases.tsx';
import { airingCases } from './pages/airing.cases.tsx';
import { decidingCases } from './pages/deciding.cases.tsx';
import { directoryCases } from './pages/directory.cases.tsx';
import { lookAt } from './pages/look-at.ts';
import { looksCases } from './pages/looks.cases.tsx';
import { servePages } from './pages/page-server.ts';
import { sendingCases } from './pages/sending.cases.tsx';
import { trafficCases } from './pages/traffic.cases.tsx';

// For eyes: a folder to put a picture of every page in, and one with photographs to show on them.
const { PRERNA_PAGE_SHOTS: shots, PRERNA_PAGE_IMAGES: images } = process.env;

const only = process.env['PRERNA_PAGE_ONLY'];
const cases = [
  ...sendingCases,
  ...decidingCases,
  ...trafficCases,
  ...airingCases,
  ...adminCases,
  ...directoryCases,
  ...looksCases,
].filter((one) => !only || one.name.startsWith(only));
// The phone that the rules name, the phone that most have, a desk.
const WIDTHS = [360, 390, 1280] as const;
const VIEWS = (['hi', 'en'] as const).flatMap((language) => WIDTHS.map((width) => [language, width] as const));
const TWO_VIEWS = [
  ['hi', 360],
  ['en', 1280],
] as const;

describe.skipIf(!browserPath)('pages in a real browser', () => {
  let browser: Browser;
  let pages: Awaited<ReturnType<typeof servePages>>;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    pages = await servePages(cases, images);
    browser = await chromium.launch({
      executablePath: browserPath ?? '',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    if (shots) mkdirSync(shots, { recursive: true });
  });

  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });

  it.each(cases)('$name fits, can be touched and can be read in both languages', async ({ name, big }) => {
    const found: string[] = [];
    for (const [language, width] of big ? TWO_VIEWS : VIEWS) {
      complaints = [];
      await page.setViewportSize({ width, height: width < 720 ? 780 : 900 });
      await page.goto(`${pages.origin}/${language}/${name}`);
      await page.waitForFunction(() => document.documentElement.classList.contains('js'));
      const seen = await page.evaluate(lookAt, width < 720);
      // The markup is the same at every width: for readers aloud each language is tried once.
      const heard = !big && width === (language === 'hi' ? 1280 : 390) ? await listAxeFindings() : [];
      found.push(...[...seen, ...heard, ...complaints].map((line) => `${language} ${width}: ${line}`));
      if (shots && !big) await takePicture(`${name}-${language}-${width}`);
    }
    expect(found).toEqual([]);
  });

  it.runIf(cases.some((one) => one.name === '05-review'))('keep their contrast in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1280, height: 900 });
    const found: string[] = [];
    for (const name of ['01-home', '04-spot', '05-review', '06-traffic', '08-airing-month', '09-head-office']) {
      await page.goto(`${pages.origin}/hi/${name}`);
      found.push(...(await listAxeFindings()).map((line) => `${name}: ${line}`));
      if (shots) await page.screenshot({ path: join(shots, `${name}-dark.png`) });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    expect(found).toEqual([]);
  });

  it.runIf(cases.some((one) => one.name === '12-run-sheet'))('puts a common day on one sheet of A4', async () => {
    await page.goto(`${pages.origin}/hi/12-run-sheet`);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect([...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1);
  });

  it.runIf(cases.some((one) => one.name === '01-home'))(
    'shows a focus ring on every stop of the keyboard',
    async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${pages.origin}/hi/01-home`);
      const bare: string[] = [];
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return undefined;
          return { ring: getComputedStyle(element).outlineStyle, name: element.outerHTML.slice(0, 80) };
        });
        if (seen && seen.ring === 'none') bare.push(seen.name);
      }
      expect(bare).toEqual([]);
    },
  );

  it.runIf(!only)('moves inside the board by arrows, one Tab stop for all', async () => {
    await page.goto(`${pages.origin}/hi/06-traffic`);
    await page.focus('.board a');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'End', 'ArrowDown', 'Home', 'ArrowUp'])
      await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'अवंती लोकल, सोमवार: 64% भरा',
    );
    expect(await page.locator('.board a[tabindex="0"]').count()).toBe(1);
  });

  it.runIf(!only)('tells what a tick on a play that did not run means', async () => {
    await page.goto(`${pages.origin}/hi/07-operator`);
    await page.check('input[name=missed][value="1"]');
    expect(await page.textContent('[data-live=all-aired]')).toBe('हाँ, 2 छोड़कर सब चले');
    await page.uncheck('input[name=missed][value="1"]');
    await page.uncheck('input[name=missed][value="2"]');
    expect((await page.textContent('[data-live=all-aired]'))?.trim()).toBe('हाँ, सब चले');
    expect(await page.locator('[data-mark=missed]:visible').count()).toBe(0);
  });

  it.runIf(!only)('turns one block a key on a projector', async () => {
    await page.goto(`${pages.origin}/hi/09-head-office-present`);
    for (const key of ['ArrowRight', 'PageDown', 'ArrowLeft']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(100);
    }
    const top = await page.evaluate(() => document.querySelector('main')?.children[1]?.getBoundingClientRect().top);
    expect(Math.abs(top ?? 999)).toBeLessThan(5);
  });

  // As high as the page, so that what sticks stands at its end as in the drawings.
  async function takePicture(name: string): Promise<void> {
    const size = page.viewportSize();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    // A projector's page is as high as its window, block by block.
    const fullPage = name.includes('present');
    if (size && !fullPage) await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
    await page.screenshot({ path: join(shots ?? '', `${name}.png`), fullPage });
  }

  async function listAxeFindings(): Promise<string[]> {
    await page.evaluate(axe.source);
    const results = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        resultTypes: ['violations'],
      }),
    );
    return results.violations.flatMap((rule) =>
      rule.nodes
        .slice(0, 3)
        .map((node) => `${rule.id}: ${node.html.slice(0, 140)} ${node.failureSummary?.split('\n')[1] ?? ''}`),
    );
  }
});
