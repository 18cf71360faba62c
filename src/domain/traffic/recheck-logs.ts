import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import type { BrokenRule, ChannelLog, LogPosition, Rule } from './channel-log.ts';
import { isRunningOn } from './flight-day.ts';
import { framesOfDay, isOrderedOn } from './plan-model.ts';
import type { Plan, PlanBreak, PlanChannel, PlanCut, PlanFlight } from './plan-schema.ts';

/** What the check of one log looks at: plain look-ups into the order, nothing of the planner's own state. */
interface Scene {
  readonly plan: Plan;
  readonly log: ChannelLog;
  readonly channel: PlanChannel;
  readonly cuts: ReadonlyMap<string, PlanCut>;
  readonly flights: ReadonlyMap<string, PlanFlight>;
  readonly isLocked: (position: LogPosition) => boolean;
}

interface Finding {
  readonly rule: Rule;
  readonly position: LogPosition;
  /** Locks alone break the rule: a warning, since locks stay. */
  readonly byLocks: boolean;
}

/** A second reading of finished logs against the order, from the start: what breaks a rule, by us or by locks alone. */
export function recheckLogs(plan: Plan, logs: readonly ChannelLog[]) {
  const channels = new Map(plan.channels.map((channel) => [channel.id, channel]));
  const cuts = new Map(plan.cuts.map((cut) => [cut.id, cut]));
  const flights = new Map(plan.flights.map((flight) => [flight.id, flight]));
  const locks = new Set(plan.locked.map((lock) => lockKey(lock.channel, lock.day, lock)));
  const violations: BrokenRule[] = [];
  const warnings: BrokenRule[] = [];
  for (const log of logs) {
    const channel = channels.get(log.channel);
    if (!channel) continue;
    const isLocked = (position: LogPosition) => locks.has(lockKey(log.channel, log.day, position));
    for (const { rule, position, byLocks } of checkLog({ plan, log, channel, cuts, flights, isLocked })) {
      const { break: adBreak, position: number, cut, flight } = position;
      const broken = { rule, channel: log.channel, day: log.day, break: adBreak, position: number, cut, flight };
      (byLocks ? warnings : violations).push(broken);
    }
  }
  return { violations, warnings };
}

function lockKey(channel: string, day: string, at: { break: string; position: number; cut: string }): string {
  return JSON.stringify([channel, day, at.break, at.position, at.cut]);
}

function checkLog(scene: Scene): Finding[] {
  const breaks = new Map(scene.channel.breaks.map((adBreak) => [adBreak.id, adBreak]));
  const groups = Map.groupBy(scene.log.positions, (position) => position.break);
  const findings: Finding[] = [];
  for (const [id, positions] of groups) {
    const adBreak = breaks.get(id);
    if (adBreak) findings.push(...checkBreak(scene, adBreak, positions));
  }
  for (const flight of scene.flights.values()) findings.push(...checkFlight(scene, flight));
  return findings;
}

function checkBreak(scene: Scene, adBreak: PlanBreak, positions: readonly LogPosition[]): Finding[] {
  const findings: Finding[] = [];
  let start = framesOfDay(adBreak.at);
  const end = start + adBreak.lengthFrames;
  positions.forEach((position, index) => {
    const before = positions[index - 1];
    const isLocked = scene.isLocked(position);
    const report = (rule: Rule, byLocks: boolean) => findings.push({ rule, position, byLocks });
    if (position.at !== formatTimecode(frames(start))) report('position', false);
    if (position.position !== (before?.position ?? 0) + 1) report('position', isLocked);
    if (start + position.lengthFrames > end) report('capacity', positions.slice(0, index + 1).every(scene.isLocked));
    if (before && sharesKey(scene, before.cut, position.cut)) report('separation', isLocked && scene.isLocked(before));
    if (isExpired(scene, position.cut)) report('expired', isLocked);
    if (isBlackedOut(scene.channel, start, position.lengthFrames)) report('blackout', isLocked);
    for (const rule of flightFaults(scene, adBreak, position)) report(rule, isLocked);
    start += position.lengthFrames;
  });
  return findings;
}

function sharesKey({ plan, cuts }: Scene, a: string, b: string): boolean {
  const [one, other] = [cuts.get(a), cuts.get(b)];
  return plan.separate.some((key) => Boolean(one?.[key]) && one?.[key] === other?.[key]);
}

function isExpired({ cuts, log }: Scene, id: string): boolean {
  const cut = cuts.get(id);
  return (
    !cut || (cut.notBefore != null && log.day < cut.notBefore) || (cut.notAfter != null && log.day >= cut.notAfter)
  );
}

function isBlackedOut(channel: PlanChannel, start: number, lengthFrames: number): boolean {
  return channel.blackout.some(([from, to]) => start < framesOfDay(to) && start + lengthFrames > framesOfDay(from));
}

function flightFaults({ plan, log, channel, flights }: Scene, adBreak: PlanBreak, position: LogPosition): Rule[] {
  const flight = position.flight === null ? undefined : flights.get(position.flight);
  if (!flight) return [];
  const isInside = (name: string) => {
    const span = plan.dayparts[name];
    return span !== undefined && adBreak.at >= span[0] && adBreak.at < span[1] && (adBreak.daypart ?? name) === name;
  };
  const isOrdered = isOrderedOn(flight, channel) && isRunningOn(flight, log.day);
  const isInDayparts = flight.dayparts.length === 0 || flight.dayparts.some(isInside);
  return [...(isOrdered ? [] : (['flight-day'] as const)), ...(isInDayparts ? [] : (['daypart'] as const))];
}

function checkFlight({ log, isLocked }: Scene, flight: PlanFlight): Finding[] {
  const plays = log.positions.filter((position) => position.flight === flight.id);
  const findings: Finding[] = plays.slice(flight.timesPerDay).map((position) => {
    return { rule: 'times-per-day', position, byLocks: plays.every(isLocked) };
  });
  const gapFrames = flight.minGapMinutes * 60 * FRAME_RATE;
  plays.forEach((position, index) => {
    const near = plays.slice(0, index).filter((other) => framesBetween(other, position) < gapFrames);
    if (near.length === 0) return;
    findings.push({ rule: 'gap', position, byLocks: isLocked(position) && near.every(isLocked) });
  });
  return findings;
}

function framesBetween(a: LogPosition, b: LogPosition): number {
  const start = ({ at }: LogPosition) => framesOfDay(at.slice(0, -3)) + Number(at.slice(-2));
  return Math.abs(start(a) - start(b));
}
