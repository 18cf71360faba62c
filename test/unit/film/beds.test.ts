import { beforeAll, describe, expect, it } from 'vitest';
import { BED_NAMES, bedFor } from '../../../src/engine/music/bed-names.ts';
import { bedLevelDb, duckBed } from '../../../src/engine/music/duck-bed.ts';
import { formatWav } from '../../../src/engine/music/format-wav.ts';
import { layBars } from '../../../src/engine/music/lay-bars.ts';
import { readSargam } from '../../../src/engine/music/sargam.ts';
import { BED_RATE, type Stereo } from '../../../src/engine/music/stereo.ts';
import { synthesiseBed } from '../../../src/engine/music/synthesise-bed.ts';
import { frames } from '../../../src/kernel/frames.ts';

const film = { lengthFrames: frames(300), endCardFrom: frames(225) };
const LAST = (225 + 8) / 25;

function levelDb({ left }: Stereo, fromSeconds: number, toSeconds: number): number {
  const part = left.subarray(Math.round(fromSeconds * BED_RATE), Math.round(toSeconds * BED_RATE));
  return 10 * Math.log10(part.reduce((sum, sample) => sum + sample ** 2, 0) / part.length);
}

const most = (side: Float32Array, of: (sample: number, index: number) => number) =>
  side.reduce((found, sample, index) => Math.max(found, of(sample, index)), 0);

describe.each(BED_NAMES)('the bed %s', (name) => {
  let bed: Stereo;
  beforeAll(async () => {
    bed = await synthesiseBed(name, film);
  });

  it('is as long as its film, plays until its last note on the end card, and is silent at the film’s end', () => {
    expect(bed.left).toHaveLength(12 * BED_RATE);
    expect(bed.right).toHaveLength(12 * BED_RATE);
    for (let at = 0; at + 2 < LAST; at += 1) expect(levelDb(bed, at, at + 2)).toBeGreaterThan(-35);
    const [before, struck] = [levelDb(bed, LAST - 0.1, LAST - 0.01), levelDb(bed, LAST, LAST + 0.4)];
    expect(struck).toBeGreaterThan(before);
    expect(levelDb(bed, 11, 12)).toBeLessThan(struck - 6);
    expect(most(bed.left.subarray(-2 * 1920), Math.abs)).toBe(0);
  });

  it('neither clips nor jumps nor leans to one side', () => {
    for (const side of [bed.left, bed.right]) {
      expect(most(side, Math.abs)).toBeLessThan(1);
      expect(most(side, (sample, index) => Math.abs(sample - (side[index - 1] ?? 0)))).toBeLessThan(0.15);
      expect(Math.abs(side.reduce((sum, sample) => sum + sample, 0) / side.length)).toBeLessThan(1e-4);
    }
    const [left, right] = [bed.left, bed.right].map((side) => side.reduce((sum, sample) => sum + sample ** 2, 0));
    expect(Math.abs(10 * Math.log10((left ?? 0) / (right ?? 0)))).toBeLessThan(2);
  });

  it('is the same at every call', async () => {
    expect(await synthesiseBed(name, film)).toEqual(bed);
  });
});

describe('bars', () => {
  it.each([250, 375, 500, 750, 1000, 1500])('of a film of %i frames end on its last note', (length) => {
    const { bars, lastSeconds } = layBars({ lengthFrames: frames(length), endCardFrom: frames(length - 75) }, 84);
    const last = bars.at(-1);
    expect((last?.atSeconds ?? 0) + (last?.seconds ?? 0)).toBeCloseTo(lastSeconds, 9);
    expect(bars[0]?.atSeconds).toBeLessThanOrEqual(0);
  });

  it('meet the big figure on a half beat, by a beat that gives no more than a thirtieth', () => {
    for (let from = 150; from < 540; from += 7) {
      const laid = layBars({ lengthFrames: frames(750), endCardFrom: frames(675), figureFrom: frames(from) }, 108);
      expect(laid.figureSeconds).toBeCloseTo(from / 25, 9);
      expect(Math.abs(laid.beatSeconds * 108 - 60) / 60).toBeLessThan(1 / 29);
    }
  });
});

describe('the level under a voice', () => {
  const spoken = { spans: [{ fromSeconds: 2, toSeconds: 4 }], endCardSeconds: 8 };
  const at = (seconds: number) => bedLevelDb(seconds, spoken);

  it('is 9 dB lower while somebody speaks, there before the first sound, and back without haste', () => {
    expect(at(1)).toBe(-9);
    expect(at(2)).toBe(-18);
    expect(at(3)).toBe(-18);
    expect(at(4.2)).toBe(-18);
    expect(at(4.5)).toBeGreaterThan(-18);
    expect(at(5)).toBe(-9);
  });

  it('comes up on the end card', () => {
    expect(at(8)).toBe(-9);
    expect(at(8.3)).toBe(-5);
  });

  it('never moves by a jump, also where words follow each other closely', () => {
    const close = {
      spans: [1, 1.6, 2.5, 3.9].map((from) => ({ fromSeconds: from, toSeconds: from + 0.5 })),
      endCardSeconds: 5,
    };
    for (let ms = 10; ms < 6000; ms += 10)
      expect(Math.abs(bedLevelDb(ms / 1000, close) - bedLevelDb((ms - 10) / 1000, close))).toBeLessThan(0.7);
    expect(bedLevelDb(1.55, close)).toBe(-18);
  });

  it('is what the sound is turned down by', () => {
    const sound = { left: new Float32Array(10 * BED_RATE).fill(0.5), right: new Float32Array(10 * BED_RATE).fill(0.5) };
    duckBed(sound, spoken);
    for (const seconds of [1, 3, 4.6, 9])
      expect(20 * Math.log10((sound.left[Math.round(seconds * BED_RATE)] ?? 0) / 0.5)).toBeCloseTo(at(seconds), 1);
  });
});

describe('what beds are written in', () => {
  it('sargam counts from Sa, with octaves and rests', () => {
    const [sa = 0, rest, pa = 0, high = 0] = readSargam("S . P S'");
    expect([rest, pa / sa, high / sa]).toEqual([undefined, expect.closeTo(1.498, 2), expect.closeTo(2, 9)]);
    expect(() => readSargam('H')).toThrow(/not a note/);
  });

  it('a WAV file says its sides and its rate, and cuts what is too loud', () => {
    const bytes = formatWav([new Float32Array([0, 2]), new Float32Array([-2, 0.5])], 48_000);
    const view = new DataView(bytes.buffer);
    expect(new TextDecoder().decode(bytes.subarray(0, 4))).toBe('RIFF');
    expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint32(40, true)]).toEqual([2, 48_000, 8]);
    expect([44, 46, 48, 50].map((at) => view.getInt16(at, true))).toEqual([0, -32_768, 32_767, 16_384]);
  });

  it('the look’s own bed is the one of its name', () => {
    expect([bedFor('look', 'warm'), bedFor('bold', 'warm'), bedFor('none', 'warm')]).toEqual([
      'warm',
      'bold',
      undefined,
    ]);
  });
});
