import type { FieldsSeen } from './weigh-fields.ts';

/** What a film's pictures are: woven of two moments with one field first, or whole. */
export type FieldVerdict = 'top-first' | 'bottom-first' | 'whole';

// Noise deceives a detector of fields now and then; a fault of fields shows in nearly every picture that moves.
const MOST_DECEIVED = 0.1;
// Fine patterns look like fields too, but of both orders alike.
const ONE_WAY = 4;
// Of fewer pictures than a fifth of a second nobody sees the judder.
const LEAST_SEEN = 5;

/** The one rule for clips and for finished films; undefined where the pictures tell too little, or speak for both orders. */
export function decideFields({ top, bottom, progressive }: FieldsSeen): FieldVerdict | undefined {
  const all = top + bottom + progressive;
  const leans = (one: number, other: number) => one >= LEAST_SEEN && one > all * MOST_DECEIVED && one > ONE_WAY * other;
  if (leans(top, bottom)) return 'top-first';
  if (leans(bottom, top)) return 'bottom-first';
  return progressive >= LEAST_SEEN && top + bottom <= all * MOST_DECEIVED ? 'whole' : undefined;
}
