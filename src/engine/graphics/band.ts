import type { ChipText } from './chip.ts';
import { even, type Part } from './drawing.ts';
import type { BlocksLook, SlabsLook } from './look.ts';
import { markBox } from './mark.ts';
import { closing, opening } from './motion.ts';
import type { Movement } from './movement.ts';
import { aspectOf, type Stage } from './stage.ts';
import { lineInBlock } from './text-line.ts';

/** A band as high as the mark that comes out of it by a wipe and closes back into it; `tile`: the mark beside it. */
export function drawBand(
  stage: Stage<SlabsLook> | Stage<BlocksLook>,
  { text, em, width }: ChipText,
  tile: Part,
): Movement {
  const { look, colours, corner } = stage;
  const { pad } = aspectOf<SlabsLook | BlocksLook>(stage).chip;
  const box = markBox(aspectOf<SlabsLook | BlocksLook>(stage), corner);
  const bandWidth = even(width + 2 * pad);
  const bandBox = { ...box, x: corner === 'left' ? box.x + box.width : box.x - bandWidth, width: bandWidth };
  const style = { font: look.fonts.display, em, fill: colours.text, ground: colours.ground };
  const band: Part = {
    box: bandBox,
    shapes: [
      { kind: 'slab', box: bandBox, fill: colours.ground },
      lineInBlock(text, { ...bandBox, x: bandBox.x + pad }, style),
    ],
  };
  const { entry, exit } = look.motion.chip;
  const withTile = (poses: ReturnType<typeof opening>) => poses.map((pose) => [...pose, { part: tile }]);
  return {
    parts: [band, tile],
    entry: withTile(opening(band, corner, { frames: entry, curve: look.motion.in })),
    exit: withTile(closing([band], band.box, corner, { frames: exit, curve: look.motion.out })),
  };
}
