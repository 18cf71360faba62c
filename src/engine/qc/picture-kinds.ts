import { LUMA_RASTER } from './luma-frames.ts';

/** What a picture is besides a film's: colour bars, or black. */
export type PictureKind = 'bars' | 'black' | 'film';

/** So many pictures of one kind behind one another. */
export interface KindSpan {
  readonly kind: PictureKind;
  readonly frames: number;
}

// Luma of 100/0/75/0 bars in BT.709, and in BT.601 for files that do not say what they are.
const BARS = [
  [235, 168, 145, 133, 63, 51, 28, 16],
  [235, 162, 131, 112, 84, 65, 35, 16],
] as const;
const BAR = LUMA_RASTER.width / 8;
// Encoders and little pictures round; the nearest two bars are 12 apart.
const NEAR_BAR = 5;
// Of 219 steps above black, at the brightest place: noise of a camera reaches further.
const BLACKEST = 22;

/** Tells bars and black from all else while a file's pictures pass by. */
export class KindFinder {
  readonly spans: KindSpan[] = [];

  take(luma: Uint8Array): void {
    const kind = kindOf(luma);
    const last = this.spans.at(-1);
    if (last?.kind === kind) this.spans.splice(-1, 1, { kind, frames: last.frames + 1 });
    else this.spans.push({ kind, frames: 1 });
  }
}

function kindOf(luma: Uint8Array): PictureKind {
  if (luma.every((value) => value <= BLACKEST)) return 'black';
  return BARS.some((bars) => bars.every((wanted, bar) => isBar(luma, bar, wanted))) ? 'bars' : 'film';
}

/** The middle of a bar from top to bottom; its edges are mixed with its neighbours. */
function isBar(luma: Uint8Array, bar: number, wanted: number): boolean {
  const { width, height } = LUMA_RASTER;
  for (let y = 1; y < height - 1; y += 1)
    for (let x = bar * BAR + 2; x < (bar + 1) * BAR - 2; x += 1)
      if (Math.abs((luma[y * width + x] ?? 0) - wanted) > NEAR_BAR) return false;
  return true;
}

/** Of `frames` pictures from that one on, how many are of a kind. */
export function countKind(spans: readonly KindSpan[], kind: PictureKind, from: number, frames: number): number {
  let [at, count] = [0, 0];
  for (const span of spans) {
    const [start, end] = [Math.max(at, from), Math.min(at + span.frames, from + frames)];
    if (span.kind === kind) count += Math.max(0, end - start);
    at += span.frames;
  }
  return count;
}
