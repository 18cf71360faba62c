import { and, asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Rows } from '../../kernel/catalogue.ts';
import { type Frames, frames } from '../../kernel/frames.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { channels, operators } from './directory.table.ts';
import { FILE_NAMES } from './file-names.ts';

const operatorSettings = z.object({
  names: z.object({ hi: z.string(), en: z.string() }),
  /** Delivery presets and playlist dialects that the operator's machine reads. */
  delivery: z.array(z.string()).min(1),
  playlists: z.array(z.string()).min(1),
  /** Operators of before this choice have whole house numbers. */
  fileNames: z.enum(FILE_NAMES).default('house'),
});

const adBreak = z.object({
  id: z.string(),
  at: z.string(),
  lengthFrames: z.number().transform((n): Frames => frames(n)),
  daypart: z.string(),
});
export type AdBreak = z.infer<typeof adBreak>;

export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly phone: string | null;
  readonly active: boolean;
  readonly example: boolean;
  readonly version: number;
  readonly settings: z.infer<typeof operatorSettings>;
}

export interface Channel {
  readonly id: string;
  readonly operatorId: string;
  readonly name: string;
  readonly district: string;
  readonly tags: readonly string[];
  readonly breaks: readonly AdBreak[];
  readonly version: number;
}

export function findOperator(rows: Rows, id: string): Operator | undefined {
  const row = rows.select().from(operators).where(eq(operators.id, id)).get();
  return row && toOperator(row);
}

/** Throws NotFoundError when unknown or out of the asker's reach. */
export function getOperator(rows: Rows, asker: { districts: readonly string[] }, id: string): Operator {
  const operator = findOperator(rows, id);
  if (!operator || !asker.districts.includes(operator.district)) throw new NotFoundError('operator');
  return operator;
}

/** Active operators of these districts, by name. */
export function listOperators(rows: Rows, inDistricts: readonly string[]): Operator[] {
  const where = and(inArray(operators.district, [...inDistricts]), eq(operators.active, true));
  return rows.select().from(operators).where(where).orderBy(asc(operators.name)).all().map(toOperator);
}

/** Active channels of these operators, by id. */
export function listChannels(rows: Rows, operatorIds: readonly string[]): Channel[] {
  const where = and(inArray(channels.operatorId, [...operatorIds]), eq(channels.active, true));
  return rows.select().from(channels).where(where).orderBy(asc(channels.id)).all().map(toChannel);
}

export function findChannel(rows: Rows, id: string): Channel | undefined {
  const row = rows.select().from(channels).where(eq(channels.id, id)).get();
  return row && toChannel(row);
}

function toOperator(row: typeof operators.$inferSelect): Operator {
  return { ...row, settings: operatorSettings.parse(JSON.parse(row.settings)) };
}

function toChannel({ id, operatorId, name, district, tags, breaks, version }: typeof channels.$inferSelect): Channel {
  return {
    id,
    operatorId,
    name,
    district,
    version,
    tags: z.array(z.string()).parse(JSON.parse(tags)),
    breaks: z.array(adBreak).parse(JSON.parse(breaks)),
  };
}
