import { packDense, runDense } from './dense-layer.ts';
import { getTensor, type Weights } from './tensor.ts';

/** A picture inside a net: `channels` numbers of one point after another, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly values: Float64Array;
}

/** Makes one picture of another. */
export type Layer = (picture: Picture) => Picture;

interface Shape {
  readonly inputs: number;
  readonly outputs: number;
  readonly stride?: 1 | 2;
}

/** A 3 × 3 convolution over all channels, without a border around the picture (`valid`) or with one (`same`). */
export function convolution(
  weights: Weights,
  name: string,
  { inputs, outputs, stride = 1, border }: Shape & { readonly border: 'valid' | 'same' },
): Layer {
  const kernel = getTensor(weights, `${name}/filters`, [3, 3, inputs, outputs]);
  const layer = packDense(
    { inputs: 9 * inputs, outputs },
    (output, input) => kernel[input * outputs + output] ?? 0,
    getTensor(weights, `${name}/bias`, [outputs]),
  );
  return (picture) => {
    const source = border === 'same' ? bordered(picture, stride) : picture;
    const made = emptyPicture(source, { outputs, stride });
    const patches = new Float64Array(made.width * 9 * inputs);
    for (let y = 0; y < made.height; y++) {
      gatherRow(source, { y: y * stride, stride, count: made.width }, patches);
      const points = { values: patches, at: 0, step: 9 * inputs, count: made.width };
      runDense(layer, points, made.values, y * made.width * outputs);
    }
    return made;
  };
}

/** The nine neighbours of each point of a row, one point after another. */
function gatherRow(
  { width, channels, values }: Picture,
  { y, stride, count }: { readonly y: number; readonly stride: number; readonly count: number },
  into: Float64Array,
): void {
  const row = 3 * channels;
  for (let x = 0; x < count; x++)
    for (let dy = 0; dy < 3; dy++) {
      const from = ((y + dy) * width + x * stride) * channels;
      for (let n = 0; n < row; n++) into[(x * 3 + dy) * row + n] = values[from + n] ?? 0;
    }
}

/** A 3 × 3 convolution of each channel alone, then a mix of the channels at each point; with a border. */
export function separable(weights: Weights, name: string, { inputs, outputs, stride = 1 }: Shape): Layer {
  const kernel = getTensor(weights, `${name}/depthwise_filter`, [3, 3, inputs, 1]);
  const mixer = mix(weights, { kernel: `${name}/pointwise_filter`, bias: `${name}/bias` }, { inputs, outputs });
  return (picture) => mixer(depthwise(bordered(picture, stride), kernel, stride));
}

/** A mix of the channels at each point (1 × 1 convolution). */
export function mix(
  weights: Weights,
  names: { readonly kernel: string; readonly bias: string },
  { inputs, outputs }: Shape,
): Layer {
  const kernel = getTensor(weights, names.kernel, [1, 1, inputs, outputs]);
  const bias = getTensor(weights, names.bias, [outputs]);
  const layer = packDense({ inputs, outputs }, (output, input) => kernel[input * outputs + output] ?? 0, bias);
  return ({ width, height, values }) => {
    const made = { width, height, channels: outputs, values: new Float64Array(width * height * outputs) };
    runDense(layer, { values, at: 0, step: inputs, count: width * height }, made.values);
    return made;
  };
}

function depthwise(source: Picture, kernel: Float64Array, stride: number): Picture {
  const { channels, width, values } = source;
  const made = emptyPicture(source, { outputs: channels, stride });
  for (let y = 0; y < made.height; y++)
    for (let x = 0; x < made.width; x++) {
      const to = (y * made.width + x) * channels;
      const from = (y * stride * width + x * stride) * channels;
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let dy = 0; dy < 3; dy++) {
          const at = from + dy * width * channels + channel;
          const weight = dy * 3 * channels + channel;
          sum +=
            (values[at] ?? 0) * (kernel[weight] ?? 0) +
            (values[at + channels] ?? 0) * (kernel[weight + channels] ?? 0) +
            (values[at + 2 * channels] ?? 0) * (kernel[weight + 2 * channels] ?? 0);
        }
        made.values[to + channel] = sum;
      }
    }
  return made;
}

/** The highest of each 2 × 2 points; at the right and lower edge, of what is there. */
export function highest(stride: 1 | 2): Layer {
  return ({ width, height, channels, values }) => {
    const [w, h] = [Math.ceil(width / stride), Math.ceil(height / stride)];
    const made = { width: w, height: h, channels, values: new Float64Array(w * h * channels) };
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++) {
        const here = (y * stride * width + x * stride) * channels;
        const right = x * stride + 1 < width ? channels : 0;
        const below = y * stride + 1 < height ? width * channels : 0;
        for (let n = here; n < here + channels; n++)
          made.values[(y * w + x) * channels + n - here] = Math.max(
            values[n] ?? 0,
            values[n + right] ?? 0,
            values[n + below] ?? 0,
            values[n + right + below] ?? 0,
          );
      }
    return made;
  };
}

/** Below nothing, `share` of it is left: 0 cuts it off. Changes the picture in place. */
export function rectify(share: number): Layer {
  return (picture) => {
    const { values } = picture;
    for (let n = 0; n < values.length; n++) {
      const value = values[n] ?? 0;
      if (value < 0) values[n] = value * share;
    }
    return picture;
  };
}

function emptyPicture(source: Picture, { outputs, stride }: { outputs: number; stride: number }): Picture {
  const width = Math.floor((source.width - 3) / stride) + 1;
  const height = Math.floor((source.height - 3) / stride) + 1;
  return { width, height, channels: outputs, values: new Float64Array(width * height * outputs) };
}

/** A border of nothing, as TensorFlow's `same` has it: an odd point of it stands right and below. */
function bordered({ width, height, channels, values }: Picture, stride: number): Picture {
  const border = (side: number) => Math.max(0, (Math.ceil(side / stride) - 1) * stride + 3 - side);
  const [w, h] = [width + border(width), height + border(height)];
  const [left, top] = [Math.floor(border(width) / 2), Math.floor(border(height) / 2)];
  const wide = new Float64Array(w * h * channels);
  for (let y = 0; y < height; y++)
    wide.set(values.subarray(y * width * channels, (y + 1) * width * channels), ((y + top) * w + left) * channels);
  return { width: w, height: h, channels, values: wide };
}
