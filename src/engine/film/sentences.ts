import { FRAME_RATE } from '../../kernel/frames.ts';

/** A stretch of speech in a clip, in its frames at 25; ends are exclusive. */
export interface SpeechRun {
  readonly fromFrame: number;
  readonly toFrame: number;
}

/** What is said without a full stop: runs with commas between them. */
export interface Sentence extends SpeechRun {
  /** Its runs: where one ends somebody takes breath. */
  readonly runs: readonly SpeechRun[];
}

// Shorter gaps are commas, not full stops: a bulletin's sentences stand 0.6 s apart, its commas a third of a second.
const COMMA = Math.round(0.4 * FRAME_RATE);

/** Speech as sentences, in order. */
export function findSentences(speech: readonly SpeechRun[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const run of speech.toSorted((a, b) => a.fromFrame - b.fromFrame)) {
    const last = sentences.at(-1);
    if (last && run.fromFrame - last.toFrame <= COMMA) sentences[sentences.length - 1] = withRun(last, run);
    else sentences.push({ ...run, runs: [run] });
  }
  return sentences;
}

function withRun(sentence: Sentence, run: SpeechRun): Sentence {
  const toFrame = Math.max(sentence.toFrame, run.toFrame);
  return { fromFrame: sentence.fromFrame, toFrame, runs: [...sentence.runs, run] };
}

// "Is it recording?" is a second or two, said in the first seconds, and then nobody speaks for a moment.
const HEAD_SAID = Math.round(2 * FRAME_RATE);
const HEAD_BEGINS = 3 * FRAME_RATE;
const HEAD_GAP = FRAME_RATE;
// Without a story behind it the short sentence is the story.
const STORY = 5 * FRAME_RATE;

/** A short utterance at the very beginning, before the story: "is it recording?". undefined when there is none. */
export function findHead(sentences: readonly Sentence[]): Sentence | undefined {
  const [first, second, ...rest] = sentences;
  if (!first || !second) return undefined;
  const story = [second, ...rest].reduce((sum, one) => sum + one.toFrame - one.fromFrame, 0);
  const short = first.toFrame - first.fromFrame <= HEAD_SAID && first.fromFrame <= HEAD_BEGINS;
  return short && second.fromFrame - first.toFrame >= HEAD_GAP && story >= STORY ? first : undefined;
}
