import { describe, expect, it } from 'vitest';
import type { Part, TextLine } from '../../../src/engine/graphics/drawing.ts';
import { type FilmLayout, type FilmOrder, layFilm } from '../../../src/engine/graphics/lay-film.ts';
import { contrast } from '../../../src/engine/graphics/oklch.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { filmOrder, people, schemes, sober } from './film-order.ts';

const aspects = ['16x9', 'sd', '9x16', '1x1'] as const;
const everyFilm = aspects.flatMap((aspect) =>
  Object.entries(people).flatMap(([person, texts]) =>
    Object.entries(schemes).map(([code, scheme]) => ({ title: `${aspect} ${person} ${code}`, aspect, texts, scheme })),
  ),
);

function partsOf({ chip, lowerThird, endCard }: FilmLayout): Part[] {
  const { ground, scheme, call, contact } = endCard;
  const parts = [chip, lowerThird?.bar, ...(lowerThird?.slabs ?? []), ground, scheme, call, contact];
  return parts.filter((part) => part !== undefined);
}

function linesOf(parts: readonly Part[]): TextLine[] {
  return parts.flatMap((part) => part.shapes.filter((shape) => shape.kind === 'text'));
}

function wordsOf(order: Partial<FilmOrder>): string[] {
  return linesOf(partsOf(unwrap(layFilm(filmOrder(order))))).map((line) => line.text);
}

describe('shortest, usual, longest and deepest texts of every scheme on every canvas', () => {
  it.each(everyFilm)(
    'keeps all ink inside the safe area, each line in its block, readable: $title',
    ({ title: _, ...change }) => {
      const layout = unwrap(layFilm(filmOrder(change)));
      const [left, top, right, bottom] = sober.aspects[change.aspect].safe;
      // Side bearings may hang out: the block's edge is what the eye follows.
      const overhang = 9;
      for (const { ink, text, fill, ground } of linesOf(partsOf(layout))) {
        expect(ink.x, text).toBeGreaterThanOrEqual(left - overhang);
        expect(ink.x + ink.width, text).toBeLessThanOrEqual(right + overhang);
        expect(ink.y, text).toBeGreaterThanOrEqual(top);
        expect(ink.y + ink.height, text).toBeLessThanOrEqual(bottom);
        expect(contrast(fill, ground), text).toBeGreaterThanOrEqual(4.5);
      }
      for (const slab of layout.lowerThird?.slabs ?? [])
        for (const { ink, text } of linesOf([slab])) {
          expect(ink.y, text).toBeGreaterThanOrEqual(slab.box.y);
          expect(ink.y + ink.height, text).toBeLessThanOrEqual(slab.box.y + slab.box.height);
          expect(ink.x + ink.width, text).toBeLessThanOrEqual(slab.box.x + slab.box.width);
        }
    },
  );
});

describe('sizes', () => {
  it('sets a shrunk line no smaller than can be read on the canvas', () => {
    // A little too wide for the band at full size, and there is no shorter form.
    const place = ['ग्राम पंचायत पिपलौदा सागोती, तहसील बड़नगर, ज़िला उज्जैन, संभाग उज्जैन, प्रदेश'];
    expect(layFilm(filmOrder({ aspect: 'sd', texts: { place } })).ok).toBe(false);
    expect(layFilm(filmOrder({ aspect: '16x9', texts: { place } })).ok).toBe(true);
  });
});

describe('places', () => {
  it('puts the usual lower third where the look was drawn', () => {
    const { lowerThird } = unwrap(layFilm(filmOrder()));
    expect(lowerThird?.bar.box).toEqual({ x: 96, y: 756, width: 16, height: 244 });
    expect(lowerThird?.slabs.map(({ box }) => [box.x, box.y, box.height])).toEqual([
      [112, 756, 108],
      [112, 864, 68],
      [112, 932, 68],
    ]);
  });

  it('lines up mark, chip and lower third on the left', () => {
    const { mark, chip, lowerThird } = unwrap(layFilm(filmOrder({ aspect: 'sd' })));
    expect(mark.box).toEqual({ x: 136, y: 62, width: 104, height: 104 });
    expect(chip?.box.x).toBe(mark.box.x + mark.box.width);
    expect(lowerThird?.bar.box.x).toBe(mark.box.x);
  });

  it('mirrors mark and chip for an operator whose bug stands on the left', () => {
    const { mark, chip } = unwrap(layFilm(filmOrder({ markCorner: 'right' })));
    expect(mark.box.x + mark.box.width).toBe(1824);
    expect((chip?.box.x ?? 0) + (chip?.box.width ?? 0)).toBe(mark.box.x);
  });

  it('keeps the lower third of a portrait shot narrow, beside its darkened sides', () => {
    const { lowerThird, sides } = unwrap(
      layFilm(filmOrder({ portrait: true, texts: { ...people.long, name: 'श्रीमती ज्ञानवती बाई विश्वकर्मा त्रिपाठी' } })),
    );
    const width = Math.max(...(lowerThird?.slabs ?? []).map(({ box }) => box.width));
    expect(width + 16).toBeLessThanOrEqual(702);
    expect(linesOf(lowerThird?.slabs.slice(0, 1) ?? []).map(({ text }) => text)).toHaveLength(2);
    expect(sides.map(({ box }) => [box.x, box.width])).toEqual([
      [0, 656],
      [1264, 656],
    ]);
  });
});

describe('words', () => {
  it('breaks a benefit beside a portrait shot rather than refuse the film', () => {
    const { lowerThird } = unwrap(layFilm(filmOrder({ aspect: 'sd', portrait: true, texts: people.long })));
    const [, place = [], benefit = []] = (lowerThird?.slabs ?? []).map((slab) =>
      linesOf([slab]).map(({ text }) => text),
    );
    expect(place).toEqual([people.long.place[2]]);
    expect(benefit.join(' ')).toBe('हर महीने ₹1,250 सिलाई मशीन ली');
  });

  it('takes the next shorter form of a place, and says so', () => {
    const { notes } = unwrap(layFilm(filmOrder({ aspect: '9x16', texts: people.long })));
    expect(notes).toEqual([{ code: 'shorter-place', text: people.long.place[1] }]);
  });

  it('says the whole name of the scheme on the end card', () => {
    expect(wordsOf({ scheme: schemes.ladli })).toContain('मुख्यमंत्री लाड़ली बहना योजना');
  });

  it('draws no helpline and no office when none is known', () => {
    const words = wordsOf({ scheme: schemes.nameOnly });
    expect(words).not.toContain('हेल्पलाइन');
    expect(words).not.toContain('आवेदन');
  });

  it('shows only rows that have words, and no lower third without any', () => {
    expect(wordsOf({ texts: { place: ['ज़िला उज्जैन'] }, scheme: undefined })).toEqual(['ज़िला उज्जैन', 'जनसम्पर्क विभाग']);
    expect(unwrap(layFilm(filmOrder({ texts: { place: [] } }))).lowerThird).toBeUndefined();
  });

  it('speaks English on an English film', () => {
    const scheme = { ...schemes.awas, names: ['Pradhan Mantri Awaas Yojana'] };
    expect(wordsOf({ language: 'en', scheme })).toEqual(expect.arrayContaining(['You too can benefit', 'Helpline']));
  });

  it('draws the same words from either Unicode form of a letter', () => {
    expect(wordsOf({ texts: { name: 'बड़े लाल', place: [] } })[1]).toBe('बड़े लाल'.normalize('NFC'));
  });
});

describe('refusals', () => {
  const codeOf = (change: Partial<FilmOrder>) => {
    const laid = layFilm(filmOrder(change));
    return laid.ok ? 'none' : laid.refusal.code;
  };

  it('refuses a name that fits in no way, rather than cut it', () => {
    expect(codeOf({ texts: { name: 'ज्ञानवती '.repeat(20).trim(), place: [] } })).toBe('graphics.name-too-long');
  });

  it('refuses a place without a short enough form', () => {
    expect(codeOf({ texts: { place: ['पिपलौदा '.repeat(12).trim()] } })).toBe('graphics.place-too-long');
  });

  it('refuses letters that no font of the look has', () => {
    expect(codeOf({ texts: { name: 'மோகன்', place: [] } })).toBe('graphics.unknown-letter');
  });
});
