import { createHash } from 'node:crypto';
import { type Frames, frames } from '../../kernel/frames.ts';
import { allow, type Decision } from '../../kernel/refusal.ts';
import { type Box, evenUnion, type Part } from './drawing.ts';
import type { Figure } from './figure.ts';
import type { Span } from './film-times.ts';
import { type FilmLayout, type FilmOrder, layFilm } from './lay-film.ts';
import type { FilmLayers, MovingLayer, PictureMove, StillLayer } from './layers.ts';
import type { Pose } from './motion.ts';
import { isWhole, type Movement, paced, settled } from './movement.ts';
import { filmPicture } from './raster.ts';
import { type ShownPart, svgOf } from './svg.ts';

/** The last films drawn: a cut is rendered once for each raster and drawn again after a caption is corrected. */
const drawn = new Map<string, Promise<Decision<FilmLayers>>>();
const KEPT = 8;

/**
 * Draws everything that lies over a film, as sequences of pictures cropped to what they need, in the order of drawing. A pure
 * function of the order; a repeated order is answered from memory. Refuses texts that fit in none of their forms.
 */
export function drawFilmLayers(order: FilmOrder): Promise<Decision<FilmLayers>> {
  const key = createHash('sha256').update(JSON.stringify(order)).digest('hex');
  const known = drawn.get(key);
  if (known) return known;
  const drawing = draw(order);
  drawn.set(key, drawing);
  drawing.catch(() => drawn.delete(key));
  for (const old of [...drawn.keys()].slice(0, -KEPT)) drawn.delete(old);
  return drawing;
}

async function draw(order: FilmOrder): Promise<Decision<FilmLayers>> {
  const laid = layFilm(order);
  if (!laid.ok) return laid;
  const layout = laid.value;
  const [width, height] = layout.aspect.canvas;
  const { times, endCard } = layout;
  const layers = [
    ...(await stillLayers(layout)),
    ...(layout.chip ? [await movingLayer('chip', layout.chip, times.chip)] : []),
    ...(await lowerThirdLayers(layout)),
    ...(layout.figure && times.figure ? [await movingLayer('figure', layout.figure.movement, times.figure)] : []),
    await endCardLayer(endCard.movement, { startFrame: times.endCardFrom, endFrame: order.lengthFrames }),
  ];
  return allow({
    aspect: order.aspect,
    canvas: { width, height },
    layers,
    pictureMove: layout.figure && times.figure && pictureMove(layout.figure, times.figure),
    notes: layout.notes,
  });
}

/** Sides, then the mark: both stand until the end card comes, the mark perhaps not over a card. */
async function stillLayers({ sides, mark, figure, times }: FilmLayout): Promise<StillLayer[]> {
  const whole = { startFrame: frames(0), endFrame: times.endCardFrom };
  const stands = async (name: StillLayer['name'], part: Part) => {
    const box = evenUnion([part.box]);
    return { name, ...box, ...whole, still: await filmPicture(svgOf([{ part }], box)) };
  };
  const marked = await stands('mark', mark);
  const away = times.figure && figure?.move.markAway;
  if (!times.figure || !away) return [...(await Promise.all(sides.map((part) => stands('sides', part)))), marked];
  const goes = frames(times.figure.startFrame + away.after);
  const comes = frames(times.figure.endFrame - away.before);
  return [
    ...(await Promise.all(sides.map((part) => stands('sides', part)))),
    { ...marked, endFrame: goes },
    { ...marked, startFrame: comes },
  ];
}

async function lowerThirdLayers({ lowerThird, times }: FilmLayout): Promise<MovingLayer[]> {
  const [first, ...others] = times.lowerThird;
  if (!lowerThird || !first) return [];
  const { turns } = lowerThird;
  const layers = await Promise.all(
    turnSpans(first, turns.length).map((span, turn) => {
      const movement = turns[turn] ?? turns[0];
      const last = turn === turns.length - 1;
      return movingLayer('lower-third', last ? movement : { ...movement, exit: [] }, span);
    }),
  );
  const later = (by: number) => layers.map((layer) => ({ ...layer, startFrame: frames(layer.startFrame + by) }));
  return [...layers, ...others.flatMap((span) => later(span.startFrame - first.startFrame))];
}

/** How long the first row is shown before others take its place (frames), where there is room for one row only. */
const FIRST_ROW = 60;

/** The first turn has the time that it needs, at most half; the others share the rest. */
function turnSpans({ startFrame, endFrame }: Span, count: number): Span[] {
  if (count === 1) return [{ startFrame, endFrame }];
  const first = Math.min(FIRST_ROW, Math.floor((endFrame - startFrame) / 2));
  const share = (endFrame - startFrame - first) / (count - 1);
  const at = (turn: number) => frames(turn === 0 ? startFrame : Math.floor(startFrame + first + (turn - 1) * share));
  return Array.from({ length: count }, (_, turn) => ({
    startFrame: at(turn),
    endFrame: turn === count - 1 ? endFrame : at(turn + 1),
  }));
}

function pictureMove({ movement, move }: Figure, { startFrame, endFrame }: Span): PictureMove {
  const { afterFrames, entry, still, exit } = move;
  // A picture that does not come back is gone before the card is.
  const end = exit.length > 0 ? endFrame : endFrame - movement.exit.length;
  const start = startFrame + afterFrames;
  return {
    startFrame: frames(start),
    ...{ entry, still, exit },
    holdFrames: frames(end - start - entry.length - exit.length),
  };
}

/** The card's ground is its first part and covers the canvas. */
async function endCardLayer(whole: Movement, span: Span): Promise<MovingLayer> {
  const movement = within(span, whole);
  const [ground] = movement.parts;
  const hides = (shown: ShownPart) => shown.part === ground && (ground.opacity ?? 1) === 1 && isWhole(shown);
  const open = movement.entry.findLastIndex((pose) => !pose.some(hides));
  return { ...(await movingLayer('end-card', movement, span, ground?.box)), coversFrom: open + 1 };
}

async function movingLayer(name: MovingLayer['name'], whole: Movement, span: Span, canvas?: Box): Promise<MovingLayer> {
  const movement = within(span, whole);
  const holdFrames = held(movement, span);
  const still = movement.parts.map((part) => ({ part }));
  const crop = canvas ?? evenUnion([still, ...movement.entry, ...movement.exit].flat().map(seenBox));
  const picture = (pose: Pose) => filmPicture(svgOf(pose, crop));
  const entry = await Promise.all(movement.entry.map(picture));
  const exit = await Promise.all(movement.exit.map(picture));
  return { name, ...crop, startFrame: span.startFrame, entry, still: await picture(still), holdFrames, exit };
}

/** The movement as that stay has time for it. */
function within({ startFrame, endFrame }: Span, whole: Movement): Movement {
  return paced(settled(whole), endFrame - startFrame);
}

/** What a part covers on a frame; parts keep their turns inside their boxes. */
function seenBox({ part, clip, shift }: ShownPart): Box {
  const box = { ...part.box, x: part.box.x + (shift?.x ?? 0), y: part.box.y + (shift?.y ?? 0) };
  if (!clip) return box;
  const [x, y] = [Math.max(box.x, clip.x), Math.max(box.y, clip.y)];
  const width = Math.max(0, Math.min(box.x + box.width, clip.x + clip.width) - x);
  const height = Math.max(0, Math.min(box.y + box.height, clip.y + clip.height) - y);
  return width > 0 && height > 0 ? { x, y, width, height } : { x: box.x, y: box.y, width: 0, height: 0 };
}

function held({ entry, exit }: Movement, { startFrame, endFrame }: Span): Frames {
  const hold = endFrame - startFrame - entry.length - exit.length;
  if (hold < 1) throw new RangeError(`frames ${startFrame}–${endFrame} are too few to come, stand and go`);
  return frames(hold);
}
