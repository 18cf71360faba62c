import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import type { CaptionCue } from './cue.ts';
import { splitIntoCues } from './split-into-cues.ts';
import { evenlySpoken, type TimedWord } from './timed-word.ts';
import { type CaptionRoom, lineFits, wrapCaption } from './wrap-caption.ts';

/**
 * Cues of another program as this look can show them: lines that fit stay as they are, others are broken anew, and a text
 * too long for two lines becomes several cues that share its time.
 */
export function fitCues(cues: readonly CaptionCue[], room: CaptionRoom): CaptionCue[] {
  return cues.flatMap((cue) => (fits(cue.lines, room) ? [cue] : fitCue(cue, room)));
}

function fits(lines: readonly string[], room: CaptionRoom): boolean {
  return lines.length <= (room.maxLines ?? 2) && lines.every((line) => lineFits(line, room));
}

function fitCue(cue: CaptionCue, room: CaptionRoom): CaptionCue[] {
  const text = cue.lines.join(' ');
  const whole = wrapCaption(text, room);
  if (whole.fits) return [{ ...cue, lines: whole.lines }];
  const words = stretched(evenlySpoken(text), (cue.endFrame - cue.startFrame) / FRAME_RATE);
  const drafts = splitIntoCues(words, room);
  const starts = drafts.map((draft) => cue.startFrame + Math.round((draft.words[0]?.startSeconds ?? 0) * FRAME_RATE));
  return drafts.flatMap(({ lines }, index) => {
    const [from, to] = [starts[index] ?? cue.startFrame, starts[index + 1] ?? cue.endFrame];
    return to > from ? [{ startFrame: frames(from), endFrame: frames(to), lines }] : [];
  });
}

function stretched(words: readonly TimedWord[], seconds: number): TimedWord[] {
  const factor = seconds / (words.at(-1)?.endSeconds || 1);
  return words.map((word) => ({
    ...word,
    startSeconds: word.startSeconds * factor,
    endSeconds: word.endSeconds * factor,
  }));
}
