import { breakPenalty } from './break-penalty.ts';
import { countAksharas } from './count-aksharas.ts';
import type { TimedWord } from './timed-word.ts';
import type { VoicedSpan } from './voiced-spans.ts';

/** A word of the script; `endsLine` where the script's line ends. */
export interface ScriptWord {
  readonly text: string;
  readonly endsLine: boolean;
}

/**
 * Puts the words of a script on the voiced spans of a clip without listening to them: each span takes about as many
 * aksharas as it is long, and pauses fall where the sentence breathes. Within a span words are as long as their aksharas.
 */
export function spreadWords(words: readonly ScriptWord[], voice: readonly VoicedSpan[]): TimedWord[] {
  const shares = shareOut(words, voice);
  return voice.flatMap((span, index) => {
    const [from = 0, to = 0] = [shares[index], shares[index + 1]];
    return wordsInSpan(words.slice(from, to), span);
  });
}

/** Word index at which each span begins; one more at the end. */
function shareOut(words: readonly ScriptWord[], voice: readonly VoicedSpan[]): number[] {
  const sounds = runningSum(words.map((word) => countAksharas(word.text)));
  const voiced = runningSum(voice.map(lengthOf));
  const secondsPerAkshara = (voiced.at(-1) ?? 0) / Math.max(1, sounds.at(-1) ?? 1);
  const stops = words.map((word, index) => stopCost(word, words[index + 1]));
  let costs = words.map(() => Infinity);
  costs = [0, ...costs];
  const cameFrom: number[][] = [];
  for (const [index, span] of voice.entries()) {
    const pause = (voice[index + 1]?.fromSeconds ?? Infinity) - span.toSeconds;
    const step = bestSteps({ costs, sounds, stops, pause, seconds: lengthOf(span), secondsPerAkshara });
    costs = step.costs;
    cameFrom.push(step.from);
  }
  return walkBack(cameFrom, words.length);
}

interface Step {
  readonly costs: readonly number[];
  readonly sounds: readonly number[];
  readonly stops: readonly number[];
  readonly pause: number;
  readonly seconds: number;
  readonly secondsPerAkshara: number;
}

// No span of speech is longer than this many words: a pause comes before.
const MOST_WORDS = 120;

function bestSteps(step: Step): { costs: number[]; from: number[] } {
  const costs: number[] = [];
  const from: number[] = [];
  for (let to = 0; to < step.costs.length; to++) {
    let [least, at] = [Infinity, to];
    for (let start = to; start >= Math.max(0, to - MOST_WORDS); start--) {
      const cost = (step.costs[start] ?? Infinity) + spanCost(step, start, to);
      if (cost < least) [least, at] = [cost, start];
    }
    costs.push(least);
    from.push(at);
  }
  return { costs, from };
}

function spanCost({ sounds, stops, pause, seconds, secondsPerAkshara }: Step, start: number, to: number): number {
  const expected = ((sounds[to] ?? 0) - (sounds[start] ?? 0)) * secondsPerAkshara;
  // Speech drifts with the square root of its length; 0.15 s is what the ends of a span are worth.
  const spread = 0.15 + 0.3 * Math.sqrt(Math.max(seconds, expected));
  const misfit = ((expected - seconds) / spread) ** 2;
  const weight = Math.min(1, pause / 0.35);
  const stop = to === 0 || !Number.isFinite(pause) ? 0 : (stops[to - 1] ?? 0) * weight;
  // A sentence that ends inside a span without a pause is unlikely.
  const runOn = stops.slice(start, Math.max(start, to - 1)).filter((cost) => cost === 0).length * 1.5;
  return misfit + stop + runOn;
}

/** 0 where a sentence or a line of the script ends, up to 8 inside a word group. */
function stopCost(word: ScriptWord, next: ScriptWord | undefined): number {
  if (word.endsLine || !next) return 0;
  return Math.min(8, breakPenalty(word.text, next.text) / 40);
}

function walkBack(cameFrom: readonly (readonly number[])[], words: number): number[] {
  const starts = [words];
  for (const from of [...cameFrom].reverse()) starts.unshift(from[starts[0] ?? 0] ?? 0);
  return starts;
}

function wordsInSpan(words: readonly ScriptWord[], span: VoicedSpan): TimedWord[] {
  const sounds = runningSum(words.map((word) => countAksharas(word.text)));
  const perAkshara = lengthOf(span) / Math.max(1, sounds.at(-1) ?? 1);
  const at = (index: number) => span.fromSeconds + (sounds[index] ?? 0) * perAkshara;
  return words.map((word, index) => ({ ...word, startSeconds: at(index), endSeconds: at(index + 1) }));
}

function lengthOf({ fromSeconds, toSeconds }: VoicedSpan): number {
  return toSeconds - fromSeconds;
}

function runningSum(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}
