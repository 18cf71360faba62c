import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rasterise } from '../../src/engine/graphics/raster.ts';
import { outlineText } from '../../src/engine/graphics/shape-text.ts';
import { svgOf } from '../../src/engine/graphics/svg.ts';
import { type FontName, fontFile } from '../../src/engine/graphics/typeface.ts';
import { browserPath } from './find-browser.ts';

// Every way in which Devanagari joins, stacks and turns round, and what else stands on films.
const WORDS =
  'क्षेत्र त्रिपाठी ज्ञान श्री राष्ट्र ट्रैक्टर अङ्क पञ्च गर्व वर्षा स्थिति शक्ति लाड़ली पढ़ाई ज़मीन हाँ दुःख उज्ज्वला शृंखला हृदय विद्यार्थी चिह्न रुपया रूप ट्ठा मृत्यु र्कीँ अहिरवार द्वितीय ब्राह्मण लक्ष्मी उज्जैन ₹1,20,000 १२३ Yojana'
    .normalize('NFC')
    .split(' ');
const [EM, WIDTH, HEIGHT, X, BASELINE] = [96, 560, 200, 40, 130];
// Of all pixels, those that differ by half or more; edges are smoothed by two hands. Measured 0.18 % with paths, 9.4 % where
// letters are not joined.
const MOST = 0.002;

/** The word as films draw it: outlines of our own, white on nothing. */
async function drawn(text: string, font: FontName): Promise<string> {
  const box = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
  const outline = outlineText(text, { x: X, baseline: BASELINE, em: EM, font });
  const part = { box, shapes: [{ kind: 'figure', outline, fill: '#FFFFFF' } as const] };
  return Buffer.from(await rasterise(svgOf([{ part }], box))).toString('base64');
}

describe.skipIf(!browserPath)('letters on films', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const args = ['--headless', '--no-sandbox', '--disable-gpu'];
    browser = await chromium.launch({ executablePath: browserPath ?? '', args });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  it.each(['Mukta 700', 'Baloo 2 700', 'Khand 700'] as const)('of %s stand as a browser sets them', async (font) => {
    const pictures = await Promise.all(WORDS.map(async (word) => ({ word, png: await drawn(word, font) })));
    const place = { em: EM, width: WIDTH, height: HEIGHT, x: X, baseline: BASELINE };
    const file = readFileSync(fontFile(font)).toString('base64');
    const shares = await page.evaluate(compare, { pictures, file, ...place });
    const all = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    // One word that is wrong would be lost among 35: each is held to a measure of its own.
    const wrong = WORDS.filter((_, at) => (shares[at] ?? 1) > 5 * MOST);
    expect(wrong).toEqual([]);
    expect(all).toBeLessThan(MOST);
  });

  it('would be told apart if they were not joined', async () => {
    const [word, font] = ['राष्ट्र', 'Mukta 700'] as const;
    const png = await drawn('राष्‌ट्‌र', font);
    const place = { em: EM, width: WIDTH, height: HEIGHT, x: X, baseline: BASELINE };
    const file = readFileSync(fontFile(font)).toString('base64');
    const [share = 0] = await page.evaluate(compare, { pictures: [{ word, png }], file, ...place });
    expect(share).toBeGreaterThan(5 * MOST);
  });
});

interface Compared {
  readonly pictures: readonly { readonly word: string; readonly png: string }[];
  /** The font's TTF in base64. */
  readonly file: string;
  readonly em: number;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly baseline: number;
}

/** Runs inside the browser: the share of pixels of each picture that differ by half from the browser's own setting. */
async function compare({ pictures, file, em, width, height, x, baseline }: Compared): Promise<number[]> {
  const face = new FontFace('film', `url(data:font/ttf;base64,${file})`);
  document.fonts.add(await face.load());
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const alphaOf = (draw: () => void) => {
    context.clearRect(0, 0, width, height);
    draw();
    return context.getImageData(0, 0, width, height).data.filter((_, at) => at % 4 === 3);
  };
  const shares: number[] = [];
  for (const { word, png } of pictures) {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const ours = alphaOf(() => context.drawImage(image, 0, 0));
    const theirs = alphaOf(() => {
      context.font = `${em}px film`;
      context.fillStyle = '#FFFFFF';
      context.textRendering = 'geometricPrecision';
      context.fillText(word, x, baseline);
    });
    let differing = 0;
    for (let at = 0; at < ours.length; at += 1)
      if (Math.abs((ours[at] ?? 0) - (theirs[at] ?? 0)) >= 128) differing += 1;
    shares.push(differing / ours.length);
  }
  return shares;
}
