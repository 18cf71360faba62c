import { describe, expect, it } from 'vitest';
import { FieldScales } from '../../../src/engine/fields/weigh-fields.ts';

const raster = { width: 64, height: 48 };

/** A lamp-like hill of light that has gone `way` points to the right, as it stands on one line. */
const hill = (x: number, way: number) => 60 + 140 * Math.exp(-(((x - 20 - way) / 5) ** 2));

/** A picture whose even lines were taken at one time and odd ones at another. */
function woven(even: number, odd: number, height = raster.height): Uint8Array {
  return Uint8Array.from({ length: raster.width * raster.height }, (_, at) => {
    const [x, y] = [at % raster.width, Math.floor(at / raster.width)];
    return y < height ? hill(x, y % 2 === 0 ? even : odd) : 60;
  });
}

function seen(pictures: readonly Uint8Array[]) {
  const scales = new FieldScales(raster);
  for (const one of pictures) scales.take(one);
  return scales.seen;
}

const times = (count: number, draw: (n: number) => Uint8Array) => Array.from({ length: count }, (_, n) => draw(n));

describe('the scales of fields', () => {
  it('tell whole pictures from woven ones, and which field came first', () => {
    expect(seen(times(10, (n) => woven(4 * n, 4 * n)))).toEqual({ top: 0, bottom: 0, progressive: 8 });
    expect(seen(times(10, (n) => woven(4 * n, 4 * n + 2)))).toEqual({ top: 8, bottom: 0, progressive: 0 });
    expect(seen(times(10, (n) => woven(4 * n + 2, 4 * n)))).toEqual({ top: 0, bottom: 8, progressive: 0 });
  });

  it('say nothing of pictures at rest, whatever is drawn on their lines', () => {
    const grain = (n: number) => woven(8, 0).map((luma, at) => luma + ((at * 7 + n * 13) % 5));
    expect(seen(times(10, grain))).toEqual({ top: 0, bottom: 0, progressive: 0 });
  });

  it('say of a whole strip that goes up and down by two lines at a time nothing worse than that it is whole', () => {
    const lifted = (n: number) => {
      const top = 20 + Math.round(8 * Math.sin(n / 4));
      return Uint8Array.from({ length: raster.width * raster.height }, (_, at) => {
        const y = Math.floor(at / raster.width);
        return y >= top && y < top + 10 ? 40 : 140;
      });
    };
    expect(seen(times(60, lifted))).toMatchObject({ top: 0, bottom: 0 });
  });

  it('say nothing of grain that moves by itself, and see what moves behind it', () => {
    // Repeats nowhere in ten pictures.
    const noise = (at: number, n: number) => ((at * 2_654_435_761 + n * 97_003_919) >>> 7) % 31;
    const grainy = (picture: Uint8Array, n: number) => picture.map((luma, at) => luma + noise(at, n));
    expect(seen(times(10, (n) => grainy(woven(8, 8), n)))).toEqual({ top: 0, bottom: 0, progressive: 0 });
    expect(seen(times(10, (n) => grainy(woven(4 * n, 4 * n + 2), n)))).toEqual({ top: 8, bottom: 0, progressive: 0 });
    expect(seen(times(10, (n) => grainy(woven(4 * n, 4 * n), n)))).toMatchObject({ top: 0, bottom: 0 });
  });

  it('see a woven strip that moves over a flat ground, and take a whole one for whole', () => {
    expect(seen(times(10, (n) => woven(4 * n + 2, 4 * n, 8)))).toMatchObject({ bottom: 8 });
    expect(seen(times(10, (n) => woven(4 * n, 4 * n, 8)))).toMatchObject({ bottom: 0, progressive: 8 });
  });
});
