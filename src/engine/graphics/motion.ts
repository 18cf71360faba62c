import type { Box, Part } from './drawing.ts';
import type { Curve, Look } from './look.ts';
import type { ShownPart } from './svg.ts';

type Side = 'left' | 'right' | 'bottom';

/** A picture of a movement: what is to be seen on one frame, in drawing order. */
export type Pose = readonly ShownPart[];

/** Bar grows from the ground, then each slab wipes out of it, the next one `rowGap` frames after the one above. */
export function lowerThirdEntry(bar: Part, slabs: readonly Part[], { motion }: Look): Pose[] {
  const { entry, bar: barFrames, rowGap } = motion.lowerThird;
  const slabFrames = entry - rowGap * (slabs.length - 1);
  return poses(entry, (frame) => [
    wiped(bar, 'bottom', ease(motion.in, (frame + 1) / barFrames)),
    ...slabs.map((slab, row) => wiped(slab, 'left', ease(motion.in, (frame + 1 - row * rowGap) / slabFrames))),
  ]);
}

/** All parts close together towards one side of their common box. */
export function closing(
  parts: readonly Part[],
  common: Box,
  towards: 'left' | 'right',
  { frames, curve }: Beat,
): Pose[] {
  return poses(frames, (frame) => {
    const rest = wipe(common, towards, 1 - ease(curve, (frame + 1) / (frames + 1)));
    return parts.map((part) => ({ part, clip: rest }));
  });
}

/** A part opens from one of its sides. */
export function opening(part: Part, from: 'left' | 'right', { frames, curve }: Beat): Pose[] {
  return poses(frames, (frame) => [wiped(part, from, ease(curve, (frame + 1) / frames))]);
}

export interface Beat {
  readonly frames: number;
  readonly curve: Curve;
}

/** The part opened from the left, `startFrame` being the first picture in which anything of it shows. */
export function openedSince(part: Part, frame: number, startFrame: number, { frames, curve }: Beat): ShownPart {
  return wiped(part, 'left', ease(curve, (frame + 1 - startFrame) / frames));
}

function poses(count: number, pose: (frame: number) => Pose): Pose[] {
  return Array.from({ length: count }, (_, frame) => pose(frame));
}

function wiped(part: Part, from: Side, progress: number): ShownPart {
  return { part, clip: wipe(part.box, from, progress) };
}

/** The share of a box next to one side. Heights are even: an interlaced picture shows every second line at a time. */
function wipe(box: Box, from: Side, progress: number): Box {
  const width = box.width * progress;
  if (from === 'left') return { ...box, width };
  if (from === 'right') return { ...box, x: box.x + box.width - width, width };
  const height = 2 * Math.round((box.height * progress) / 2);
  return { ...box, y: box.y + box.height - height, height };
}

/** Progress 0–1 along a cubic Bézier curve from (0, 0) to (1, 1) with two control points, as CSS draws it. */
export function ease([x1, y1, x2, y2]: Curve, time: number): number {
  if (time <= 0) return 0;
  if (time >= 1) return 1;
  let [low, high] = [0, 1];
  // 30 halvings: a billionth of the way, far below a pixel.
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (bezier(x1, x2, middle) < time) low = middle;
    else high = middle;
  }
  return bezier(y1, y2, (low + high) / 2);
}

function bezier(first: number, second: number, at: number): number {
  const rest = 1 - at;
  return 3 * rest * rest * at * first + 3 * rest * at * at * second + at ** 3;
}
