import { createHash } from 'node:crypto';
import { type Frames, frames } from '../../kernel/frames.ts';
import { allow, type Decision } from '../../kernel/refusal.ts';
import { type Box, evenUnion, type Part } from './drawing.ts';
import type { Span } from './film-times.ts';
import { type FilmLayout, type FilmOrder, layFilm } from './lay-film.ts';
import type { FilmLayers, MovingLayer, Png, StillLayer } from './layers.ts';
import type { Look } from './look.ts';
import { closing, lowerThirdEntry, opening, type Pose } from './motion.ts';
import { endCardEntry } from './move-end-card.ts';
import { rasterise } from './raster.ts';
import { svgOf } from './svg.ts';

/** The last films drawn: a cut is rendered once for each raster and drawn again after a caption is corrected. */
const drawn = new Map<string, Promise<Decision<FilmLayers>>>();
const KEPT = 8;

/**
 * Draws everything that lies over a film, as PNG sequences cropped to what they need, in the order of drawing. A pure
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
  const layers = [
    ...(await stillLayers(layout)),
    ...(await chipLayers(layout, order)),
    ...(await lowerThirdLayers(layout, order.look)),
    await endCardLayer(layout, order),
  ];
  const lowerThirdTop = layout.lowerThird?.bar.box.y;
  return allow({ aspect: order.aspect, canvas: { width, height }, layers, lowerThirdTop, notes: layout.notes });
}

/** Sides, then the mark: both stand until the end card comes. */
async function stillLayers({ sides, mark, times }: FilmLayout): Promise<StillLayer[]> {
  const stands = (name: StillLayer['name']) => async (part: Part) => {
    const box = evenUnion([part.box]);
    const still = await rasterise(svgOf([{ part }], box));
    return { name, ...box, startFrame: frames(0), endFrame: times.endCardFrom, still };
  };
  return Promise.all([...sides.map(stands('sides')), stands('mark')(mark)]);
}

async function chipLayers({ chip, times }: FilmLayout, { look, markCorner }: FilmOrder): Promise<MovingLayer[]> {
  if (!chip) return [];
  const { entry, exit } = look.motion.chip;
  const movement = {
    parts: [chip],
    entry: opening(chip, markCorner, { frames: entry, curve: look.motion.in }),
    exit: closing([chip], chip.box, markCorner, { frames: exit, curve: look.motion.out }),
  };
  return [await movingLayer('chip', movement, times.chip)];
}

async function lowerThirdLayers({ lowerThird, times }: FilmLayout, look: Look): Promise<MovingLayer[]> {
  if (!lowerThird) return [];
  const { bar, slabs } = lowerThird;
  const parts = [bar, ...slabs];
  const common = evenUnion(parts.map((part) => part.box));
  const beat = { frames: look.motion.lowerThird.exit, curve: look.motion.out };
  const movement = {
    parts,
    entry: lowerThirdEntry(bar, slabs, look),
    exit: closing(parts, common, 'left', beat),
  };
  const [first, ...again] = times.lowerThird;
  if (!first) return [];
  const layer = await movingLayer('lower-third', movement, first);
  return [layer, ...again.map((span) => ({ ...layer, startFrame: span.startFrame, holdFrames: held(movement, span) }))];
}

async function endCardLayer({ endCard, times }: FilmLayout, { look, lengthFrames }: FilmOrder): Promise<MovingLayer> {
  const { ground, scheme, call, contact } = endCard;
  const parts = [ground, scheme, call, contact].filter((part) => part !== undefined);
  const movement = { parts, entry: endCardEntry(endCard, look), exit: [] };
  return movingLayer('end-card', movement, { startFrame: times.endCardFrom, endFrame: lengthFrames });
}

interface Movement {
  readonly parts: readonly Part[];
  readonly entry: readonly Pose[];
  readonly exit: readonly Pose[];
}

async function movingLayer(name: MovingLayer['name'], movement: Movement, span: Span): Promise<MovingLayer> {
  const holdFrames = held(movement, span);
  const box = evenUnion(movement.parts.map((part) => part.box));
  const crop = name === 'end-card' ? (movement.parts[0]?.box ?? box) : box;
  const [still] = await pictures([movement.parts.map((part) => ({ part }))], crop);
  if (!still) throw new Error(`no picture of ${name}`);
  const [entry, exit] = [await pictures(movement.entry, crop), await pictures(movement.exit, crop)];
  return { name, ...crop, startFrame: span.startFrame, entry, still, holdFrames, exit };
}

async function pictures(poses: readonly Pose[], crop: Box): Promise<Png[]> {
  return Promise.all(poses.map((pose) => rasterise(svgOf(pose, crop))));
}

function held({ entry, exit }: Movement, { startFrame, endFrame }: Span): Frames {
  const hold = endFrame - startFrame - entry.length - exit.length;
  if (hold < 1) throw new RangeError(`frames ${startFrame}–${endFrame} are too few to come, stand and go`);
  return frames(hold);
}
