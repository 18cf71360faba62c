import { breakPenalty, endsSentence } from './break-penalty.ts';
import type { TimedWord } from './timed-word.ts';
import { type CaptionRoom, wrapCaption } from './wrap-caption.ts';

/** The words of one cue, broken into its lines. */
export interface CueDraft {
  readonly words: readonly TimedWord[];
  readonly lines: readonly string[];
}

// Reading and standing times of a cue (Netflix and BBC rules for Hindi), in seconds and code points a second.
const AIM_SPEED = 17;
const LEAST_SECONDS = 21 / 25;
const AIM_SECONDS = 1;
const MOST_SECONDS = 7;
/** What display adds round the words: 2 frames before, up to 12 after. */
const LEAD_SECONDS = 2 / 25;
const HANG_SECONDS = 12 / 25;
/** Two full lines of short words; longer runs never fit. */
const MOST_WORDS = 40;

/**
 * Cuts timed words into cues: in pauses and at sentence ends, readable in speed and length, each well broken into lines.
 * A cue never crosses the end of a script's line. The cheapest of all cuts, found word by word.
 */
export function splitIntoCues(words: readonly TimedWord[], room: CaptionRoom): CueDraft[] {
  const best: { readonly cost: number; readonly from: number; readonly lines: readonly string[] }[] = [
    { cost: 0, from: 0, lines: [] },
  ];
  for (let to = 1; to <= words.length; to++) {
    let choice = { cost: Infinity, from: to - 1, lines: [] as readonly string[] };
    for (let from = to - 1; from >= Math.max(0, to - MOST_WORDS); from--) {
      if (from < to - 1 && words[from]?.endsLine) break;
      const cue = judgeCue(words, from, to, room);
      const cost = (best[from]?.cost ?? Infinity) + cue.cost;
      if (cost < choice.cost) choice = { cost, from, lines: cue.lines };
      if (!cue.fits && from < to - 1) break;
    }
    best.push(choice);
  }
  return collect(words, best);
}

function collect(words: readonly TimedWord[], best: readonly { from: number; lines: readonly string[] }[]): CueDraft[] {
  const cues: CueDraft[] = [];
  for (let to = words.length; to > 0; ) {
    const { from, lines } = best[to] ?? { from: to - 1, lines: [] };
    cues.unshift({ words: words.slice(from, to), lines });
    to = from;
  }
  return cues;
}

function judgeCue(words: readonly TimedWord[], from: number, to: number, room: CaptionRoom) {
  const inside = words.slice(from, to);
  const wrapped = wrapCaption(inside.map((word) => word.text).join(' '), room);
  const runsOn = inside.some((word, index) => index > 0 && endsSentence(inside[index - 1]?.text ?? '', word.text));
  const cost = wrapped.cost + timeCost(words, from, to) + cutCost(words, to) + (runsOn ? 40 : 0);
  return { lines: wrapped.lines, fits: wrapped.fits, cost };
}

/** What the cut after this cue costs: a bad place in the sentence, less the pause that is there. */
function cutCost(words: readonly TimedWord[], to: number): number {
  const [before, after] = [words[to - 1], words[to]];
  if (!before || !after) return 0;
  if (before.endsLine) return 0;
  const pauseMs = Math.max(0, after.startSeconds - before.endSeconds) * 1000;
  return 1.5 * breakPenalty(before.text, after.text) - Math.min(60, pauseMs / 5);
}

function timeCost(words: readonly TimedWord[], from: number, to: number): number {
  const [first, last, next] = [words[from], words[to - 1], words[to]];
  if (!first || !last) return 0;
  const end = Math.min(last.endSeconds + HANG_SECONDS, next ? next.startSeconds - LEAD_SECONDS : Infinity);
  const shown = Math.max(0.04, end - Math.max(0, first.startSeconds - LEAD_SECONDS));
  const letters = words.slice(from, to).reduce((sum, word) => sum + [...word.text].length + 1, -1);
  const hurry = 8 * Math.max(0, letters / shown - AIM_SPEED) ** 2;
  // A caption that reads too fast is hurried in any cut of the same words: bounded, so that it does not drown the rest.
  return Math.min(400, hurry) + lengthCost(shown);
}

function lengthCost(seconds: number): number {
  if (seconds < LEAST_SECONDS) return 150;
  if (seconds < AIM_SECONDS) return 40;
  return seconds > MOST_SECONDS ? 300 * (seconds - MOST_SECONDS + 1) : 0;
}
