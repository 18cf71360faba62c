import { type DenseLayer, type Points, packDense, runDense } from './dense-layer.ts';
import { getTensor, type Weights } from './tensor.ts';

/** Samples a second that it was trained on, and samples of one step: 32 ms. */
export const SPEECH_RATE = 16_000;
export const SPEECH_STEP = 512;

/** Tells for each step of 512 samples (−1 … 1, at 16 kHz) how likely somebody speaks in it: 0–1. */
export interface SpeechNet {
  hear(step: Float32Array): number;
}

// Silero VAD, 16 kHz: each step is heard with the 64 samples before it, and mirrored by 64 at its end.
const CONTEXT = 64;
const WINDOW = 256;
const HOP = 128;
const BINS = WINDOW / 2 + 1;
const FRAMES = 4;
const CELLS = 128;

/** A net at its beginning; one for each sound that is listened to, for it remembers. Throws ModelError. */
export function createSpeechNet(weights: Weights): SpeechNet {
  const layers = readLayers(weights);
  const heard = new Float64Array(CONTEXT + SPEECH_STEP + CONTEXT);
  const cell = new Float64Array(CELLS);
  const hidden = new Float64Array(CELLS);
  return {
    hear(step) {
      heard.copyWithin(0, SPEECH_STEP, SPEECH_STEP + CONTEXT);
      heard.set(step, CONTEXT);
      const last = CONTEXT + SPEECH_STEP - 1;
      for (let n = 1; n <= CONTEXT; n++) heard[last + n] = heard[last - n] ?? 0;
      let features = spectrum(layers.basis, heard);
      for (const { layer, stride } of layers.encoder) features = convolve(layer, features, stride);
      remember(layers.memory, features, { cell, hidden });
      const answer = new Float64Array(1);
      runDense(layers.answer, onePoint(hidden.map((value) => Math.max(0, value))), answer);
      return sigmoid(answer[0] ?? 0);
    },
  };
}

/** Numbers of one moment after another, `channels` each. */
interface Moments {
  readonly channels: number;
  readonly values: Float64Array;
}

interface Layers {
  readonly basis: DenseLayer;
  readonly encoder: readonly { readonly layer: DenseLayer; readonly stride: number }[];
  /** From what is heard and what was remembered to the four gates. */
  readonly memory: DenseLayer;
  readonly answer: DenseLayer;
}

function readLayers(weights: Weights): Layers {
  const basis = getTensor(weights, 'model.stft.forward_basis_buffer', [2 * BINS, 1, WINDOW]);
  const encoder = (
    [
      [BINS, 128, 1],
      [128, 64, 2],
      [64, 64, 2],
      [64, CELLS, 1],
    ] as const
  ).map(([inputs, outputs, stride], index) => {
    const name = `model.encoder.${index}.reparam_conv`;
    const kernel = getTensor(weights, `${name}.weight`, [outputs, inputs, 3]);
    const bias = getTensor(weights, `${name}.bias`, [outputs]);
    // The file has a channel's three moments side by side; ours come a moment at a time.
    const at = (output: number, input: number) =>
      kernel[(output * inputs + (input % inputs)) * 3 + Math.floor(input / inputs)] ?? 0;
    return { layer: packDense({ inputs: inputs * 3, outputs }, at, bias), stride };
  });
  return {
    basis: packDense(
      { inputs: WINDOW, outputs: 2 * BINS },
      (output, input) => basis[output * WINDOW + input] ?? 0,
      new Float64Array(2 * BINS),
    ),
    encoder,
    memory: readMemory(weights),
    answer: packDense(
      { inputs: CELLS, outputs: 1 },
      (_, input) => getTensor(weights, 'model.decoder.decoder.2.weight', [1, CELLS, 1])[input] ?? 0,
      getTensor(weights, 'model.decoder.decoder.2.bias', [1]),
    ),
  };
}

function readMemory(weights: Weights): DenseLayer {
  const name = 'model.decoder.rnn';
  const heard = getTensor(weights, `${name}.weight_ih`, [4 * CELLS, CELLS]);
  const kept = getTensor(weights, `${name}.weight_hh`, [4 * CELLS, CELLS]);
  const keptBias = getTensor(weights, `${name}.bias_hh`, [4 * CELLS]);
  const bias = getTensor(weights, `${name}.bias_ih`, [4 * CELLS]).map((value, index) => value + (keptBias[index] ?? 0));
  const at = (output: number, input: number) =>
    (input < CELLS ? heard[output * CELLS + input] : kept[output * CELLS + input - CELLS]) ?? 0;
  return packDense({ inputs: 2 * CELLS, outputs: 4 * CELLS }, at, bias);
}

/** Strength of each frequency in four overlapping windows. */
function spectrum(basis: DenseLayer, heard: Float64Array): Moments {
  const waves = new Float64Array(FRAMES * 2 * BINS);
  runDense(basis, { values: heard, at: 0, step: HOP, count: FRAMES }, waves);
  const values = new Float64Array(FRAMES * BINS);
  for (let frame = 0; frame < FRAMES; frame++)
    for (let bin = 0; bin < BINS; bin++) {
      const at = frame * 2 * BINS + bin;
      values[frame * BINS + bin] = Math.hypot(waves[at] ?? 0, waves[at + BINS] ?? 0);
    }
  return { channels: BINS, values };
}

/** Three moments at a time, silence before the first and after the last; what is below nothing is nothing. */
function convolve(layer: DenseLayer, { channels, values }: Moments, stride: number): Moments {
  const padded = new Float64Array(values.length + 2 * channels);
  padded.set(values, channels);
  const count = Math.ceil(values.length / channels / stride);
  const made = new Float64Array(count * layer.outputs);
  runDense(layer, { values: padded, at: 0, step: stride * channels, count }, made);
  return { channels: layer.outputs, values: made.map((value) => Math.max(0, value)) };
}

/** One step of a long short-term memory; gates in the file's order: let in, keep, new, tell. */
function remember(layer: DenseLayer, { values }: Moments, { cell, hidden }: Record<'cell' | 'hidden', Float64Array>) {
  const both = new Float64Array(2 * CELLS);
  both.set(values.subarray(0, CELLS));
  both.set(hidden, CELLS);
  const gates = new Float64Array(4 * CELLS);
  runDense(layer, onePoint(both), gates);
  const gate = (index: number, n: number) => gates[index * CELLS + n] ?? 0;
  for (let n = 0; n < CELLS; n++) {
    cell[n] = sigmoid(gate(1, n)) * (cell[n] ?? 0) + sigmoid(gate(0, n)) * Math.tanh(gate(2, n));
    hidden[n] = sigmoid(gate(3, n)) * Math.tanh(cell[n] ?? 0);
  }
}

function onePoint(values: Float64Array): Points {
  return { values, at: 0, step: 0, count: 1 };
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
