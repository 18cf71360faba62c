import type { Box, Part, Shape } from '../drawing.ts';
import { type Figure, pictureIn, wayBack, wayTo } from '../figure.ts';
import type { FittedFigure } from '../fit-figure.ts';
import type { SlabsLook } from '../look.ts';
import { ease, evenly, openedSince, type Pose, poses } from '../motion.ts';
import { extentOf, fitHeight, type StackedLine, type StackRule, stackFigure } from '../stack-lines.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { lineInBlock } from '../text-line.ts';

const STACK: StackRule = {
  label: { height: 1.5, after: 6 },
  loud: { height: 1.12, after: 0 },
  verb: { height: 1.25, after: 18 },
  rule: 18,
  result: { height: 1.5, after: 0 },
};

/** A panel of ink that slides in from the edge while the picture makes room. */
export function drawFigure(stage: Stage<SlabsLook>, fitted: FittedFigure): Figure {
  const { look } = stage;
  const { hole } = aspectOf(stage).figure;
  const panel = panelBox(stage);
  const base = panelPart(stage, panel);
  const { number, rest } = textParts(stage, fitted, panel);
  const beat = look.motion.figure;
  const place = pictureIn(stage, hole);
  return {
    movement: {
      parts: [base, ...rest, number],
      entry: entryOf(stage, panel, { base, number, rest }),
      exit: poses(beat.exit, (frame) => {
        const away = slide(panel, stage, ease(look.motion.out, (frame + 1) / (beat.exit + 1)));
        return [base, ...rest, number].map((part) => ({ part, shift: away }));
      }),
    },
    move: {
      afterFrames: 0,
      entry: wayTo(stage, place, beat.entry, look.motion.in),
      still: place,
      exit: wayBack(stage, place, beat.exit, look.motion.out),
    },
  };
}

/** All that the hole leaves: beside it on a wide canvas, below it on others. */
function panelBox(stage: Stage<SlabsLook>): Box {
  const { canvas, figure } = aspectOf(stage);
  const [width, height] = canvas;
  const { hole } = figure;
  return isBeside(stage)
    ? { x: hole.width, y: 0, width: width - hole.width, height }
    : { x: 0, y: hole.height, width, height: height - hole.height };
}

function isBeside(stage: Stage<SlabsLook>): boolean {
  const { canvas, figure } = aspectOf(stage);
  return figure.hole.width < canvas[0];
}

function panelPart(stage: Stage<SlabsLook>, panel: Box): Part {
  const { look, colours } = stage;
  const bar = isBeside(stage) ? { ...panel, width: look.barWidth } : { ...panel, height: look.barWidth };
  return {
    box: panel,
    shapes: [
      { kind: 'slab', box: panel, fill: look.colours.ink },
      { kind: 'slab', box: bar, fill: colours.ground },
    ],
  };
}

/** The number alone (it comes later), and everything else on the panel. */
function textParts(stage: Stage<SlabsLook>, whole: FittedFigure, panel: Box): { number: Part; rest: Part[] } {
  const { figure } = aspectOf(stage);
  const [top, bottom] = textRoom(stage, panel);
  const fitted = fitHeight(whole, STACK, bottom - top);
  const stack = stackFigure(fitted, STACK, 0);
  const { lines, ruleY } = stackFigure(fitted, STACK, top + (bottom - top - stack.height) / 2);
  const loud = lines.filter(({ what }) => what === 'loud');
  const widest = Math.max(...loud.map(({ line }) => line.width));
  const rule: Shape = {
    kind: 'slab',
    box: { x: figure.x, y: ruleY, width: Math.min(figure.maxWidth, widest), height: 6 },
    fill: stage.colours.onInk,
  };
  const quiet = lines.filter((line) => !loud.includes(line)).map((line) => drawLine(stage, line));
  return {
    number: { box: { ...panel, ...extentOf(loud) }, shapes: loud.map((line) => drawLine(stage, line)) },
    rest: [{ box: panel, shapes: [...quiet, rule] }],
  };
}

function textRoom(stage: Stage<SlabsLook>, panel: Box): [number, number] {
  const { safe } = aspectOf(stage);
  if (isBeside(stage)) return [safe[1], safe[3]];
  return [panel.y + stage.look.barWidth + 22, Math.min(safe[3], panel.y + panel.height - 36)];
}

function drawLine(stage: Stage<SlabsLook>, { what, line, block }: StackedLine): Shape {
  const { ink: ground, paper, quiet } = stage.look.colours;
  const fill = { label: quiet, loud: paper, verb: paper, result: stage.colours.onInk }[what];
  return lineInBlock(
    line.text,
    { ...block, x: aspectOf(stage).figure.x },
    { font: line.font, em: line.em, fill, ground },
  );
}

interface PanelParts {
  readonly base: Part;
  readonly number: Part;
  readonly rest: readonly Part[];
}

function entryOf(stage: Stage<SlabsLook>, panel: Box, { base, number, rest }: PanelParts): Pose[] {
  const { in: curve, figure } = stage.look.motion;
  return poses(figure.numberAt + figure.number, (frame) => {
    const shift = slide(panel, stage, 1 - ease(curve, (frame + 1) / figure.entry));
    const sliding = [base, ...rest].map((part) => ({ part, shift }));
    if (frame < figure.numberAt) return sliding;
    // Up from its baseline, and still on its way with the panel.
    const shown = openedSince(number, frame, figure.numberAt, { frames: figure.number, curve, from: 'bottom' });
    return [...sliding, { ...shown, shift }];
  });
}

/** How far the panel is outside the canvas, 0 in place, 1 all gone. */
function slide(panel: Box, stage: Stage<SlabsLook>, share: number): { x: number; y: number } {
  return isBeside(stage) ? { x: evenly(panel.width * share), y: 0 } : { x: 0, y: evenly(panel.height * share) };
}
