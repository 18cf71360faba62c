import { eq } from 'drizzle-orm';
import type { Change } from '../../kernel/catalogue.ts';
import { cuts } from './spots.table.ts';

/** Keeps an approved cut off the air, or lets it run again; its approval, number and bytes stay as they are. */
export function setCutRecalled(change: Change, cutId: string, isRecalled: boolean): void {
  const recalledAt = isRecalled ? change.at.toISOString() : null;
  change.rows.update(cuts).set({ recalledAt }).where(eq(cuts.id, cutId)).run();
}
