import { z } from 'zod';
import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';

/** The lengths that a spot may be cut to, in seconds with opening and end card (product: cut). */
export const CUT_LENGTHS = [10, 15, 20, 30, 40, 60] as const;

/** Looks that ship today; the others come with the Film issue. */
export const LOOKS = ['sober'] as const;

const frame = z
  .number()
  .int()
  .min(0)
  .max(FRAME_RATE * 1800)
  .transform((n): Frames => frames(n));
const line = z.string().trim().normalize().max(200);

const cue = z
  .object({ startFrame: frame, endFrame: frame, text: line.min(1) })
  .strict()
  .refine((c) => c.endFrame > c.startFrame, { error: 'a caption ends after it starts' });

const cut = z.object({ lengthSeconds: z.literal(CUT_LENGTHS), fromFrame: frame }).strict();

/**
 * The story as people edit it. A caption's words are one text: its lines are broken anew for each picture, save where a
 * person put a line break. Frames of cues and cuts count in the clip at 25 a second, so a caption keeps its place on
 * the voice when a cut moves. Each cut takes its body from `fromFrame`; its length less the end card says how much.
 */
export const spotDocument = z
  .object({
    name: line.min(1).max(120),
    /** What the lower third may say of the place, longest first: staff write the first, the district is added. */
    village: line.max(120),
    scheme: z.string().regex(/^[A-Z]{3}$/),
    /** One line "what changed in life"; the lower third's third row. */
    benefit: line.max(120),
    cues: z.array(cue).max(500),
    cuts: z.array(cut).min(1).max(CUT_LENGTHS.length).refine(differentLengths, { error: 'each length once' }),
    look: z.enum(LOOKS),
    language: z.enum(['hi', 'en']),
  })
  .strict();
export type SpotDocument = z.infer<typeof spotDocument>;

export type CutOrder = SpotDocument['cuts'][number];

// The end card stands 3 s; in a 10 s film 2 s (film looks: time).
function endCardFrames(lengthSeconds: number): Frames {
  return frames(lengthSeconds <= 10 ? 50 : 75);
}

/** The frames of the clip that a cut shows before its end card. */
export function bodyFrames(lengthSeconds: number): Frames {
  return frames(lengthSeconds * FRAME_RATE - endCardFrames(lengthSeconds));
}

function differentLengths(cuts: readonly { lengthSeconds: number }[]): boolean {
  return new Set(cuts.map((c) => c.lengthSeconds)).size === cuts.length;
}

/** Whole frames at 25 that a checked clip holds; a part of a frame at the end is not one. */
export function clipFrames(clip: { facts: { durationSeconds: number } | undefined }): Frames {
  return frames(Math.floor((clip.facts?.durationSeconds ?? 0) * FRAME_RATE));
}
