import { addDays } from '../../kernel/broadcast-day.ts';
import { type MonthSpan, monthSpan } from '../airing/index.ts';
import { isIn, type MonthFacts } from './month-facts.ts';

/** Four numbers that form one line. Plays are null when nothing was heard of any whose time is over. */
export interface Line {
  readonly made: number;
  /** undefined: nothing was ever made before this month. */
  readonly madeMonthBefore: number | undefined;
  readonly approved: number;
  readonly aired: {
    readonly spots: number;
    readonly channels: number;
    readonly plays: number;
    readonly frames: number;
  } | null;
  /** Of the plays that aired: found in a recording, on an operator's list, on somebody's word alone. */
  readonly evidence: { readonly proved: number; readonly listed: number; readonly word: number };
}

export function countLine({ span, spots, plays }: MonthFacts): Line {
  const madeIn = (month: MonthSpan) => spots.filter((spot) => isIn(month, spot.madeDay)).length;
  const before = monthSpan(addDays(span.from, -1).slice(0, 7));
  const isFirst = !spots.some((spot) => spot.madeDay < span.from);
  const aired = plays.filter((one) => one.aired + one.proved > 0);
  const sum = (pick: (one: (typeof plays)[number]) => number) => aired.reduce((total, one) => total + pick(one), 0);
  const [all, proved, listed] = [
    sum((one) => one.aired + one.proved),
    sum((one) => one.proved),
    sum((one) => one.listed),
  ];
  const due = plays.filter((one) => one.aired + one.proved + one.missing + one.unknown > 0);
  const isKnown = due.length === 0 || due.some((one) => one.heard);
  return {
    made: madeIn(span),
    madeMonthBefore: isFirst || !before ? undefined : madeIn(before),
    approved: spots.filter((spot) => isIn(span, spot.approvedDay)).length,
    aired: isKnown
      ? {
          spots: new Set(aired.map((one) => one.spotId)).size,
          channels: new Set(aired.map((one) => one.channelId)).size,
          plays: all,
          frames: sum((one) => one.airedFrames),
        }
      : null,
    evidence: { proved, listed, word: all - proved - listed },
  };
}
