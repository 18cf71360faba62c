import type { ShownFace } from '../graphics/shown-face.ts';

// Of those who are seen, the nearest: who is a fifth smaller stands behind.
const AS_NEAR = 0.8;
// A box begins at the brows: the middle of the head is a little above the middle of the box.
const HEAD_MIDDLE = 0.35;

/** The middle of the nearest person's head over these looks, in shares of the canvas; undefined where nobody is seen. */
export function middleOfFace(
  faces: readonly ShownFace[],
  canvas: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } | undefined {
  const tallest = Math.max(0, ...faces.map(({ box }) => box.height));
  const near = faces.filter(({ box }) => box.height >= AS_NEAR * tallest).map(({ box }) => box);
  if (near.length === 0) return undefined;
  return {
    x: within(median(near.map((box) => box.x + box.width / 2)) / canvas.width),
    y: within(median(near.map((box) => box.y + HEAD_MIDDLE * box.height)) / canvas.height),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
