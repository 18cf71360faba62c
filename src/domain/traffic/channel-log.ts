/** One place in a break: the cut that stands there; `flight` null is filler. `at` is `HH:MM:SS:FF` of the broadcast day. */
export interface LogPosition {
  readonly break: string;
  readonly position: number;
  readonly at: string;
  readonly cut: string;
  readonly flight: string | null;
  readonly lengthFrames: number;
}

/** One channel's list for one broadcast day, in order of time. */
export interface ChannelLog {
  readonly channel: string;
  readonly day: string;
  readonly positions: readonly LogPosition[];
}

/** Why plays could not be placed; of several reasons the first of this list is given. */
export const UNPLACED_REASONS = ['gap', 'length', 'separation', 'window', 'no-break', 'locked'] as const;
export type UnplacedReason = (typeof UNPLACED_REASONS)[number];

/** `missing` plays of a flight on one channel and day, and what stood in the way. */
export interface Unplaced {
  readonly flight: string;
  readonly channel: string;
  readonly day: string;
  readonly missing: number;
  readonly reason: UnplacedReason;
}

export type Rule =
  | 'capacity'
  | 'separation'
  | 'gap'
  | 'times-per-day'
  | 'expired'
  | 'blackout'
  | 'daypart'
  | 'flight-day'
  | 'position';

/** A place where a log breaks a rule: a fault of ours in `violations`, a lock's own doing in `warnings`. */
export interface BrokenRule {
  readonly rule: Rule;
  readonly channel: string;
  readonly day: string;
  readonly break: string;
  readonly position: number;
  readonly cut: string;
  readonly flight: string | null;
}

/** What a person should know about an order that could be planned all the same. */
export interface PlanNote {
  readonly rule: 'no-channel' | 'daypart-disagrees' | 'lock-outside-plan';
  readonly flight?: string;
  readonly channel?: string;
  readonly break?: string;
  readonly day?: string;
}

/** The answer of `planLogs`: interfaces.md, PLAN.json. */
export interface PlannedLogs {
  readonly logs: readonly ChannelLog[];
  readonly unplaced: readonly Unplaced[];
  readonly violations: readonly BrokenRule[];
  readonly warnings: readonly (BrokenRule | PlanNote)[];
}
