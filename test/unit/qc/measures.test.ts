import { describe, expect, it } from 'vitest';
import { walkBuffer } from '../../../src/engine/qc/buffer-model.ts';
import { FlashCounter } from '../../../src/engine/qc/flashes.ts';
import { LUMA_RASTER, pictureCutter, WitnessTaker } from '../../../src/engine/qc/luma-frames.ts';
import { parseDecodeLog } from '../../../src/engine/qc/parse-decode-log.ts';
import { readGroups } from '../../../src/engine/qc/picture-groups.ts';
import { StillFinder } from '../../../src/engine/qc/still-pictures.ts';

const { width, height } = LUMA_RASTER;

/** A picture whose left share is `luma`, the rest dark. */
function picture(luma: number, share = 1): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => (at % width < width * share ? luma : 20));
}

function flashesOf(lumas: readonly number[], share = 1) {
  const counter = new FlashCounter();
  for (const luma of lumas) counter.take(picture(luma, share));
  return counter.flashes;
}

/** `times` flashes, one every `every` frames, after a second of rest. */
const blinking = (times: number, every: number) => [
  ...Array<number>(25).fill(40),
  ...Array.from({ length: times }, () => [
    ...Array<number>(every / 2).fill(220),
    ...Array<number>(every / 2).fill(40),
  ]).flat(),
];

describe('flashes', () => {
  it('are counted in the worst second, with its begin', () => {
    const { most, atFrame } = flashesOf(blinking(5, 4));
    expect(most).toBe(5);
    expect(atFrame).toBe(25);
    expect(flashesOf(blinking(5, 24)).most).toBe(2);
  });

  it('count only over a quarter of the picture, and only with a change that light makes', () => {
    expect(flashesOf(blinking(5, 4), 0.2).most).toBe(0);
    expect(flashesOf(blinking(5, 4), 0.3).most).toBe(5);
    expect(flashesOf([...Array(25).keys()].map((frame) => (frame % 2 ? 70 : 60))).most).toBe(0);
  });

  it('are not seen in cuts and slow fades', () => {
    expect(flashesOf([...Array<number>(10).fill(40), ...Array<number>(40).fill(200)]).most).toBe(0);
    expect(flashesOf(Array.from({ length: 100 }, (_, frame) => 40 + 2 * Math.min(frame, 80))).most).toBe(0);
  });
});

describe('still pictures', () => {
  const stills = (pictures: readonly Uint8Array[]) => {
    const finder = new StillFinder();
    for (const one of pictures) finder.take(one);
    return finder.stretches;
  };
  /** One little place moves: lips in a still frame. */
  const lips = (luma: number) => picture(100).fill(luma, 1000, 1003);

  it('are found through the noise of coding, with their begin and end', () => {
    const noisy = Array.from({ length: 30 }, (_, frame) => picture(100 + (frame % 3)));
    const moving = Array.from({ length: 20 }, (_, frame) => picture(100 + 10 * frame));
    expect(stills([...moving, ...noisy, ...moving])).toEqual([{ startSeconds: 0.8, endSeconds: 2.04 }]);
    expect(stills([...moving, ...noisy])).toEqual([{ startSeconds: 0.8, endSeconds: undefined }]);
  });

  it('are none while lips move in a still frame', () => {
    expect(stills(Array.from({ length: 50 }, (_, frame) => lips(frame % 8 < 4 ? 100 : 112)))).toEqual([]);
  });
});

describe('the film in little', () => {
  it('is cut from any chunks of the stream, one picture a second', () => {
    const taker = new WitnessTaker();
    const cut = pictureCutter((luma) => taker.take(luma));
    const stream = Buffer.concat(Array.from({ length: 51 }, (_, frame) => picture(frame + 30)));
    for (let at = 0; at < stream.length; at += 1000) cut(stream.subarray(at, at + 1000));
    expect(taker.witness.seconds.map((luma) => [luma.length, luma[0], luma[143]])).toEqual([
      [144, 30, 30],
      [144, 55, 55],
      [144, 80, 80],
    ]);
  });
});

const shown = (kinds: string) => [...kinds].map((letter) => ({ kind: letter.toUpperCase(), key: letter === 'I' }));

describe('groups of pictures', () => {
  it('are closed when nothing leans over a key picture', () => {
    expect(readGroups(shown('IBBPBBPIBBPBBP'))).toEqual({ longestRun: 2, open: 0, openAt: undefined, groups: 2 });
  });

  it('are open where B pictures stand before a key picture, and only those are counted', () => {
    expect(readGroups(shown('IBBPBBPIBBPBBIBBP'))).toMatchObject({ open: 1, openAt: 13, groups: 3 });
  });

  it('are spaced by their longest run, and an I picture that is no key begins none', () => {
    expect(readGroups(shown('IPPiPPIPBBBP'))).toMatchObject({ longestRun: 3, groups: 2 });
  });
});

describe('a decoder’s buffer', () => {
  const buffer = { bufferBits: 1000, kbps: 2.5 };

  it('keeps what a steady film leaves in it', () => {
    expect(walkBuffer([60, 12, 12, 12], buffer)).toEqual({ lowestBits: 520, atPicture: 0 });
  });

  it('runs dry at the picture that came too late', () => {
    expect(walkBuffer([100, 45, 5], buffer)).toEqual({ lowestBits: -60, atPicture: 1 });
  });
});

describe('the log of a decoding run', () => {
  const level = (pad: number, db: number) => `[Parsed_ametadata_9 @ 0x1] [info] lavfi.astats.${pad}.RMS_level=${db}`;

  it('tells the phase of a pair from the level of its middle', () => {
    const meter = ['  I: -23.0 LUFS', '  Peak: -3.0 dBFS'];
    const alike = [level(1, -20), level(2, -20), level(3, -20)];
    const inverted = [level(1, -20), level(2, -20), level(3, -160)];
    const { sound } = parseDecodeLog([...alike, ...inverted, ...meter], { withSound: true, headSeconds: 0 });
    expect(sound?.windows.map(({ correlation }) => Number(correlation.toFixed(2)))).toEqual([1, -1]);
  });

  it('counts the field flags of all pictures and what their lines look like', () => {
    const line = (field: string) => `[Parsed_showinfo_3 @ 0x1] [info] n: 0 pts_time:0 i:${field} iskey:1 type:I `;
    const seen = 'Multi frame detection: TFF:    47 BFF:     1 Progressive:     2 Undetermined:     0';
    const { fields, groups } = parseDecodeLog([line('T'), line('T'), line('B'), seen], {
      withSound: false,
      headSeconds: 0,
    });
    expect(fields).toEqual({
      flagged: { top: 2, bottom: 1, progressive: 0 },
      seen: { top: 47, bottom: 1, progressive: 2 },
    });
    expect(groups.groups).toBe(3);
  });
});
