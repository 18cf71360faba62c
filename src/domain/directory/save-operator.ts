import { eq } from 'drizzle-orm';
import type { Catalogue, Change } from '../../kernel/catalogue.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { allow, type Decision, decided } from '../../kernel/refusal.ts';
import { channels, operators } from './directory.table.ts';
import { findOperator, getOperator } from './operator.store.ts';
import type { ImportedChannel, ImportedOperator } from './read-operator-csv.ts';
import { taken } from './taken.ts';

interface Parts {
  readonly catalogue: Catalogue;
}

/** Who changes: an administrator with the districts in their reach. */
interface By {
  readonly id: string;
  readonly districts: readonly string[];
}

/** Changes an operator of the version that was read (StaleVersionError otherwise, NotFoundError out of reach), or adds one. */
export function saveOperator(
  { catalogue }: Parts,
  by: By,
  operator: ImportedOperator,
  version: number | undefined,
): Decision<void> {
  if (version === undefined) return allOrNothing(catalogue, [operator], (change, one) => addOperator(change, by, one));
  return catalogue.change((change) => {
    const there = getOperator(change.rows, by, operator.id);
    if (there.version !== version) throw new StaleVersionError(there.version);
    if (!by.districts.includes(operator.district)) throw new NotFoundError('district');
    change.rows
      .update(operators)
      .set({ ...operatorValues(operator), version: version + 1 })
      .where(eq(operators.id, operator.id))
      .run();
    change.audit({ actor: by.id, act: 'operator.edit', subject: operator.id, detail: { version: version + 1 } });
    return allow(undefined);
  });
}

/** As saveOperator, for a channel of an operator in reach. */
export function saveChannel(
  { catalogue }: Parts,
  by: By,
  channel: ImportedChannel,
  version: number | undefined,
): Decision<void> {
  if (version === undefined) return allOrNothing(catalogue, [channel], (change, one) => addChannel(change, by, one));
  return catalogue.change((change) => {
    getOperator(change.rows, by, channel.operatorId);
    const there = change.rows.select().from(channels).where(eq(channels.id, channel.id)).get();
    if (there?.operatorId !== channel.operatorId) throw new NotFoundError('channel');
    if (there.version !== version) throw new StaleVersionError(there.version);
    change.rows
      .update(channels)
      .set({ ...channelValues(channel), version: version + 1 })
      .where(eq(channels.id, channel.id))
      .run();
    change.audit({ actor: by.id, act: 'channel.edit', subject: channel.id, detail: { version: version + 1 } });
    return allow(undefined);
  });
}

/** Adds all operators or, when one of them cannot be added, none, with the reason. */
export function importOperators({ catalogue }: Parts, by: By, list: readonly ImportedOperator[]): Decision<void> {
  return allOrNothing(catalogue, list, (change, operator) => addOperator(change, by, operator));
}

/** As importOperators, for channels of operators that are there. */
export function importChannels({ catalogue }: Parts, by: By, list: readonly ImportedChannel[]): Decision<void> {
  return allOrNothing(catalogue, list, (change, channel) => addChannel(change, by, channel));
}

function allOrNothing<T>(
  catalogue: Catalogue,
  list: readonly T[],
  add: (change: Change, one: T) => void,
): Decision<void> {
  return decided(() =>
    catalogue.change((change) => {
      for (const one of list) add(change, one);
    }),
  );
}

function addOperator({ rows, at, audit }: Change, by: By, operator: ImportedOperator): void {
  if (!by.districts.includes(operator.district)) throw new NotFoundError('district');
  if (findOperator(rows, operator.id)) throw taken(operator.id);
  const { id } = operator;
  rows
    .insert(operators)
    .values({ id, ...operatorValues(operator), createdAt: at.toISOString() })
    .run();
  audit({ actor: by.id, act: 'operator.add', subject: id, detail: { district: operator.district } });
}

function addChannel({ rows, audit }: Change, by: By, channel: ImportedChannel): void {
  getOperator(rows, by, channel.operatorId);
  const { id, operatorId } = channel;
  if (rows.select().from(channels).where(eq(channels.id, id)).get()) throw taken(id);
  rows
    .insert(channels)
    .values({ id, operatorId, ...channelValues(channel) })
    .run();
  audit({ actor: by.id, act: 'channel.add', subject: id, detail: { operatorId } });
}

function operatorValues({ names, district, phone, delivery, playlists, fileNames = 'house' }: ImportedOperator) {
  const settings = JSON.stringify({ names, delivery, playlists, fileNames });
  return { name: names.hi, district, phone: phone ?? null, settings };
}

function channelValues({ name, district, tags, breaks }: ImportedChannel) {
  return { name, district, tags: JSON.stringify(tags), breaks: JSON.stringify(breaks) };
}
