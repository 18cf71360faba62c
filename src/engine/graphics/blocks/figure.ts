import { type Box, circle, type Part, type Shape } from '../drawing.ts';
import { type Figure, pictureIn } from '../figure.ts';
import { countUp } from '../figure-text.ts';
import { type FigureLine, type FigureWidths, type FittedFigure, shrunkLine } from '../fit-figure.ts';
import type { BlocksLook } from '../look.ts';
import { closing, ease, openedSince, type Pose, poses, wipe, wiped } from '../motion.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { lineInBlock, lineOn, middleBaseline } from '../text-line.ts';

const RING = 16;

/** Lines beside the face have less room than those above or below it. */
export function figureWidths(stage: Stage<BlocksLook>): FigureWidths {
  const { canvas, figure } = aspectOf(stage);
  const { hole, x, maxWidth } = figure;
  const beside = hole.x - 40 - x;
  if (beside < maxWidth / 2) return {};
  return hole.y > canvas[1] / 3 ? { below: beside, sentence: beside } : { label: beside };
}

/** The scheme's colour over all, the number huge, the face in a circle. */
export function drawFigure(stage: Stage<BlocksLook>, fitted: FittedFigure): Figure {
  const { look } = stage;
  const { in: curve, out, figure: beat } = look.motion;
  const laid = layLines(stage, fitted);
  const parts = cardParts(stage, laid);
  const all = [parts.ground, parts.ring, parts.number, ...(parts.band ? [parts.band] : [])];
  const whole = parts.ground.box;
  const { hole } = aspectOf(stage).figure;
  const covers = Array.from({ length: beat.entry }, (_, frame) =>
    wipe(whole, 'bottom', ease(curve, (frame + 1) / beat.entry)),
  );
  const markAway = { after: beat.entry, before: beat.exit };
  const afterFrames = covers.findIndex(({ y }) => y <= hole.y);
  return {
    movement: {
      parts: all,
      entry: entryOf(stage, { ...parts, laid }),
      exit: closing(all, whole, 'bottom', { frames: beat.exit, curve: out }),
    },
    // The picture is put in its place when the colour has covered the place's surroundings.
    move: { afterFrames: Math.max(0, afterFrames), entry: [], still: pictureIn(stage, hole), exit: [], markAway },
  };
}

interface PlacedLine {
  readonly line: FigureLine;
  readonly x: number;
  readonly block: Pick<Box, 'y' | 'height'>;
  /** Where it hangs on another line's baseline. */
  readonly baseline?: number;
}

interface LaidLines {
  readonly label: readonly PlacedLine[];
  readonly loud: readonly PlacedLine[];
  readonly verb: readonly PlacedLine[];
  readonly result: readonly PlacedLine[];
  /** The result's band. */
  readonly band: Pick<Box, 'y' | 'height'>;
}

/** From the bottom up: the result's band, the verb (beside the number where it fits), the number, the label. */
function layLines(stage: Stage<BlocksLook>, fitted: FittedFigure): LaidLines {
  const { figure } = aspectOf(stage);
  const [top, bottom] = room(stage);
  const { label, verb, result } = fitted;
  const sum = (lines: readonly FigureLine[], share: number) => lines.reduce((height, { em }) => height + em * share, 0);
  const bandHeight = sum(result, 1.42);
  // A sentence needs room for hanging matras; digits do not.
  const leading = fitted.counted ? 1 : 1.2;
  const above = isLabelBeside(stage) ? 0 : sum(label, 1.5) + 6;
  const fixed = bandHeight + 14 + sum(verb, 1.15) + above;
  const loud = fitted.loud.map((line) => shrunkLine(line, (bottom - top - fixed) / sum(fitted.loud, leading)));
  const [first] = loud;
  const [said] = verb;
  const beside = first && said && verb.length === 1 && first.width + said.width + first.em * 0.18 < figure.maxWidth;
  const loudHeight = sum(loud, leading);
  const y = bottom - bandHeight - loudHeight - 14 - (beside ? 0 : sum(verb, 1.15));
  const down = (lines: readonly FigureLine[], from: number, share: number): PlacedLine[] =>
    lines.map((line, index) => ({
      line,
      x: figure.x,
      block: { y: from + index * line.em * share, height: line.em * share },
    }));
  return {
    label: down(label, y - sum(label, 1.5) - 6, 1.5),
    // A digit's own air at its left: so it stands on the edge that the eye follows.
    loud: down(loud, y, leading).map((placed) => ({
      ...placed,
      x: figure.x - (fitted.counted ? placed.line.em * 0.02 : 0),
    })),
    verb: beside ? [besideNumber(first, said, { x: figure.x, y })] : down(verb, y + loudHeight, 1.15),
    result: down(result, bottom - bandHeight, 1.42),
    band: { y: bottom - bandHeight, height: bandHeight },
  };
}

function besideNumber(number: FigureLine, verb: FigureLine, { x, y }: { x: number; y: number }): PlacedLine {
  const baseline = middleBaseline(number, y + number.em / 2);
  return { line: verb, x: x + number.width + number.em * 0.15, block: { y, height: number.em }, baseline };
}

/** The whole safe height; where the face is at the top, what is below it. */
function room(stage: Stage<BlocksLook>): [number, number] {
  const { canvas, safe, figure } = aspectOf(stage);
  const below = figure.hole.y + figure.hole.height;
  if (canvas[1] > canvas[0]) return [below + 20, safe[3] - 20];
  return isLabelBeside(stage) ? [below, safe[3]] : [safe[1], safe[3]];
}

/** The face stands at the top right, the label left of it. */
function isLabelBeside(stage: Stage<BlocksLook>): boolean {
  return figureWidths(stage).label !== undefined;
}

interface CardParts {
  readonly ground: Part;
  readonly ring: Part;
  readonly number: Part;
  readonly band: Part | undefined;
}

function cardParts(stage: Stage<BlocksLook>, laid: LaidLines): CardParts {
  const { look, colours } = stage;
  const { canvas, figure } = aspectOf(stage);
  const [width, height] = canvas;
  const radius = figure.hole.width / 2;
  const [cx, cy] = [figure.hole.x + radius, figure.hole.y + radius];
  const box = { x: 0, y: 0, width, height };
  const onScheme = { fill: colours.text, ground: colours.ground };
  const ring: Shape = {
    kind: 'figure',
    outline: circle(cx, cy, radius),
    stroke: { colour: look.colours.ink, width: RING },
  };
  return {
    ground: {
      box,
      shapes: [
        { kind: 'slab', box, fill: colours.ground },
        ...[...laid.label, ...laid.verb].map((line) => drawLine(line, onScheme)),
      ],
      hole: { outline: circle(cx, cy, radius) },
    },
    ring: {
      box: { x: cx - radius - RING, y: cy - radius - RING, width: 2 * (radius + RING), height: 2 * (radius + RING) },
      shapes: [ring],
    },
    number: { box, shapes: laid.loud.map((line) => drawLine(line, onScheme)) },
    band: laid.result.length > 0 ? bandPart(stage, laid) : undefined,
  };
}

function bandPart(stage: Stage<BlocksLook>, { result, band }: LaidLines): Part {
  const { look, colours } = stage;
  const { canvas } = aspectOf(stage);
  const widest = Math.max(...result.map(({ x, line }) => x + line.width));
  const box = { x: 0, ...band, width: Math.max(widest + 60, canvas[0] / 2) };
  const paint = { fill: colours.onInk, ground: look.colours.ink };
  return {
    box,
    shapes: [{ kind: 'slab', box, fill: look.colours.ink }, ...result.map((line) => drawLine(line, paint))],
  };
}

function drawLine({ line, x, block, baseline }: PlacedLine, paint: { fill: string; ground: string }): Shape {
  const style = { font: line.font, em: line.em, ...paint };
  return baseline === undefined
    ? lineInBlock(line.text, { x, ...block }, style)
    : lineOn(line.text, { x, baseline }, style);
}

/** Colour wipes up, the digits count, the result's band comes from the left. */
function entryOf(
  stage: Stage<BlocksLook>,
  { ground, ring, number, band, laid }: CardParts & { laid: LaidLines },
): Pose[] {
  const { in: curve, figure: beat } = stage.look.motion;
  const [loud] = laid.loud;
  const counted = loud && laid.loud.length === 1 ? countUp(loud.line.text, beat.countSteps) : [];
  const paint = { fill: stage.colours.text, ground: stage.colours.ground };
  const steps = counted.map((text) => ({
    ...number,
    shapes: loud ? [drawLine({ ...loud, line: { ...loud.line, text } }, paint)] : [],
  }));
  return poses(Math.max(beat.entry + steps.length, band ? beat.resultAt + beat.result : 0), (frame) => {
    const up = wiped(ground, 'bottom', ease(curve, (frame + 1) / beat.entry)).clip;
    const counting = steps.length > 0 ? steps[frame - beat.entry] : number;
    const shown = frame >= beat.entry + steps.length ? number : counting;
    return [
      ...[ground, ring].map((part) => ({ part, clip: up })),
      ...(shown ? [{ part: shown, clip: up }] : []),
      ...(band && frame >= beat.resultAt
        ? [openedSince(band, frame, beat.resultAt, { frames: beat.result, curve })]
        : []),
    ];
  });
}
