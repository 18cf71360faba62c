import { z } from 'zod';
import type { VoicedSpan } from '../engine/captions/voiced-spans.ts';
import type { HeardClip } from '../engine/film/compose-spot.ts';
import type { FilmWarning } from '../engine/film/film-warning.ts';
import { keptSight } from '../engine/senses/kept-sight.ts';
import { type Frames, frames } from '../kernel/frames.ts';

const run = z.object({ fromFrame: z.number(), toFrame: z.number() });
const source = z.object({
  sha256: z.string(),
  demuxer: z.string(),
  videoStreamIndex: z.int(),
  picture: z.object({
    width: z.int(),
    height: z.int(),
    pixelAspect: z.object({ num: z.int(), den: z.int() }),
    rotation: z.literal([0, 90, 180, 270]),
    mirrored: z.boolean().default(false),
  }),
  colour: z.object({
    light: z.enum(['sdr', 'hlg', 'pq']),
    matrix: z.enum(['bt709', 'bt601', 'bt2020']),
    primaries: z.enum(['bt709', 'bt2020']),
    range: z.enum(['tv', 'full']),
  }),
  fields: z.enum(['top-first', 'bottom-first']).optional(),
  picturesPerSecond: z.number(),
  sound: z.object({ streamIndex: z.int(), channels: z.int() }).optional(),
});

/** All that was found out about a clip by its bytes alone: the same for the same bytes, wherever they lie. */
export const heardFile = z.object({
  source,
  clipFrames: z.int().min(0),
  speech: z.array(run),
  sight: keptSight.extend({ faceless: z.boolean().default(false) }),
  voice: z.array(z.object({ fromSeconds: z.number(), toSeconds: z.number() })),
  warnings: z.array(
    z.object({
      code: z.string(),
      user: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
    }),
  ),
});
export type HeardFile = z.infer<typeof heardFile>;

/** A clip as it was heard and seen. */
export interface ToldClip {
  readonly clip: HeardClip & { readonly clipFrames: Frames };
  readonly voice: readonly VoicedSpan[];
  readonly warnings: readonly FilmWarning[];
}

/** What is kept of it: plain data, without the place where the clip lay. */
export function keepHeard({ clip, voice, warnings }: ToldClip): HeardFile {
  return heardFile.parse(JSON.parse(JSON.stringify({ ...clip, voice, warnings })));
}

/** The clip at `path` as it was heard before. */
export function recallHeard({ voice, warnings, ...heard }: HeardFile, path: string): ToldClip {
  const { fields, sound, ...rest } = heard.source;
  const known = { ...rest, path, fields, sound };
  return { clip: { ...heard, source: known, clipFrames: frames(heard.clipFrames) }, voice, warnings };
}
