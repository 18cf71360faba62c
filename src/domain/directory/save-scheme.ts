import { eq } from 'drizzle-orm';
import { broadcastDayOf, type DayClock } from '../../kernel/broadcast-day.ts';
import type { Catalogue, Change } from '../../kernel/catalogue.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { type Decision, decided, unwrap } from '../../kernel/refusal.ts';
import { decideSchemeEdit, listChangedFields } from './decide-scheme-edit.ts';
import { schemes } from './directory.table.ts';
import type { SchemeRow } from './preset-rows.ts';
import { findScheme, type Scheme, schemeRowOf } from './scheme.store.ts';
import { taken } from './taken.ts';

interface Parts {
  readonly catalogue: Catalogue;
  readonly dayClock: DayClock;
}

export interface SchemeWish {
  readonly row: SchemeRow;
  /** No longer offered to choose from; spots that have it keep it. */
  readonly hidden: boolean;
}

/**
 * Changes a scheme of the version that was read (StaleVersionError otherwise, NotFoundError when there is none), or adds
 * one when no version is given. The code stands in house numbers: it is chosen once. From now on preset files leave the row
 * alone. Films that are made keep their bytes; what is made after this says the new words.
 */
export function saveScheme(
  { catalogue, dayClock }: Parts,
  by: { readonly id: string },
  wish: SchemeWish,
  version: number | undefined,
): Decision<{ version: number }> {
  return decided(() =>
    catalogue.change((change) => {
      const before = findScheme(change.rows, wish.row.code);
      // The office's own day: a broadcast day may begin later than midnight.
      const today = broadcastDayOf(change.at, { ...dayClock, dayStartMinutes: 0 });
      unwrap(decideSchemeEdit(before && schemeRowOf(before), wish.row, today));
      if (version === undefined) return addScheme(change, by, wish);
      if (!before) throw new NotFoundError('scheme');
      if (before.version !== version) throw new StaleVersionError(before.version);
      return editScheme(change, by, wish, before);
    }),
  );
}

function addScheme({ rows, audit }: Change, by: { readonly id: string }, { row, hidden }: SchemeWish) {
  if (findScheme(rows, row.code)) throw taken(row.code);
  rows
    .insert(schemes)
    .values({ code: row.code, data: JSON.stringify(row), edited: true, hidden })
    .run();
  audit({ actor: by.id, act: 'scheme.add', subject: row.code, detail: { helpline: row.helpline ?? null } });
  return { version: 1 };
}

function editScheme({ rows, audit }: Change, by: { readonly id: string }, wish: SchemeWish, before: Scheme) {
  const { row, hidden } = wish;
  const version = before.version + 1;
  rows
    .update(schemes)
    .set({ data: JSON.stringify(row), edited: true, hidden, version })
    .where(eq(schemes.code, row.code))
    .run();
  const changed = listChangedFields(schemeRowOf(before), row);
  if (hidden !== before.hidden) changed.push('hidden');
  const helpline = changed.includes('helpline') && {
    helplineWas: before.helpline ?? null,
    helpline: row.helpline ?? null,
  };
  const detail = { version, changed: changed.join(' '), ...helpline };
  audit({ actor: by.id, act: 'scheme.edit', subject: row.code, detail });
  return { version };
}
