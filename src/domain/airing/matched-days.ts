import { addDays, type BroadcastDay, broadcastDay, instantOf } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';
import { type DaySpan, type DeliveryParts, listPlaysOfRecord, type PlannedPlay } from '../delivery/index.ts';
import { listChannels } from '../directory/index.ts';
import { listLastWords, listLines, type Word } from './airing.store.ts';
import { type DayAirings, EVIDENCE, type ReportedPlay } from './airing-day.ts';
import { matchAirings } from './match-airings.ts';
import { nameSpot } from './name-spot.ts';

/** What became of one channel's day. */
export interface MatchedDay {
  readonly operatorId: string;
  readonly channelId: string;
  readonly day: string;
  readonly plays: readonly PlannedPlay[];
  readonly airings: DayAirings;
  /** A list, or a word on any of its plays, has come: without it nothing is known, which is not "0 aired". */
  readonly isHeard: boolean;
  readonly words: ReadonlyMap<string, Word>;
}

/** Planned against heard for each channel of these operators and each day that has a released list with plays. */
export function matchDays(parts: DeliveryParts, operatorIds: readonly string[], span: DaySpan): MatchedDay[] {
  const { rows } = parts.catalogue;
  return operatorIds.flatMap((operatorId) => matchOperator(parts, rows, operatorId, span));
}

function matchOperator(parts: DeliveryParts, rows: Rows, operatorId: string, span: DaySpan): MatchedDay[] {
  const channelIds = listChannels(rows, [operatorId]).map((channel) => channel.id);
  const plays = listPlaysOfRecord(rows, channelIds, span);
  const words = listLastWords(
    rows,
    plays.map((play) => play.id),
  );
  const lines = Map.groupBy(listLines(rows, channelIds, span), ({ line }) => `${line.channelId} ${line.day}`);
  const days = Map.groupBy(plays, (play) => `${play.channelId} ${play.day}`);
  return [...days].flatMap(([key, own]) => {
    const [first] = own;
    if (!first) return [];
    const { channelId, day } = first;
    const heard = lines.get(key) ?? [];
    const start = instantOf(broadcastDay(day), 0, parts.config.dayClock);
    const spoken = new Map(own.flatMap((play) => mapEntry(words, play.id)));
    const airings = matchAirings({
      positions: own.map(toPosition),
      plays: [...readLines(heard, own, start), ...readOtherTimes(own, spoken)],
      words: [...spoken.values()].flatMap(({ positionId, said }) =>
        said === 'otherTime'
          ? []
          : [{ position: positionId, said: said === 'aired' ? ('aired' as const) : ('not-aired' as const) }],
      ),
      logReceived: heard.length > 0,
      nowSeconds: (parts.clock.now().getTime() - start.getTime()) / 1000,
    });
    const isHeard = heard.length > 0 || spoken.size > 0;
    return [{ operatorId, channelId, day, plays: own, airings, isHeard, words: spoken }];
  });
}

function mapEntry<V>(map: ReadonlyMap<string, V>, key: string): [string, V][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

function toPosition({ id, house, atFrame, lengthFrames }: PlannedPlay) {
  return { id, house, startSeconds: atFrame / FRAME_RATE, lengthSeconds: lengthFrames / FRAME_RATE };
}

function readLines(heard: ReturnType<typeof listLines>, plays: readonly PlannedPlay[], dayStart: Date): ReportedPlay[] {
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
function readOtherTimes(plays: readonly PlannedPlay[], words: ReadonlyMap<string, Word>): ReportedPlay[] {
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
