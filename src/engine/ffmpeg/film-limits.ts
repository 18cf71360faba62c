import { leastClipFor, SHORTEST_FILM } from '../../kernel/film-length.ts';
import { type Frames, seconds, toSeconds } from '../../kernel/frames.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { FilmFacts } from './film-facts.ts';
import { MAX_PIXELS } from './film-input.ts';
import { type FilmRefusalCode, refuseFilm, refuseShort } from './film-refusals.ts';

/** A citizen's or staff member's clip, or the recording of a channel. */
export type FilmProfile = 'clip' | 'recording';

export interface FilmLimits {
  readonly maxBytes: number;
  readonly least: Frames;
  readonly maxSeconds: number;
  readonly maxFrames: number;
  /** A recording may be sound alone. */
  readonly needsPicture: boolean;
  readonly codes: { readonly long: FilmRefusalCode; readonly big: FilmRefusalCode };
}

const HOUR = 3600;

export const LIMITS: Readonly<Record<FilmProfile, FilmLimits>> = {
  clip: {
    maxBytes: 2 * 2 ** 30,
    // No spot is made of less.
    least: leastClipFor(SHORTEST_FILM),
    maxSeconds: HOUR / 2,
    maxFrames: 216_000,
    needsPicture: true,
    codes: { long: 'film.long', big: 'film.big' },
  },
  recording: {
    maxBytes: 64 * 2 ** 30,
    least: seconds(1),
    maxSeconds: 25 * HOUR,
    maxFrames: 25 * HOUR * 120,
    needsPicture: false,
    codes: { long: 'recording.long', big: 'recording.big' },
  },
};

const MIN_SIDE = 144;
const MIN_FPS = 5;
const MAX_FPS = 120;
// Phones that say 120 measure 120.2.
const FPS_SLACK = 1;

/** Size and raster, known from the header; undefined = within the limits. */
export function refuseRaster(width: number, height: number): Refusal | undefined {
  const raster = `${width}x${height}`;
  if (width <= 0 || height <= 0) return refuseFilm('film.unreadable', 'the picture has no size');
  if (width * height > MAX_PIXELS) return refuseFilm('film.large', raster, { raster });
  return Math.min(width, height) < MIN_SIDE ? refuseFilm('film.small', raster, { raster }) : undefined;
}

/** Length and rate, measured; undefined = within the limits. */
export function refuseTimes(
  film: Pick<FilmFacts, 'durationSeconds' | 'picture'>,
  limits: FilmLimits,
): Refusal | undefined {
  const { durationSeconds, picture } = film;
  const fps = picture?.fps ?? 0;
  if (fps > MAX_FPS + FPS_SLACK) return refuseFilm('film.rate', `${fps} pictures a second`);
  if (durationSeconds < toSeconds(limits.least)) return refuseShort(durationSeconds, limits.least);
  if (durationSeconds > limits.maxSeconds) return refuseFilm(limits.codes.long, `${durationSeconds} s`);
  if (picture && picture.frames > limits.maxFrames) return refuseFilm(limits.codes.long, `${picture.frames} pictures`);
  return picture && fps < MIN_FPS ? refuseFilm('film.rate', `${fps} pictures a second`) : undefined;
}
