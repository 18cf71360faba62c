import type { Ratio } from './film-facts.ts';

// The widest pixel of H.264's table E-1 is 32:11 (wide television in 352 columns), the narrowest that was ever sold 6:11
// (704 × 288, one field of a picture); DV has 8:9 … 118:81, a lens for wide films 2:1. Rounded outwards.
const NARROWEST = 1 / 2;
const WIDEST = 3;

/**
 * The shape of a film's pixels (width over height) when some camera makes such; undefined when the file says none, or a lie
 * by which people would be drawn out. What the container says goes before what the stream says, as FFmpeg has it.
 */
export function believeShape(said: Ratio | undefined): Ratio | undefined {
  const shape = said && said.num / said.den;
  return shape !== undefined && shape >= NARROWEST && shape <= WIDEST ? said : undefined;
}
