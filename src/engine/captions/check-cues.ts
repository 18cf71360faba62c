import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import { missingLetters } from '../graphics/text-width.ts';
import type { FontName } from '../graphics/typeface.ts';
import type { CaptionCue } from './cue.ts';
import { MOST_CHARACTERS, MOST_CUES } from './normalise-text.ts';
import { hasLongNumber } from './spoken-number.ts';
import { type CaptionRoom, lineFits } from './wrap-caption.ts';

/** What may be wrong with a cue. `number` (a phone or Aadhaar number would go on air) and `unknown-letter` block sending. */
export type CueFault =
  | 'too-fast'
  | 'too-short'
  | 'too-long'
  | 'too-wide'
  | 'outside'
  | 'overlap'
  | 'number'
  | 'unknown-letter'
  | 'too-much-text'
  | 'too-many-cues';

export interface CueFinding {
  /** Index of the cue. */
  readonly cue: number;
  readonly fault: CueFault;
  readonly blocks: boolean;
}

/** What cues are checked against. */
export interface CueGround {
  readonly lengthFrames: Frames;
  readonly room: CaptionRoom;
  readonly font: FontName;
}

// Netflix for Hindi warns at 22 code points a second; we warn before, at 18.
const FAST = 18;
const SHORT_FRAMES = 21;
const LONG_FRAMES = 175;
const BLOCKING: ReadonlySet<CueFault> = new Set(['number', 'unknown-letter', 'too-much-text', 'too-many-cues']);

/** All findings, in the order of the cues. */
export function checkCues(cues: readonly CaptionCue[], ground: CueGround): CueFinding[] {
  return cues.flatMap((cue, index) =>
    faultsOf(cue, cues[index + 1], ground)
      .concat(index === MOST_CUES ? ['too-many-cues'] : [])
      .map((fault) => ({ cue: index, fault, blocks: BLOCKING.has(fault) })),
  );
}

function faultsOf(cue: CaptionCue, next: CaptionCue | undefined, ground: CueGround): CueFault[] {
  const text = cue.lines.join(' ');
  const length = cue.endFrame - cue.startFrame;
  const speed = ([...text].length / Math.max(1, length)) * FRAME_RATE;
  const { room } = ground;
  const wide = cue.lines.some((line) => !lineFits(line, room));
  const faults: [boolean, CueFault][] = [
    [speed > FAST, 'too-fast'],
    [length < SHORT_FRAMES, 'too-short'],
    [length > LONG_FRAMES, 'too-long'],
    [wide || cue.lines.length > 2, 'too-wide'],
    [cue.endFrame > ground.lengthFrames, 'outside'],
    [next !== undefined && next.startFrame < cue.endFrame, 'overlap'],
    [hasLongNumber(text), 'number'],
    [missingLetters(ground.font, text).length > 0, 'unknown-letter'],
    [text.length > MOST_CHARACTERS, 'too-much-text'],
  ];
  return faults.filter(([holds]) => holds).map(([, fault]) => fault);
}
