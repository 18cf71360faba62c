import { z } from 'zod';
import { FRAMINGS } from '../../engine/film/framing.ts';
import { HELPS } from '../../engine/film/shot-helps.ts';
import { LOOK_NAMES } from '../../engine/graphics/look-names.ts';
import { MUSIC_CHOICES } from '../../engine/music/bed-names.ts';
import { endCardFrames } from '../../kernel/film-length.ts';
import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';

/** The lengths that a spot may be cut to, in seconds with opening and end card (product: cut). */
export const CUT_LENGTHS = [10, 15, 20, 30, 40, 60] as const;

export const LOOKS = LOOK_NAMES;

const frame = z
  .number()
  .int()
  .min(0)
  .max(FRAME_RATE * 1800)
  .transform((n): Frames => frames(n));
const line = z.string().trim().normalize().max(200);
// A letter of Hindi may be four characters and more; how many letters a film holds, `editSpot` says.
const said = z.string().trim().normalize().max(320);

const cue = z
  .object({ startFrame: frame, endFrame: frame, text: line.min(1) })
  .strict()
  .refine((c) => c.endFrame > c.startFrame, { error: 'a caption ends after it starts' });

const cut = z
  .object({
    lengthSeconds: z.literal(CUT_LENGTHS),
    fromFrame: frame,
    /** Where the story ends, when that is before the body is full: the end card stands so much longer. */
    toFrame: frame.optional(),
    /** Where the sound ends, when that is before the picture: the next sentence begins there and is not in the spot. */
    voiceToFrame: frame.optional(),
  })
  .strict()
  .refine(endsInside, { error: 'a cut ends within its body, and its sound within its picture' });

/**
 * The story as people edit it. A caption's words are one text: its lines are broken anew for each picture, save where a
 * person put a line break. Frames of cues and cuts count in the clip at 25 a second, so a caption keeps its place on
 * the voice when a cut moves. Each cut takes its body from `fromFrame`; its length less the end card says how much.
 */
export const spotDocument = z
  .object({
    name: said.min(1),
    /** What the lower third may say of the place, longest first: staff write the first, the district is added. */
    village: said,
    scheme: z.string().regex(/^[A-Z]{3}$/),
    /** One line "what changed in life"; the lower third's third row. */
    benefit: line.max(120),
    cues: z.array(cue).max(500),
    cuts: z.array(cut).min(1).max(CUT_LENGTHS.length).refine(differentLengths, { error: 'each length once' }),
    look: z.enum(LOOKS),
    /** The bed under the voice; missing in documents from before there were any: none. */
    music: z.enum(MUSIC_CHOICES).optional(),
    /** What the big figure says (₹1,20,000 मिले · पक्का घर बना); empty or missing: there is none. */
    figure: line.max(80).optional(),
    language: z.enum(['hi', 'en']),
    /** Which part of the clip films show that have no room for all of it; missing: round the face. */
    framing: z.enum(FRAMINGS).optional(),
    /** What is switched on for the picture; missing: nothing. */
    helps: z.array(z.enum(HELPS)).max(HELPS.length).refine(noneTwice, { error: 'each help once' }).optional(),
  })
  .strict();
export type SpotDocument = z.infer<typeof spotDocument>;

export type CutOrder = SpotDocument['cuts'][number];

/** The frames of the clip that a cut may show before its end card. */
export function bodyFrames(lengthSeconds: number): Frames {
  const length = lengthSeconds * FRAME_RATE;
  return frames(length - endCardFrames(length));
}

interface CutBounds {
  readonly lengthSeconds: number;
  readonly fromFrame: number;
  readonly toFrame?: number | undefined;
  readonly voiceToFrame?: number | undefined;
}

/** Where a cut's story ends in the clip. */
export function cutEnd({ lengthSeconds, fromFrame, toFrame }: CutBounds): Frames {
  return frames(toFrame ?? fromFrame + bodyFrames(lengthSeconds));
}

function endsInside(bounds: CutBounds): boolean {
  const { lengthSeconds, fromFrame, voiceToFrame } = bounds;
  const end = cutEnd(bounds);
  const voice = voiceToFrame ?? end;
  return end > fromFrame && end <= fromFrame + bodyFrames(lengthSeconds) && voice > fromFrame && voice <= end;
}

function differentLengths(cuts: readonly { lengthSeconds: number }[]): boolean {
  return new Set(cuts.map((c) => c.lengthSeconds)).size === cuts.length;
}

function noneTwice(words: readonly string[]): boolean {
  return new Set(words).size === words.length;
}

/** Whole frames at 25 that a checked clip holds; a part of a frame at the end is not one. */
export function clipFrames(clip: { facts: { durationSeconds: number } | undefined }): Frames {
  return frames(Math.floor((clip.facts?.durationSeconds ?? 0) * FRAME_RATE));
}
