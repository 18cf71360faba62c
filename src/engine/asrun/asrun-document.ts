import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Decision } from '../../kernel/refusal.ts';

/** An unknown word of a machine is `unknown`: it is never taken for aired. */
export type AsRunStatus = 'aired' | 'failed' | 'unknown';

/** One play that a machine reports. `line` counts from 1 in the file; `raw` is that line as it came. */
export interface AsRunRow {
  readonly line: number;
  readonly channel?: string;
  readonly house?: string;
  readonly title?: string;
  /** The local calendar day that the file names for the line. */
  readonly day: BroadcastDay;
  /** UTC, ISO 8601. */
  readonly startAt: string;
  readonly lengthSeconds?: number;
  readonly status: AsRunStatus;
  readonly raw: string;
}

/** A line that could not be understood; `user` is a message key that `params` fill. */
export interface AsRunProblem {
  readonly line: number;
  readonly code: string;
  readonly user: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface AsRunReading {
  readonly rows: readonly AsRunRow[];
  readonly problems: readonly AsRunProblem[];
}

export interface AsRunOptions {
  /** Where the machine's clock stands, e.g. `Asia/Kolkata`. */
  readonly timezone: string;
  /** The day of lines that name none. */
  readonly day?: BroadcastDay;
}

/** A reader for one machine's confirmation files. */
export interface AsRunDialect {
  /** The name of interfaces.md; never changes. */
  readonly name: string;
  recognises(text: string): boolean;
  read(text: string, options: AsRunOptions): Decision<AsRunReading>;
}
