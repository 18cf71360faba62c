import { z } from 'zod';
import { SOUND_FAULTS } from '../decide-voice.ts';

/** A stretch of the film up to, not including, `toFrame`, and the hash of all that its pictures are drawn from. */
const keyedSpan = z.object({ toFrame: z.int().positive(), key: z.string() });
export type KeyedSpan = Readonly<z.infer<typeof keyedSpan>>;

/** What one finished file was made of: kept with it, so that the next version makes only what became different. */
export const madeOf = z.object({
  /** From the film's first frame to its last, without gaps. */
  pictures: z.array(keyedSpan).min(1),
  /** Hash of all between the drawn pictures and the file: raster, encoder, wrapper. */
  encoder: z.string(),
  sound: z.object({
    /** Hash of all that the mix and its loudness are made from. */
    key: z.string(),
    voice: z.enum(['voice', 'quiet']),
    faults: z.array(z.enum(SOUND_FAULTS)),
  }),
  /** The master in little (witness.gray), base64. */
  witness: z.string(),
});

export type MadeOf = Readonly<z.infer<typeof madeOf>>;
