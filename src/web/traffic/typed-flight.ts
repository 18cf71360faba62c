import { z } from 'zod';
import { type FlightWish, flightWish } from '../../domain/traffic/index.ts';
import { addDays, type BroadcastDay, parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Refusal } from '../../kernel/refusal.ts';

export type FlightField = 'spot' | 'from' | 'until' | 'dayparts' | 'channels';

/** The form as it was typed; kept whatever is wrong with it. `until` is the last day here, as people say it. */
export interface TypedFlight {
  readonly spot: string;
  readonly from: string;
  readonly until: string;
  readonly dayparts: readonly string[];
  readonly weekdays: readonly string[];
  readonly timesPerDay: string;
  readonly minGap: string;
  readonly priority: string;
  readonly channels: string;
}

const text = z.string().max(2000).default('');
const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat());

/** A posted form; `intent` says which of its two buttons. */
export const flightForm = z
  .object({
    spot: text,
    from: text,
    until: text,
    daypart: several,
    weekday: several,
    timesPerDay: text,
    minGap: text,
    priority: text,
    channels: text,
    intent: z.enum(['preview', 'add']).default('preview'),
  })
  .transform(({ daypart, weekday, intent, ...typed }) => ({
    intent,
    typed: { ...typed, dayparts: daypart, weekdays: weekday },
  }));

export type Faults = Partial<Record<FlightField, Refusal>>;

/** What was typed as an order, or what is wrong beside which field. `all` are the districts in reach. */
export function readFlight(typed: TypedFlight, all: readonly string[]): { wish: FlightWish } | { faults: Faults } {
  const [from, until] = [readDay(typed.from), readDay(typed.until)];
  const cuts = readCuts(typed.spot);
  const channels = readChannels(typed.channels, all);
  if (!from || !until || cuts.length === 0 || !channels)
    return {
      faults: {
        ...(cuts.length === 0 ? { spot: no('flight.noCuts') } : {}),
        ...(from ? {} : { from: no('flight.day') }),
        ...(until ? {} : { until: no('flight.day') }),
        ...(channels ? {} : { channels: no('flight.noChannels') }),
      },
    };
  const wish = flightWish.parse({
    // What stands after the number in the list is the spot's name.
    title: typed.spot.split(' · ').slice(1).join(' · ').slice(0, 120),
    cuts,
    channels,
    from,
    until: addDays(until, 1),
    days: readWeekdays(typed.weekdays),
    dayparts: typed.dayparts,
    timesPerDay: Number(typed.timesPerDay),
    minGapMinutes: Number(typed.minGap || 0),
    priority: Number(typed.priority || 5),
  });
  return { wish };
}

const FIELDS: Readonly<Record<string, FlightField>> = {
  'flight.order': 'until',
  'flight.tooLong': 'until',
  'flight.noDays': 'until',
  'flight.past': 'from',
  'flight.noChannels': 'channels',
};

/** The field that a refusal of the domain stands beside. */
export function faultOf(refusal: Refusal): Faults {
  return { [FIELDS[refusal.code] ?? 'spot']: refusal };
}

/** `23-11-2026`, also with slashes, dots or blanks; undefined for no day. */
function readDay(typed: string): BroadcastDay | undefined {
  const match = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(typed);
  const [day, month, year] = match?.slice(1) ?? [];
  if (!day || !month || !year) return undefined;
  return parseBroadcastDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Every house number in the text, a comma or blank apart; `×2` after one is its weight. */
function readCuts(typed: string): { house: string; weight: number }[] {
  const found = typed.matchAll(/([A-Za-z]{6}\d{5})(?:\s*[×x*]\s*(\d{1,2}))?(?![A-Za-z\d])/g);
  return [...found].map(([, house = '', weight]) => ({ house: house.toUpperCase(), weight: Number(weight) || 1 }));
}

/** `all`, or `district:UJN`, `operator:…`, `channel:…`, `tag:…`. */
function readChannels(chosen: string, all: readonly string[]) {
  const [kind, ...rest] = chosen.split(':');
  const id = rest.join(':');
  if (kind === 'all') return { districts: [...all] };
  if (!id) return undefined;
  if (kind === 'district') return { districts: [id] };
  if (kind === 'operator') return { operators: [id] };
  if (kind === 'tag') return { tags: [id] };
  return kind === 'channel' ? { ids: [id] } : undefined;
}

/** None ticked means every day. */
function readWeekdays(ticked: readonly string[]): string {
  if (ticked.length === 0) return '1111111';
  return Array.from({ length: 7 }, (_, at) => (ticked.includes(String(at)) ? '1' : '0')).join('');
}

function no(code: string): Refusal {
  return { code, user: code, tech: 'as typed' };
}
