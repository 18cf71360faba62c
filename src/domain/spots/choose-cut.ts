import { type ChosenPart, choosePart, type KnownClip } from '../../engine/film/choose-part.ts';
import { usualLength } from '../../engine/film/spot-length.ts';
import { leastClipFor } from '../../kernel/film-length.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import { bodyFrames, CUT_LENGTHS, type CutOrder } from './spot-document.ts';

/** A cut with the part that it shows; no part where the clip is too short for it. */
export interface ChosenCut {
  readonly cut: CutOrder;
  readonly part: ChosenPart | undefined;
}

/** The length that the story asks for: what is said decides, up to the usual 30 s. */
export function usualCutLength(clip: KnownClip): CutOrder['lengthSeconds'] {
  const usual = (usualLength([clip]) ?? 0) / FRAME_RATE;
  return CUT_LENGTHS.find((length) => length === usual) ?? CUT_LENGTHS[0];
}

/** The best cut of that length: whole sentences, begun on a word, ended on a breath. */
export function chooseCut(clip: KnownClip, lengthSeconds: CutOrder['lengthSeconds']): ChosenCut {
  const body = bodyFrames(lengthSeconds);
  const part = choosePart(clip, { body, leastBody: leastClipFor(lengthSeconds * FRAME_RATE) });
  if (!part) return { cut: { lengthSeconds, fromFrame: frames(0) }, part };
  const { fromFrame, toFrame, voiceToFrame } = part;
  return {
    cut: {
      lengthSeconds,
      fromFrame,
      ...(toFrame < fromFrame + body && { toFrame }),
      ...(voiceToFrame < toFrame && { voiceToFrame }),
    },
    part,
  };
}
