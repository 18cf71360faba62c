import { allow, type Decision } from '../../kernel/refusal.ts';
import { fitText } from './fit-text.ts';
import { aspectOf, type Stage } from './stage.ts';
import { leastBlockHeight } from './text-line.ts';
import { textWidth } from './text-width.ts';
import { refuseTooLong } from './too-long.ts';

/** The scheme's name as it comes out of the mark. */
export interface ChipText {
  readonly text: string;
  readonly em: number;
  /** Of the letters, px. */
  readonly width: number;
  /** Which form of the name stands. */
  readonly form: number;
}

/** `names`: forms, longest first; `height`: of the band that they stand in. Refuses when no form fits. */
export function fitChip(stage: Stage, names: readonly string[], height: number): Decision<ChipText> {
  const { chip, leastEm } = aspectOf(stage);
  const font = stage.look.fonts.display;
  const maxWidth = chip.maxWidth - 2 * chip.pad;
  const fitted = fitText(names, { font, em: chip.em, maxWidth, least: 0.84, leastEm, maxLines: 1 });
  if (!fitted) return refuseTooLong('scheme', names.at(-1) ?? '');
  const text = fitted.lines[0] ?? '';
  let em = fitted.em;
  // A line with deep conjuncts gives way until its ink is inside the band (0.05 em may touch the air).
  while (leastBlockHeight(text, { font, em }) > height + 0.05 * em) em -= 1;
  return allow({ text, em, width: textWidth(font, em, text), form: fitted.form });
}
