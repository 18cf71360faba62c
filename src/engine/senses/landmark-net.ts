import { packDense, runDense } from './dense-layer.ts';
import { type FaceBox, normalise, type RgbPicture } from './face-net.ts';
import { convolution, type Layer, type Picture, rectify, separable } from './image-layers.ts';
import { getTensor, type Weights } from './tensor.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** 68 points of a face in points of the picture, in the usual order: 36–41 and 42–47 the eyes, 48–67 the mouth. */
export type LandmarkNet = (picture: RgbPicture, face: FaceBox) => readonly Point[];

// The tiny landmark net of face-api.js.
const SIDE = 112;
const MEAN_RGB = [122.782, 117.001, 104.298] as const;
const POINTS = 68;
const FEATURES = 128;

/** Throws ModelError. */
export function createLandmarkNet(weights: Weights): LandmarkNet {
  const blocks = [
    block(weights, 'dense0', { inputs: 3, outputs: 32 }),
    block(weights, 'dense1', { inputs: 32, outputs: 64 }),
    block(weights, 'dense2', { inputs: 64, outputs: FEATURES }),
  ];
  const matrix = getTensor(weights, 'fc/weights', [FEATURES, 2 * POINTS]);
  const size = { inputs: FEATURES, outputs: 2 * POINTS };
  const weight = (output: number, input: number) => matrix[input * 2 * POINTS + output] ?? 0;
  const places = packDense(size, weight, getTensor(weights, 'fc/bias', [2 * POINTS]));
  return (picture, face) => {
    const square = squareAround(picture, face);
    const features = average(blocks.reduce((seen, layer) => layer(seen), cutOut(picture, square)));
    const shares = new Float64Array(2 * POINTS);
    runDense(places, { values: features, at: 0, step: 0, count: 1 }, shares);
    return Array.from({ length: POINTS }, (_, n) => ({
      x: square.x + (shares[2 * n] ?? 0) * square.side,
      y: square.y + (shares[2 * n + 1] ?? 0) * square.side,
    }));
  };
}

/** Three convolutions, each hearing all before it; halves the picture. */
function block(weights: Weights, name: string, { inputs, outputs }: { inputs: number; outputs: number }): Layer {
  const first =
    inputs === 3
      ? convolution(weights, `${name}/conv0`, { inputs, outputs, stride: 2, border: 'same' })
      : separable(weights, `${name}/conv0`, { inputs, outputs, stride: 2 });
  const second = separable(weights, `${name}/conv1`, { inputs: outputs, outputs });
  const third = separable(weights, `${name}/conv2`, { inputs: outputs, outputs });
  const cut = rectify(0);
  return (picture) => {
    const one = cut(first(picture));
    const two = second(one);
    const three = third(cut(add(one, two)));
    return cut(add(add(one, two), three));
  };
}

function add(a: Picture, b: Picture): Picture {
  return { ...a, values: a.values.map((value, index) => value + (b.values[index] ?? 0)) };
}

/** Each channel's mean over the whole picture. */
function average({ width, height, channels, values }: Picture): Float64Array {
  const sums = new Float64Array(channels);
  for (let at = 0; at < values.length; at++) sums[at % channels] = (sums[at % channels] ?? 0) + (values[at] ?? 0);
  return sums.map((sum) => sum / (width * height));
}

interface Square extends Point {
  readonly side: number;
}

/** The part of the face inside the picture, made square around its middle. */
function squareAround({ width, height }: RgbPicture, face: FaceBox): Square {
  const [left, top] = [Math.max(0, face.x), Math.max(0, face.y)];
  const [right, bottom] = [Math.min(width, face.x + face.width), Math.min(height, face.y + face.height)];
  const side = Math.max(1, right - left, bottom - top);
  return { x: (left + right - side) / 2, y: (top + bottom - side) / 2, side };
}

/** The square scaled to the net's size; black where it reaches over the picture. */
function cutOut({ width, height, rgb }: RgbPicture, square: Square): Picture {
  const cut = new Uint8Array(SIDE * SIDE * 3);
  const at = (n: number) => ((n + 0.5) * square.side) / SIDE - 0.5;
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const [fromX, fromY] = [square.x + at(x), square.y + at(y)];
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [shareX, shareY] = [fromX - left, fromY - top];
      for (let channel = 0; channel < 3; channel++) {
        const pixel = (px: number, py: number) =>
          px < 0 || py < 0 || px >= width || py >= height ? 0 : (rgb[(py * width + px) * 3 + channel] ?? 0);
        const upper = pixel(left, top) * (1 - shareX) + pixel(left + 1, top) * shareX;
        const lower = pixel(left, top + 1) * (1 - shareX) + pixel(left + 1, top + 1) * shareX;
        cut[(y * SIDE + x) * 3 + channel] = upper * (1 - shareY) + lower * shareY;
      }
    }
  return normalise({ width: SIDE, height: SIDE, rgb: cut }, MEAN_RGB);
}
