import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFaceFinder, readSpeechNet } from '../../../src/engine/senses/read-models.ts';
import { readOnnx } from '../../../src/engine/senses/read-onnx.ts';
import { readShards } from '../../../src/engine/senses/read-shards.ts';
import { ModelError } from '../../../src/engine/senses/tensor.ts';

const MODELS = join(import.meta.dirname, '../../../presets/models');

describe('the speech model', () => {
  it('answers as the runtime that it was published for does, step by step', () => {
    // Made by the same file in its publisher's runtime: a voice, then nothing.
    const net = readSpeechNet(MODELS)();
    const heard = EXPECTED.map((_, step) => net.hear(vowel(step)));
    for (const [step, expected] of EXPECTED.entries()) expect(heard[step]).toBeCloseTo(expected, 4);
  });

  it('is unlikely in silence', () => {
    const net = readSpeechNet(MODELS)();
    const heard = Array.from({ length: 10 }, () => net.hear(new Float32Array(512)));
    expect(Math.max(...heard)).toBeLessThan(0.1);
  });

  it('is refused with a sentence when it is missing, cut off or another one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'prerna-models-'));
    try {
      expect(() => readSpeechNet(folder)).toThrow(ModelError);
      const whole = readFileSync(join(MODELS, 'silero-vad-16k.onnx'));
      for (const bytes of [whole.subarray(0, 600_000), Buffer.from('not a model'), Buffer.alloc(0)]) {
        writeFileSync(join(folder, 'silero-vad-16k.onnx'), bytes);
        expect(() => readSpeechNet(folder)).toThrow(ModelError);
      }
      expect(() => readFaceFinder(folder)).toThrow(/can’t be read/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('model files', () => {
  it('give their weights by name and shape', () => {
    const speech = readOnnx(readFileSync(join(MODELS, 'silero-vad-16k.onnx')));
    expect(speech.get('model.decoder.rnn.weight_ih')?.shape).toEqual([512, 128]);
    const list = JSON.parse(readFileSync(join(MODELS, 'face-tiny.json'), 'utf8'));
    const bytes = readFileSync(join(MODELS, 'face-tiny.bin'));
    expect(readShards(list, bytes).get('conv8/filters')?.shape).toEqual([1, 1, 512, 25]);
    expect(() => readShards(list, bytes.subarray(0, 100_000))).toThrow(ModelError);
    expect(() => readShards([{}], bytes)).toThrow(ModelError);
  });
});

/** A voice that says "a-i-a": 28 overtones of 130 Hz under three moving formants. */
function vowel(step: number): Float32Array {
  return Float32Array.from({ length: 512 }, (_, n) => {
    const seconds = (step * 512 + n) / 16_000;
    if (step >= 12) return 0;
    const open = Math.sin(2 * Math.PI * 3 * seconds) ** 2;
    const overtone = (h: number) => {
      const near = (centre: number, width: number) => 1 / (1 + ((130 * h - centre) / width) ** 2);
      const strength = near(300 + 500 * open, 90) + 0.6 * near(2200 - 900 * open, 120) + 0.25 * near(2900, 180);
      return strength * Math.sin(2 * Math.PI * 130 * h * seconds + h * h);
    };
    return 0.15 * open * Array.from({ length: 28 }, (_, h) => overtone(h + 1)).reduce((a, b) => a + b);
  });
}

const EXPECTED = [
  0.175487, 0.828824, 0.937656, 0.977188, 0.998666, 0.997683, 0.997771, 0.996691, 0.994181, 0.999277, 0.999235, 0.99915,
  0.055004, 0.048652, 0.03775, 0.021887,
];
