import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import type { FilmOrder, Shot } from '../../../src/engine/film/film-order.ts';
import { frameShot } from '../../../src/engine/film/frame-shot.ts';
import { makeFilm } from '../../../src/engine/film/make-film.ts';
import { placeOnCanvas } from '../../../src/engine/film/place-on-canvas.ts';
import type { SeenFace } from '../../../src/engine/senses/face.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { presetsNamed } from '../../unit/film/films.ts';
import { sober } from '../../unit/graphics/film-order.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia } from '../lavfi.ts';
import { sourceOf } from './shot-view.ts';

const { folder, remove } = filmFolder('framed');
const at = (name: string) => join(folder, name);
let media: Media;
let one: Shot;

// At the left of a wide picture: its middle, which is all that an upright film has room for, begins at 0.34.
const FACE: SeenFace = {
  box: { x: 0.15, y: 0.25, width: 0.1, height: 0.2 },
  ...{ mouthLine: 0.4, eyesOpen: 0.3, lipsApart: 0.02, score: 0.9 },
};

beforeAll(async () => {
  media = await openMedia();
  const patch = 'drawbox=x=96:y=90:w=64:h=72:c=0xff00ff:t=fill';
  const picture = `color=0x406050:s=640x360:r=25:d=3,noise=alls=16:allf=t,${patch}`;
  const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '10', '-pix_fmt', 'yuv420p'];
  const clip = ffmpeg(at('clip.mp4'), ['-f', 'lavfi', '-i', picture, ...h264]);
  const looks = [0, 25, 50].map((atFrame) => ({ atFrame, detail: 40, face: FACE }));
  one = { source: await sourceOf(media, clip), fromFrame: frames(0), toFrame: frames(50), looks };
  const order: FilmOrder = {
    ...{ shots: [one], lengthFrames: frames(75), endCardFrom: frames(50), cues: [], texts: { place: [] } },
    ...{ scheme: undefined, department: 'जनसम्पर्क विभाग', look: sober, markCorner: 'left', language: 'hi' },
    presets: await presetsNamed('social-9x16', 'social-1x1'),
  };
  const made = await makeFilm(order, { runner: media.runner, outFolder: at('out') });
  expect(made.files.map(({ preset, qc }) => [preset, qc.passed])).toEqual([
    ['social-9x16', true],
    ['social-1x1', true],
  ]);
});
afterAll(remove);

/** The box round what is magenta in one frame of a film, px. */
function magentaBox(path: string, { width, height }: { readonly width: number; readonly height: number }) {
  const words = ['-v', 'error', '-i', path, '-vf', 'select=eq(n\\,10)', '-frames:v', '1', '-f', 'rawvideo'];
  const { stdout } = spawnSync('ffmpeg', [...words, '-pix_fmt', 'rgb24', '-'], { maxBuffer: 2 ** 26 });
  expect(stdout).toHaveLength(width * height * 3);
  const columns: number[] = [];
  const rows: number[] = [];
  for (let n = 0; n < width * height; n += 1)
    if ((stdout[3 * n] ?? 0) > 180 && (stdout[3 * n + 1] ?? 255) < 90 && (stdout[3 * n + 2] ?? 0) > 180) {
      columns.push(n % width);
      rows.push(Math.floor(n / width));
    }
  const [left, top] = [columns, rows].map((all) => all.reduce((least, one) => Math.min(least, one), Infinity));
  const [right, bottom] = [columns, rows].map((all) => all.reduce((most, one) => Math.max(most, one), -Infinity));
  return { left, top, right, bottom };
}

describe('a face at the side of a wide clip', () => {
  it.each([
    ['social-9x16', { width: 1080, height: 1920 }],
    ['social-1x1', { width: 1080, height: 1080 }],
  ])('stands in %s where the plan says, whole', (preset, canvas) => {
    const { fit, framedBy } = frameShot(one, { canvas, portraitWindow: undefined });
    expect(framedBy).toEqual({ by: 'face', held: 2, seen: 2 });
    const { box } = placeOnCanvas(FACE, fit);
    const seen = magentaBox(at(`out/${preset}.mp4`), canvas);
    // Edges are soft after scaling: 640 px become 3414 for the upright film.
    const near = (value: number) => expect.closeTo(value, -0.9);
    expect(seen).toEqual({
      left: near(box.x),
      top: near(box.y),
      right: near(box.x + box.width - 1),
      bottom: near(box.y + box.height - 1),
    });
    expect(box.x).toBeGreaterThan(0);
  });
});
