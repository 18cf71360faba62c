import { drawBand } from '../band.ts';
import type { Drawer } from '../drawer.ts';
import type { SlabsLook } from '../look.ts';
import { markBox, markTile } from '../mark.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { drawEndCard } from './end-card.ts';
import { drawFigure } from './figure.ts';
import { drawLowerThird } from './lower-third.ts';
import { drawSides } from './sides.ts';

/** Square slabs beside a bar. */
export function drawer(stage: Stage<SlabsLook>): Drawer {
  const { look } = stage;
  const tile = markTile(look, markBox(aspectOf(stage), stage.corner), {
    tile: look.colours.ink,
    mark: look.colours.paper,
  });
  return {
    mark: () => ({ ...tile, opacity: look.mark.opacity }),
    sides: () => drawSides(stage),
    chipHeight: aspectOf(stage).mark.size,
    chip: (text) => drawBand(stage, text, tile),
    lowerThirdRoom: { strip: look.barWidth, nameLeading: 0.92 },
    lowerThird: (rows, textWidth) => drawLowerThird(stage, rows, textWidth),
    figureWidths: {},
    figure: (fitted) => drawFigure(stage, fitted),
    endCard: (texts) => drawEndCard(stage, texts),
  };
}
