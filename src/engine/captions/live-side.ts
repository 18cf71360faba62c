// A mix that keeps less than this share of the louder side's power lost the voice: the sides are out of phase.
const LOST = 0.1;

/**
 * One channel (−1 … 1) of two that lie side by side as 16-bit samples: their mix, or the louder side alone where they
 * would cancel each other out.
 */
export function liveSide(pairs: Uint8Array): Float32Array {
  const view = new DataView(pairs.buffer, pairs.byteOffset, pairs.byteLength);
  const count = Math.floor(pairs.length / 4);
  const [left, right, mix] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  const power = { left: 0, right: 0, mix: 0 };
  for (let n = 0; n < count; n++) {
    const [l, r] = [view.getInt16(n * 4, true) / 32_768, view.getInt16(n * 4 + 2, true) / 32_768];
    const middle = (l + r) / 2;
    [left[n], right[n], mix[n]] = [l, r, middle];
    power.left += l * l;
    power.right += r * r;
    power.mix += middle * middle;
  }
  if (power.mix >= LOST * Math.max(power.left, power.right)) return mix;
  return power.left >= power.right ? left : right;
}
