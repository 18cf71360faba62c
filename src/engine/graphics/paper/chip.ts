import type { ChipText } from '../chip.ts';
import { circle, evenUnion, type Part, turned, widened } from '../drawing.ts';
import type { PaperLook } from '../look.ts';
import { drawMark, markBox, markGround } from '../mark.ts';
import { ease, evenly, fadeAt, poses } from '../motion.ts';
import type { Movement } from '../movement.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { lineInBlock } from '../text-line.ts';
import { sheet } from './ornament.ts';

/** The mark on a disc in the scheme's colour with a rim of paper; a picture on paper with a rim in that colour. */
export function drawDisc(stage: Stage<PaperLook>): Part {
  const { look, colours } = stage;
  const box = markBox(aspectOf(stage), stage.corner);
  const radius = box.width / 2;
  const [x, y] = [box.x + radius, box.y + radius];
  return {
    box,
    shapes: [
      { kind: 'figure', outline: circle(x, y, radius), fill: look.markPicture ? colours.ground : look.colours.paper },
      { kind: 'figure', outline: circle(x, y, radius - 6), fill: markGround(look, colours.ground) },
      ...drawMark(look, { x, y, radius: box.width * look.mark.scale }, look.colours.paper),
    ],
  };
}

/** Of the mark's height: the label is lower than its disc. */
export const LABEL_SHARE = 0.8;

/** A label of paper that slides out from behind the mark while it fades in. */
export function drawLabel(stage: Stage<PaperLook>, text: ChipText): Movement {
  const { look, corner } = stage;
  const label = labelPart(stage, text);
  const disc = drawDisc(stage);
  const { entry, exit, slide, fade } = look.motion.chip;
  const hidden = (share: number) => ({ x: evenly((corner === 'left' ? -slide : slide) * share), y: 0 });
  return {
    parts: [label, disc],
    entry: poses(entry, (frame) => [
      { part: label, shift: hidden(1 - ease(look.motion.in, (frame + 1) / entry)), opacity: fadeAt(frame, 0, fade) },
      { part: disc },
    ]),
    exit: poses(exit, (frame) => {
      const gone = ease(look.motion.out, (frame + 1) / (exit + 1));
      return [{ part: label, shift: hidden(gone), opacity: 1 - (frame + 1) / (exit + 1) }, { part: disc }];
    }),
  };
}

/** Paper from the middle of the disc outward, a tilted sheet in the scheme's colour behind it. */
function labelPart(stage: Stage<PaperLook>, { text, em, width }: ChipText): Part {
  const { look, colours, corner } = stage;
  const aspect = aspectOf(stage);
  const disc = markBox(aspect, corner);
  const { pad } = aspect.chip;
  const height = disc.height * LABEL_SHARE;
  const whole = Math.round(width + 2 * pad) + disc.width / 2;
  const [left, y] = [
    corner === 'left' ? disc.x + disc.width / 2 : disc.x + disc.width / 2 - whole,
    disc.y + disc.height * 0.1,
  ];
  const box = { x: left, y, width: whole, height };
  const away = corner === 'left' ? 0 : -8;
  const back = { x: left + away, y: y + 8, width: whole + 8, height };
  const hinge = { x: corner === 'left' ? disc.x : disc.x + disc.width, y: disc.y + disc.height };
  const turn = { degrees: corner === 'left' ? -1.4 : 1.4, ...hinge };
  // The words begin at the disc's rim, 0.7 of the pad away.
  const x = corner === 'left' ? disc.x + disc.width + pad * 0.7 : disc.x - pad * 0.7 - width;
  const style = { font: look.fonts.display, em, fill: look.colours.ink, ground: look.colours.paper };
  return {
    box: evenUnion([turned(back, turn), widened(box, SHADOW_REACH)]),
    shapes: [
      { kind: 'slab', box: back, fill: colours.ground, radius: height / 2, turn },
      sheet(stage, box, { radius: height / 2, shadow: true }),
      lineInBlock(text, { x, y, height }, style),
    ],
  };
}

/** How far a sheet's shadow is seen, px: 8 below, some three times its blur around. */
export const SHADOW_REACH = 30;
