import { eq } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { getAsRun } from './airing.store.ts';
import { asRuns } from './airing.table.ts';

/** Takes a whole import back; its rows stay for the trail. Twice is once. Throws NotFoundError out of reach. */
export function undoAsRun(
  { catalogue }: { readonly catalogue: Catalogue },
  by: { readonly id: string; readonly districts: readonly string[] },
  asRunId: string,
): void {
  if (getAsRun(catalogue.rows, by, asRunId).undoneAt) return;
  catalogue.change(({ rows, at, audit }) => {
    rows.update(asRuns).set({ undoneAt: at.toISOString() }).where(eq(asRuns.id, asRunId)).run();
    audit({ actor: by.id, act: 'asrun.undo', subject: asRunId });
  });
}
