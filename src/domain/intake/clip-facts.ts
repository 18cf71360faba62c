import { z } from 'zod';
import type { FilmFacts } from '../../engine/ffmpeg/film-facts.ts';

const ratio = z.object({ num: z.number(), den: z.number() });
const said = z.string().optional();

const picture = z.object({
  index: z.number(),
  codec: z.string(),
  profile: said,
  width: z.number(),
  height: z.number(),
  sar: ratio,
  displayWidth: z.number(),
  displayHeight: z.number(),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(-90), z.literal(180)]),
  // Clips of before this was measured: taken for straight.
  mirrored: z.boolean().default(false),
  frames: z.number(),
  rate: ratio,
  fps: z.number(),
  vfr: z.boolean(),
  pixelFormat: z.string(),
  fieldOrder: z.enum(['progressive', 'tt', 'bb', 'tb', 'bt', 'unknown']),
  colour: z.object({ range: said, primaries: said, transfer: said, matrix: said }),
  hdr: z.boolean(),
  startSeconds: z.number(),
});

const sound = z.object({
  index: z.number(),
  codec: z.string(),
  channels: z.number(),
  layout: said,
  sampleRate: z.number(),
  startSeconds: z.number(),
});

/** What the gate measured on the original, and what people should know of it (message keys). */
const clipFacts = z.object({
  container: z.string(),
  demuxer: z.string(),
  durationSeconds: z.number(),
  sizeBytes: z.number(),
  picture: picture.nullable(),
  sound: sound.nullable(),
  soundTracks: z.number(),
  /** Message keys such as `clip.warn.silent`: nothing to stop for. */
  warnings: z.array(z.string()).default([]),
});
export interface ClipFacts extends FilmFacts {
  readonly warnings: readonly string[];
}

/** A clip's stored facts; throws on text that this version did not write. */
export function parseClipFacts(text: string): ClipFacts {
  const { picture: seen, sound: heard, ...rest } = clipFacts.parse(JSON.parse(text));
  return {
    ...rest,
    picture: seen && { ...seen, profile: seen.profile, colour: toColour(seen.colour) },
    sound: heard && { ...heard, layout: heard.layout },
  };
}

// JSON drops what is undefined; the engine's words have every key.
function toColour({ range, primaries, transfer, matrix }: z.infer<typeof picture>['colour']) {
  return { range, primaries, transfer, matrix };
}
