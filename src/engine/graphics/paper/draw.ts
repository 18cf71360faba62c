import type { Drawer } from '../drawer.ts';
import type { PaperLook } from '../look.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { drawDisc, drawLabel, LABEL_SHARE } from './chip.ts';
import { drawEndCard } from './end-card.ts';
import { drawFigure } from './figure.ts';
import { drawLowerThird, STRIP } from './lower-third.ts';
import { drawSides } from './sides.ts';

/** Sheets of paper. */
export function drawer(stage: Stage<PaperLook>): Drawer {
  return {
    mark: () => ({ ...drawDisc(stage), opacity: stage.look.mark.opacity }),
    sides: () => drawSides(stage),
    chipHeight: aspectOf(stage).mark.size * LABEL_SHARE,
    chip: (text) => drawLabel(stage, text),
    lowerThirdRoom: { strip: STRIP, nameLeading: 0.92 },
    lowerThird: (rows, textWidth) => drawLowerThird(stage, rows, textWidth),
    figureWidths: {},
    figure: (fitted) => drawFigure(stage, fitted),
    endCard: (texts) => drawEndCard(stage, texts),
  };
}
