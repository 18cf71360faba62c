import { FRAME_RATE } from '../../kernel/frames.ts';
import type { PlanNote } from './channel-log.ts';
import type { Plan, PlanBreak, PlanChannel, PlanFlight } from './plan-schema.ts';

/** A span of the broadcast day in frames from its midnight; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cut as the planner needs it; `keys` are what neighbours may not share ('' shares with nobody). */
export interface CutModel {
  readonly id: string;
  readonly lengthFrames: number;
  readonly keys: readonly string[];
  readonly notBefore: string;
  readonly notAfter: string;
  readonly district: string;
}

export interface FlightModel {
  readonly index: number;
  readonly id: string;
  readonly cuts: readonly { readonly cut: CutModel; readonly weight: number }[];
  readonly longestFrames: number;
  readonly gapFrames: number;
  readonly timesPerDay: number;
  readonly priority: number;
  readonly from: string;
  readonly to: string;
  /** Seven characters 0 or 1, Monday first. */
  readonly days: string;
}

export interface BreakModel {
  readonly id: string;
  readonly atFrames: number;
  readonly lengthFrames: number;
}

/** A channel with its breaks in order of time; `windows` holds the breaks (by index) open to each of its flights. */
export interface ChannelModel {
  readonly index: number;
  readonly id: string;
  readonly district: string;
  readonly blackout: readonly Span[];
  readonly breaks: readonly BreakModel[];
  readonly windows: ReadonlyMap<FlightModel, readonly number[]>;
}

export interface PlanModel {
  readonly cuts: ReadonlyMap<string, CutModel>;
  readonly evergreens: readonly CutModel[];
  readonly flights: ReadonlyMap<string, FlightModel>;
  readonly channels: readonly ChannelModel[];
  readonly notes: readonly PlanNote[];
}

/** Frames from midnight of a time of day (`HH:MM:SS`, may pass 24:00). */
export function framesOfDay(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * FRAME_RATE;
}

/** Numbers instead of text, and every flight matched with its channels and breaks once, before any day is planned. */
export function buildPlanModel(plan: Plan): PlanModel {
  const cuts = new Map(plan.cuts.map((cut) => [cut.id, modelCut(plan, cut)]));
  const evergreens = plan.cuts.flatMap((cut) => (cut.evergreen ? (cuts.get(cut.id) ?? []) : []));
  const flights = plan.flights.map((flight, index) => modelFlight(flight, index, cuts));
  const spans = new Map(Object.entries(plan.dayparts).map(([name, span]) => [name, toSpan(span)]));
  const channels = plan.channels.map((channel, index) => ({
    index,
    ...modelChannel(channel, plan.flights, flights, spans),
  }));
  const served = new Set(channels.flatMap((channel) => [...channel.windows.keys()]));
  const alone = flights.filter((flight) => !served.has(flight));
  const notes: PlanNote[] = [
    ...alone.map((flight) => ({ rule: 'no-channel' as const, flight: flight.id })),
    ...plan.channels.flatMap((channel) => disagreeingBreaks(channel, spans)),
  ];
  return { cuts, evergreens, flights: new Map(flights.map((flight) => [flight.id, flight])), channels, notes };
}

function modelCut(plan: Plan, cut: Plan['cuts'][number]): CutModel {
  return {
    id: cut.id,
    lengthFrames: cut.lengthFrames,
    keys: [...new Set(plan.separate)].map((key) => cut[key] ?? ''),
    notBefore: cut.notBefore ?? '',
    notAfter: cut.notAfter ?? '9999-12-31',
    district: cut.district ?? '',
  };
}

function modelFlight(flight: PlanFlight, index: number, cuts: ReadonlyMap<string, CutModel>): FlightModel {
  const own = flight.cuts.flatMap(({ id, weight }) => {
    const cut = cuts.get(id);
    return cut ? [{ cut, weight }] : [];
  });
  const { id, timesPerDay, priority, from, to, days } = flight;
  const gapFrames = flight.minGapMinutes * 60 * FRAME_RATE;
  const longestFrames = Math.max(...own.map(({ cut }) => cut.lengthFrames));
  return { index, id, cuts: own, longestFrames, gapFrames, timesPerDay, priority, from, to, days };
}

function modelChannel(
  channel: PlanChannel,
  orders: readonly PlanFlight[],
  flights: readonly FlightModel[],
  spans: ReadonlyMap<string, Span>,
): Omit<ChannelModel, 'index'> {
  const sorted = channel.breaks
    .map((source) => ({ source, id: source.id, atFrames: framesOfDay(source.at), lengthFrames: source.lengthFrames }))
    .sort((a, b) => a.atFrames - b.atFrames);
  const blackout = channel.blackout.map(toSpan);
  const windows = new Map<FlightModel, readonly number[]>();
  for (const flight of flights) {
    const order = orders[flight.index];
    if (!order || !isOrderedOn(order, channel)) continue;
    const open = sorted.flatMap(({ source, atFrames }, index) =>
      isInDayparts(source, atFrames, order.dayparts, spans) && !isInside(atFrames, blackout) ? [index] : [],
    );
    windows.set(flight, open);
  }
  return { id: channel.id, district: channel.district ?? '', blackout, breaks: sorted, windows };
}

/** Whether any of the four lists of a flight names this channel. */
export function isOrderedOn({ channels }: PlanFlight, channel: PlanChannel): boolean {
  return (
    channels.ids.includes(channel.id) ||
    (channel.operator !== undefined && channels.operators.includes(channel.operator)) ||
    (channel.district !== undefined && channels.districts.includes(channel.district)) ||
    channel.tags.some((tag) => channels.tags.includes(tag))
  );
}

// A break that says its daypart must also lie in it: an airing outside the ordered hours would be a wrong-time later.
function isInDayparts(
  adBreak: PlanBreak,
  atFrames: number,
  wanted: readonly string[],
  spans: ReadonlyMap<string, Span>,
): boolean {
  if (wanted.length === 0) return true;
  return wanted.some((name) => {
    const span = spans.get(name);
    const isNamed = adBreak.daypart === undefined || adBreak.daypart === name;
    return isNamed && span !== undefined && isInside(atFrames, [span]);
  });
}

function disagreeingBreaks(channel: PlanChannel, spans: ReadonlyMap<string, Span>): PlanNote[] {
  return channel.breaks.flatMap((adBreak) => {
    const span = adBreak.daypart === undefined ? undefined : spans.get(adBreak.daypart);
    if (!span || isInside(framesOfDay(adBreak.at), [span])) return [];
    return [{ rule: 'daypart-disagrees' as const, channel: channel.id, break: adBreak.id }];
  });
}

function isInside(atFrames: number, spans: readonly Span[]): boolean {
  return spans.some((span) => atFrames >= span.start && atFrames < span.end);
}

function toSpan([start, end]: readonly [string, string]): Span {
  return { start: framesOfDay(start), end: framesOfDay(end) };
}
