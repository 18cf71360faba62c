import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import { flattenTokens } from '../../../src/engine/ffmpeg/run-order.ts';
import { filmCommand } from '../../../src/engine/film/film-tokens.ts';
import { formatGraph } from '../../../src/engine/film/filter-graph.ts';
import { findMotions } from '../../../src/engine/film/find-motions.ts';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { shotChains } from '../../../src/engine/film/shot-graph.ts';
import { decideHelps, type HelpName } from '../../../src/engine/film/shot-helps.ts';
import { type GrayPicture, levelExceededBy, meanLight, measureShift } from '../../../src/engine/senses/gray-picture.ts';
import { judgeSight, withNoise } from '../../../src/engine/senses/judge-sight.ts';
import { lookAtClip } from '../../../src/engine/senses/look-at-clip.ts';
import { measureNoise } from '../../../src/engine/senses/measure-noise.ts';
import { createRowMeter } from '../../../src/engine/senses/measure-row.ts';
import type { Senses } from '../../../src/engine/senses/open-senses.ts';
import { sampleNoise } from '../../../src/engine/senses/sample-noise.ts';
import type { ClipSight } from '../../../src/engine/senses/sight.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { layers, presetsNamed, shot } from '../../unit/film/films.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia, projectRoot } from '../lavfi.ts';
import { sourceOf } from './shot-view.ts';

const { folder, remove } = filmFolder('helps');
const at = (name: string) => join(folder, name);
let media: Media;
beforeAll(async () => {
  media = await openMedia();
});
afterAll(remove);

const SECONDS = 2.4;
const PERSON = join(projectRoot, 'presets/demo/clips/awas-sunita.mp4');
const h264 = ['-an', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
/** A hand's shake: three waves that share no beat, in px of a picture 960 wide. */
const wave = (size: number) => `${size}*(0.6*sin(2*PI*1.3*t)+0.5*sin(2*PI*3.1*t+1)+0.35*sin(2*PI*5.7*t+2))`;

function made(name: string, filters: string, quality = '20'): string {
  const seconds = ['-ss', '4', '-t', String(SECONDS)];
  return ffmpeg(at(name), [...seconds, '-i', PERSON, '-vf', filters, ...h264, '-crf', quality]);
}

/** Looks without the nets: the light and the motion are what is asked for. */
async function sightOf(path: string): Promise<ClipSight> {
  let meter = createRowMeter(true);
  const senses = {
    lack: { faces: 'not asked' },
    watch: () => {
      meter = createRowMeter(true);
    },
    look: async ({ picture }: Parameters<Senses['look']>[0]) => meter(picture),
  } as unknown as Senses;
  const { demuxer, videoStreamIndex: streamIndex, picture } = await sourceOf(media, path);
  const sight = await lookAtClip({ path, demuxer, streamIndex, picture, fps: 25 }, { runner: media.runner, senses });
  const { width, height } = picture;
  const noise = await sampleNoise({ path, demuxer, streamIndex, width, height, durationSeconds: SECONDS }, media);
  return withNoise(sight, noise);
}

const [WIDTH, HEIGHT] = [480, 270];
const FRAMES = 40;

interface Clip {
  readonly path: string;
  readonly sight: ClipSight;
}

async function seen(path: string): Promise<Clip> {
  return { path, sight: await sightOf(path) };
}

/** Every picture of a clip's shot as it enters the film with these helps, its luma small (or a corner of it as it is). */
async function viewed(
  { path, sight: { measured } }: Clip,
  asked: readonly HelpName[],
  cut = `scale=${WIDTH}:${HEIGHT}:flags=area`,
) {
  const [helps, source] = [decideHelps(asked, measured), await sourceOf(media, path)];
  const plan = planFilm({
    lengthFrames: frames(FRAMES),
    shots: [{ ...shot(source, 3, 3 + FRAMES), helps }],
    graphics: { ...layers, layers: [] },
    captions: undefined,
    presets: await presetsNamed('web'),
    motionFolder: folder,
  });
  await findMotions(plan, { runner: media.runner });
  const [planned] = plan.shots;
  if (!planned) throw new Error('no shot');
  const graph = `${formatGraph(shotChains(planned, 0, '0:0'))};[shot0]${cut},format=yuv444p,extractplanes=y[seen]`;
  const words = ['-nostdin', '-v', 'error', ...filmCommand(plan, []).clips.flatMap((clip) => flattenTokens(clip))];
  const out = ['-filter_complex', graph, '-map', '[seen]', '-fps_mode', 'passthrough', '-f', 'rawvideo', '-'];
  const done = spawnSync('ffmpeg', [...words, ...out], { maxBuffer: 2 ** 28 });
  if (done.status !== 0) throw new Error(String(done.stderr));
  const size = WIDTH * HEIGHT;
  return Array.from({ length: done.stdout.length / size }, (_, index): GrayPicture => {
    return { width: WIDTH, height: HEIGHT, values: done.stdout.subarray(index * size, (index + 1) * size) };
  });
}

/** How unevenly the pictures move, in shares of the width. */
function unrest(pictures: readonly GrayPicture[]): number {
  const moves = pictures.slice(1).map((picture, index) => measureShift(pictures[index] ?? picture, picture));
  const changes = moves.slice(1).map((move, index) => {
    const before = moves[index] ?? move;
    return Math.hypot(move.x - before.x, ((move.y - before.y) * HEIGHT) / WIDTH);
  });
  return changes.reduce((sum, change) => sum + change, 0) / changes.length;
}

describe('a clip that a hand shook', () => {
  it('needs to be steadied, and then moves a third as unevenly at most, in as many pictures', async () => {
    const shaken = await seen(made('shaken.mp4', `scale=1056:594,crop=960:540:x='48+${wave(24)}':y='27+${wave(14)}'`));
    expect(shaken.sight.needs).toEqual(['steadier']);
    const [before, after] = [await viewed(shaken, []), await viewed(shaken, ['steady'])];
    expect([before.length, after.length]).toEqual([FRAMES, FRAMES]);
    expect(unrest(after)).toBeLessThan(unrest(before) / 3);
  });
});

describe('a dark clip with grain', () => {
  // A part of the picture in its own size, for scaling takes grain out.
  const corner = `scale=1280:720,crop=${WIDTH}:${HEIGHT}`;
  const noiseIn = ([first, second]: readonly GrayPicture[]) =>
    (first && second && measureNoise({ first, second })) ?? 0;
  let dark: Clip;
  beforeAll(async () => {
    const path = made(
      'dark.mp4',
      "lutyuv=y='16+(val-16)*0.22':u='128+(val-128)*0.4':v='128+(val-128)*0.4',scale=1280:720,noise=alls=16:allf=t",
      '12',
    );
    dark = await seen(path);
  });

  it('needs light and cleaning', () => {
    expect(dark.sight.needs).toEqual(['cleaner', 'brighter']);
  });

  it('loses more than half of its grain', async () => {
    const [before, after] = [await viewed(dark, [], corner), await viewed(dark, ['denoise'], corner)];
    expect(noiseIn(after.slice(20))).toBeLessThan(noiseIn(before.slice(20)) / 2);
    expect(Math.abs(meanLight(needed(after[20])) - meanLight(needed(before[20])))).toBeLessThan(1.5);
  });

  it('comes towards good light, without anything turning white or black turning gray', async () => {
    const [before, after] = [await viewed(dark, []), await viewed(dark, ['exposure'])];
    expect(meanLight(needed(after[20]))).toBeGreaterThan(meanLight(needed(before[20])) + 35);
    expect(levelExceededBy(needed(after[20]), 0.005)).toBeLessThan(230);
    expect(levelExceededBy(needed(after[20]), 0)).toBeLessThanOrEqual(235);
    expect(needed(after[20]).values.reduce((least, value) => Math.min(least, value), 255)).toBeLessThanOrEqual(24);
  });
});

describe('a clip that is too bright', () => {
  it('needs less light, and its tones come down while white stays white', async () => {
    const bright = await seen(made('bright.mp4', "lutyuv=y='min(235,16+(val-16)*1.5)'"));
    expect(bright.sight.needs).toEqual(['darker']);
    const [before, after] = [await viewed(bright, []), await viewed(bright, ['exposure'])];
    expect(meanLight(needed(after[20]))).toBeLessThan(meanLight(needed(before[20])) - 8);
    expect(levelExceededBy(needed(after[20]), 0)).toBeGreaterThan(230);
  });
});

describe('a good clip', () => {
  it('needs nothing', async () => {
    expect((await sightOf(made('good.mp4', 'null'))).needs).toEqual([]);
    expect(judgeSight([]).needs).toEqual([]);
  });
});

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no picture');
  return value;
}
