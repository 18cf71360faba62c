import { evenUnion, type Part, type Shape, turned, widened } from '../drawing.ts';
import type { PaperLook } from '../look.ts';
import type { FittedRow } from '../lower-third.ts';
import { ease, evenly, fadeAt, openedSince, poses, risenSince } from '../motion.ts';
import type { Movement } from '../movement.ts';
import { lowerThirdOf, type Stage } from '../stage.ts';
import { lineInBlock } from '../text-line.ts';
import { SHADOW_REACH } from './chip.ts';
import { brushLine, printBorder, sheet } from './ornament.ts';

/** Width of the printed strip at the card's left, px. */
export const STRIP = 46;
const AIR = 16;

/** One card of paper with a tilted sheet behind it: name, place, and the benefit over a brush line. */
export function drawLowerThird(stage: Stage<PaperLook>, rows: readonly FittedRow[], textWidth: number): Movement {
  const parts = cardParts(stage, rows, textWidth);
  const { back, card, line } = parts;
  const all = [back, card, ...(line ? [line] : [])];
  const { in: curve, out, lowerThird: beat } = stage.look.motion;
  const rise = { frames: beat.entry, curve, rise: beat.rise, fade: beat.fade };
  const end = Math.max(
    beat.entry,
    beat.sheetAt + beat.entry + beat.settle / 2,
    line ? beat.underlineAt + beat.underline : 0,
  );
  return {
    parts: all,
    entry: poses(end, (frame) => [
      { ...risenSince(back, frame, beat.sheetAt, rise), turn: overshoot(stage, frame) },
      risenSince(card, frame, 0, rise),
      ...(line ? [openedSince(line, frame, beat.underlineAt, { frames: beat.underline, curve })] : []),
    ]),
    exit: poses(beat.exit, (frame) => {
      const gone = (frame + 1) / (beat.exit + 1);
      const shift = { x: 0, y: evenly(beat.sink * ease(out, gone)) };
      return all.map((part) => ({ part, shift, opacity: 1 - fadeAt(frame, 0, beat.exit + 1) }));
    }),
  };
}

interface CardParts {
  readonly back: Part;
  readonly card: Part;
  readonly line: Part | undefined;
}

function cardParts(stage: Stage<PaperLook>, rows: readonly FittedRow[], textWidth: number): CardParts {
  const { look, colours } = stage;
  const lowerThird = lowerThirdOf(stage);
  const { x, bottom, pad } = lowerThird;
  const full = rows.some(({ what }) => what === 'benefit') && rows.some(({ what }) => what !== 'benefit');
  const width = Math.round(Math.max(stage.portrait ? 0 : lowerThird.minWidth, textWidth) + 2 * pad + STRIP);
  const height = rows.reduce((sum, row) => sum + row.height, 0) + 2 * AIR + (full ? 8 : 0);
  const box = { x, y: bottom - height, width, height };
  const behind = { x: x + 10, y: box.y + 14, width: width + 6, height };
  const turn = { degrees: -1.1, x, y: bottom };
  const inks = { main: colours.ground, dot: look.colours.ochre };
  const strip = printBorder({ x: x + 14, y: box.y + 22, width: 30, height: height - 44 }, 46, inks);
  const written = writeRows(stage, rows, { x: x + STRIP + pad * 0.75, y: box.y + AIR });
  return {
    back: {
      box: evenUnion([turned(behind, { ...turn, degrees: turn.degrees - stage.look.motion.lowerThird.overshoot })]),
      shapes: [{ kind: 'slab', box: behind, fill: colours.ground, radius: look.radius, turn }],
    },
    card: {
      box: widened(box, SHADOW_REACH),
      shapes: [sheet(stage, box, { radius: look.radius, shadow: true }), ...strip, ...written.lines],
    },
    line: written.brush,
  };
}

function writeRows(
  { look, colours }: Stage<PaperLook>,
  rows: readonly FittedRow[],
  { x, y }: { readonly x: number; readonly y: number },
): { lines: Shape[]; brush: Part | undefined } {
  const { ink, quiet, paper: ground, ochre } = look.colours;
  const lines: Shape[] = [];
  let brush: Part | undefined;
  let top = y;
  for (const { what, lines: texts, font, em, height, width } of rows) {
    const fill = { name: ink, place: quiet, benefit: colours.ground }[what];
    const pitch = height / texts.length;
    const raised = what === 'benefit' ? 2 : 0;
    for (const [index, text] of texts.entries())
      lines.push(lineInBlock(text, { x, y: top + index * pitch - raised, height: pitch }, { font, em, fill, ground }));
    if (what === 'benefit') {
      const stroke = brushLine({ x, y: top + height - 2, width: width * 1.02 }, 7, ochre);
      brush = { box: { x: x - 4, y: top + height - 14, width: width * 1.02 + 8, height: 24 }, shapes: [stroke] };
    }
    // The first row below a name stands closer.
    top += height - (what === 'name' ? 4 : 0);
  }
  return { lines, brush };
}

/** The back sheet comes a little too far round, and settles. */
function overshoot(stage: Stage<PaperLook>, frame: number) {
  const { lowerThird: beat } = stage.look.motion;
  const { x, bottom } = lowerThirdOf(stage);
  const since = frame + 1 - beat.sheetAt;
  const peak = beat.entry - beat.settle;
  const up = Math.min(1, Math.max(0, since / peak));
  const down = Math.min(1, Math.max(0, (since - peak) / beat.settle));
  return { degrees: -beat.overshoot * (up - down), x, y: bottom };
}
