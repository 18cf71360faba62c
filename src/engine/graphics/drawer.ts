import type { Decision } from '../../kernel/refusal.ts';
import type { ChipText } from './chip.ts';
import type { Part } from './drawing.ts';
import type { EndCard } from './end-card.ts';
import type { EndCardTexts } from './end-card-texts.ts';
import type { Figure } from './figure.ts';
import type { FigureWidths, FittedFigure } from './fit-figure.ts';
import type { FittedRow, LowerThirdRoom } from './lower-third.ts';
import type { Movement } from './movement.ts';

/** What a style of looks draws, each part fitted beforehand. */
export interface Drawer {
  /** Between the opening chip's stays. */
  mark(): Part;
  sides(): Part[];
  /** Height of the band that the scheme's name stands in, px. */
  readonly chipHeight: number;
  chip(text: ChipText): Movement;
  readonly lowerThirdRoom: LowerThirdRoom;
  /** `textWidth`: of the widest row that will stand there. */
  lowerThird(rows: readonly FittedRow[], textWidth: number): Movement;
  readonly figureWidths: FigureWidths;
  figure(fitted: FittedFigure): Figure;
  endCard(texts: EndCardTexts): Decision<EndCard>;
}
