import { describe, expect, it } from 'vitest';
import { captionBox } from '../../../src/engine/captions/caption-place.ts';
import { captionRoom } from '../../../src/engine/captions/caption-room.ts';
import { arrangeFilm } from '../../../src/engine/film/arrange-film.ts';
import { faceCovered, LEAST_AIR, touchesForehead } from '../../../src/engine/film/face-room.ts';
import { fitCues } from '../../../src/engine/film/place-captions.ts';
import { facesOnCanvas } from '../../../src/engine/film/place-looks.ts';
import { planFilmTimes } from '../../../src/engine/graphics/film-times.ts';
import { type FilmOrder, measureChip, measureName } from '../../../src/engine/graphics/lay-film.ts';
import { ASPECTS } from '../../../src/engine/graphics/layers.ts';
import type { Look } from '../../../src/engine/graphics/look.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { filmOrder, looks, sober } from '../graphics/film-order.ts';
import { clip, shot } from './films.ts';

const cue = (from: number, to: number, ...lines: string[]) => ({
  startFrame: frames(from),
  endFrame: frames(to),
  lines,
});
const TWO_LINES = ['पहले बारिश में छत टपकती थी,', 'अब हम पक्के घर में रहते हैं।'];
// At the speed that people speak at, 17 letters a second.
const CUES = [cue(4, 90, ...TWO_LINES), cue(92, 142, 'मुझे एक लाख बीस हज़ार रुपये मिले।'), cue(200, 286, ...TWO_LINES)];

const square = { num: 1, den: 1 };
const PICTURES = {
  wide: { width: 1920, height: 1080, pixelAspect: square, rotation: 0 },
  tall: { width: 1080, height: 1920, pixelAspect: square, rotation: 0 },
} as const;

interface Filmed {
  readonly look: Look;
  readonly aspect: FilmOrder['aspect'];
  readonly picture: keyof typeof PICTURES;
  /** Shares of the upright picture. */
  readonly mouth: number;
  readonly middle?: number;
  readonly size?: number;
  readonly cues?: typeof CUES;
}

/** A face all through the film, its mouth so far down. */
function arranged({ look, aspect, picture, mouth, middle = 0.5, size, cues = CUES }: Filmed) {
  const wide = picture === 'wide';
  const width = size ?? (wide ? 0.2 : 0.6);
  const height = width * (wide ? 1.8 : 0.7);
  const box = { x: middle - width / 2, y: mouth - height * 0.72, width, height };
  const face = { box, mouthLine: mouth, eyesOpen: 0.3, lipsApart: 0, score: 0.9 };
  const seen = Array.from({ length: 30 }, (_, second) => ({ atFrame: second * 25, detail: 40, face }));
  const shots = [{ ...shot(clip({ picture: PICTURES[picture] }), 0, 675), looks: seen }];
  const window = wide ? undefined : look.aspects[aspect].portrait;
  const times = planFilmTimes(frames(750), { endCardFrom: frames(675) });
  const order = { ...filmOrder({ look, aspect, portrait: window !== undefined }), times };
  const room = captionRoom(look, aspect);
  const [canvasWidth, canvasHeight] = look.aspects[aspect].canvas;
  const canvas = { width: canvasWidth, height: canvasHeight };
  const faces = facesOnCanvas(shots, { canvas, portraitWindow: window });
  const film = unwrap(arrangeFilm(order, { cues: fitCues(cues, [], room), room, facesIn: faces }));
  return { film, order, canvas, face: faces({ startFrame: 0, endFrame: 675 }).slice(0, 1), room };
}

const everyFilm = Object.values(looks).flatMap((look) =>
  ASPECTS.flatMap((aspect) =>
    (['wide', 'tall'] as const).flatMap((picture) =>
      [0.4, 0.5, 0.58, 0.66, 0.74].map((mouth) => ({
        title: `${look.name} ${aspect} ${picture} ${mouth}`,
        look,
        aspect,
        picture,
        mouth,
      })),
    ),
  ),
);

describe('a speaker whose mouth is high, low and very low, in every look on every canvas', () => {
  it.each(everyFilm)('has eyes and mouth free of name and captions, all inside the safe area: $title', (filmed) => {
    const { film, order, canvas, face } = arranged(filmed);
    const { look, aspect } = filmed;
    const [left, top, right, bottom] = look.aspects[aspect].safe;
    const captions = film.cues.map(({ lines, place }) => captionBox({ look, aspect }, lines, place));
    const name = unwrap(measureName({ ...order, name: film.name }));
    expect(name).toBeDefined();
    const boxes = [...captions, ...(name ? [name] : [])];
    expect(faceCovered(boxes, face, LEAST_AIR, canvas.height)).toBe(0);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(left - 1);
      expect(box.y).toBeGreaterThanOrEqual(top);
      expect(box.x + box.width).toBeLessThanOrEqual(right + 1);
      expect(box.y + box.height).toBeLessThanOrEqual(bottom + 1);
    }
    expect(film.chosen.filter(({ clearness }) => clearness === 'covers')).toEqual([]);
  });

  it.each(everyFilm)('says all words, lays no caption over the name, and none over another: $title', (filmed) => {
    const { film, order } = arranged(filmed);
    const { look, aspect } = filmed;
    const said = (cues: readonly { lines: readonly string[] }[]) => cues.flatMap(({ lines }) => lines).join(' ');
    expect(said(film.cues)).toBe(said(CUES));
    for (const [index, one] of film.cues.entries())
      expect(one.startFrame).toBeGreaterThanOrEqual(film.cues[index - 1]?.endFrame ?? 0);
    const name = unwrap(measureName({ ...order, name: film.name })) ?? { x: 0, y: 0, width: 0, height: 0 };
    const [stand] = order.times.lowerThird;
    for (const { lines, place, startFrame } of film.cues.filter(
      (one) => one.startFrame < (stand?.endFrame ?? 0) && one.endFrame > (stand?.startFrame ?? 0),
    )) {
      const box = captionBox({ look, aspect }, lines, place);
      const across = Math.min(box.x + box.width, name.x + name.width) - Math.max(box.x, name.x);
      const down = Math.min(box.y + box.height, name.y + name.height) - Math.max(box.y, name.y);
      expect(across > 0 && down > 0, `${startFrame}: ${lines.join(' ')}`).toBe(false);
    }
  });

  it.each(everyFilm)('has the scheme’s name beside the mark off every forehead: $title', (filmed) => {
    const { film, order, face } = arranged(filmed);
    const chip = unwrap(measureChip({ ...order, chipFrom: film.chipFrom }));
    expect(chip !== undefined && touchesForehead(chip.box, face)).toBe(false);
  });
});

describe('what gives way first', () => {
  const chosen = (filmed: Omit<Filmed, 'look'>) =>
    arranged({ look: sober, ...filmed }).film.chosen.map(({ what }) => what);

  it.each([
    [{ aspect: '16x9', picture: 'wide', mouth: 0.4 }, ['name full, home; captions above']],
    [{ aspect: '16x9', picture: 'wide', mouth: 0.55 }, ['name compact, home; captions above']],
    [{ aspect: '16x9', picture: 'wide', mouth: 0.62 }, ['name full, home; captions beside']],
    // The whole name stands beside a speaker at the right.
    [{ aspect: '16x9', picture: 'wide', mouth: 0.5, middle: 0.75 }, ['name full, home; captions above']],
    [{ aspect: '16x9', picture: 'wide', mouth: 0.72, middle: 0.2 }, ['name single, home; captions beside']],
    [{ aspect: '9x16', picture: 'tall', mouth: 0.45 }, ['name full, home; captions above']],
    [{ aspect: '9x16', picture: 'tall', mouth: 0.55 }, ['name single, home; captions above']],
    [{ aspect: '9x16', picture: 'tall', mouth: 0.74 }, ['name single, high; captions under', 'caption high']],
    [{ aspect: '1x1', picture: 'wide', mouth: 0.55 }, ['name compact, home; captions above-lines']],
  ] as const)('%j', (filmed, ways) => expect(chosen(filmed)).toEqual(ways));

  it('stands at the other side of a speaker at the left whom nothing else leaves free', () => {
    const far = { aspect: '16x9', picture: 'wide', mouth: 0.8, middle: 0.2 } as const;
    expect(chosen({ ...far, cues: [] })).toEqual(['name compact, mirrored; captions above']);
  });

  it('is said to cover where a face fills the picture down to its foot', () => {
    const { film } = arranged({ look: looks.bold, aspect: '9x16', picture: 'tall', mouth: 0.68, size: 1.3 });
    expect(film.chosen[0]?.clearness).toBe('covers');
  });
});

describe('a face that is looked at once a second', () => {
  it('is known to a name and a chip that come just after the look', () => {
    const order = { ...filmOrder({ look: looks.warm, aspect: '9x16' }), times: planFilmTimes(frames(75)) };
    const face = { box: { x: 100, y: 500, width: 850, height: 1000 }, mouthLine: 1250 };
    const seenAtTheStart = ({ startFrame }: { startFrame: number }) => (startFrame <= 0 ? [face] : []);
    const film = unwrap(
      arrangeFilm(order, { cues: [], room: captionRoom(looks.warm, '9x16'), facesIn: seenAtTheStart }),
    );
    expect(film.name).not.toEqual({ form: 'full', place: 'home' });
    expect(film.chipFrom).toBe('none');
  });
});

describe('a portrait shot whose face nobody saw', () => {
  it('keeps the usual place of a face free', () => {
    const order = {
      ...filmOrder({ portrait: true, look: looks.warm, aspect: 'sd' }),
      times: planFilmTimes(frames(750)),
    };
    const room = captionRoom(looks.warm, 'sd');
    const film = unwrap(arrangeFilm(order, { cues: [], room, facesIn: () => [] }));
    expect(film.name).toEqual({ form: 'full', place: 'home' });
    const under = unwrap(arrangeFilm(order, { cues: CUES, room, facesIn: () => [] }));
    expect(under.chosen[0]?.clearness).toBe('clear');
  });
});
