import { type BroadcastDay, parseBroadcastDay } from '../../kernel/broadcast-day.ts';

/** Which comes first in `03/04/2026`: only a whole file can tell, from a number above 12. */
export type SlashOrder = 'day' | 'month' | undefined;

/** A day, or why there is none: never a guess. */
export type DayReading = { readonly day: BroadcastDay } | { readonly code: 'day.unreadable' | 'day.ambiguous' };

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** `2026-11-23`, `23-11-2026`, `23.11.2026`; with slashes only in an order that the file itself has shown. */
export function readDay(text: string, order: SlashOrder): DayReading {
  const plain = text.trim();
  const whole = parseBroadcastDay(plain);
  if (whole) return { day: whole };
  const dayFirst = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$/.exec(plain);
  if (dayFirst) return fromParts(dayFirst[3], dayFirst[2], dayFirst[1]);
  const slashed = SLASHED.exec(plain);
  if (!slashed) return { code: 'day.unreadable' };
  const [, first, second, year] = slashed;
  if (order === 'month') return fromParts(year, first, second);
  if (order === 'day' || first === second) return fromParts(year, second, first);
  return { code: 'day.ambiguous' };
}

function fromParts(year = '', month = '', day = ''): DayReading {
  const found = parseBroadcastDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return found ? { day: found } : { code: 'day.unreadable' };
}

/** Looks at all slashed days of a file: a first number above 12 shows day first; a second one, month first; both, neither. */
export function findSlashOrder(texts: readonly string[]): SlashOrder {
  const pairs = texts.flatMap((text) => {
    const match = SLASHED.exec(text.trim());
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const isDayFirst = pairs.some(([first]) => first > 12);
  const isMonthFirst = pairs.some(([, second]) => second > 12);
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? 'day' : 'month';
}
