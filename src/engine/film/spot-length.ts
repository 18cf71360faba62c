import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';
import { findSentences, type SpeechRun } from './sentences.ts';

// Three seconds, so that its words stand for two; a 10 s spot has only two to give, and less than that shrinks with it.
export function endCardFrames(length: number): number {
  return length > 250 ? 75 : Math.max(25, Math.floor(length / 5));
}

/** So much longer the end card may stand, for the story to end on a sentence: two seconds, in short spots a seventh. */
export function mostGiven(length: number): number {
  return Math.min(2 * FRAME_RATE, Math.floor(length / 7));
}

/** The spot that holds a body and its end card. */
export function lengthFor(body: number): number {
  const short = Math.ceil(body * 1.25);
  return short <= 250 ? Math.max(short, body + 25) : body + 75;
}

// What cable breaks are sold in (s); longer ones only when somebody asks.
const USUAL_SECONDS = [10, 15, 20, 30];
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

// Less is a cough, or speech that was not heard as such: it decides nothing.
const LEAST_STORY = 5 * FRAME_RATE;

// A breath before the first word and a rest after the last.
const AROUND = FRAME_RATE;

function saidFrames({ speech }: Material): number {
  const sentences = findSentences(speech);
  const [first, last] = [sentences[0], sentences.at(-1)];
  return first && last ? last.toFrame - first.fromFrame + AROUND : 0;
}
