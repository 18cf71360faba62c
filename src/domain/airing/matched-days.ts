import { addDays, type BroadcastDay, broadcastDay, instantOf } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';
import { type DaySpan, type DeliveryParts, listPlaysOfRecord, type PlannedPlay } from '../delivery/index.ts';
import { listChannels } from '../directory/index.ts';
import { listLastWords, listLines, listRecordedPositions, type Word } from './airing.store.ts';
import { type DayAirings, EVIDENCE, type ReportedPlay } from './airing-day.ts';
import { matchAirings } from './match-airings.ts';
import { nameSpot } from './name-spot.ts';

/** A position of a released list, as much of it as the match needs. */
export type RecordedPosition = Pick<
  PlannedPlay,
  'id' | 'channelId' | 'day' | 'cutId' | 'house' | 'atFrame' | 'lengthFrames'
>;

/** What became of one channel's day. */
export interface MatchedDay<P extends RecordedPosition = PlannedPlay> {
  readonly operatorId: string;
  readonly channelId: string;
  readonly day: string;
  readonly plays: readonly P[];
  readonly airings: DayAirings;
  /** A list, or a word on any of its plays, has come: without it nothing is known, which is not "0 aired". */
  readonly isHeard: boolean;
  readonly words: ReadonlyMap<string, Word>;
}

/** Planned against heard for each channel of these operators and each day that has a released list with plays. */
export function matchDays(parts: DeliveryParts, operatorIds: readonly string[], span: DaySpan): MatchedDay[] {
  return matchAll(parts, operatorIds, span, listPlaysOfRecord);
}

/** The same without what people call the films: for counting. */
export function matchPositions(
  parts: DeliveryParts,
  operatorIds: readonly string[],
  span: DaySpan,
): MatchedDay<RecordedPosition>[] {
  return matchAll(parts, operatorIds, span, listRecordedPositions);
}

type ListPlays<P> = (rows: Rows, channelIds: readonly string[], span: DaySpan) => P[];

function matchAll<P extends RecordedPosition>(
  parts: DeliveryParts,
  operatorIds: readonly string[],
  span: DaySpan,
  listPlays: ListPlays<P>,
): MatchedDay<P>[] {
  const batches = Math.ceil(operatorIds.length / OPERATORS_AT_ONCE);
  return Array.from({ length: batches }, (_, at) =>
    operatorIds.slice(at * OPERATORS_AT_ONCE, (at + 1) * OPERATORS_AT_ONCE),
  ).flatMap((some) => matchOperators(parts, some, span, listPlays));
}

// A month of so many operators is about 20,000 plays in memory at a time.
const OPERATORS_AT_ONCE = 100;

function matchOperators<P extends RecordedPosition>(
  parts: DeliveryParts,
  operatorIds: readonly string[],
  span: DaySpan,
  listPlays: ListPlays<P>,
): MatchedDay<P>[] {
  const { rows } = parts.catalogue;
  const channels = new Map(listChannels(rows, operatorIds).map((channel) => [channel.id, channel.operatorId]));
  const channelIds = [...channels.keys()];
  const plays = listPlays(rows, channelIds, span);
  const words = listLastWords(rows, channelIds, span);
  const lines = Map.groupBy(listLines(rows, channelIds, span), ({ line }) => `${line.channelId} ${line.day}`);
  const starts = new Map<string, Date>();
  const startOf = (day: string) => {
    const start = starts.get(day) ?? instantOf(broadcastDay(day), 0, parts.config.dayClock);
    starts.set(day, start);
    return start;
  };
  const now = parts.clock.now();
  return [...Map.groupBy(plays, (play) => `${play.channelId} ${play.day}`)].flatMap(([key, own]) => {
    const [first] = own;
    if (!first) return [];
    const heard = { lines: lines.get(key) ?? [], words: new Map(own.flatMap((play) => mapEntry(words, play.id))) };
    const { channelId, day } = first;
    const operatorId = channels.get(channelId) ?? '';
    return [{ operatorId, channelId, day, ...matchDay(own, heard, { start: startOf(day), now }) }];
  });
}

function matchDay<P extends RecordedPosition>(
  plays: readonly P[],
  { lines, words }: { lines: ReturnType<typeof listLines>; words: ReadonlyMap<string, Word> },
  { start, now }: { start: Date; now: Date },
): Pick<MatchedDay<P>, 'plays' | 'airings' | 'isHeard' | 'words'> {
  const airings = matchAirings({
    positions: plays.map(toPosition),
    plays: [...readLines(lines, plays, start), ...readOtherTimes(plays, words)],
    words: [...words.values()].flatMap(({ positionId, said }) =>
      said === 'otherTime'
        ? []
        : [{ position: positionId, said: said === 'aired' ? ('aired' as const) : ('not-aired' as const) }],
    ),
    logReceived: lines.length > 0,
    nowSeconds: (now.getTime() - start.getTime()) / 1000,
  });
  return { plays, airings, isHeard: lines.length > 0 || words.size > 0, words };
}

function mapEntry<V>(map: ReadonlyMap<string, V>, key: string): [string, V][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

function toPosition({ id, house, atFrame, lengthFrames }: RecordedPosition) {
  return { id, house, startSeconds: atFrame / FRAME_RATE, lengthSeconds: lengthFrames / FRAME_RATE };
}

function readLines(
  heard: ReturnType<typeof listLines>,
  plays: readonly RecordedPosition[],
  dayStart: Date,
): ReportedPlay[] {
  const houses = [...new Set(plays.map((play) => play.house))];
  return heard.map(({ line, source }) => ({
    id: line.id,
    house: nameSpot(line.house ?? line.title ?? '', houses),
    startSeconds: (Date.parse(line.startAt) - dayStart.getTime()) / 1000,
    ...(line.lengthSeconds === null ? {} : { lengthSeconds: line.lengthSeconds }),
    status: line.status,
    evidence: source === 'paper' ? EVIDENCE.paper : EVIDENCE.log,
  }));
}

/** "It ran, but at another time": a play on somebody's word. */
function readOtherTimes(plays: readonly RecordedPosition[], words: ReadonlyMap<string, Word>): ReportedPlay[] {
  return plays.flatMap((play) => {
    const word = words.get(play.id);
    if (word?.said !== 'otherTime' || word.atFrame === null) return [];
    const startSeconds = word.atFrame / FRAME_RATE;
    return [{ id: word.id, house: play.house, startSeconds, status: 'aired' as const, evidence: EVIDENCE.word }];
  });
}

/** One operator's day, all its channels. */
export function dayAirings(parts: DeliveryParts, operatorId: string, day: BroadcastDay): MatchedDay[] {
  return matchDays(parts, [operatorId], { from: day, until: addDays(day, 1) });
}
