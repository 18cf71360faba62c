/** A day of the schedule, `YYYY-MM-DD`, from the configured start hour to the next day's. */
export type BroadcastDay = string & { readonly __unit: 'broadcast-day' };

/** Where and when a broadcast day begins. `dayStartMinutes` counts from local midnight. */
export interface DayClock {
  readonly timezone: string;
  readonly dayStartMinutes: number;
}

/** Reads `YYYY-MM-DD`; undefined for another form or a day that does not exist (2026-02-30). */
export function parseBroadcastDay(text: string): BroadcastDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) return undefined;
  return text as BroadcastDay;
}

/** As parseBroadcastDay, for text known to be right; throws a programmer's error otherwise. */
export function broadcastDay(text: string): BroadcastDay {
  const day = parseBroadcastDay(text);
  if (!day) throw new RangeError(`not a day: ${text}`);
  return day;
}

/** The broadcast day that an instant falls in. */
export function broadcastDayOf(at: Date, clock: DayClock): BroadcastDay {
  const shifted = new Date(at.getTime() - clock.dayStartMinutes * 60_000);
  return localDate(shifted, clock.timezone) as BroadcastDay;
}

export function addDays(day: BroadcastDay, count: number): BroadcastDay {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10) as BroadcastDay;
}

/** Days from `from` up to, not including, `until`. */
export function listDays(from: BroadcastDay, until: BroadcastDay): BroadcastDay[] {
  const days: BroadcastDay[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The instant at which a broadcast-day time (s after local midnight of `day`, may pass 24 h) happens. */
export function instantOf(day: BroadcastDay, secondsOfDay: number, clock: DayClock): Date {
  const guess = new Date(Date.parse(`${day}T00:00:00Z`) + secondsOfDay * 1000);
  return new Date(guess.getTime() - offsetMs(guess, clock.timezone));
}

function localDate(at: Date, timezone: string): string {
  return formatterOf(`date ${timezone}`, () => ({ timeZone: timezone, dateStyle: 'short' })).format(at);
}

// Making a formatter costs a thousand times what it costs to use one.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(key: string, options: () => Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat('en-CA', options());
  formatters.set(key, formatter);
  return formatter;
}

function offsetMs(at: Date, timezone: string): number {
  const parts = formatterOf(`time ${timezone}`, () => ({
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })).formatToParts(at);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
