import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Change, Rows } from '../../kernel/catalogue.ts';
import { spots } from './spots.table.ts';

const face = z.object({
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  mouthLine: z.number(),
  eyesOpen: z.number(),
  lipsApart: z.number(),
  /** Missing on spots of before it was measured. */
  turned: z.number().optional(),
  score: z.number(),
});

const note = z.object({
  code: z.string(),
  user: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const spotSight = z.object({
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
  /** What the needs were judged by; missing on spots of before it was kept. */
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
  /** Why the draft is what it is: message keys with their values, the weightiest first. */
  why: z.array(note),
  /** The frame that the draft chose as its beginning: `why` holds for that part alone. */
  from: z.number(),
});

/** What was seen of a spot's clip, and why its first part was chosen. */
export type SpotSight = z.infer<typeof spotSight>;

/** undefined for a spot that was drafted before anybody looked, or whose clip was swapped. */
export function findSpotSight(rows: Rows, spotId: string): SpotSight | undefined {
  const seen = rows.select({ seen: spots.seen }).from(spots).where(eq(spots.id, spotId)).get()?.seen;
  return seen ? spotSight.parse(JSON.parse(seen)) : undefined;
}

export function putSpotSight(change: Change, spotId: string, sight: SpotSight | undefined): void {
  const seen = sight ? JSON.stringify(spotSight.parse(sight)) : null;
  change.rows.update(spots).set({ seen }).where(eq(spots.id, spotId)).run();
}
