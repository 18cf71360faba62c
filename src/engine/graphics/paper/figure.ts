import { type Part, roundBox, type Shape, type Turn, widened } from '../drawing.ts';
import { type Figure, pictureIn, wayBack, wayTo } from '../figure.ts';
import type { FittedFigure } from '../fit-figure.ts';
import type { PaperLook } from '../look.ts';
import { fadeAt, openedSince, type Pose, poses, risenSince } from '../motion.ts';
import { extentOf, fitHeight, type Stack, type StackedLine, type StackRule, stackFigure } from '../stack-lines.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { lineInBlock } from '../text-line.ts';
import { brushLine, printBorder, sheet } from './ornament.ts';

const STACK: StackRule = {
  label: { height: 1.5, after: 4 },
  loud: { height: 1.1, after: 0 },
  verb: { height: 1.3, after: 12 },
  rule: 28,
  result: { height: 1.5, after: 0 },
};
/** Corners of the photograph, and how much of the picture lies under its tilted rim, px. */
const CORNER = 14;
const UNDER = 20;

/** A page of paper on which the film's picture lies as a tilted photograph. */
export function drawFigure(stage: Stage<PaperLook>, fitted: FittedFigure): Figure {
  const { look } = stage;
  const { hole } = aspectOf(stage).figure;
  const { page, number, brush } = pageParts(stage, fitted);
  const beat = look.motion.figure;
  const place = pictureIn(stage, widened(hole, UNDER));
  const all = [page, number, brush];
  return {
    movement: {
      parts: all,
      entry: entryOf(stage, { page, number, brush }),
      exit: poses(beat.exit, (frame) => all.map((part) => ({ part, opacity: 1 - fadeAt(frame, 0, beat.exit + 1) }))),
    },
    move: {
      afterFrames: 0,
      entry: wayTo(stage, place, beat.entry, look.motion.in),
      still: place,
      exit: wayBack(stage, place, beat.exit, look.motion.out),
      // Half faded in, the page hides the cut; later the mark would be seen at the photograph's rim.
      markAway: { after: beat.fade / 2, before: beat.exit / 2 },
    },
  };
}

interface PageParts {
  readonly page: Part;
  readonly number: Part;
  readonly brush: Part;
}

function pageParts(stage: Stage<PaperLook>, whole: FittedFigure): PageParts {
  const { look } = stage;
  const { canvas, figure } = aspectOf(stage);
  const box = { x: 0, y: 0, width: canvas[0], height: canvas[1] };
  const [top, bottom] = textRoom(stage);
  const fitted = fitHeight(whole, STACK, bottom - top);
  const height = stackFigure(fitted, STACK, 0).height;
  const stack = stackFigure(fitted, STACK, top + (bottom - top - height) / 2);
  const loud = stack.lines.filter(({ what }) => what === 'loud');
  const others = stack.lines.filter((line) => !loud.includes(line));
  const hole = { outline: roundBox(figure.hole, CORNER), turn: tilt(stage, 'photo') };
  const inside = { x: figure.x - 20, width: canvas[0] - figure.x + 20 };
  const shapes = [
    sheet(stage, box, { radius: 0, shadow: false }),
    ...borders(stage),
    ...photoFrame(stage),
    ...others.map((line) => drawLine(stage, line)),
  ];
  return {
    page: { box, shapes, hole },
    number: { box: { ...inside, ...extentOf(loud) }, shapes: loud.map((line) => drawLine(stage, line)) },
    brush: brushPart(stage, stack, Math.max(...loud.map(({ line }) => line.width)), look.colours.ochre),
  };
}

function isWide(stage: Stage<PaperLook>): boolean {
  const { canvas } = aspectOf(stage);
  return canvas[0] > canvas[1];
}

/** Beside the photograph on a wide canvas, below it on others. */
function textRoom(stage: Stage<PaperLook>): [number, number] {
  const { safe, figure } = aspectOf(stage);
  return isWide(stage) ? [safe[1], safe[3]] : [figure.hole.y + figure.hole.height + 56, safe[3]];
}

/** The photograph's white rim with its shadow, on a sheet in the scheme's colour. */
function photoFrame(stage: Stage<PaperLook>): Shape[] {
  const { hole } = aspectOf(stage).figure;
  const back = widened(hole, 30);
  return [
    { kind: 'slab', box: back, fill: stage.colours.ground, radius: CORNER + 10, turn: tilt(stage, 'back') },
    {
      kind: 'figure',
      outline: roundBox(widened(hole, 13), CORNER + 8),
      stroke: { colour: '#FFFFFF', width: 26 },
      turn: tilt(stage, 'photo'),
      shadow: true,
    },
  ];
}

function tilt(stage: Stage<PaperLook>, which: 'photo' | 'back'): Turn {
  const { hole } = aspectOf(stage).figure;
  const wide = isWide(stage);
  const degrees = { photo: wide ? -1.6 : -1.2, back: wide ? 1.6 : 1 }[which];
  return { degrees, x: hole.x + hole.width / 2, y: hole.y + hole.height / 2 };
}

/** Only a wide canvas has room for them. */
function borders(stage: Stage<PaperLook>): Shape[] {
  if (!isWide(stage)) return [];
  const [width, height] = aspectOf(stage).canvas;
  const inks = { main: stage.colours.ground, dot: stage.look.colours.ochre };
  const border = (y: number) => printBorder({ x: 0, y, width, height: 30 }, 58, inks);
  return [...border(height - 40), ...border(10)];
}

function drawLine(stage: Stage<PaperLook>, { what, line, block }: StackedLine): Shape {
  const { ink, quiet, paper: ground } = stage.look.colours;
  const scheme = stage.colours.ground;
  const fill = { label: quiet, loud: scheme, verb: ink, result: ink }[what];
  return lineInBlock(
    line.text,
    { ...block, x: aspectOf(stage).figure.x },
    { font: line.font, em: line.em, fill, ground },
  );
}

function brushPart(stage: Stage<PaperLook>, { ruleY }: Stack, widest: number, colour: string): Part {
  const { figure } = aspectOf(stage);
  const width = Math.min(figure.maxWidth, widest);
  return {
    box: { x: figure.x - 6, y: ruleY - 14, width: width + 12, height: 36 },
    shapes: [brushLine({ x: figure.x, y: ruleY + 4, width }, 11, colour)],
  };
}

/** Paper fades in while the picture shrinks into the photograph; the number rises; the brush is drawn. */
function entryOf(stage: Stage<PaperLook>, { page, number, brush }: PageParts): Pose[] {
  const { in: curve, figure: beat } = stage.look.motion;
  const rise = { frames: beat.entry, curve, rise: beat.rise, fade: beat.fade };
  const end = Math.max(beat.underlineAt + beat.underline, beat.numberAt + beat.entry);
  return poses(end, (frame) => [
    { part: page, opacity: fadeAt(frame, 0, beat.fade) },
    ...(frame >= beat.numberAt ? [risenSince(number, frame, beat.numberAt, rise)] : []),
    ...(frame >= beat.underlineAt
      ? [openedSince(brush, frame, beat.underlineAt, { frames: beat.underline, curve })]
      : []),
  ]);
}
