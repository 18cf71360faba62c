import { z } from 'zod';
import { parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';

const text = z.string().min(1).max(500);

/** A file name with folders at most: no way up, no root, no drive, nothing that a shell or a player reads otherwise. */
const file = text.refine((name) => isPlainPath(name), 'not a plain relative file name');

const cut = z.object({
  title: text,
  titleLatin: z.string().max(500).optional(),
  lengthFrames: z.int().positive(),
  file,
  bytes: z.int().nonnegative().optional(),
  md5: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

const position = z.object({
  break: text,
  position: z.int().positive(),
  at: z.string().regex(/^\d{2}:[0-5]\d:[0-5]\d:([01]\d|2[0-4])$/, 'not a time code HH:MM:SS:FF at 25 frames'),
  cut: text,
  flight: text.nullish(),
  lengthFrames: z.int().positive(),
});

/** LOG.json of interfaces.md: one channel's day with the films it names; every playlist is written from this alone. */
export const logDocument = z.object({
  operator: z.object({ id: text, name: z.string() }),
  channel: z.object({ id: text, name: z.string(), network: z.int().optional(), headend: z.int().optional() }),
  day: z.string().refine((day) => parseBroadcastDay(day) !== undefined, 'not a day (YYYY-MM-DD)'),
  positions: z.array(position),
  cuts: z.record(text, cut),
});

export type LogDocument = z.output<typeof logDocument>;
export type LogFilm = LogDocument['cuts'][string];

/** One line of a playlist: a position with its film. */
export interface PlaylistItem extends Readonly<LogDocument['positions'][number]> {
  readonly film: LogFilm;
}

export function parseLogDocument(data: unknown): Decision<LogDocument> {
  const parsed = logDocument.safeParse(data);
  if (!parsed.success) {
    return refuseLog(parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`));
  }
  const { positions, cuts } = parsed.data;
  const unknown = positions.filter((one) => !Object.hasOwn(cuts, one.cut));
  return unknown.length > 0 ? refuseLog(unknown.map((one) => `no film for cut ${one.cut}`)) : allow(parsed.data);
}

/** The items in the log's own order. */
export function listItems(log: LogDocument): PlaylistItem[] {
  return log.positions.flatMap((one) => {
    const film = log.cuts[one.cut];
    return film ? [{ ...one, film }] : [];
  });
}

function refuseLog(faults: readonly string[]) {
  const detail = [...new Set(faults)].slice(0, 10).join('; ');
  return refuse({ code: 'log.invalid', user: 'log.refused.invalid', tech: detail, params: { detail } });
}

function isPlainPath(name: string): boolean {
  // Control characters would break a line-based playlist; backslash and colon mean other things on Windows.
  const isOdd = [...name].some((sign) => sign < ' ' || '\\:*?"<>|\u007f'.includes(sign));
  return !isOdd && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
