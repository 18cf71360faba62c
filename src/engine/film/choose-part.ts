import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';

/** A stretch of speech in a clip, in its frames at 25; ends are exclusive. */
export interface SpeechRun {
  readonly fromFrame: number;
  readonly toFrame: number;
}

export interface ChosenPart {
  readonly fromFrame: Frames;
  readonly toFrame: Frames;
  /** The sound ends here: before a sentence of which the part holds only a scrap. */
  readonly voiceToFrame: Frames;
  /** Why this part: all of the clip, whole sentences, a sentence cut off, or nothing spoken to go by. */
  readonly reason: 'whole' | 'sentences' | 'cut-sentence' | 'no-speech';
}

// A breath before the first word, and the last word's own fading.
const LEAD = Math.round(0.2 * FRAME_RATE);
const TAIL = Math.round(0.3 * FRAME_RATE);
// Shorter gaps are commas, not full stops: a bulletin's sentences stand 0.6 s apart, its commas a third of a second.
const COMMA = Math.round(0.4 * FRAME_RATE);

// Of a sentence that is cut this early nobody misses anything: it is left out.
const SCRAP = Math.round(1.6 * FRAME_RATE);

/**
 * The part of a clip that fills a body of that many frames with most whole speech: it begins before a first word and ends in
 * a pause where it can. undefined when the clip is too short for the body.
 */
export function choosePart(clipFrames: Frames, body: Frames, speech: readonly SpeechRun[]): ChosenPart | undefined {
  if (clipFrames < body) return undefined;
  const sentences = joinCommas(speech);
  if (clipFrames === body || sentences.length === 0) {
    const reason = clipFrames === body ? 'whole' : 'no-speech';
    return { fromFrame: frames(0), toFrame: body, voiceToFrame: body, reason };
  }
  const starts = sentences.flatMap((run) => [run.fromFrame - LEAD, run.toFrame + TAIL - body]);
  const inside = starts.map((start) => Math.min(Math.max(0, start), clipFrames - body));
  const best = inside.reduce((chosen, start) =>
    wholeSpeech(start, body, sentences) > wholeSpeech(chosen, body, sentences) ? start : chosen,
  );
  return endWell(best, best + body, sentences);
}

/** Leaves a scrap of a sentence at the end unheard. */
function endWell(from: number, to: number, sentences: readonly SpeechRun[]): ChosenPart {
  const cutAt = (frame: number) => sentences.find((run) => run.fromFrame < frame && frame < run.toFrame);
  const last = cutAt(to);
  const scrap = last !== undefined && last.fromFrame > from && to - last.fromFrame <= SCRAP;
  const isCut = cutAt(from) !== undefined || (last !== undefined && !scrap);
  return {
    fromFrame: frames(from),
    toFrame: frames(to),
    voiceToFrame: frames(scrap ? last.fromFrame - 1 : to),
    reason: isCut ? 'cut-sentence' : 'sentences',
  };
}

function joinCommas(speech: readonly SpeechRun[]): SpeechRun[] {
  const joined: SpeechRun[] = [];
  for (const run of speech.toSorted((a, b) => a.fromFrame - b.fromFrame)) {
    const before = joined.at(-1);
    if (before && run.fromFrame - before.toFrame <= COMMA)
      joined[joined.length - 1] = { fromFrame: before.fromFrame, toFrame: Math.max(before.toFrame, run.toFrame) };
    else joined.push(run);
  }
  return joined;
}

/** Frames of sentences that lie whole in the part; half of what is cut counts, so that one long talk still has a best part. */
function wholeSpeech(from: number, body: number, sentences: readonly SpeechRun[]): number {
  return sentences.reduce((sum, run) => {
    const held = Math.min(run.toFrame, from + body) - Math.max(run.fromFrame, from);
    if (held <= 0) return sum;
    return sum + (held === run.toFrame - run.fromFrame ? held : held / 2);
  }, 0);
}
