import { basename } from 'node:path';
import type { ComposedSpot, HeardClip } from '../engine/film/compose-spot.ts';
import { explainPart } from '../engine/film/explain-part.ts';
import type { FilmWarning } from '../engine/film/film-warning.ts';
import { FRAME_RATE } from '../kernel/frames.ts';
import { messageIn } from '../web/locales/index.ts';

/** A shot as the answer tells it: seconds of its clip, and why, in both languages. */
export interface ToldPart {
  readonly clip: string;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly why: readonly { readonly code: string; readonly message: { readonly hi: string; readonly en: string } }[];
}

export function tellParts(spot: ComposedSpot, clips: readonly HeardClip[]): ToldPart[] {
  return spot.shots.map((shot, index) => {
    const part = spot.parts[index];
    const notes = part
      ? explainPart({ ...part, fromFrame: shot.fromFrame, toFrame: shot.toFrame }, clips[index]?.sight)
      : [];
    return {
      clip: basename(shot.source.path),
      fromSeconds: shot.fromFrame / FRAME_RATE,
      toSeconds: shot.toFrame / FRAME_RATE,
      why: notes.map(({ code, user, params }) => ({
        code,
        message: { hi: messageIn('hi', user, params), en: messageIn('en', user, params) },
      })),
    };
  });
}

/** What staff should know of the chosen parts; `marked`: somebody marked the part that there is. */
export function partWarnings({ parts, shorter, lengthFrames }: ComposedSpot, marked: boolean): FilmWarning[] {
  const reasons = new Set(parts.map((part) => part.reason));
  return [
    ...(shorter ? [shorterWarning(shorter, { lengthFrames, marked })] : []),
    ...(reasons.has('cut-sentence') ? [{ code: 'film.cut-sentence', user: 'film.warn.cutSentence' }] : []),
    ...(reasons.has('no-speech') ? [{ code: 'film.no-speech', user: 'film.warn.noSpeech' }] : []),
  ];
}

function shorterWarning(
  { haveFrames, wantedFrames }: NonNullable<ComposedSpot['shorter']>,
  { lengthFrames, marked }: { readonly lengthFrames: number; readonly marked: boolean },
): FilmWarning {
  const params = { have: tenths(haveFrames), want: tenths(wantedFrames), length: tenths(lengthFrames) };
  return { code: 'film.shorter', user: marked ? 'film.warn.partShorter' : 'film.warn.shorter', params };
}

function tenths(frames: number): string {
  return String(Math.floor((frames * 10) / FRAME_RATE) / 10);
}
