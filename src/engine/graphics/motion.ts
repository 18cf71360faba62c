import type { Box, Part } from './drawing.ts';
import type { Curve } from './look.ts';
import type { ShownPart } from './svg.ts';

type Side = 'left' | 'right' | 'bottom';

/** A picture of a movement: what is to be seen on one frame, in drawing order. */
export type Pose = readonly ShownPart[];

/** How long a move takes, and how it goes. */
export interface Beat {
  readonly frames: number;
  readonly curve: Curve;
}

export function poses(count: number, pose: (frame: number) => Pose): Pose[] {
  return Array.from({ length: count }, (_, frame) => pose(frame));
}

/** Nothing of a part shows before its frame; then it opens from one side. */
export function openedSince(
  part: Part,
  frame: number,
  since: number,
  { frames, curve, from = 'left' }: Beat & { readonly from?: Side },
): ShownPart {
  return wiped(part, from, ease(curve, (frame + 1 - since) / frames));
}

/** All parts close together towards one side of their common box. */
export function closing(parts: readonly Part[], common: Box, towards: Side, { frames, curve }: Beat): Pose[] {
  return poses(frames, (frame) => {
    const rest = wipe(common, towards, 1 - ease(curve, (frame + 1) / (frames + 1)));
    return parts.map((part) => ({ part, clip: rest }));
  });
}

/** A part opens from one of its sides. */
export function opening(part: Part, from: Side, { frames, curve }: Beat): Pose[] {
  return poses(frames, (frame) => [wiped(part, from, ease(curve, (frame + 1) / frames))]);
}

/** A part comes up from `rise` px below while it fades in; even px a frame, for an interlaced picture shows every second line at a time. */
export function risenSince(
  part: Part,
  frame: number,
  since: number,
  { frames, curve, rise, fade }: Beat & { readonly rise: number; readonly fade: number },
): ShownPart {
  const below = rise * (1 - ease(curve, (frame + 1 - since) / frames));
  return { part, shift: { x: 0, y: evenly(below) }, opacity: fadeAt(frame, since, fade) };
}

/** 0–1 over `frames` frames from `since` on. */
export function fadeAt(frame: number, since: number, frames: number): number {
  return Math.min(1, Math.max(0, (frame + 1 - since) / frames));
}

/** Old words give way to new ones at an edge that moves over both from the left. */
export function swapping(old: readonly Part[], next: readonly Part[], over: Box, { frames, curve }: Beat): Pose[] {
  return poses(frames, (frame) => {
    const width = over.width * ease(curve, (frame + 1) / (frames + 1));
    const [left, right] = [
      { ...over, width },
      { ...over, x: over.x + width, width: over.width - width },
    ];
    return [...old.map((part) => ({ part, clip: right })), ...next.map((part) => ({ part, clip: left }))];
  });
}

export function wiped(part: Part, from: Side, progress: number): ShownPart {
  return { part, clip: wipe(part.box, from, progress) };
}

/** The share of a box next to one side; heights are even. */
export function wipe(box: Box, from: Side, progress: number): Box {
  const width = box.width * progress;
  if (from === 'left') return { ...box, width };
  if (from === 'right') return { ...box, x: box.x + box.width - width, width };
  const height = evenly(box.height * progress);
  return { ...box, y: box.y + box.height - height, height };
}

export function evenly(length: number): number {
  return 2 * Math.round(length / 2);
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
