import { FRAME_RATE } from '../../kernel/frames.ts';
import type { CaptionCue } from '../captions/cue.ts';
import { lineFits } from '../captions/wrap-caption.ts';
import type { FilmExpectation } from './film-expectation.ts';
import { notExpected, type QcCheck } from './qc-report.ts';

/** Every caption lies in the film, before the end card, in the safe area, and none overlaps the next. */
export function judgeCaptions({ cues, frames, endCardFrame, room }: FilmExpectation): QcCheck {
  const id = 'captions-inside';
  const end = endCardFrame ?? frames;
  if (cues === undefined || end === undefined) return notExpected(id, 'captions and frames of the order');
  const outside = cues.filter((cue, index) => isOutside(cue, cues[index - 1], end));
  const wide = room ? cues.filter(({ lines }) => lines.length > 2 || lines.some((line) => !lineFits(line, room))) : [];
  const first = [...outside, ...wide].toSorted((a, b) => a.startFrame - b.startFrame)[0];
  return {
    id,
    measured: `${outside.length} of ${cues.length} outside, ${wide.length} too wide`,
    limit: `all in frames 0–${end} and in the safe area`,
    passed: first === undefined,
    ...(first ? { at: first.startFrame / FRAME_RATE } : {}),
  };
}

function isOutside(cue: CaptionCue, before: CaptionCue | undefined, end: number): boolean {
  return cue.endFrame <= cue.startFrame || cue.endFrame > end || cue.startFrame < (before?.endFrame ?? 0);
}
