import { type Language, messageIn } from './index.ts';

/** A quality check as it was stored; the engine's report fits. */
export interface SaidCheck {
  readonly id: string;
  readonly measured: string | number;
  readonly limit: string | number;
  readonly at?: number | undefined;
}

/** What a failed check found, with its place in the film, as a sentence. */
export function sayFault(language: Language, { id, measured, limit, at }: SaidCheck): string {
  const key = measured === 'not-measured' ? 'qc.notMeasured' : `qc.fault.${id}`;
  const sentence = messageIn(language, key, { measured, limit });
  return at === undefined ? sentence : messageIn(language, 'qc.at', { time: clock(at), sentence });
}

/** Minutes, seconds and tenths. */
function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}`;
}
