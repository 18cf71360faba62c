import type { RgbPicture } from './face-net.ts';
import type { Lie } from './sight.ts';

/** The picture turned clockwise. */
export function turnPicture({ width, height, rgb }: RgbPicture, turn: Lie): RgbPicture {
  const size = turn === 180 ? { width, height } : { width: height, height: width };
  const out = new Uint8Array(rgb.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const point = y * width + x;
      const place = {
        90: x * height + height - 1 - y,
        180: width * height - 1 - point,
        270: (width - 1 - x) * height + y,
      };
      for (let colour = 0; colour < 3; colour++) out[place[turn] * 3 + colour] = rgb[point * 3 + colour] ?? 0;
    }
  return { ...size, rgb: out };
}
