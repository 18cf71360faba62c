import { z } from 'zod';
import { FRAME_RATE, type Frames, frames } from '../../../kernel/frames.ts';

// Whole groups of 12 and of 25 pictures, and whole frames of Layer II sound (24 ms), so that the programme's own groups and
// frames follow as they are.
const HEAD_STEP = 12;
const TAIL_STEP = 3;

const whole = z.int().positive();

/** What stands around a programme in a file with slate, in whole seconds: bars and tone, card with a clock, black · black. */
export const slateLayout = z
  .strictObject({
    barsSeconds: whole,
    /** Over the bars, a steady sine; its peaks stand at `dbfs` (EBU R68: −18). */
    tone: z.strictObject({ hertz: whole.max(12_000), dbfs: z.number().min(-40).max(-9) }),
    /** The card: a picture a second, counting down to the programme. */
    cardSeconds: whole.min(4),
    /** Between card and programme. */
    blackSeconds: whole,
    /** Black behind the programme. */
    tailSeconds: whole,
  })
  .refine((layout) => headSeconds(layout) % HEAD_STEP === 0, {
    message: `bars, card and black together last a multiple of ${HEAD_STEP} s`,
  })
  .refine((layout) => layout.tailSeconds % TAIL_STEP === 0, {
    path: ['tailSeconds'],
    message: `a multiple of ${TAIL_STEP} s`,
  });

export type SlateLayout = Readonly<z.infer<typeof slateLayout>>;

interface Durations {
  readonly barsSeconds: number;
  readonly cardSeconds: number;
  readonly blackSeconds: number;
}

/** From the file's first picture to the programme's. */
export function headSeconds({ barsSeconds, cardSeconds, blackSeconds }: Durations): number {
  return barsSeconds + cardSeconds + blackSeconds;
}

/** As much of a preset as says whether a slate stands round its film. */
interface Slated {
  readonly slate?: SlateLayout | undefined;
  readonly slated?: true | undefined;
}

/** Frames before and behind the programme of a file of this preset: none where nobody asked for a slate. */
export function framesAround(preset: Slated): {
  readonly head: Frames;
  readonly tail: Frames;
} {
  const layout = preset.slated ? slateOf(preset) : undefined;
  const inFrames = (secs: number) => frames(secs * FRAME_RATE);
  return { head: inFrames(layout ? headSeconds(layout) : 0), tail: inFrames(layout?.tailSeconds ?? 0) };
}

/** How long the film itself is in a file of so many pictures (s). */
export function programmeSeconds(preset: Slated, pictures: number): number {
  const { head, tail } = framesAround(preset);
  return (pictures - head - tail) / FRAME_RATE;
}

/** The layout of a preset that has one; throws a programmer's error for a web file. */
export function slateOf({ slate }: Slated): SlateLayout {
  if (!slate) throw new Error('a preset that is never slated');
  return slate;
}
