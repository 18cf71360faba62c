import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import type { DaySpan } from '../delivery/index.ts';
import { operators } from '../directory/directory.table.ts';
import { cuts } from '../spots/spots.table.ts';
import { channelLogs, logPositions } from '../traffic/traffic.table.ts';
import { airingWords, asRunLines, asRuns } from './airing.table.ts';

export type AsRun = typeof asRuns.$inferSelect;
export type Word = typeof airingWords.$inferSelect;

/** Positions that stood in released lists when their time came, also of cuts that were taken back since. */
export function listRecordedPositions(rows: Rows, channelIds: readonly string[], span: DaySpan) {
  return rows
    .select({
      id: logPositions.id,
      channelId: logPositions.channelId,
      day: logPositions.day,
      cutId: logPositions.cutId,
      house: sql<string>`${cuts.houseNumber}`,
      atFrame: logPositions.atFrame,
      lengthFrames: logPositions.lengthFrames,
    })
    .from(logPositions)
    .innerJoin(
      channelLogs,
      and(eq(channelLogs.channelId, logPositions.channelId), eq(channelLogs.day, logPositions.day)),
    )
    .innerJoin(cuts, eq(cuts.id, logPositions.cutId))
    .where(
      and(
        inArray(logPositions.channelId, [...channelIds]),
        gte(logPositions.day, span.from),
        lt(logPositions.day, span.until),
        isNull(logPositions.pulledAt),
        isNotNull(channelLogs.releasedAt),
        isNotNull(cuts.houseNumber),
        inArray(cuts.state, ['approved', 'withdrawn']),
      ),
    )
    .all();
}

/** The last word on each standing position of these channels and days. */
export function listLastWords(rows: Rows, channelIds: readonly string[], span: DaySpan): Map<string, Word> {
  const words = rows
    .select({ word: airingWords })
    .from(logPositions)
    .innerJoin(airingWords, eq(airingWords.positionId, logPositions.id))
    .where(
      and(
        inArray(logPositions.channelId, [...channelIds]),
        gte(logPositions.day, span.from),
        lt(logPositions.day, span.until),
        isNull(logPositions.pulledAt),
      ),
    )
    // Of two words at one instant the one that was written later is the last.
    .orderBy(asc(airingWords.spokenAt), sql`${airingWords}.rowid`)
    .all();
  return new Map(words.map(({ word }) => [word.positionId, word]));
}

/** Lines of these channels and days, without those of imports that were taken back. */
export function listLines(rows: Rows, channelIds: readonly string[], span: DaySpan) {
  return rows
    .select({ line: asRunLines, source: asRuns.source })
    .from(asRunLines)
    .innerJoin(asRuns, eq(asRuns.id, asRunLines.asRunId))
    .where(
      and(
        inArray(asRunLines.channelId, [...channelIds]),
        gte(asRunLines.day, span.from),
        lt(asRunLines.day, span.until),
        isNull(asRuns.undoneAt),
      ),
    )
    .orderBy(asc(asRunLines.startAt), asc(asRunLines.line))
    .all();
}

/** Which of these line hashes of an operator's channels are there already. */
export function listKnownHashes(rows: Rows, channelIds: readonly string[]): Set<string> {
  const known = rows
    .select({ hash: asRunLines.lineHash })
    .from(asRunLines)
    .innerJoin(asRuns, eq(asRuns.id, asRunLines.asRunId))
    .where(and(inArray(asRunLines.channelId, [...channelIds]), isNull(asRuns.undoneAt)))
    .all();
  return new Set(known.map((row) => row.hash));
}

/** Newest first, with how many lines each brought. */
export function listAsRuns(rows: Rows, asker: { districts: readonly string[] }, limit: number) {
  const runs = rows
    .select({ run: asRuns, operator: operators.name })
    .from(asRuns)
    .innerJoin(operators, eq(operators.id, asRuns.operatorId))
    .where(inArray(operators.district, [...asker.districts]))
    .orderBy(desc(asRuns.givenAt), desc(asRuns.id))
    .limit(limit)
    .all();
  return runs.map(({ run, operator }) => ({ ...run, operator, lines: countLines(rows, run.id) }));
}

/** Throws NotFoundError when unknown or when its operator is out of reach. */
export function getAsRun(rows: Rows, asker: { districts: readonly string[] }, id: string) {
  const found = rows
    .select({ run: asRuns, operator: operators.name, district: operators.district })
    .from(asRuns)
    .innerJoin(operators, eq(operators.id, asRuns.operatorId))
    .where(eq(asRuns.id, id))
    .get();
  if (!found || !asker.districts.includes(found.district)) throw new NotFoundError('as-run');
  return { ...found.run, operator: found.operator, lines: countLines(rows, id) };
}

function countLines(rows: Rows, asRunId: string): number {
  return rows.select({ n: count() }).from(asRunLines).where(eq(asRunLines.asRunId, asRunId)).get()?.n ?? 0;
}
