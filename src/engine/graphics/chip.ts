import { allow, type Decision } from '../../kernel/refusal.ts';
import { type Box, even, type Part } from './drawing.ts';
import { type FittedText, fitText } from './fit-text.ts';
import type { Look, LookAspect } from './look.ts';
import type { SchemeColours } from './scheme-colour.ts';
import { leastBlockHeight, lineInBlock } from './text-line.ts';
import { textWidth } from './text-width.ts';
import { refuseTooLong } from './too-long.ts';

/** The corner that the operator's own bug leaves free. */
export type MarkCorner = 'left' | 'right';

/** Where the mark's tile stands. */
export function markBox({ mark, safe }: LookAspect, corner: MarkCorner): Box {
  return { x: corner === 'left' ? mark.x : safe[2] - mark.size, y: mark.y, width: mark.size, height: mark.size };
}

export interface Chip {
  readonly part: Part;
  /** Which form of the scheme's name stands on it. */
  readonly form: number;
}

/** The scheme's name on a band that comes out of the mark. `names`: forms, longest first. */
export function layChip(
  look: Look,
  aspect: LookAspect,
  names: readonly string[],
  { colours, corner }: { readonly colours: SchemeColours; readonly corner: MarkCorner },
): Decision<Chip> {
  const { em, pad, maxWidth } = aspect.chip;
  const font = look.fonts.display;
  const fitted = fitText(names, {
    font,
    em,
    maxWidth: maxWidth - 2 * pad,
    least: 0.84,
    leastEm: aspect.leastEm,
    maxLines: 1,
  });
  if (!fitted) return refuseTooLong('scheme', names.at(-1) ?? '');
  const text = fitted.lines[0] ?? '';
  const style = { font, em: emInBand(fitted, look, aspect.mark.size), fill: colours.text, ground: colours.ground };
  const tile = markBox(aspect, corner);
  const width = even(textWidth(font, style.em, text) + 2 * pad);
  const box = { x: corner === 'left' ? tile.x + tile.width : tile.x - width, y: tile.y, width, height: tile.height };
  const line = lineInBlock(text, { ...box, x: box.x + pad }, style);
  return allow({ part: { box, shapes: [{ kind: 'slab', box, fill: colours.ground }, line] }, form: fitted.form });
}

/** The band is as high as the mark: a line with deep conjuncts gives way until its ink is inside (0.05 em may touch the air). */
function emInBand({ lines, em }: FittedText, { fonts }: Look, height: number): number {
  const text = lines[0] ?? '';
  let fitting = em;
  while (leastBlockHeight(text, { font: fonts.display, em: fitting }) > height + 0.05 * fitting) fitting -= 1;
  return fitting;
}
