import { type Box, even, evenUnion, type Part, type Slab } from '../drawing.ts';
import type { SlabsLook } from '../look.ts';
import type { FittedRow } from '../lower-third.ts';
import { closing, ease, type Pose, poses, wiped } from '../motion.ts';
import type { Movement } from '../movement.ts';
import { lowerThirdOf, type Stage } from '../stage.ts';
import { lineInBlock } from '../text-line.ts';

/** The scheme's bar, and slabs of one width to its right: name ink on paper, place paper on ink, benefit on the scheme's colour. */
export function drawLowerThird(stage: Stage<SlabsLook>, rows: readonly FittedRow[], textWidth: number): Movement {
  const { look, colours } = stage;
  const lowerThird = lowerThirdOf(stage);
  const { x, bottom, pad } = lowerThird;
  const width = even(Math.max(stage.portrait ? 0 : lowerThird.minWidth, textWidth + 2 * pad));
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  let y = bottom - height;
  const barBox = { x, y, width: look.barWidth, height };
  const bar: Part = { box: barBox, shapes: [{ kind: 'slab', box: barBox, fill: colours.ground }] };
  const slabs = rows.map((row) => {
    const box = { x: x + look.barWidth, y, width, height: row.height };
    y += row.height;
    return slabWithText(row, { box, pad }, stage);
  });
  const parts = [bar, ...slabs];
  const beat = { frames: look.motion.lowerThird.exit, curve: look.motion.out };
  return {
    parts,
    entry: entryOf(bar, slabs, look),
    exit: closing(parts, evenUnion(parts.map((part) => part.box)), 'left', beat),
  };
}

function slabWithText(
  { what, lines, font, em, height }: FittedRow,
  { box, pad }: { readonly box: Box; readonly pad: number },
  { look, colours }: Stage<SlabsLook>,
): Part {
  const { ink, paper } = look.colours;
  const paint = {
    name: { fill: ink, ground: paper },
    place: { fill: paper, ground: ink },
    benefit: { fill: colours.text, ground: colours.ground },
  }[what];
  const slab: Slab = { kind: 'slab', box, fill: paint.ground };
  const pitch = height / lines.length;
  return {
    box,
    shapes: [
      slab,
      ...lines.map((line, index) =>
        lineInBlock(line, { x: box.x + pad, y: box.y + index * pitch, height: pitch }, { font, em, ...paint }),
      ),
    ],
  };
}

/** Bar grows from the ground, then each slab wipes out of it, the next one `rowGap` frames after the one above. */
function entryOf(bar: Part, slabs: readonly Part[], { motion }: SlabsLook): Pose[] {
  const { entry, bar: barFrames, rowGap } = motion.lowerThird;
  const slabFrames = entry - rowGap * (slabs.length - 1);
  return poses(entry, (frame) => [
    wiped(bar, 'bottom', ease(motion.in, (frame + 1) / barFrames)),
    ...slabs.map((slab, row) => wiped(slab, 'left', ease(motion.in, (frame + 1 - row * rowGap) / slabFrames))),
  ]);
}
