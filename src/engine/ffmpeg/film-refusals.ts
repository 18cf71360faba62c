import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import type { Refusal } from '../../kernel/refusal.ts';

// Stable codes of the gate; the sentences stand in web/locales/refusals.ts.
const REFUSALS = {
  'film.empty': { user: 'clip.refused.empty' },
  'film.notFilm': { user: 'clip.refused.notFilm' },
  'film.playlist': { user: 'clip.refused.playlist' },
  'film.codec': { user: 'clip.refused.codec' },
  'film.protected': { user: 'clip.refused.protected' },
  'film.unreadable': { user: 'clip.refused.unreadable' },
  'film.cut': { user: 'clip.refused.cut' },
  'film.noPicture': { user: 'clip.refused.noPicture' },
  'film.short': { user: 'clip.refused.short' },
  'film.long': { user: 'clip.refused.long' },
  'film.big': { user: 'clip.refused.big' },
  'film.large': { user: 'clip.refused.large' },
  'film.small': { user: 'clip.refused.small' },
  'film.rate': { user: 'clip.refused.rate' },
  'recording.long': { user: 'recording.refused.long' },
  'recording.big': { user: 'recording.refused.big' },
} as const;

const WARNINGS = {
  'film.damaged': { user: 'clip.warn.damaged' },
  'film.silent': { user: 'clip.warn.silent' },
  'film.pixelShape': { user: 'clip.warn.pixelShape' },
} as const;

export type FilmRefusalCode = keyof typeof REFUSALS;

/** A gate's "no"; `tech` is for the log. */
export function refuseFilm(code: FilmRefusalCode, tech: string, params?: Refusal['params']): Refusal {
  return { code, ...REFUSALS[code], tech, ...(params && { params }) };
}

/** Taken all the same, but people are told. Has the shape of a refusal, so that faces show it in the same way. */
export function warnOfFilm(code: keyof typeof WARNINGS, tech: string): Refusal {
  return { code, ...WARNINGS[code], tech };
}

/** Too short, with what is there rounded down and what is needed up: "1.1 s, at least 1.1" would tell nobody anything. */
export function refuseShort(haveSeconds: number, least: Frames): Refusal {
  const params = {
    // 1e-6: three tenths may come as 2.9999999.
    n: Math.floor(haveSeconds * 10 + 1e-6) / 10,
    least: sayLeast(least),
  };
  return refuseFilm('film.short', `${haveSeconds} s, ${least} frames needed`, params);
}

/** A least length as people read it: seconds, the tenths rounded up, so that a film that is so long is taken. */
export function sayLeast(least: Frames): number {
  return Math.ceil((least * 10) / FRAME_RATE) / 10;
}
