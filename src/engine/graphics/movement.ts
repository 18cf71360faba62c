import type { Part } from './drawing.ts';
import type { Pose } from './motion.ts';

/** A graphic that comes, stands and goes: its parts in drawing order, and what is seen on each frame of the way. */
export interface Movement {
  readonly parts: readonly Part[];
  readonly entry: readonly Pose[];
  readonly exit: readonly Pose[];
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
