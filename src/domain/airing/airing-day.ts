/** What a play rests on, weakest first: airing.md's scale of evidence. */
export const EVIDENCE = { none: 0, word: 1, paper: 2, log: 3, sound: 4, soundAndPicture: 5 } as const;
export type Evidence = (typeof EVIDENCE)[keyof typeof EVIDENCE];

/** A position of a released log. Times are seconds of the broadcast day and may pass 24 hours. */
export interface PlannedPosition {
  readonly id: string;
  readonly house: string;
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  /** The ordered hours, end exclusive; absent for filler and orders without dayparts: then the whole day. */
  readonly daypart?: { readonly fromSeconds: number; readonly toSeconds: number };
}

/** One line of an operator's as-run, or one finding in a recording, with its time corrected and its cut named. */
export interface ReportedPlay {
  readonly id: string;
  /** undefined: the line names no cut of the day. */
  readonly house: string | undefined;
  readonly startSeconds: number;
  readonly lengthSeconds?: number;
  readonly status: 'aired' | 'failed' | 'unknown';
  readonly evidence: Evidence;
}

/** What somebody said of one position, by tap: their word, no more. */
export interface SpokenWord {
  readonly position: string;
  readonly said: 'aired' | 'not-aired';
}

/** `late`: in the ordered hours but off its time; `wrong-time`: the same day outside them. */
export type Outcome = 'as-ordered' | 'off-time' | 'wrong-time' | 'short' | 'missing' | 'unknown' | 'planned';
/** The five marks of the month grid. */
export type AiringState = 'planned' | 'aired' | 'proved' | 'missing' | 'unknown';
export type Flag = 'contradicted' | 'log-wrong' | 'word-wrong';

export interface PositionAiring {
  readonly position: string;
  readonly state: AiringState;
  readonly outcome: Outcome;
  /** What the outcome rests on; for `missing`, on whose word or list it rests. */
  readonly evidence: Evidence;
  readonly play?: string;
  readonly airedSeconds?: number;
  readonly flags: readonly Flag[];
}

export interface DayAirings {
  readonly positions: readonly PositionAiring[];
  /** Plays of our cuts that no position asked for. */
  readonly extra: readonly string[];
  /** Lines that name no cut of ours: a question for a person, or other people's films. */
  readonly unnamed: readonly string[];
}
