import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import type { Language } from '../locales/index.ts';

// Times are stored in UTC and shown where the films run (product.md).
const TIMEZONE = 'Asia/Kolkata';
const LOCALE: Readonly<Record<Language, string>> = { hi: 'hi-IN-u-nu-latn', en: 'en-IN' };

/** `1,20,000`: Indian grouping, western digits, both languages. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 }).format(count);
}

/** `₹1,20,000`, whole rupees. */
export function formatRupees(rupees: number): string {
  return `₹${formatCount(rupees)}`;
}

/** A share (0–1) as `79%`. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `4 kB`, `15.2 MB`, `41 MB`, `1.2 GB`: decimal units, one decimal below 20. */
export function formatSize(bytes: number): string {
  const [unit, size] =
    bytes < 999_500 ? (['kB', 1e3] as const) : bytes < 9.995e8 ? (['MB', 1e6] as const) : (['GB', 1e9] as const);
  const amount = bytes / size;
  const text =
    unit === 'kB' ? Math.max(bytes > 0 ? 1 : 0, Math.round(amount)) : Number(amount.toFixed(amount < 20 ? 1 : 0));
  return `${text}\u00a0${unit}`;
}

/** Two sizes for "41 में से 26 MB": the unit stands once, with the one that is said last. */
export function formatSent(sentBytes: number, totalBytes: number, language: Language): { sent: string; total: string } {
  const [sent, total] = [formatSize(sentBytes), formatSize(totalBytes)];
  if (sent.slice(-2) !== total.slice(-2)) return { sent, total };
  return language === 'hi' ? { sent, total: total.slice(0, -3) } : { sent: sent.slice(0, -3), total };
}

/** A film's length or a place in it: `0:05`, `12:30`, `1:02:03`. Begun seconds are cut off. */
export function formatLength(length: Frames): string {
  const all = Math.floor(length / FRAME_RATE);
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A wait or a span in words: `40 सेकंड`, `3 मिनट`, `2 घंटे`. Never "0 minutes". */
export function formatSpan(spanSeconds: number, language: Language): string {
  const [value, unit] =
    spanSeconds < 50
      ? ([Math.max(1, Math.round(spanSeconds)), 'second'] as const)
      : spanSeconds < 3300
        ? ([Math.max(1, Math.round(spanSeconds / 60)), 'minute'] as const)
        : ([Math.round(spanSeconds / 3600), 'hour'] as const);
  return new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** `7 मिनट 30 सेकंड`: the exact sum of a list of films. */
export function formatTotal(length: Frames, language: Language): string {
  const all = Math.round(length / FRAME_RATE);
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  const parts = [
    all >= 3600 ? unit(Math.floor(all / 3600), 'hour') : undefined,
    all >= 60 && Math.floor(all / 60) % 60 > 0 ? unit(Math.floor(all / 60) % 60, 'minute') : undefined,
    all % 60 > 0 || all === 0 ? unit(all % 60, 'second') : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

/** `23-11-2026` of a day `2026-11-23`. */
export function formatDay(day: string): string {
  return day.split('-').reverse().join('-');
}

/** `23-11-2026` of an instant, as the day stood in India. */
export function formatDate(at: Date): string {
  return formatDay(localDay(at));
}

/** `19:30` of an instant. */
export function formatTime(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: TIMEZONE, hour: '2-digit', minute: '2-digit' }).format(at);
}

const JUST_NOW_MS = 90_000;

// Hindi names the part of the day, from each hour on.
const PARTS_OF_DAY = [
  [4, 'सुबह'],
  [12, 'दोपहर'],
  [16, 'शाम'],
  [20, 'रात'],
] as const;

/** `शाम 7:30`, `7:30 pm` of a broadcast-day time `19:30:00`, which may pass 24:00. */
export function formatClock(time: string, language: Language): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const hour = hours % 24;
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes).padStart(2, '0')}`;
  if (language === 'en') return `${clock} ${hour < 12 ? 'am' : 'pm'}`;
  const part = PARTS_OF_DAY.findLast(([from]) => hour >= from)?.[1] ?? 'रात';
  return `${part} ${clock}`;
}

/** `अभी`, `आज 11:05`, `कल 16:20`, else `18-11-2026, 16:20`. */
export function formatWhen(at: Date, now: Date, language: Language): string {
  const age = now.getTime() - at.getTime();
  if (age >= 0 && age < JUST_NOW_MS) return language === 'hi' ? 'अभी' : 'just now';
  const days = daysBetween(at, now);
  if (days > 1 || days < 0) return `${formatDate(at)}, ${formatTime(at)}`;
  return `${relativeDay(-days, language)} ${formatTime(at)}`;
}

/** How long something waits, in days: `आज`, `कल`, `4 दिन पहले`. */
export function formatAge(at: Date, now: Date, language: Language): string {
  return relativeDay(-Math.max(0, daysBetween(at, now)), language);
}

/** How long something has waited: `आज`, `कल से`, `4 दिन से`. */
export function formatWaiting(since: Date, now: Date, language: Language): string {
  const days = Math.max(0, daysBetween(since, now));
  if (days === 0) return relativeDay(0, language);
  const span =
    days === 1
      ? relativeDay(-1, language)
      : new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
  if (language === 'hi') return `${span} से`;
  return days === 1 ? `since ${span}` : `for ${span}`;
}

/** `सोमवार` of a day; `short` gives `सोम`, `narrow` `सो`. */
export function formatWeekday(day: string, language: Language, width: 'long' | 'short' | 'narrow' = 'long'): string {
  return new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', weekday: width }).format(noon(day));
}

/** `नवंबर 2026` of any day in the month. */
export function formatMonth(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    noon(day),
  );
}

/** `नवंबर` of any day in the month. */
export function formatMonthName(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', month: 'long' }).format(noon(day));
}

/** `10 नवंबर` of a day. */
export function formatDayAndMonth(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(
    noon(day),
  );
}

/** `23` of a day. */
export function dayOfMonth(day: string): number {
  return Number(day.slice(8));
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function localDay(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIMEZONE, dateStyle: 'short' }).format(at);
}

function daysBetween(at: Date, now: Date): number {
  return Math.round((noon(localDay(now)).getTime() - noon(localDay(at)).getTime()) / 86_400_000);
}

function relativeDay(days: number, language: Language): string {
  return new Intl.RelativeTimeFormat(LOCALE[language], { numeric: days > -2 ? 'auto' : 'always' }).format(days, 'day');
}
