import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import type { MediaRunner, RunOrder } from '../../../src/engine/ffmpeg/run-order.ts';
import type { FilmOrder } from '../../../src/engine/film/film-order.ts';
import { makeFilm } from '../../../src/engine/film/make-film.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { presetsNamed, shot } from '../../unit/film/films.ts';
import { sober } from '../../unit/graphics/film-order.ts';
import { makeFilm as ffmpeg, filmFolder, moving, openMedia } from '../lavfi.ts';
import { sourceOf } from './shot-view.ts';

const { folder, remove } = filmFolder('unfinished');
let media: Media;
let order: FilmOrder;

beforeAll(async () => {
  media = await openMedia();
  const clip = ffmpeg(join(folder, 'clip.mp4'), moving(3));
  order = {
    shots: [shot(await sourceOf(media, clip), 0, 60)],
    lengthFrames: frames(85),
    endCardFrom: frames(60),
    texts: { place: [] },
    scheme: undefined,
    department: 'जनसम्पर्क विभाग',
    look: sober,
    markCorner: 'left',
    cues: [],
    language: 'hi',
    presets: await presetsNamed('whatsapp', 'h264-ts-sd'),
  };
});
afterAll(remove);

const isRender = ({ tokens }: RunOrder) =>
  tokens.flatMap((token) => token || []).some((word) => /whatsapp\.mp4$/.test(word) && !/^-/.test(word));

/** A runner whose encoding run goes wrong in that way, and still ends well. */
function spoiling(spoil: (order: RunOrder) => RunOrder, after?: (folder: string) => void): MediaRunner {
  const { runner } = media;
  return {
    ffprobe: (wish) => runner.ffprobe(wish),
    async ffmpeg(wish) {
      const encodes = wish.writes !== undefined && isRender(wish);
      const result = await runner.ffmpeg(encodes ? spoil(wish) : wish);
      if (encodes) after?.(wish.writes ?? '');
      return result;
    },
  };
}

describe('a film that FFmpeg calls finished', () => {
  it.each([
    [
      'but which stopped after a second, with exit 0',
      'UnfinishedFilmError',
      () =>
        spoiling((wish) => ({
          ...wish,
          tokens: [
            wish.tokens
              .flatMap((token) => token || [])
              .flatMap((word) => (/\/whatsapp\.mp4$/.test(word) ? ['-t', '1', word] : [word])),
          ],
        })),
    ],
    [
      'but whose second file lost its end',
      'UnfinishedFilmError',
      () =>
        spoiling(
          (wish) => wish,
          (work) => truncateSync(join(work, 'h264-ts-sd.ts'), 188 * 4000),
        ),
    ],
    [
      'but whose index is gone',
      'FfmpegError',
      () =>
        spoiling(
          (wish) => wish,
          (work) => truncateSync(join(work, 'whatsapp.mp4'), 40),
        ),
    ],
  ])('%s is never published, nor any file beside it', async (name, error, runner) => {
    const outFolder = join(folder, name.replaceAll(/\W/g, '-'));
    await expect(makeFilm(order, { runner: runner(), outFolder })).rejects.toMatchObject({ name: error });
    expect(readdirSync(outFolder)).toEqual([]);
  });
});

const small = join(folder, 'small');
mkdirSync(small);
// Room for graphics and sound, not for the films; who may mount none counts this as skipped.
const mounted =
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'prerna-small', small], { stdio: 'ignore' }).status === 0;

it.skipIf(!mounted)('a disk that fills up leaves nothing behind', async () => {
  try {
    await expect(makeFilm(order, { runner: media.runner, outFolder: small })).rejects.toThrow();
    expect(readdirSync(small)).toEqual([]);
  } finally {
    spawnSync('umount', [small]);
    rmSync(small, { recursive: true, force: true });
  }
});
