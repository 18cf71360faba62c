import {
  type AiringState,
  type DayAirings,
  EVIDENCE,
  type Evidence,
  type Flag,
  type Outcome,
  type PlannedPosition,
  type PositionAiring,
  type ReportedPlay,
  type SpokenWord,
} from './airing-day.ts';
import { type Pair, pairPlays } from './pair-plays.ts';

export interface DayToMatch {
  readonly positions: readonly PlannedPosition[];
  /** As-run lines and findings of recordings of this channel and day; empty when nothing came. */
  readonly plays: readonly ReportedPlay[];
  readonly words: readonly SpokenWord[];
  /** Whether an as-run came for the day at all: no list is not an empty list. */
  readonly logReceived: boolean;
  /** Positions that start later than this have not had their time yet. */
  readonly nowSeconds: number;
  /** How far from its time a play counts as on time; 300 s unless the contract says otherwise. */
  readonly toleranceSeconds?: number;
}

interface Scene {
  readonly day: DayToMatch;
  readonly isLogComplete: boolean;
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly failures: ReadonlyMap<string, Pair>;
  /** Lines whose status nobody understands: neither a play nor a failure. */
  readonly unclear: ReadonlyMap<string, Pair>;
  readonly words: ReadonlyMap<string, SpokenWord['said']>;
}

/**
 * What became of each planned position. "Missing" needs somebody who was able to know: a complete as-run that lacks or
 * fails it, or a person's word. Where nothing came it is "unknown", and what contradicts itself waits for a person.
 */
export function matchAirings(day: DayToMatch): DayAirings {
  const tolerance = day.toleranceSeconds ?? 300;
  const aired = day.plays.filter((play) => play.status === 'aired' && play.house !== undefined);
  const joined = joinSources(aired, day.positions, tolerance);
  const pairs = byPosition(joined);
  const linesThat = (status: ReportedPlay['status']) =>
    day.plays.filter((play) => play.status === status && play.house);
  const failures = byPosition(pairPlays(day.positions, linesThat('failed'), tolerance));
  const unclear = byPosition(pairPlays(day.positions, linesThat('unknown'), tolerance));
  const words = new Map(day.words.map((word) => [word.position, word.said]));
  const scene = { day, isLogComplete: isComplete(day, tolerance), pairs, failures, unclear, words };
  const houses = new Set(day.positions.map((position) => position.house));
  const used = new Set(joined.map((pair) => pair.play.id));
  return {
    positions: day.positions.map((position) => judge(scene, position)),
    extra: aired
      .filter((play) => !used.has(play.id) && isOwn(houses, play) && !hasTwin(play, joined))
      .map((play) => play.id),
    unnamed: day.plays.filter((play) => !isOwn(houses, play)).map((play) => play.id),
  };
}

/** Pairs of the strongest source first; where a recording found nothing, the operator's list speaks. */
function joinSources(aired: readonly ReportedPlay[], positions: readonly PlannedPosition[], tolerance: number): Pair[] {
  const films = aired.filter((play) => play.evidence >= EVIDENCE.sound);
  const found = pairPlays(positions, films, tolerance);
  const done = new Set(found.map((pair) => pair.position.id));
  const lines = aired.filter((play) => play.evidence < EVIDENCE.sound && !hasTwin(play, found));
  return [
    ...found,
    ...pairPlays(
      positions.filter((position) => !done.has(position.id)),
      lines,
      tolerance,
    ),
  ];
}

/** A line of a list and a finding within 90 s of it are one play. */
function hasTwin(play: ReportedPlay, pairs: readonly Pair[]): boolean {
  return pairs.some(
    (pair) =>
      pair.play.id !== play.id &&
      pair.play.house === play.house &&
      pair.play.evidence !== play.evidence &&
      Math.abs(pair.play.startSeconds - play.startSeconds) <= 90,
  );
}

function judge(scene: Scene, position: PlannedPosition): PositionAiring {
  const pair = scene.pairs.get(position.id);
  const word = scene.words.get(position.id);
  const failure = scene.failures.get(position.id);
  if (pair) return judgePlay(pair, word, failure);
  const isUnclear = scene.unclear.has(position.id);
  const isDenied = failure !== undefined || (scene.isLogComplete && !isUnclear);
  if (isDenied && word === 'aired') return answer(position, 'unknown', 'unknown', EVIDENCE.log, ['contradicted']);
  if (isDenied) return answer(position, 'missing', 'missing', EVIDENCE.log);
  if (word === 'not-aired') return answer(position, 'missing', 'missing', EVIDENCE.word);
  if (word === 'aired') return answer(position, 'aired', 'as-ordered', EVIDENCE.word);
  return position.startSeconds > scene.day.nowSeconds && !isUnclear
    ? answer(position, 'planned', 'planned', EVIDENCE.none)
    : answer(position, 'unknown', 'unknown', EVIDENCE.none);
}

function judgePlay(pair: Pair, word: SpokenWord['said'] | undefined, failure: Pair | undefined): PositionAiring {
  const { position, play } = pair;
  const isFilm = play.evidence >= EVIDENCE.sound;
  // Film beats a list and a word; a list against a word is for a person to settle.
  if (word === 'not-aired' && !isFilm) return answer(position, 'unknown', 'unknown', play.evidence, ['contradicted']);
  const flags: Flag[] = [];
  if (failure && isFilm) flags.push('log-wrong');
  if (word === 'not-aired') flags.push('word-wrong');
  const airing = answer(position, isFilm ? 'proved' : 'aired', outcomeOf(pair), play.evidence, flags);
  return { ...airing, play: play.id, airedSeconds: play.startSeconds };
}

function outcomeOf({ position, play, tier }: Pair): Outcome {
  if (tier === 3) return 'wrong-time';
  // 95 %: less is a cut film, more is the rounding of logs that count whole seconds.
  if (play.lengthSeconds !== undefined && play.lengthSeconds < position.lengthSeconds * 0.95) return 'short';
  return tier === 1 ? 'as-ordered' : 'off-time';
}

function answer(
  position: PlannedPosition,
  state: AiringState,
  outcome: Outcome,
  evidence: Evidence,
  flags: readonly Flag[] = [],
): PositionAiring {
  return { position: position.id, state, outcome, evidence, flags };
}

/** A list can deny a play only if it spans the day: the first and last planned times lie inside it, give or take the tolerance. */
function isComplete({ plays, positions, logReceived }: DayToMatch, tolerance: number): boolean {
  const lines = plays.filter((play) => play.evidence === EVIDENCE.log);
  if (!logReceived || lines.length === 0) return false;
  const times = lines.map((play) => play.startSeconds).sort((a, b) => a - b);
  const planned = positions.map((position) => position.startSeconds).sort((a, b) => a - b);
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return first <= (planned[0] ?? 0) + tolerance && last >= (planned.at(-1) ?? 0) - tolerance;
}

function isOwn(houses: ReadonlySet<string>, play: ReportedPlay): boolean {
  return play.house !== undefined && houses.has(play.house);
}

function byPosition(pairs: readonly Pair[]): Map<string, Pair> {
  return new Map(pairs.map((pair) => [pair.position.id, pair]));
}
