import { FRAME_RATE } from '../../kernel/frames.ts';
import type { Sentence } from './sentences.ts';

/** Why a part: somebody marked it, all of the clip, whole sentences, ended on a breath, a sentence cut off, or nothing spoken to go by. */
export type PartReason = 'marked' | 'whole' | 'sentences' | 'breath' | 'cut-sentence' | 'no-speech';

/** A part with its end, and what it is worth: frames of speech heard, less what is amiss. */
export interface Ending {
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly voiceToFrame: number;
  readonly reason: PartReason;
  readonly worth: number;
}

interface Room {
  readonly fromFrame: number;
  /** Where the body is full; the part may end as early as `leastToFrame`. */
  readonly toFrame: number;
  readonly leastToFrame: number;
}

/** A breath before the first word, so that it is not bitten off. */
export const LEAD = Math.round(0.2 * FRAME_RATE);
// So much quiet after the last word is a rest; more of either is dead air, worth half a frame of speech each.
const REST = Math.round(0.8 * FRAME_RATE);
const DEAD_AIR = 0.5;
// A sentence that is broken off costs as much as four seconds of speech; on a breath, one.
const BROKEN = 4 * FRAME_RATE;
const ON_A_BREATH = FRAME_RATE;

/** The ways in which a part that begins there may end. `head`: said before the story, and better not heard. */
export function endAt(room: Room, sentences: readonly Sentence[], head?: Sentence): Ending[] {
  const { fromFrame, toFrame } = room;
  if (sentences.length === 0)
    return [{ fromFrame, toFrame, voiceToFrame: toFrame, reason: 'no-speech', worth: -fromFrame / 10_000 }];
  const cut = sentences.find((one) => one.fromFrame < toFrame && toFrame < one.toFrame);
  if (!cut) return [restAfter(room, sentences, head)];
  return [mutedBefore(room, cut.fromFrame, 'sentences'), ...onBreath(room, cut), brokenOff(room)].map((end) =>
    judged(end, sentences, head),
  );
}

type Open = Omit<Ending, 'worth'> & { readonly costs: number };

/** Nothing is cut at the full body: the part ends a rest after the last word. */
function restAfter(room: Room, sentences: readonly Sentence[], head: Sentence | undefined): Ending {
  const lastWord = Math.max(room.fromFrame, ...sentences.filter((one) => one.toFrame <= room.toFrame).map(endOf));
  const toFrame = Math.min(room.toFrame, Math.max(room.leastToFrame, lastWord + REST));
  const costs = Math.max(0, toFrame - lastWord - REST) * DEAD_AIR;
  const open: Open = { fromFrame: room.fromFrame, toFrame, voiceToFrame: toFrame, reason: 'sentences', costs };
  return judged(open, sentences, head);
}

const endOf = (one: Sentence) => one.toFrame;

/** The part ends before those words; where that is too early, they are seen but not heard. */
function mutedBefore({ fromFrame, leastToFrame }: Room, wordsFrom: number, reason: PartReason): Open {
  const voiceToFrame = Math.max(fromFrame + 1, wordsFrom - 1);
  const toFrame = Math.max(leastToFrame, voiceToFrame);
  return { fromFrame, toFrame, voiceToFrame, reason, costs: toFrame - voiceToFrame };
}

/** After the last run of the cut sentence that is whole. */
function onBreath(room: Room, cut: Sentence): Open[] {
  const index = cut.runs.findIndex((run) => run.toFrame > room.toFrame);
  const broken = cut.runs[index];
  if (!broken || index === 0 || broken.fromFrame <= room.fromFrame) return [];
  // Where the body fills in the pause itself, the pause is kept whole.
  const open = mutedBefore(room, Math.min(broken.fromFrame, room.toFrame + 1), 'breath');
  return [{ ...open, costs: open.costs + ON_A_BREATH }];
}

function brokenOff({ fromFrame, toFrame }: Room): Open {
  return { fromFrame, toFrame, voiceToFrame: toFrame, reason: 'cut-sentence', costs: BROKEN };
}

function judged({ costs, ...part }: Open, sentences: readonly Sentence[], head: Sentence | undefined): Ending {
  const { fromFrame, voiceToFrame } = part;
  const begun = [...(head ? [head] : []), ...sentences].find(
    (one) => one.fromFrame < fromFrame && fromFrame < one.toFrame,
  );
  const reason = begun && part.reason !== 'cut-sentence' ? beginningOf(begun, fromFrame) : part.reason;
  const begunCosts = begun ? (reason === 'breath' ? ON_A_BREATH : BROKEN) : 0;
  const headCosts = head && fromFrame < head.toFrame ? BROKEN : 0;
  const first = sentences.find((one) => one.toFrame > fromFrame);
  const deadAir = Math.max(0, (first?.fromFrame ?? fromFrame) - fromFrame - LEAD) * DEAD_AIR;
  const worth = heardFrames(fromFrame, voiceToFrame, sentences) - costs - begunCosts - headCosts - deadAir;
  return { ...part, reason, worth };
}

/** A part that begins within a sentence begins after a breath, or in the middle of a word. */
function beginningOf({ runs }: Sentence, fromFrame: number): PartReason {
  return runs.some((run) => run.fromFrame < fromFrame && fromFrame < run.toFrame) ? 'cut-sentence' : 'breath';
}

/** Frames of sentences that are heard; half of what is heard of a broken one counts, so that one long talk has a best part. */
function heardFrames(from: number, to: number, sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, one) => {
    const heard = Math.min(one.toFrame, to) - Math.max(one.fromFrame, from);
    if (heard <= 0) return sum;
    return sum + (heard === one.toFrame - one.fromFrame ? heard : heard / 2);
  }, 0);
}
