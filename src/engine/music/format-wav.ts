/** Sides of a sound as a WAV file, 16 bits a sample; what lies outside full scale is cut. */
export function formatWav(sides: readonly Float32Array[], rate: number): Uint8Array {
  const samples = sides[0]?.length ?? 0;
  const dataBytes = samples * sides.length * 2;
  const bytes = new Uint8Array(44 + dataBytes);
  const view = new DataView(bytes.buffer);
  const frameBytes = sides.length * 2;
  word(bytes, 0, 'RIFF');
  view.setUint32(4, 36 + dataBytes, true);
  word(bytes, 8, 'WAVEfmt ');
  // 16 bytes of format: linear PCM (1).
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, sides.length, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, 16, true);
  word(bytes, 36, 'data');
  view.setUint32(40, dataBytes, true);
  for (const [side, sound] of sides.entries())
    for (let at = 0; at < samples; at += 1)
      view.setInt16(44 + at * frameBytes + side * 2, toInt16(sound[at] ?? 0), true);
  return bytes;
}

function word(bytes: Uint8Array, at: number, text: string): void {
  bytes.set(new TextEncoder().encode(text), at);
}

function toInt16(sample: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_767)));
}
