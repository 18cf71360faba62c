import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { missingLetters } from '../graphics/text-width.ts';
import type { FontName } from '../graphics/typeface.ts';
import type { CaptionCue } from './cue.ts';
import { MOST_CHARACTERS, MOST_CUES } from './normalise-text.ts';
import { hasLongNumber } from './spoken-number.ts';
import { type CaptionRoom, lineFits } from './wrap-caption.ts';

/** What may be wrong with a cue: its sentence for people, and whether the film may not be sent with it. */
const FAULTS = {
  'too-fast': { user: 'captions.fault.tooFast', blocks: false },
  'too-short': { user: 'captions.fault.tooShort', blocks: false },
  'too-long': { user: 'captions.fault.tooLong', blocks: false },
  'too-wide': { user: 'captions.fault.tooWide', blocks: false },
  outside: { user: 'captions.fault.outside', blocks: false },
  overlap: { user: 'captions.fault.overlap', blocks: false },
  // Somebody's phone or Aadhaar number would go on air.
  number: { user: 'captions.fault.number', blocks: true },
  'unknown-letter': { user: 'captions.fault.unknownLetter', blocks: true },
  'too-much-text': { user: 'captions.fault.tooMuchText', blocks: true },
  'too-many-cues': { user: 'captions.fault.tooManyCues', blocks: true },
} as const;

export type CueFault = keyof typeof FAULTS;

export interface CueFinding {
  /** Index of the cue. */
  readonly cue: number;
  readonly fault: CueFault;
  /** Message key; its {n} is the cue's number from 1. */
  readonly user: string;
  readonly blocks: boolean;
}

/** What cues are checked against. */
export interface CueGround {
  /** The clip or film that the cues count in. */
  readonly lengthFrames: Frames;
  readonly room: CaptionRoom;
  readonly font: FontName;
}

// Netflix for Hindi forbids more than 22 code points a second; a slow reader is lost from 18.
const FAST = 18;
const SHORT_FRAMES = 21;
const LONG_FRAMES = 175;

/** All findings, in the order of the cues. */
export function checkCues(cues: readonly CaptionCue[], ground: CueGround): CueFinding[] {
  return cues.flatMap((cue, index) => {
    const faults = faultsOf(cue, cues[index + 1], ground);
    if (index === MOST_CUES) faults.push('too-many-cues');
    return faults.map((fault) => ({ cue: index, fault, ...FAULTS[fault] }));
  });
}

/** Why a film with these cues may not be sent; undefined when it may. */
export function canSendCues(cues: readonly CaptionCue[], ground: CueGround): Refusal | undefined {
  const found = checkCues(cues, ground).find((finding) => finding.blocks);
  if (!found) return undefined;
  const { fault, user, cue } = found;
  return { code: `captions.${fault}`, user, tech: `cue ${cue}: ${fault}`, params: { n: cue + 1 } };
}

function faultsOf(cue: CaptionCue, next: CaptionCue | undefined, ground: CueGround): CueFault[] {
  const text = cue.lines.join(' ');
  const length = cue.endFrame - cue.startFrame;
  const speed = ([...text].length / Math.max(1, length)) * FRAME_RATE;
  const wide = cue.lines.some((line) => !lineFits(line, ground.room));
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
