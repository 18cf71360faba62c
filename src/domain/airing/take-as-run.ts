import { z } from 'zod';
import type { AsRunProblem, AsRunRow } from '../../engine/asrun/asrun-document.ts';
import { keyAsRunRows, readAsRun } from '../../engine/asrun/read-asrun.ts';
import type { BlobStore } from '../../kernel/blobs.ts';
import { broadcastDayOf } from '../../kernel/broadcast-day.ts';
import { newId } from '../../kernel/ids.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import type { DeliveryParts } from '../delivery/index.ts';
import { type Channel, listChannels, type Operator } from '../directory/index.ts';
import { listKnownHashes } from './airing.store.ts';
import { asRunLines, asRuns } from './airing.table.ts';

export interface ReadLine {
  readonly row: AsRunRow;
  readonly channel: Channel;
  /** Broadcast day of its start: what runs after midnight may belong to the day before. */
  readonly day: string;
  readonly hash: string;
  /** Came with an earlier file. */
  readonly isKnown: boolean;
}

export interface ReadAsRunFile {
  readonly dialect: string;
  readonly lines: readonly ReadLine[];
  readonly problems: readonly AsRunProblem[];
}

/** A confirmation file as it would be taken: each line with its channel, or the reason why not. Writes nothing. */
export function readAsRunFile(
  { catalogue, config }: DeliveryParts,
  operator: Operator,
  bytes: Uint8Array,
): Decision<ReadAsRunFile> {
  const read = readAsRun(bytes, 'auto', { timezone: config.dayClock.timezone });
  if (!read.ok) return read;
  const channels = listChannels(catalogue.rows, [operator.id]);
  const known = listKnownHashes(
    catalogue.rows,
    channels.map((channel) => channel.id),
  );
  const keys = keyAsRunRows(read.value.rows, operator.id);
  const lines: ReadLine[] = [];
  const problems: AsRunProblem[] = [...read.value.problems];
  for (const [index, row] of read.value.rows.entries()) {
    const channel = findOwnChannel(channels, row.channel);
    const hash = keys[index] ?? '';
    const day = broadcastDayOf(new Date(row.startAt), config.dayClock);
    if (channel) lines.push({ row, channel, day, hash, isKnown: known.has(hash) });
    else problems.push(unknownChannel(row));
  }
  return allow({ dialect: read.value.dialect, lines, problems: problems.sort((a, b) => a.line - b.line) });
}

/** By id or name; a file that names none means the operator's only channel. */
function findOwnChannel(channels: readonly Channel[], word: string | undefined): Channel | undefined {
  if (word === undefined) return channels.length === 1 ? channels[0] : undefined;
  const plain = word.normalize('NFC').trim().toLowerCase();
  return channels.find(({ id, name }) => id.toLowerCase() === plain || name.normalize('NFC').toLowerCase() === plain);
}

function unknownChannel({ line, channel }: AsRunRow): AsRunProblem {
  const code = channel === undefined ? 'channel.missing' : 'channel.unknown';
  return { line, code, user: `asrun.problem.${code}`, params: { value: channel ?? '' } };
}

interface Given {
  readonly source: 'file' | 'event' | 'paper';
  /** A person's id or `operator:<id>`. */
  readonly actor: string;
}

/**
 * Takes a confirmation file: the raw bytes as they came, and each line that did not come before. The same file again
 * adds nothing. `id` is undefined when nothing was new.
 */
export async function importAsRun(
  parts: DeliveryParts & { readonly blobs: BlobStore },
  operator: Operator,
  bytes: Uint8Array,
  given: Given,
): Promise<Decision<{ id: string | undefined; added: number; known: number; problems: readonly AsRunProblem[] }>> {
  const first = readAsRunFile(parts, operator, bytes);
  if (!first.ok) return first;
  if (first.value.lines.length === 0)
    return refuse({ code: 'asrun.noRows', user: 'asrun.refused.noRows', tech: 'no line could be taken' });
  const { hash: blob } = await parts.blobs.putBytes(bytes);
  const read = readAsRunFile(parts, operator, bytes);
  if (!read.ok) return read;
  const { lines, problems, dialect } = read.value;
  const fresh = lines.filter((line) => !line.isKnown);
  const counts = { added: fresh.length, known: lines.length - fresh.length, problems };
  if (fresh.length === 0) return allow({ id: undefined, ...counts });
  return allow({ id: writeAsRun(parts, operator.id, { ...given, dialect, blob }, fresh), ...counts });
}

const event = z.strictObject({
  channel: z.string().max(100).optional(),
  house: z.string().min(1).max(200),
  startAt: z.iso.datetime({ offset: true }),
  lengthSeconds: z.number().positive().max(86_400).optional(),
  status: z.enum(['aired', 'failed', 'unknown']).default('aired'),
});

/** One play as a machine posts it; posted twice it is one. */
export function takeAsRunEvent(parts: DeliveryParts, operator: Operator, data: unknown): Decision<{ added: number }> {
  const parsed = event.safeParse(data);
  if (!parsed.success)
    return refuse({ code: 'asrun.event', user: 'asrun.refused.event', tech: z.prettifyError(parsed.error) });
  const { channel: word, startAt, ...play } = parsed.data;
  const channels = listChannels(parts.catalogue.rows, [operator.id]);
  const channel = findOwnChannel(channels, word);
  if (!channel) {
    const code = word === undefined ? 'channel.missing' : 'channel.unknown';
    const params = { value: word ?? '' };
    return refuse({ code: `asrun.${code}`, user: `asrun.problem.${code}`, tech: `channel ${word}`, params });
  }
  const at = new Date(startAt);
  const day = broadcastDayOf(at, parts.config.dayClock);
  const raw = JSON.stringify({ startAt: at.toISOString(), ...play });
  const { lengthSeconds, ...rest } = play;
  const row: AsRunRow = {
    line: 1,
    day,
    startAt: at.toISOString(),
    raw,
    ...rest,
    ...(lengthSeconds === undefined ? {} : { lengthSeconds }),
  };
  const [hash = ''] = keyAsRunRows([row], channel.id);
  if (listKnownHashes(parts.catalogue.rows, [channel.id]).has(hash)) return allow({ added: 0 });
  const given = { source: 'event', actor: `operator:${operator.id}`, dialect: 'event', blob: null } as const;
  writeAsRun(parts, operator.id, given, [{ row, channel, day, hash, isKnown: false }]);
  return allow({ added: 1 });
}

function writeAsRun(
  { catalogue }: DeliveryParts,
  operatorId: string,
  given: Given & { readonly dialect: string; readonly blob: string | null },
  lines: readonly ReadLine[],
): string {
  const { actor, ...run } = given;
  return catalogue.change(({ rows, at, audit }) => {
    const id = newId();
    rows
      .insert(asRuns)
      .values({ id, operatorId, ...run, givenBy: actor, givenAt: at.toISOString() })
      .run();
    for (const { row, channel, day, hash } of lines) {
      const { line, startAt, house = null, title = null, lengthSeconds = null, status, raw } = row;
      const values = {
        line,
        lineHash: hash,
        channelId: channel.id,
        day,
        startAt,
        house,
        title,
        lengthSeconds,
        status,
        raw,
      };
      rows
        .insert(asRunLines)
        .values({ id: newId(), asRunId: id, ...values })
        .run();
    }
    audit({ actor, act: 'asrun.import', subject: id, detail: { operator: operatorId, lines: lines.length } });
    return id;
  });
}
