import { endCardFrames, leastClipFor, lengthFor } from '../../kernel/film-length.ts';
import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';
import { findSentences, type SpeechRun } from './sentences.ts';

// What cable breaks are sold in (s); the longer ones only when somebody asks.
const USUAL_SECONDS = [10, 15, 20, 30];
const SOLD_SECONDS = [...USUAL_SECONDS, 40, 60];
export const WANTED_LENGTH = frames(30 * FRAME_RATE);

export interface Material {
  readonly clipFrames: number;
  readonly speech: readonly SpeechRun[];
}

/**
 * The length that nobody asked for: the shortest usual one that holds all that is said, or the longest that the clips fill;
 * undefined when they fill none.
 */
export function usualLength(clips: readonly Material[]): Frames | undefined {
  const total = clips.reduce((sum, clip) => sum + clip.clipFrames, 0);
  const filled = USUAL_SECONDS.map((seconds) => seconds * FRAME_RATE).filter(
    (length) => length - endCardFrames(length) <= total,
  );
  const said = clips.reduce((sum, clip) => sum + saidFrames(clip), 0);
  const holding = said >= LEAST_STORY ? filled.find((length) => length - endCardFrames(length) >= said) : undefined;
  const chosen = holding ?? filled.at(-1);
  return chosen === undefined ? undefined : frames(chosen);
}

/** The longest spot up to `wanted` that so much clip fills: of the sold lengths where it fills one, else what it holds. */
export function filledLength(total: number, wanted: number): Frames {
  const sold = SOLD_SECONDS.map((seconds) => seconds * FRAME_RATE);
  const filled = [...sold, wanted].filter((length) => length <= wanted && leastClipFor(length) <= total);
  return filled.length > 0 ? frames(Math.max(...filled)) : lengthFor(total);
}

// Less is a cough, or speech that was not heard as such: it decides nothing.
const LEAST_STORY = 5 * FRAME_RATE;

// A breath before the first word and a rest after the last.
const AROUND = FRAME_RATE;

function saidFrames({ speech }: Material): number {
  const sentences = findSentences(speech);
  const [first, last] = [sentences[0], sentences.at(-1)];
  return first && last ? last.toFrame - first.fromFrame + AROUND : 0;
}
