import { z } from 'zod';
import { parseBroadcastDay } from '../../kernel/broadcast-day.ts';

const id = z.string().min(1).max(120);
const day = z.string().refine((text) => parseBroadcastDay(text) !== undefined, 'not a day (YYYY-MM-DD)');
// A broadcast day that starts at 23:00 ends at 47:00, so no time of day is later than 47:59:59.
const timeOfDay = z.string().regex(/^([0-3]\d|4[0-7]):[0-5]\d:[0-5]\d$/, 'not a time of day (HH:MM:SS)');
const span = z.tuple([timeOfDay, timeOfDay]).refine(([start, end]) => start < end, 'the end must come after the start');
const wholeFrames = z.int().positive();
const list = z.array(id).default([]);

const adBreak = z.strictObject({ id, at: timeOfDay, lengthFrames: wholeFrames, daypart: id.optional() });

const channel = z.strictObject({
  id,
  operator: id.optional(),
  district: id.optional(),
  tags: list,
  blackout: z.array(span).default([]),
  breaks: z.array(adBreak),
});

const cut = z.strictObject({
  id,
  lengthFrames: wholeFrames,
  beneficiary: id.nullish(),
  scheme: id.nullish(),
  district: id.nullish(),
  notBefore: day.nullish(),
  notAfter: day.nullish(),
  evergreen: z.boolean().default(false),
});

const flight = z.strictObject({
  id,
  cuts: z.array(z.strictObject({ id, weight: z.number().positive().default(1) })).min(1),
  channels: z.strictObject({ ids: list, operators: list, districts: list, tags: list }),
  from: day,
  to: day,
  days: z
    .string()
    .regex(/^[01]{7}$/, 'not seven days as 0 and 1, Monday first')
    .default('1111111'),
  dayparts: list,
  timesPerDay: z.int().min(0).max(200),
  minGapMinutes: z.number().min(0).default(0),
  priority: z.int().default(1),
});

const lock = z.strictObject({
  channel: id,
  day,
  break: id,
  position: z.int().positive().max(999),
  cut: id,
  flight: id.nullable(),
});

/** PLAN.json of interfaces.md: what `planLogs` works on. Dates and times end exclusive; an unknown field is refused. */
export const planSchema = z.strictObject({
  from: day,
  days: z.int().min(1).max(366),
  dayparts: z.record(id, span).default({}),
  separate: z.array(z.enum(['beneficiary', 'scheme'])).default([]),
  channels: z.array(channel),
  cuts: z.array(cut),
  flights: z.array(flight),
  locked: z.array(lock).default([]),
  fill: z.boolean().default(false),
});

export type Plan = z.output<typeof planSchema>;
export type PlanChannel = Plan['channels'][number];
export type PlanBreak = PlanChannel['breaks'][number];
export type PlanCut = Plan['cuts'][number];
export type PlanFlight = Plan['flights'][number];
export type PlanLock = Plan['locked'][number];
