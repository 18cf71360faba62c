import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';
import type { CaptionCue } from './cue.ts';
import type { CueDraft } from './split-into-cues.ts';

/** Frames before the first word, after the last, between two cues, and the shortest and longest that a cue stands. */
const LEAD = 2;
const HANG = 12;
const GAP = 2;
const LEAST = 21;
const MOST = 175;

/**
 * Puts drafted cues on the frames of a film: from 2 frames before the first word until 12 after the last, with 2 frames
 * between neighbours (a gap of 3–11 flickers, so it is closed). Cues that begin after the film's end fall out.
 */
export function timeCues(drafts: readonly CueDraft[], lengthFrames: Frames): CaptionCue[] {
  const spoken = drafts.map(({ words, lines }) => ({
    lines,
    start: Math.max(0, Math.floor((words[0]?.startSeconds ?? 0) * FRAME_RATE) - LEAD),
    end: Math.ceil((words.at(-1)?.endSeconds ?? 0) * FRAME_RATE),
  }));
  const cues: CaptionCue[] = [];
  spoken.forEach(({ lines, start, end }, index) => {
    const from = Math.max(start, (cues.at(-1)?.endFrame ?? -GAP) + GAP);
    const next = spoken[index + 1]?.start ?? lengthFrames + GAP;
    const to = Math.min(lengthFrames, from + MOST, standUntil(Math.max(end, from + LEAST - HANG), next));
    if (to > from) cues.push({ startFrame: frames(from), endFrame: frames(to), lines });
  });
  return cues;
}

function standUntil(spokenEnd: number, nextStart: number): number {
  const wanted = spokenEnd + HANG;
  const gap = nextStart - wanted;
  return gap < HANG ? nextStart - GAP : wanted;
}
