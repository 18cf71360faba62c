import { drawBand } from '../band.ts';
import type { Drawer } from '../drawer.ts';
import type { BlocksLook } from '../look.ts';
import { markBox, markTile } from '../mark.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { drawEndCard } from './end-card.ts';
import { drawFigure, figureWidths } from './figure.ts';
import { drawLowerThird } from './lower-third.ts';
import { drawSides } from './sides.ts';

/** Blocks that hug each line. */
export function drawer(stage: Stage<BlocksLook>): Drawer {
  const { look, colours } = stage;
  const { ink, paper } = look.colours;
  const box = markBox(aspectOf(stage), stage.corner);
  const tile = (mark: string) => markTile(look, box, { tile: ink, mark });
  return {
    mark: () => ({ ...tile(paper), opacity: look.mark.opacity }),
    sides: () => drawSides(stage),
    chipHeight: box.height,
    // While the scheme's name stands beside it, the mark takes its colour.
    chip: (text) => drawBand(stage, text, tile(colours.ground)),
    lowerThirdRoom: { strip: 0, nameLeading: 1 },
    lowerThird: (rows) => drawLowerThird(stage, rows),
    figureWidths: figureWidths(stage),
    figure: (fitted) => drawFigure(stage, fitted),
    endCard: (texts) => drawEndCard(stage, texts),
  };
}
