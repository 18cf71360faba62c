import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';
import type { ClipSight } from '../senses/sight.ts';
import { type Ending, endAt, LEAD, type PartReason } from './end-part.ts';
import { findHead, findSentences, type Sentence, type SpeechRun } from './sentences.ts';
import { weighSight } from './weigh-sight.ts';

/** A clip as the chooser knows it. */
export interface KnownClip {
  readonly clipFrames: Frames;
  readonly speech: readonly SpeechRun[];
  /** undefined when nobody looked. */
  readonly sight?: ClipSight | undefined;
}

export interface BodyWish {
  readonly body: Frames;
  /** The part may be so much shorter, to end on a sentence. */
  readonly leastBody: Frames;
}

export interface ChosenPart {
  readonly fromFrame: Frames;
  readonly toFrame: Frames;
  /** The sound ends here: before a sentence of which the part holds only a scrap. */
  readonly voiceToFrame: Frames;
  readonly reason: PartReason;
  /** A short "is it recording?" at the beginning was left out. */
  readonly headDropped: boolean;
}

// The last word's own fading.
const TAIL = Math.round(0.3 * FRAME_RATE);

/**
 * The part of a clip that fills a body best: whole sentences, begun on a word and ended in a pause, where a face is seen
 * and the picture is good. undefined when the clip is too short for the body.
 */
export function choosePart(clip: KnownClip, wish: BodyWish): ChosenPart | undefined {
  const { clipFrames } = clip;
  if (clipFrames < wish.leastBody) return undefined;
  const said = findSentences(clip.speech);
  const head = findHead(said);
  const sentences = head ? said.slice(1) : said;
  const weigh = weighSight(clip.sight);
  const all = startsOf(sentences, clipFrames, wish).flatMap((fromFrame) => {
    const toFrame = Math.min(clipFrames, fromFrame + wish.body);
    return endAt({ fromFrame, toFrame, leastToFrame: fromFrame + wish.leastBody }, sentences, head);
  });
  const [best] = all.map((part) => ({ part, worth: part.worth + weigh(part) })).toSorted((a, b) => b.worth - a.worth);
  return best && describe(best.part, clipFrames, head);
}

/** Frames at which a part may begin, each early enough for the least body; the earliest first. */
function startsOf(sentences: readonly Sentence[], clipFrames: number, { body, leastBody }: BodyWish): number[] {
  const last = clipFrames - leastBody;
  const wanted =
    sentences.length === 0
      ? // Nobody speaks: any fifth of a second may be the beginning.
        Array.from({ length: Math.floor(Math.max(0, clipFrames - body) / 5) + 1 }, (_, index) => index * 5)
      : sentences.flatMap((one) => [one.fromFrame - LEAD, one.toFrame + TAIL - body]);
  const inside = wanted.map((start) => Math.min(Math.max(0, start), last));
  return [...new Set(inside)].toSorted((a, b) => a - b);
}

function describe(part: Ending, clipFrames: Frames, head: Sentence | undefined): ChosenPart {
  const whole = part.fromFrame === 0 && part.toFrame === clipFrames;
  return {
    fromFrame: frames(part.fromFrame),
    toFrame: frames(part.toFrame),
    voiceToFrame: frames(part.voiceToFrame),
    reason: whole ? 'whole' : part.reason,
    headDropped: head !== undefined && part.fromFrame >= head.toFrame,
  };
}
