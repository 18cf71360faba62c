import { spawnSync } from 'node:child_process';
import { Resvg } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { writeQoi } from '../../../src/engine/graphics/qoi.ts';
import { EVERY_WAY } from '../../unit/graphics/every-way.ts';

const AS_PIXELS = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];

function decoded(codec: string, picture: Uint8Array): Buffer {
  const words = ['-v', 'error', '-f', 'image2pipe', '-c:v', codec, '-i', '-', ...AS_PIXELS];
  const { status, stdout, stderr } = spawnSync('ffmpeg', words, { input: picture });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

it('FFmpeg sees in a drawn picture, pixel for pixel, what it would see in a PNG of it', () => {
  const drawn = new Resvg(EVERY_WAY).render();
  const seen = decoded('qoi', writeQoi(drawn));
  expect(seen.length).toBe(4 * drawn.width * drawn.height);
  expect(seen.equals(decoded('png', drawn.asPng()))).toBe(true);
});
