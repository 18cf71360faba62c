import type { HeardClip } from '../engine/film/compose-spot.ts';
import type { Shot } from '../engine/film/film-order.ts';
import type { FilmWarning } from '../engine/film/film-warning.ts';
import type { Framing } from '../engine/film/framing.ts';
import { decideHelps, type HelpName, helpFor } from '../engine/film/shot-helps.ts';
import type { SightNeed } from '../engine/senses/sight.ts';

/** Each shot with the asked helps, measured out by its own clip. */
export function withHelps(
  shots: readonly Shot[],
  clips: readonly HeardClip[],
  asked: readonly HelpName[],
): readonly Shot[] {
  if (asked.length === 0) return shots;
  return shots.map((shot, index) => ({ ...shot, helps: decideHelps(asked, clips[index]?.sight?.measured) }));
}

/** Each shot shown where it was asked for; round the face unless something else was. */
export function withFraming(shots: readonly Shot[], framing: Framing): readonly Shot[] {
  return framing === 'face' ? shots : shots.map((shot) => ({ ...shot, framing }));
}

const HINTS: Readonly<Record<SightNeed, FilmWarning>> = {
  steadier: { code: 'film.hint-steady', user: 'film.hint.steady' },
  cleaner: { code: 'film.hint-denoise', user: 'film.hint.denoise' },
  brighter: { code: 'film.hint-exposure', user: 'film.hint.brighter' },
  darker: { code: 'film.hint-exposure', user: 'film.hint.darker' },
};

/** What was measured to be needed and was not asked for, once each; and what was asked for without effect. */
export function helpHints(clips: readonly HeardClip[], asked: readonly HelpName[]): FilmWarning[] {
  const needs = new Set(clips.flatMap(({ sight }) => sight?.needs ?? []));
  const hints = [...needs].filter((need) => !asked.includes(helpFor(need))).map((need) => HINTS[need]);
  const unlit =
    asked.includes('exposure') && clips.every(({ sight }) => !decideHelps(['exposure'], sight?.measured).exposure);
  return [...hints, ...(unlit ? [{ code: 'film.exposure-kept', user: 'film.hint.exposureKept' }] : [])];
}
