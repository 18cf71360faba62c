import { z } from 'zod';

const face = z.object({
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  mouthLine: z.number(),
  eyesOpen: z.number(),
  lipsApart: z.number(),
  /** Missing where it was kept before it was measured. */
  turned: z.number().optional(),
  score: z.number(),
});

/** What was seen of a clip, as it is kept: everything by which a film is framed and laid out again. */
export const keptSight = z.object({
  poor: z.array(
    z.object({
      fromFrame: z.number(),
      toFrame: z.number(),
      why: z.enum(['black', 'covered', 'frozen', 'blurred', 'shaky']),
    }),
  ),
  looks: z.array(
    z.object({
      atFrame: z.number(),
      detail: z.number(),
      face: face.nullable(),
      others: z.array(face).readonly().optional(),
    }),
  ),
  needs: z.array(z.enum(['steadier', 'cleaner', 'brighter', 'darker'])),
  /** What the needs were judged by; missing where it was kept before that. */
  measured: z
    .object({
      shake: z.number().optional(),
      noise: z.number().optional(),
      light: z.number(),
      highlight: z.number(),
      bright: z.number(),
      faceLight: z.number().optional(),
    })
    .optional(),
  lies: z.literal([90, 180, 270]).optional(),
});
