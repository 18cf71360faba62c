import { encode } from 'uqr';
import type { Box, Shape } from './drawing.ts';

// Four modules of quiet zone are the standard's; the tile's own white margin and the card's ground give them.
const MARGIN = 12;

/** A QR code of an address on a white tile of `box`; error correction M. */
export function drawQrCode(url: string, box: Box, ink: string): Shape[] {
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const module = (box.width - 2 * MARGIN) / size;
  const at = (index: number, from: number) => (from + MARGIN + index * module).toFixed(2);
  const outline = data
    .flatMap((row, y) =>
      row.map((dark, x) =>
        dark ? `M${at(x, box.x)} ${at(y, box.y)}h${side(module)}v${side(module)}h-${side(module)}z` : '',
      ),
    )
    .join('');
  return [
    { kind: 'slab', box, fill: '#FFFFFF' },
    { kind: 'figure', outline, fill: ink },
  ];
}

function side(length: number): string {
  return length.toFixed(2);
}
