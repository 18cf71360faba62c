import { inArray } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { channels } from '../directory/directory.table.ts';
import { listFetchesOfCut } from './fetches.store.ts';
import { listPositionsOfCut } from './planned.store.ts';

/** Operators that fetched bytes of the cut or had it in a released list, pulled since or not. */
export function listHolders(rows: Rows, cutId: string): string[] {
  const told = [...new Set(listPositionsOfCut(rows, cutId).map((position) => position.channelId))];
  const planned = rows
    .selectDistinct({ operatorId: channels.operatorId })
    .from(channels)
    .where(inArray(channels.id, told))
    .all();
  return [...new Set([...listFetchesOfCut(rows, cutId), ...planned].map((one) => one.operatorId))].sort();
}
