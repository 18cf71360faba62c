import { holds, type Part } from './drawing.ts';
import type { Pose } from './motion.ts';
import type { ShownPart } from './svg.ts';

/** A graphic that comes, stands and goes: its parts in drawing order, and what is seen on each frame of the way. */
export interface Movement {
  readonly parts: readonly Part[];
  readonly entry: readonly Pose[];
  readonly exit: readonly Pose[];
}

/**
 * The movement without the last pictures of its way in that already show what stands: a card without a helpline is there
 * before the helpline would have come. Each picture that fills 1080p costs FFmpeg 10 ms.
 */
export function settled(movement: Movement): Movement {
  const entry = movement.entry.map((pose) => pose.map((shown) => (isWhole(shown) ? { part: shown.part } : shown)));
  const moving = entry.findLastIndex((pose) => !standsStill(pose, movement.parts));
  return { ...movement, entry: entry.slice(0, moving + 1) };
}

function standsStill(pose: Pose, parts: readonly Part[]): boolean {
  return pose.length === parts.length && pose.every((shown, at) => shown.part === parts[at] && isWhole(shown));
}

/** A part in its place that nothing cuts, turns or fades. A curve that overshoots opens further than the part's box. */
export function isWhole({ part: { box }, clip = box, shift, opacity = 1, turn }: ShownPart): boolean {
  const moved = turn !== undefined || (shift !== undefined && (shift.x !== 0 || shift.y !== 0));
  return !moved && opacity === 1 && holds(clip, box);
}

/** The movement in a stay of so many frames: one that is too short for its whole way has fewer pictures of it. */
export function paced(movement: Movement, stay: number): Movement {
  const { entry, exit } = movement;
  const way = entry.length + exit.length;
  const share = (stay - 1) / way;
  if (share >= 1) return movement;
  return { ...movement, entry: sampled(entry, share), exit: sampled(exit, share) };
}

function sampled(poses: readonly Pose[], share: number): Pose[] {
  const count = Math.floor(poses.length * share);
  return Array.from({ length: count }, (_, index) => poses[Math.floor(((index + 1) * poses.length) / count) - 1] ?? []);
}
