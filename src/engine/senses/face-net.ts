import { convolution, highest, type Layer, mix, type Picture, rectify, separable } from './image-layers.ts';
import type { Weights } from './tensor.ts';

/** 8-bit RGB, row by row. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array<ArrayBuffer>;
}

/** In points of the picture that was looked at; it may reach over the picture's edge. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How sure the net is, 0–1. */
  readonly score: number;
}

export type FaceNet = (picture: RgbPicture) => readonly FaceBox[];

// The tiny face detector of face-api.js: five shapes of a face, in cells of 32 points.
const CELL = 32;
const SHAPES = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;
const NUMBERS = 5;
const MEAN_RGB = [117.001, 114.697, 97.404] as const;
const LEAK = 0.1;
// Two boxes that share more than this of their area are one face.
const SAME = 0.4;

/** Finds faces that are sure by `least`. Throws ModelError. */
export function createFaceNet(weights: Weights, least: number): FaceNet {
  const leak = rectify(LEAK);
  const step = (index: number, inputs: number, pool: 1 | 2): Layer[] => [
    separable(weights, `conv${index}`, { inputs, outputs: inputs * 2 }),
    leak,
    ...(index < 5 ? [highest(pool)] : [highest(1)]),
  ];
  const layers: readonly Layer[] = [
    convolution(weights, 'conv0', { inputs: 3, outputs: 16, border: 'valid' }),
    leak,
    highest(2),
    ...[16, 32, 64, 128, 256].flatMap((inputs, index) => step(index + 1, inputs, 2)),
    mix(weights, { kernel: 'conv8/filters', bias: 'conv8/bias' }, { inputs: 512, outputs: SHAPES.length * NUMBERS }),
  ];
  return (picture) => {
    const grid = layers.reduce((seen, layer) => layer(seen), normalise(picture, MEAN_RGB));
    return withoutDoubles(readGrid(grid, least));
  };
}

/** Colours around 0, as the nets were trained. */
export function normalise({ width, height, rgb }: RgbPicture, mean: readonly [number, number, number]): Picture {
  const values = new Float64Array(rgb.length);
  for (const [channel, middle] of mean.entries())
    for (let at = channel; at < rgb.length; at += 3) values[at] = ((rgb[at] ?? 0) - middle) / 255;
  return { width, height, channels: 3, values };
}

function readGrid({ width, height, channels, values }: Picture, least: number): FaceBox[] {
  const found: FaceBox[] = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      for (const [index, [wide, high]] of SHAPES.entries()) {
        const at = (row * width + column) * channels + index * NUMBERS;
        const [x = 0, y = 0, w = 0, h = 0, sure = 0] = values.subarray(at, at + NUMBERS);
        const score = sigmoid(sure);
        if (score < least) continue;
        const [faceWidth, faceHeight] = [Math.exp(w) * wide * CELL, Math.exp(h) * high * CELL];
        const centre = [(column + sigmoid(x)) * CELL, (row + sigmoid(y)) * CELL] as const;
        const box = { x: centre[0] - faceWidth / 2, y: centre[1] - faceHeight / 2, width: faceWidth };
        found.push({ ...box, height: faceHeight, score });
      }
  return found;
}

/** The surest of boxes that lie over each other. */
function withoutDoubles(boxes: readonly FaceBox[]): FaceBox[] {
  const kept: FaceBox[] = [];
  for (const box of boxes.toSorted((a, b) => b.score - a.score))
    if (kept.every((other) => sharedArea(box, other) <= SAME)) kept.push(box);
  return kept;
}

function sharedArea(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (a.width * a.height + b.width * b.height - width * height);
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
