import type { Refusal } from '../../kernel/refusal.ts';
import type { KnownFilm } from './film-input.ts';
import { type FilmRefusalCode, refuseFilm } from './film-refusals.ts';
import type { FfmpegError } from './run-order.ts';

// What FFmpeg says, and what that means to the person who sent the film. The first that fits counts.
const MEANINGS: readonly (readonly [RegExp, FilmRefusalCode])[] = [
  [/exceeds specified max pixel count|Picture size \S+ is invalid/, 'film.large'],
  [/moov atom not found/, 'film.cut'],
  [/not on whitelist/, 'film.codec'],
];

/** Why a film could not be read, by FFmpeg's last lines; undefined when the failure is not the film's (the program did not start). */
export function explainFailure({ facts }: FfmpegError, film: KnownFilm): Refusal | undefined {
  if (facts.reason === 'start' || facts.reason === 'aborted') return undefined;
  const said = facts.stderrTail.join('\n');
  // The file vanished, or the walls do not let it be seen: ours to mend.
  if (said.includes(`${film.path}: No such file`) || /^bwrap: /m.test(said)) return undefined;
  const code = MEANINGS.find(([words]) => words.test(said))?.[1] ?? 'film.unreadable';
  // The numbers of the picture are known from the line alone.
  const raster = /Picture size (\d+x\d+)/.exec(said)?.[1] ?? '';
  const tech = `${facts.reason}: ${facts.stderrTail.slice(-3).join(' | ')}`;
  return refuseFilm(code, tech, code === 'film.large' ? { raster } : undefined);
}
