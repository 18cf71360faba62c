import { type Frames, frames } from '../../kernel/frames.ts';
import type { CaptionCue } from '../captions/cue.ts';
import { readFigure } from '../graphics/figure-text.ts';
import type { Span } from '../graphics/film-times.ts';
import { SHORTEST_CUE } from './place-captions.ts';

/** When the quote's number is said: the start of the first caption that holds it; undefined when none does. */
export function spokenAt(quote: string | undefined, cues: readonly CaptionCue[]): Frames | undefined {
  const said = quote ? readFigure(quote) : undefined;
  if (!said?.number) return undefined;
  const wanted = digitsOf(said.number);
  return cues.find((cue) => wordsOf(cue).some((word) => digitsOf(word) === wanted))?.startFrame;
}

function wordsOf({ lines }: CaptionCue): string[] {
  return lines.join(' ').split(' ');
}

// ₹1,20,000 is said and written as 1,20,000 रुपये too.
function digitsOf(text: string): string {
  return text.replace(/\D/gu, '') || text;
}

/** Captions as they are burned: while the figure stands there is none. What is left of one beside it must be readable. */
export function outsideFigure(cues: readonly CaptionCue[], figure: Span | undefined): CaptionCue[] {
  if (!figure) return [...cues];
  const { startFrame, endFrame } = figure;
  return cues.flatMap((cue) => {
    if (cue.endFrame <= startFrame || cue.startFrame >= endFrame) return [cue];
    const before = { ...cue, endFrame: frames(Math.min(cue.endFrame, startFrame)) };
    const after = { ...cue, startFrame: frames(Math.max(cue.startFrame, endFrame)) };
    return [before, after].filter((part) => part.endFrame - part.startFrame >= SHORTEST_CUE);
  });
}

/** Captions for files beside the film: all of them, each with the lines that it is burned with. */
export function brokenAsBurned(cues: readonly CaptionCue[], burned: readonly CaptionCue[]): CaptionCue[] {
  const wordsOfOne = ({ lines }: CaptionCue) => lines.join(' ');
  return cues.map((cue) => {
    const same = burned.find(
      (one) => one.startFrame < cue.endFrame && one.endFrame > cue.startFrame && wordsOfOne(one) === wordsOfOne(cue),
    );
    return same ? { ...cue, lines: same.lines } : cue;
  });
}
