import { z } from 'zod';
import { ModelError, type Tensor, type Weights } from './tensor.ts';

const manifest = z
  .array(
    z.object({
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.number().int().positive()),
          quantization: z.object({ dtype: z.literal('uint8'), scale: z.number(), min: z.number() }),
        }),
      ),
    }),
  )
  .length(1);

/** Weights of one byte each as TensorFlow.js stores them: a list of names and the bytes one after another. */
export function readShards(list: unknown, bytes: Uint8Array): Weights {
  const parsed = manifest.safeParse(list);
  const [group] = parsed.success ? parsed.data : [];
  if (!group) throw new ModelError(`not a list of weights: ${parsed.error?.message ?? ''}`);
  const weights = new Map<string, Tensor>();
  let at = 0;
  for (const { name, shape, quantization } of group.weights) {
    const count = shape.reduce((product, side) => product * side, 1);
    const stored = bytes.subarray(at, at + count);
    if (stored.length !== count) throw new ModelError(`${name}: cut off`);
    const values = Float64Array.from(stored, (byte) => byte * quantization.scale + quantization.min);
    weights.set(name, { shape, values });
    at += count;
  }
  return weights;
}
