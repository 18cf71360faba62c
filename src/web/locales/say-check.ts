import { type Language, messageIn } from './index.ts';
import { sayValue } from './say-value.ts';

/** A quality check as it was stored; the engine's report fits. */
export interface SaidCheck {
  readonly id: string;
  readonly measured: string | number;
  readonly limit: string | number;
  /** Seconds from the film's first picture. */
  readonly at?: number | undefined;
}

/** What a failed check found, with its place in the film, as a sentence. */
export function sayFault(language: Language, check: SaidCheck): string {
  const sentence = sayFound(language, check);
  return check.at === undefined ? sentence : messageIn(language, 'qc.at', { time: sayTime(check.at), sentence });
}

/** What a failed check found, its place said elsewhere. */
export function sayFound(language: Language, { id, measured, limit }: SaidCheck): string {
  const key = measured === 'not-measured' ? 'qc.notMeasured' : `qc.fault.${id}`;
  const said = { measured: sayValue(language, measured), limit: sayValue(language, limit) };
  return messageIn(language, key, { ...said, name: sayName(language, id) });
}

// What a bare number of these checks counts; of the others it counts pieces.
const UNITS: Readonly<Record<string, (n: number) => string>> = {
  black: (n) => `${n} s`,
  freeze: (n) => `${n} s`,
  silence: (n) => `${n} s`,
  loudness: (n) => `${n} LUFS`,
  'true-peak': (n) => `${n} dBTP`,
};

/** One row of a report: the check's name, what was measured and what was wanted, all in words. */
export function sayCheck(language: Language, { id, measured, limit }: SaidCheck) {
  const withUnit = (value: string | number) =>
    sayValue(language, typeof value === 'number' ? (UNITS[id]?.(value) ?? value) : value);
  return { name: sayName(language, id), measured: withUnit(measured), limit: withUnit(limit) };
}

/** `sd-mpeg2: black, loudness; web: frames`, as a job that failed says it, with each check's name in words. */
export function sayFaultNames(language: Language, faults: string): string {
  const said = (ids: string) =>
    ids
      .split(', ')
      .map((id) => sayName(language, id))
      .join(', ');
  return faults.replaceAll(/: ([^;]+)/g, (_, ids: string) => `: ${said(ids)}`);
}

function sayName(language: Language, id: string): string {
  return messageIn(language, `qc.name.${id}`);
}

/** Minutes, seconds and tenths. */
export function sayTime(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}`;
}
