import type { EndCard } from './end-card.ts';
import type { Look } from './look.ts';
import { openedSince, type Pose } from './motion.ts';

/** The ground wipes over the film from the left, then scheme, call and contact open one after the other; then all is still. */
export function endCardEntry({ ground, scheme, call, contact }: EndCard, { motion }: Look): Pose[] {
  const { ground: groundFrames, part: partFrames, schemeAt, callAt, contactAt } = motion.endCard;
  const comers = [
    { part: ground, at: 0, frames: groundFrames },
    { part: scheme, at: schemeAt, frames: partFrames },
    { part: call, at: callAt, frames: partFrames },
    { part: contact, at: contactAt, frames: partFrames },
  ];
  return Array.from({ length: contactAt + partFrames }, (_, frame) =>
    comers.flatMap(({ part, at, frames }) =>
      part && frame >= at ? [openedSince(part, frame, at, { frames, curve: motion.in })] : [],
    ),
  );
}
