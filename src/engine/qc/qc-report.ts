/** What may be measured on a finished film; the names never change. */
export type QcCheckId =
  | 'streams'
  | 'codec'
  | 'raster'
  | 'aspect'
  | 'rate'
  | 'field-order'
  | 'frames'
  | 'duration'
  | 'gop'
  | 'bitrate'
  | 'container'
  | 'colour-tags'
  | 'legal-range'
  | 'loudness'
  | 'true-peak'
  | 'short-term'
  | 'channels-alive'
  | 'phase'
  | 'sync'
  | 'silence'
  | 'black'
  | 'freeze'
  | 'flash'
  | 'right-picture'
  | 'bars'
  | 'captions-inside'
  | 'decodes-clean';

export interface QcCheck {
  readonly id: QcCheckId;
  /** `not-measured` where the tool or the expectation was missing. */
  readonly measured: string | number;
  readonly limit: string | number;
  /** null: nobody said what was expected, so nothing was judged. */
  readonly passed: boolean | null;
  /** Seconds from the film's first picture, where the fault is at a place. */
  readonly at?: number;
  /** The picture at the fault: a small JPEG as a `data:` address. */
  readonly thumbnail?: string;
}

export interface QcReport {
  /** No check failed. A check that had to be measured and could not be counts as failed. */
  readonly passed: boolean;
  readonly checks: readonly QcCheck[];
}

export const NOT_MEASURED = 'not-measured';

export function reportOf(checks: readonly QcCheck[]): QcReport {
  return { passed: checks.every((check) => check.passed !== false), checks };
}

/** A check whose expectation nobody gave. */
export function notExpected(id: QcCheckId, limit: string): QcCheck {
  return { id, measured: NOT_MEASURED, limit, passed: null };
}

/** A check that a release needs and that could not be measured. */
export function notMeasured(id: QcCheckId, limit: string | number): QcCheck {
  return { id, measured: NOT_MEASURED, limit, passed: false };
}

/** Of a film that we have made ourselves everything is known: a check that was left open counts as failed. */
export function judgedWholly({ checks }: QcReport): QcReport {
  return reportOf(checks.map((check) => (check.passed === null ? { ...check, passed: false } : check)));
}

export function sameText(id: QcCheckId, measured: string, limit: string): QcCheck {
  return { id, measured, limit, passed: measured === limit };
}
