import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { keptSight } from '../../engine/senses/kept-sight.ts';
import type { Change, Rows } from '../../kernel/catalogue.ts';
import { spots } from './spots.table.ts';

const note = z.object({
  code: z.string(),
  user: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const spotSight = keptSight.extend({
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
