import { addDays, broadcastDay, listDays } from '../../kernel/broadcast-day.ts';
import { frames } from '../../kernel/frames.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import { type ChannelDay, emptyDay, insertAt, numberPositions } from './channel-day.ts';
import type { ChannelLog, PlanNote, PlannedLogs, Unplaced } from './channel-log.ts';
import { fillBreaks } from './fill-breaks.ts';
import { isRunningOn } from './flight-day.ts';
import { placeOneMore } from './mend-missing.ts';
import { placeFlight } from './place-flight.ts';
import { buildPlanModel, type ChannelModel, type CutModel, type FlightModel, type PlanModel } from './plan-model.ts';
import type { Plan, PlanLock } from './plan-schema.ts';
import { recheckLogs } from './recheck-logs.ts';
import { type Rotation, rotateCuts } from './rotation.ts';
import { explainUnplaced } from './why-unplaced.ts';

/** One log for each channel and day of the order, also where nothing is planned. Same order, same logs. */
export function planLogs(plan: Plan): PlannedLogs {
  const model = buildPlanModel(plan);
  const from = broadcastDay(plan.from);
  const days = listDays(from, addDays(from, plan.days));
  const locks = Map.groupBy(plan.locked, (lock) => JSON.stringify([lock.channel, lock.day]));
  const rotations = new Map([...model.flights.values()].map((flight) => [flight, rotateCuts(flight)]));
  const logs: ChannelLog[] = [];
  const unplaced: Unplaced[] = [];
  for (const channel of model.channels) {
    for (const rotation of rotations.values()) rotation.nextChannel();
    const uses = new Map<CutModel, number>();
    for (const day of days) {
      const channelDay = lockedDay(model, channel, day, locks.get(JSON.stringify([channel.id, day])) ?? []);
      unplaced.push(...placeDay(channelDay, rotations));
      if (plan.fill) fillBreaks(channelDay, model.evergreens, uses);
      logs.push(readLog(channelDay));
    }
  }
  const { violations, warnings } = recheckLogs(plan, logs);
  return { logs, unplaced, violations, warnings: [...model.notes, ...locksOutside(plan, days), ...warnings] };
}

function lockedDay(model: PlanModel, channel: ChannelModel, day: string, locks: readonly PlanLock[]): ChannelDay {
  const channelDay = emptyDay(channel, day);
  for (const lock of [...locks].sort((a, b) => a.position - b.position)) {
    const filled = channelDay.breaks.find(({ adBreak }) => adBreak.id === lock.break);
    const cut = model.cuts.get(lock.cut);
    if (!filled || !cut) continue;
    const flight = lock.flight === null ? null : (model.flights.get(lock.flight) ?? null);
    const item = { cut, flight, lockedAt: lock.position, startFrames: 0 };
    insertAt(channelDay, filled, filled.items.length, item);
  }
  return channelDay;
}

function placeDay(day: ChannelDay, rotations: ReadonlyMap<FlightModel, Rotation>): Unplaced[] {
  const running = [...day.channel.windows.keys()].filter((flight) => isRunningOn(flight, day.day));
  running.sort((a, b) => a.priority - b.priority || slackOf(day, a) - slackOf(day, b) || a.index - b.index);
  const missing = new Map<FlightModel, number>();
  for (const flight of running) {
    const rotation = rotations.get(flight);
    if (rotation) missing.set(flight, mend(day, flight, rotation, placeFlight(day, flight, rotation)));
  }
  // Once more: what came later may stand as a separator where two of a kind could not be neighbours.
  for (const [flight, count] of missing) {
    const rotation = rotations.get(flight);
    if (rotation) missing.set(flight, mend(day, flight, rotation, count));
  }
  return [...missing].flatMap(([flight, count]) =>
    count === 0
      ? []
      : [
          {
            flight: flight.id,
            channel: day.channel.id,
            day: day.day,
            missing: count,
            reason: explainUnplaced(day, flight),
          },
        ],
  );
}

function mend(day: ChannelDay, flight: FlightModel, rotation: Rotation, count: number): number {
  let missing = count;
  while (missing > 0 && placeOneMore(day, flight, rotation)) missing -= 1;
  return missing;
}

// Flights with few breaks to choose from go before those with many; of two alike the longer film goes first.
function slackOf(day: ChannelDay, flight: FlightModel): number {
  const open = day.channel.windows.get(flight)?.length ?? 0;
  return open / Math.max(1, flight.timesPerDay) - flight.longestFrames / 1e6;
}

function readLog(day: ChannelDay): ChannelLog {
  const positions = day.breaks.flatMap(({ adBreak, items }) => {
    const numbers = numberPositions(items);
    return items.map(({ cut, flight, startFrames }, index) => ({
      break: adBreak.id,
      position: numbers[index] ?? index + 1,
      at: formatTimecode(frames(startFrames)),
      cut: cut.id,
      flight: flight?.id ?? null,
      lengthFrames: cut.lengthFrames,
    }));
  });
  return { channel: day.channel.id, day: day.day, positions };
}

function locksOutside(plan: Plan, days: readonly string[]): PlanNote[] {
  const outside = plan.locked.filter((lock) => !days.includes(lock.day));
  return outside.map(({ channel, day, break: adBreak, flight }) => ({
    rule: 'lock-outside-plan',
    channel,
    day,
    break: adBreak,
    ...(flight === null ? {} : { flight }),
  }));
}
