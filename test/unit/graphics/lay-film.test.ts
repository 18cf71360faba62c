// One layout for all looks and canvases: each promise is held on every one of them, so they stand together.
import { describe, expect, it } from 'vitest';
import { type Box, evenUnion, type Part, type TextLine } from '../../../src/engine/graphics/drawing.ts';
import { MARK_AIR } from '../../../src/engine/graphics/fit-card-height.ts';
import { type FilmLayout, type FilmOrder, layFilm } from '../../../src/engine/graphics/lay-film.ts';
import { ASPECTS } from '../../../src/engine/graphics/layers.ts';
import { contrast } from '../../../src/engine/graphics/oklch.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { lettersOf } from '../../../src/kernel/letters.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { bold, filmOrder, looks, people, schemes, warm } from './film-order.ts';

const TEN_SECONDS = frames(250);
const quotes = {
  none: undefined,
  usual: '₹1,20,000 मिले · पक्का घर बना',
  long: 'हर महीने ₹12,50,000 की बड़ी मदद मिलने लगी · सिलाई मशीन ली और बच्चों की पढ़ाई फिर शुरू हुई',
  sentence: 'पहले बारिश में छत टपकती थी, अब हम सब अपने पक्के घर में चैन से रहते हैं',
} as const;
const words = { short: quotes.none, usual: quotes.usual, long: quotes.long, deep: quotes.sentence } as const;

const everyFilm = Object.values(looks).flatMap((look) =>
  ASPECTS.flatMap((aspect) =>
    Object.entries(people).flatMap(([person, texts]) =>
      Object.entries(schemes).map(([code, scheme]) => ({
        title: `${look.name} ${aspect} ${person} ${code}`,
        film: { look, aspect, texts, scheme, quote: words[person as keyof typeof words] },
      })),
    ),
  ),
);

/** Laid once for all that is asked of it. */
const laid = new Map(everyFilm.map(({ title, film }) => [title, layFilm(filmOrder(film))]));

function overlap(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width;
  return across && one.y < other.y + other.height && other.y < one.y + one.height;
}

function laidFilm(title: string): FilmLayout {
  const decision = laid.get(title);
  if (!decision) throw new Error(`no film ${title}`);
  return unwrap(decision);
}

function partsOf({ chip, lowerThird, figure, endCard }: FilmLayout): Part[] {
  const movements = [chip, ...(lowerThird?.turns ?? []), figure?.movement, endCard.movement];
  return movements.flatMap((movement) => movement?.parts ?? []);
}

function linesOf(parts: readonly Part[]): TextLine[] {
  return parts.flatMap((part) => part.shapes.filter((shape) => shape.kind === 'text'));
}

function wordsOf(order: Partial<FilmOrder>): string[] {
  return linesOf(partsOf(unwrap(layFilm(filmOrder(order))))).map((line) => line.text);
}

function slabsOf(layout: FilmLayout) {
  return (layout.lowerThird?.turns[0].parts ?? []).slice(1);
}

describe('shortest, usual, longest and deepest texts of every scheme in every look on every canvas', () => {
  it.each(everyFilm)('keeps all ink inside the safe area, each line in its part, readable: $title', ({ title }) => {
    const layout = laidFilm(title);
    const [left, top, right, bottom] = layout.aspect.safe;
    // Side bearings may hang out: the block's edge is what the eye follows.
    const overhang = 9;
    for (const { ink, text, fill, ground } of linesOf(partsOf(layout))) {
      expect(ink.x, text).toBeGreaterThanOrEqual(left - overhang);
      expect(ink.x + ink.width, text).toBeLessThanOrEqual(right + overhang);
      expect(ink.y, text).toBeGreaterThanOrEqual(top);
      expect(ink.y + ink.height, text).toBeLessThanOrEqual(bottom);
      expect(contrast(fill, ground), text).toBeGreaterThanOrEqual(4.5);
    }
    for (const part of partsOf(layout))
      for (const { ink, text } of linesOf([part])) {
        expect(ink.y, text).toBeGreaterThanOrEqual(part.box.y);
        expect(ink.y + ink.height, text).toBeLessThanOrEqual(part.box.y + part.box.height);
        expect(ink.x + ink.width, text).toBeLessThanOrEqual(part.box.x + part.box.width);
      }
  });

  it.each(everyFilm)('draws no word over another, and none into the hole: $title', ({ title, film }) => {
    const { lowerThird, figure, endCard } = laidFilm(title);
    for (const movement of [...(lowerThird?.turns ?? []), figure?.movement, endCard.movement]) {
      const inks = linesOf(movement?.parts ?? []);
      for (const [index, { ink, text }] of inks.entries())
        for (const other of inks.slice(index + 1)) {
          // A hanging matra may reach into the air of the next line, never into its letters.
          const deep = Math.min(ink.height, other.ink.height) * 0.3;
          const across = Math.min(ink.x + ink.width, other.ink.x + other.ink.width) - Math.max(ink.x, other.ink.x);
          const down = Math.min(ink.y + ink.height, other.ink.y + other.ink.height) - Math.max(ink.y, other.ink.y);
          expect(across > 0 && down > deep, `${text} / ${other.text}`).toBe(false);
        }
    }
    const { hole } = film.look.aspects[film.aspect].figure;
    for (const { ink, text } of linesOf(figure?.movement.parts ?? [])) {
      const apart =
        ink.x >= hole.x + hole.width ||
        ink.x + ink.width <= hole.x ||
        ink.y >= hole.y + hole.height ||
        ink.y + ink.height <= hole.y;
      // The box round a circle has free corners, and only a comma's tail hangs so low.
      const [cx, cy] = [hole.x + hole.width / 2, hole.y + hole.height / 2];
      const low = ink.y + ink.height * 0.8;
      const nearest = Math.hypot(
        Math.max(ink.x, Math.min(cx, ink.x + ink.width)) - cx,
        Math.max(ink.y, Math.min(cy, low)) - cy,
      );
      expect(apart || (film.look.name === 'bold' && nearest >= hole.width / 2), text).toBe(true);
    }
  });
});

describe('sizes', () => {
  it('sets a shrunk line no smaller than can be read on the canvas', () => {
    // A little too wide for the band at full size, and there is no shorter form.
    const place = ['ग्राम पंचायत पिपलौदा सागोती, तहसील बड़नगर, ज़िला उज्जैन, संभाग उज्जैन, प्रदेश'];
    const codes = (aspect: 'sd' | '16x9') =>
      unwrap(layFilm(filmOrder({ aspect, texts: { place } }))).notes.map(({ code }) => code);
    expect(codes('sd')).toEqual(['long-text']);
    expect(codes('16x9')).toEqual([]);
  });
});

describe('places', () => {
  it('puts the usual lower third where the look was drawn', () => {
    const { lowerThird } = unwrap(layFilm(filmOrder()));
    const [bar, ...slabs] = lowerThird?.turns[0].parts ?? [];
    expect(bar?.box).toEqual({ x: 96, y: 756, width: 16, height: 244 });
    expect(slabs.map(({ box }) => [box.x, box.y, box.height])).toEqual([
      [112, 756, 108],
      [112, 864, 68],
      [112, 932, 68],
    ]);
  });

  it('hugs each line in bold, and lays one card of paper in warm', () => {
    const blocks = unwrap(layFilm(filmOrder({ look: bold }))).lowerThird;
    expect(blocks?.turns[0].parts.map(({ box }) => [box.x, box.y])).toEqual([
      [96, 682],
      [96, 828],
      [96, 916],
    ]);
    const widths = blocks?.turns[0].parts.map(({ box }) => box.width) ?? [];
    expect(new Set(widths).size).toBe(3);
    expect(unwrap(layFilm(filmOrder({ look: warm }))).lowerThird?.box.y).toBe(724);
  });

  it('lines up mark, chip and lower third on the left', () => {
    for (const look of Object.values(looks)) {
      const { mark, chip, lowerThird } = unwrap(layFilm(filmOrder({ look, aspect: 'sd' })));
      expect(mark.box.x).toBe(136);
      expect(chip?.parts.at(-1)?.box).toEqual(mark.box);
      expect(look.aspects.sd.lowerThird.x).toBe(136);
      expect(lowerThird).toBeDefined();
    }
  });

  it('mirrors mark and chip for an operator whose bug stands on the left', () => {
    for (const look of Object.values(looks)) {
      const { mark, chip } = unwrap(layFilm(filmOrder({ look, markCorner: 'right' })));
      expect(mark.box.x + mark.box.width).toBe(1824);
      for (const { ink } of linesOf(chip?.parts ?? [])) expect(ink.x + ink.width).toBeLessThan(mark.box.x);
    }
  });

  it('keeps the lower third of a portrait shot narrow, beside its darkened sides', () => {
    const layout = unwrap(
      layFilm(filmOrder({ portrait: true, texts: { ...people.long, name: 'श्रीमती ज्ञानवती बाई विश्वकर्मा त्रिपाठी' } })),
    );
    expect(Math.max(...slabsOf(layout).map(({ box }) => box.width)) + 16).toBeLessThanOrEqual(702);
    expect(linesOf(slabsOf(layout).slice(0, 1)).map(({ text }) => text)).toHaveLength(2);
    expect(layout.sides.map(({ box }) => [box.x, box.width])).toEqual([
      [0, 656],
      [1264, 656],
    ]);
  });

  it('darkens nothing beside a portrait shot twice', () => {
    for (const look of Object.values(looks))
      for (const aspect of ASPECTS) {
        const { sides } = unwrap(layFilm(filmOrder({ portrait: true, look, aspect })));
        const drawn = sides.map(({ box }) => evenUnion([box]));
        const shared = drawn.flatMap((one, at) => drawn.slice(at + 1).filter((other) => overlap(one, other)));
        expect(shared, `${look.name} ${aspect}`).toEqual([]);
      }
  });

  it('gives way to a mouth: the name and one row, first the place, then the benefit', () => {
    const low = unwrap(layFilm(filmOrder({ name: { form: 'compact', place: 'home' } }))).lowerThird;
    expect(low?.box).toMatchObject({ x: 96, y: 824 });
    expect(rowsOf(low)).toEqual([
      [people.usual.name, people.usual.place[0]],
      [people.usual.name, people.usual.benefit],
    ]);
  });

  it('has one row that changes where a face leaves room for no more', () => {
    const single = unwrap(layFilm(filmOrder({ name: { form: 'single', place: 'home' } })));
    expect(single.lowerThird?.box.y).toBe(892);
    // Half of 125 frames are left for what follows the name: one row can be read in them.
    expect(rowsOf(single.lowerThird)).toEqual([[people.usual.name], [people.usual.place[0]]]);
    expect(single.notes).toEqual([{ code: 'no-time-for-row', text: people.usual.benefit }]);
  });

  it('stands at the other side, or below the mark, inside the safe area', () => {
    for (const look of Object.values(looks))
      for (const aspect of ASPECTS) {
        const [left, , right] = look.aspects[aspect].safe;
        const at = (place: 'mirrored' | 'high') =>
          unwrap(layFilm(filmOrder({ look, aspect, name: { form: 'compact', place } }))).lowerThird?.box;
        const mirrored = at('mirrored');
        const edge = (mirrored?.x ?? 0) + (mirrored?.width ?? 0);
        // Widths are even; the edge gives way by so little.
        expect(right - edge).toBeGreaterThanOrEqual(0);
        expect(right - edge).toBeLessThanOrEqual(4);
        const { mark } = look.aspects[aspect];
        expect(at('high')?.x).toBe(left);
        expect(at('high')?.y).toBeGreaterThan(mark.y + mark.size);
      }
  });

  it('takes the next shorter form of the scheme beside the mark, or leaves the mark alone', () => {
    const short = unwrap(layFilm(filmOrder({ chipFrom: 1 })));
    expect(linesOf(short.chip?.parts ?? []).map(({ text }) => text)).toEqual(['आवास योजना']);
    const alone = unwrap(layFilm(filmOrder({ chipFrom: 'none' })));
    expect(alone.chip).toBeUndefined();
    expect(alone.notes).toEqual([{ code: 'no-chip', text: 'प्रधानमंत्री आवास योजना' }]);
  });
});

function rowsOf(lowerThird: FilmLayout['lowerThird']): string[][] {
  return (lowerThird?.turns ?? []).map(({ parts }) => linesOf(parts).map(({ text }) => text));
}

describe('the big figure', () => {
  it('says number, verb and result, each by itself', () => {
    const figure = unwrap(layFilm(filmOrder({ quote: quotes.usual }))).figure;
    const lines = linesOf(figure?.movement.parts ?? []).map(({ text }) => text);
    expect(lines.toSorted()).toEqual(['आवास योजना', '₹1,20,000', 'मिले', 'पक्का घर बना'].toSorted());
  });

  it('has the picture cover the hole of its card', () => {
    for (const look of Object.values(looks))
      for (const aspect of ASPECTS)
        for (const portrait of [false, true]) {
          const { figure } = unwrap(layFilm(filmOrder({ look, aspect, portrait, quote: quotes.usual })));
          const { x, y, width, height } = figure?.move.still ?? { x: 0, y: 0, width: 0, height: 0 };
          const { hole } = look.aspects[aspect].figure;
          expect(x).toBeLessThanOrEqual(hole.x);
          expect(y).toBeLessThanOrEqual(hole.y);
          expect(x + width).toBeGreaterThanOrEqual(hole.x + hole.width);
          expect(y + height).toBeGreaterThanOrEqual(hole.y + hole.height);
          expect([x, y, width, height].filter((edge) => edge % 2 !== 0)).toEqual([]);
        }
  });

  it('is left out of a film that has no time for it, and staff are told', () => {
    const { figure, notes } = unwrap(layFilm(filmOrder({ lengthFrames: TEN_SECONDS, quote: quotes.usual })));
    expect(figure).toBeUndefined();
    expect(notes).toEqual([{ code: 'no-time-for-figure', text: quotes.usual }]);
  });
});

describe('words', () => {
  it('breaks a benefit beside a portrait shot rather than refuse the film', () => {
    const { lowerThird } = unwrap(layFilm(filmOrder({ aspect: 'sd', portrait: true, texts: people.long })));
    expect(rowsOf(lowerThird)[0]?.slice(-3)).toEqual([people.long.place[2], 'हर महीने ₹1,250', 'सिलाई मशीन ली']);
  });

  it('takes the next shorter form of a place, and says so', () => {
    const { notes } = unwrap(layFilm(filmOrder({ aspect: '9x16', texts: people.long })));
    expect(notes).toEqual([{ code: 'shorter-place', text: people.long.place[1] }]);
  });

  it('says the whole name of the scheme on the end card', () => {
    for (const look of Object.values(looks))
      expect(wordsOf({ look, scheme: schemes.ladli })).toContain('मुख्यमंत्री लाड़ली बहना योजना');
  });

  it('draws no helpline and no office when none is known', () => {
    for (const look of Object.values(looks)) {
      const said = wordsOf({ look, scheme: schemes.nameOnly });
      expect(said).not.toContain('हेल्पलाइन');
      expect(said).not.toContain('आवेदन');
    }
  });

  it('draws a QR code only where a page is known and the canvas has one', () => {
    const figures = (order: Partial<FilmOrder>) =>
      partsOf(unwrap(layFilm(filmOrder(order))))
        .flatMap((part) => part.shapes)
        .filter((shape) => shape.kind === 'figure').length;
    for (const look of Object.values(looks)) {
      const scheme = { ...schemes.awas, url: 'https://example.org/awas' };
      expect(figures({ look, scheme })).toBe(figures({ look }) + 1);
      expect(figures({ look, aspect: 'sd', scheme })).toBe(figures({ look, aspect: 'sd' }));
      expect(figures({ look, aspect: '9x16', scheme })).toBe(figures({ look, aspect: '9x16' }));
    }
  });

  it('keeps the lines of an end card off the mark and off each other, however long the scheme is named', () => {
    for (const { title } of everyFilm.filter(({ film }) => film.texts === people.usual)) {
      const { endCard, aspect } = laidFilm(title);
      const [, headline, ...rest] = linesOf(endCard.movement.parts).map(({ ink }) => ink);
      if (!headline) throw new Error('a card without words');
      const markTop = 'top' in aspect.endCard ? aspect.endCard.top : aspect.safe[1];
      expect(headline.y - markTop - aspect.mark.size, title).toBeGreaterThan(MARK_AIR);
      for (const line of rest.filter(({ x }) => x < headline.x + headline.width))
        expect(line.y, title).toBeGreaterThan(headline.y + headline.height);
    }
  });

  it('shows only rows that have words, and no lower third without any', () => {
    expect(wordsOf({ texts: { place: ['ज़िला उज्जैन'] }, scheme: undefined })).toEqual(['ज़िला उज्जैन', 'जनसम्पर्क विभाग']);
    expect(unwrap(layFilm(filmOrder({ texts: { place: [] } }))).lowerThird).toBeUndefined();
  });

  it('speaks English on an English film', () => {
    const scheme = { ...schemes.awas, names: ['Pradhan Mantri Awaas Yojana'] };
    for (const look of Object.values(looks))
      expect(wordsOf({ look, language: 'en', scheme })).toEqual(
        expect.arrayContaining(['You too can benefit', 'Helpline']),
      );
  });

  it('draws the same words from either Unicode form of a letter', () => {
    expect(wordsOf({ texts: { name: 'बड़े लाल', place: [] } })[1]).toBe('बड़े लाल'.normalize('NFC'));
  });
});

// A letter's own bearing may hang out by so many px (film looks).
const OVERHANG = 9;

describe('texts of 80 letters', () => {
  const eighty = {
    words:
      'श्रीमती लक्ष्मीबाई नारायणप्रसाद विश्वकर्मा त्रिपाठी चतुर्वेदी श्रीवास्तव कुशवाहा सोनी रामकुमारी बाई अहिरवार गोंड पटेल यादव साहू ठाकुर',
    'one word': 'राजराजेश्वरीचन्द्रवंशी'.repeat(8),
    conjuncts: 'ज्ञा'.repeat(80),
    wide: 'W'.repeat(80),
  };
  const canvases = Object.values(looks).flatMap((look) =>
    ASPECTS.flatMap((aspect) => [false, true].map((portrait) => ({ look, aspect, portrait }))),
  );
  const drawn = (parts: readonly Part[]) =>
    parts.flatMap(({ shapes }) => shapes).filter((shape): shape is TextLine => shape.kind === 'text');

  const joined = (lines: readonly Pick<TextLine, 'text'>[]) =>
    lines.map(({ text }) => text.normalize('NFC').replaceAll(' ', '')).join('');

  it.each(Object.entries(eighty))('%s: are drawn whole, no smaller than can be read, inside the canvas', (_, text) => {
    expect(lettersOf(text).length).toBeGreaterThanOrEqual(76);
    const { awas } = schemes;
    const usual = people.usual;
    for (const canvas of canvases)
      for (const texts of [
        { ...usual, name: text },
        { ...usual, place: [text] },
      ]) {
        const { safe } = canvas.look.aspects[canvas.aspect];
        const film = unwrap(layFilm(filmOrder({ ...canvas, texts, scheme: { ...awas, names: [text] } })));
        const codes = film.notes.map(({ code }) => code);
        expect(codes).toEqual(['long-chip', 'long-text']);
        const rows = drawn(film.lowerThird?.turns.flatMap((turn) => turn.parts) ?? []);
        expect(joined(rows)).toContain(joined([{ text }]));
        for (const { ink } of rows) {
          expect(ink.x).toBeGreaterThanOrEqual(safe[0] - OVERHANG);
          expect(ink.x + ink.width).toBeLessThanOrEqual(safe[2] + OVERHANG);
        }
        expect(film.lowerThird?.box.y).toBeGreaterThanOrEqual(safe[1]);
        // The end card says the scheme whole.
        expect(joined(drawn(film.endCard.movement.parts))).toContain(joined([{ text }]));
      }
  });

  it('stand without a word where they are as usual', () => {
    expect(unwrap(layFilm(filmOrder({}))).notes).toEqual([]);
  });
});

describe('refusals', () => {
  const codeOf = (change: Partial<FilmOrder>) => {
    const laid = layFilm(filmOrder(change));
    return laid.ok ? 'none' : laid.refusal.code;
  };

  it('refuses a name that fits in no way, rather than cut it', () => {
    for (const look of Object.values(looks))
      expect(codeOf({ look, texts: { name: 'ज्ञानवती '.repeat(90).trim(), place: [] } })).toBe('graphics.name-too-long');
  });

  it('refuses a place without a short enough form', () => {
    expect(codeOf({ texts: { place: ['पिपलौदा '.repeat(60).trim()] } })).toBe('graphics.place-too-long');
  });

  it('refuses a big figure that could only be set too small', () => {
    expect(codeOf({ quote: `₹1,250 ${'सिलाई मशीन ली और '.repeat(12)}` })).toBe('graphics.figure-too-long');
  });

  it('refuses letters that no font of the look has', () => {
    for (const look of Object.values(looks))
      expect(codeOf({ look, texts: { name: 'மோகன்', place: [] } })).toBe('graphics.unknown-letter');
  });
});

describe('the canvases of 4:3 sets', () => {
  // What a set shows of 720×576 beside the picture: nothing at the sides, black lines above and below.
  it.each([
    ['sd-14x9', { lines: 492, black: 42 }],
    ['sd-4x3', { lines: 432, black: 72 }],
  ] as const)('keep letters of 28 px and 48/30 px of edge on 576 lines: %s', (aspect, { lines, black }) => {
    for (const { aspects } of Object.values(looks)) {
      const { canvas, safe, leastEm } = aspects[aspect];
      const [across, down] = [720 / canvas[0], lines / canvas[1]];
      expect(leastEm * down).toBeGreaterThanOrEqual(28);
      expect(safe[0] * across).toBeGreaterThanOrEqual(48);
      expect((canvas[0] - safe[2]) * across).toBeGreaterThanOrEqual(48);
      expect(black + safe[1] * down).toBeGreaterThanOrEqual(30);
      expect(black + (canvas[1] - safe[3]) * down).toBeGreaterThanOrEqual(30);
      // A circle stays one: pixels of 16:15, and lines are whole fields.
      expect(Math.abs((across * 16) / 15 / down - 1)).toBeLessThan(0.005);
    }
  });
});
