import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { layFilm } from '../../../src/engine/graphics/lay-film.ts';
import { ASPECTS, type Aspect } from '../../../src/engine/graphics/layers.ts';
import { type Look, readLook } from '../../../src/engine/graphics/look.ts';
import {
  changedNames,
  changeLook,
  joinChanges,
  lookChange,
  NO_CHANGE,
  ownChange,
} from '../../../src/engine/graphics/look-change.ts';
import { lookColours } from '../../../src/engine/graphics/look-colours.ts';
import { MARK_MAX_BYTES, recodeMark } from '../../../src/engine/graphics/mark-picture.ts';
import { contrast } from '../../../src/engine/graphics/oklch.ts';
import { readableLook } from '../../../src/engine/graphics/readable-look.ts';
import { SAMPLE_WORDS, sampleFilm } from '../../../src/engine/graphics/sample-film.ts';
import { schemeColours } from '../../../src/engine/graphics/scheme-colour.ts';
import { RefusalError, unwrap } from '../../../src/kernel/refusal.ts';
import { looks, sober, warm } from './film-order.ts';

const LOOKS = join(import.meta.dirname, '../../../watermarks');
const shipped = Object.entries(looks);

/** A PNG with one square of a colour on glass. */
function png(width: number, height: number, square = '<rect x="8" y="8" width="80" height="80" fill="#C2185B"/>') {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${square}</svg>`;
  return new Uint8Array(new Resvg(svg).render().asPng());
}

function sample(look: Look, aspect: Aspect, department: string = SAMPLE_WORDS.hi.department) {
  const scheme = { names: SAMPLE_WORDS.hi.names, colour: '#1565C0', helpline: '181', office: SAMPLE_WORDS.hi.office };
  return layFilm(sampleFilm({ look, aspect, language: 'hi', scheme, department }));
}

describe('colours that somebody chose', () => {
  it.each(shipped)('of %s as it ships need no mending', (_, look) => {
    expect(readableLook(look).mended).toEqual([]);
  });

  // Every corner of the cube, and the greys that no rule likes.
  const hard = ['#000000', '#FFFFFF', '#FF0000', '#00FF00', '#0000FF', '#FFFF00', '#00FFFF', '#FF00FF', '#777777'];
  const pairs = hard.flatMap((ink) => hard.map((paper) => [ink, paper] as const));
  it.each(shipped)('of %s are drawn readable whatever they are, with any scheme on them', (_, look) => {
    for (const [ink, paper] of pairs) {
      const change = lookChange.parse({ colours: { ink, paper, quiet: ink, shade: paper } });
      const wished = look.style === 'paper' ? { ...change, colours: { ink, paper, quiet: paper } } : change;
      const { look: drawn } = readableLook(changeLook(look, wished, undefined));
      const { quiet } = drawn.colours;
      expect(contrast(drawn.colours.ink, drawn.colours.paper)).toBeGreaterThanOrEqual(7);
      const under = drawn.style === 'paper' ? drawn.colours.paper : drawn.colours.ink;
      expect(contrast(quiet, under)).toBeGreaterThanOrEqual(4.5);
      for (const scheme of hard) {
        const { ground, text } = schemeColours(scheme, drawn);
        expect(contrast(ground, text)).toBeGreaterThanOrEqual(5.5);
      }
    }
  });

  it('keep their hue when they are mended, and say what was moved', () => {
    const pale = changeLook(sober, lookChange.parse({ colours: { ink: '#8FA8C8' } }), undefined);
    const [fault] = readableLook(pale).mended;
    expect(fault).toMatchObject({ role: 'ink', chosen: '#8FA8C8', least: 8 });
    expect(contrast(fault?.drawn ?? '', '#FFFFFF')).toBeGreaterThanOrEqual(8);
  });

  it('go with the captions that had them', () => {
    const navy = changeLook(sober, lookChange.parse({ colours: { ink: '#102A43' } }), undefined);
    expect(navy.style === 'slabs' && navy.caption.box).toBe('#102A43');
    const brown = changeLook(warm, lookChange.parse({ colours: { ink: '#3E2723' } }), undefined);
    expect(brown.style === 'paper' && brown.caption).toMatchObject({ outline: '#3E2723', fill: '#FFF8EA' });
  });

  it('are left out where the look has none of that role', () => {
    const change = lookChange.parse({ colours: { ochre: '#FF0000' } });
    expect(lookColours(changeLook(sober, change, undefined))).toEqual(lookColours(sober));
  });
});

describe('a change of a look', () => {
  const state = lookChange.parse({ colours: { ink: '#102A43' }, words: { hi: { call: 'आइए, जुड़ें' }, en: {} } });

  it('that says what stands below is nobody’s own', () => {
    const wished = lookChange.parse({
      colours: { ...lookColours(sober), ink: '#102A43', quiet: '#D0D0D0' },
      words: { hi: { ...sober.words.hi, call: 'आइए, जुड़ें' }, en: sober.words.en },
    });
    expect(ownChange(wished, state, sober)).toEqual({ ...NO_CHANGE, colours: { quiet: '#D0D0D0' } });
    expect(ownChange(lookChange.parse({ ...wished, mark: 'drawn' }), state, sober).mark).toBeUndefined();
  });

  it('of a district lies over that of the state', () => {
    const district = lookChange.parse({ words: { hi: {}, en: { call: 'Join in' } } });
    const joined = joinChanges(state, district);
    expect(joined.words).toEqual({ hi: { call: 'आइए, जुड़ें' }, en: { call: 'Join in' } });
    expect(changedNames(state, joined)).toEqual(['words.en.call']);
  });

  it('holds no colour, word or mark that look.yaml could not', () => {
    for (const wrong of [{ colours: { ink: 'red' } }, { colours: { neon: '#FF0000' } }, { mark: '../mark.png' }])
      expect(lookChange.safeParse(wrong).success).toBe(false);
    expect(lookChange.safeParse({ words: { hi: { call: '' }, en: {} } }).success).toBe(false);
  });

  it.each(shipped)(
    'of %s that nobody could read is refused: a call and a department as long as a speech',
    (_, look) => {
      const call = 'इस योजना का लाभ लेने के लिए आज ही अपनी पंचायत में आवेदन करें';
      const wordy = changeLook(look, lookChange.parse({ words: { hi: { call }, en: {} } }), undefined);
      const codes = ASPECTS.map((aspect) => {
        const laid = sample(wordy, aspect);
        return laid.ok ? 'fits' : laid.refusal.code;
      });
      expect(codes).toContain('graphics.call-too-long');
      expect(sample(look, '9x16', 'मध्य प्रदेश शासन का जनसम्पर्क एवं सूचना प्रसार विभाग, ज़िला उज्जैन')).toMatchObject({
        ok: false,
        refusal: { code: 'graphics.department-too-long' },
      });
    },
  );
});

describe('a department’s mark', () => {
  it('is drawn anew, no larger than we keep it, and holds nothing else of the file', async () => {
    const bytes = png(1200, 800, '<rect width="1200" height="800" fill="#C2185B"/>');
    const secret = Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>')]);
    const kept = unwrap(await recodeMark(secret));
    expect([kept.width, kept.height]).toEqual([512, 341]);
    expect(Buffer.from(kept.png).includes('script')).toBe(false);
  });

  it.each([
    ['an SVG by another name', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'look.mark-notpng'],
    ['a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(64)]), 'look.mark-notpng'],
    ['a stamp', png(64, 64), 'look.mark-small'],
    ['a file too heavy', Buffer.alloc(MARK_MAX_BYTES + 1), 'look.mark-big'],
    ['nothing but glass', png(200, 200, ''), 'look.mark-empty'],
    ['a file cut off', png(200, 200).subarray(0, 60), 'look.mark-empty'],
  ])('that is %s is refused', async (_, bytes, code) => {
    expect(await recodeMark(bytes)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('that claims a huge canvas is refused by its header alone', async () => {
    const bomb = png(200, 200);
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(16, 60_000);
    expect(await recodeMark(bomb)).toMatchObject({ ok: false, refusal: { code: 'look.mark-big' } });
  });

  it.each(shipped)('stands on paper in %s, and no giant shade of it behind the words', (_, look) => {
    const withMark = changeLook(look, lookChange.parse({ mark: 'a'.repeat(64) }), 'AAAA');
    const { mark, endCard } = unwrap(sample(withMark, '16x9'));
    expect(mark.shapes.map((shape) => shape.kind)).toContain('picture');
    const pictures = endCard.movement.parts.flatMap(({ shapes }) => shapes).filter(({ kind }) => kind === 'picture');
    expect(pictures).toHaveLength(1);
  });

  it('that a look names and that is not there is a refusal that says what to do, not a film without it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'look-'));
    try {
      await cp(LOOKS, folder, { recursive: true });
      const file = join(folder, 'sober/look.yaml');
      const { readFile } = await import('node:fs/promises');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('scale: 0.4 }', 'scale: 0.4, picture: mark.png }'));
      const error = await readLook(join(folder, 'sober')).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(RefusalError);
      expect(error).toMatchObject({
        refusal: { code: 'look.mark-missing', params: { look: 'sober', picture: 'mark.png' } },
      });
      await writeFile(join(folder, 'sober/mark.png'), png(256, 256));
      expect((await readLook(join(folder, 'sober'))).markPicture).toMatch(/^iVBOR/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
