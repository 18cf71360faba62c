import type { Box, Part, Slab } from '../drawing.ts';
import type { BlocksLook } from '../look.ts';
import type { FittedRow } from '../lower-third.ts';
import { ease, type Pose, poses, wipe } from '../motion.ts';
import type { Movement } from '../movement.ts';
import { lowerThirdOf, type Stage } from '../stage.ts';
import type { ShownPart } from '../svg.ts';
import { lineInBlock } from '../text-line.ts';
import { textWidth } from '../text-width.ts';

/** A block that hugs each line: name on the scheme's colour, place paper on ink, benefit ink on paper. */
export function drawLowerThird(stage: Stage<BlocksLook>, rows: readonly FittedRow[]): Movement {
  const { x, bottom } = lowerThirdOf(stage);
  let y = bottom - rows.reduce((sum, row) => sum + row.height, 0);
  const parts = rows.flatMap((row) => {
    const pitch = row.height / row.lines.length;
    return row.lines.map((text) => {
      const part = blockPart(stage, row, { text, x, y, height: pitch });
      y += pitch;
      return part;
    });
  });
  return { parts, entry: entryOf(stage, parts), exit: exitOf(stage, parts) };
}

function blockPart(
  stage: Stage<BlocksLook>,
  { what, font, em }: FittedRow,
  { text, x, y, height }: { readonly text: string; readonly x: number; readonly y: number; readonly height: number },
): Part {
  const { look, colours } = stage;
  const { ink, paper } = look.colours;
  const { pad } = lowerThirdOf(stage);
  const paint = {
    name: { fill: colours.text, ground: colours.ground },
    place: { fill: paper, ground: ink },
    benefit: { fill: ink, ground: paper },
  }[what];
  const width = Math.round(textWidth(font, em, text) + 2 * pad);
  const box = { x, y, width, height };
  // One px over the next block: no seam of film shows between them.
  const slab: Slab = {
    kind: 'slab',
    box: what === 'benefit' ? box : { ...box, height: height + 1 },
    fill: paint.ground,
  };
  const line = lineInBlock(text, { x: x + pad, y, height }, { font, em, ...paint });
  return { box: slab.box, shapes: [slab, line] };
}

/** Blocks wipe from the left one after another, each a little too wide for a moment; the letters stand. */
function entryOf({ look }: Stage<BlocksLook>, parts: readonly Part[]): Pose[] {
  const { in: curve, lowerThird: beat } = look.motion;
  return poses(beat.block + beat.rowGap * (parts.length - 1), (frame) =>
    parts.flatMap((part, row) => {
      const since = frame + 1 - row * beat.rowGap;
      return since > 0 ? [stretched(part, ease(curve, since / beat.block))] : [];
    }),
  );
}

function stretched(part: Part, progress: number): ShownPart {
  const clip = wipe(part.box, 'left', progress);
  if (progress <= 1) return { part, clip };
  const wide = (box: Box): Box => ({ ...box, width: box.width * progress });
  const shapes = part.shapes.map((shape) => (shape.kind === 'slab' ? { ...shape, box: wide(shape.box) } : shape));
  return { part: { ...part, box: wide(part.box), shapes }, clip };
}

/** Wipes to the left, the last block first. */
function exitOf({ look }: Stage<BlocksLook>, parts: readonly Part[]): Pose[] {
  const { out: curve, lowerThird: beat } = look.motion;
  return poses(beat.exit, (frame) =>
    parts.flatMap((part, row) => {
      const head = (parts.length - 1 - row) / parts.length;
      const gone = ease(curve, Math.min(1, Math.max(0, (frame + 1) / (beat.exit + 1) - head / 2) * 2));
      return gone < 1 ? [{ part, clip: wipe(part.box, 'left', 1 - gone) }] : [];
    }),
  );
}
