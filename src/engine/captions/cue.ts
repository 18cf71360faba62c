import type { Frames } from '../../kernel/frames.ts';

/** One caption on screen: from `startFrame` up to, not including, `endFrame`, counted from the film's first frame. */
export interface CaptionCue {
  readonly startFrame: Frames;
  readonly endFrame: Frames;
  /** One or two lines, top first; plain text, NFC. */
  readonly lines: readonly string[];
}
