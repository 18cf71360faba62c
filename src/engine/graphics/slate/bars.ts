import type { Part } from '../drawing.ts';
import type { SlateCanvas } from './slate-canvas.ts';

// 100/0/75/0 (EBU, ITU-R BT.471): white at full level, the colours at 75 %, black. 191 is 75 % of 255.
const BARS = ['#FFFFFF', '#BFBF00', '#00BFBF', '#00BF00', '#BF00BF', '#BF0000', '#0000BF', '#000000'];

/** Eight bars of one width from edge to edge. */
export function layBarsPicture({ width, height }: SlateCanvas): Part {
  const each = width / BARS.length;
  return {
    box: { x: 0, y: 0, width, height },
    shapes: BARS.map((fill, at) => ({ kind: 'slab', fill, box: { x: at * each, y: 0, width: each, height } })),
  };
}
