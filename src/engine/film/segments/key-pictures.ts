import { createHash } from 'node:crypto';
import type { FilmLayers } from '../../graphics/layers.ts';
import { formatGraph } from '../filter-graph.ts';
import { layerStem, type PlannedLayer, type PlannedShot, type RenderPlan } from '../plan-film.ts';
import { shotChains } from '../shot-graph.ts';
import { type CaptionKeys, readCaptionKeys } from './key-captions.ts';
import type { KeyedSpan } from './made-of.ts';

/** What stands over the pictures, as it was drawn. */
export interface DrawnOver {
  readonly graphics: Pick<FilmLayers, 'layers'>;
  /** The ASS file's text; undefined when nothing is said. */
  readonly captions: string | undefined;
}

/** Something that is in the picture from one frame to another and looks so because of `words`. */
interface Ingredient {
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly words: string;
}

/**
 * Cuts a film wherever anything in its picture comes or goes, and keys each stretch by all that is in it: two films with
 * one key at one frame have the same picture there, before any encoder. The programs that draw are not in it.
 */
export function keyPictures(plan: RenderPlan, drawn: DrawnOver): KeyedSpan[] {
  const ingredients = listIngredients(plan, drawn);
  const inside = (frame: number) => frame > 0 && frame < plan.lengthFrames;
  const cuts = new Set(ingredients.flatMap(({ fromFrame, toFrame }) => [fromFrame, toFrame]).filter(inside));
  const ends = [...cuts, plan.lengthFrames].sort((a, b) => a - b);
  return ends.map((toFrame, index) => {
    const fromFrame = ends[index - 1] ?? 0;
    const here = ingredients.filter((one) => one.fromFrame < toFrame && one.toFrame > fromFrame);
    return { toFrame, key: hashOf(here.map(({ words }) => words)) };
  });
}

/** SHA-256 of a value's JSON, its first 32 hex digits: two of a film's stretches never share them by chance. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

function listIngredients(plan: RenderPlan, { graphics, captions }: DrawnOver): Ingredient[] {
  const everywhere = { fromFrame: 0, toFrame: plan.lengthFrames };
  return [
    { ...everywhere, words: JSON.stringify([plan.canvas, plan.rate]) },
    ...shotIngredients(plan),
    ...plan.layers.flatMap((layer) => layerIngredients(layer, graphics)),
    ...moveIngredients(plan),
    ...(captions === undefined ? [] : captionIngredients(readCaptionKeys(captions), plan)),
    ...cardIngredients(plan, graphics),
  ];
}

/** A shot by its clip's bytes, its place in clip and film, and the very filters that it runs through. */
function shotIngredients({ shots }: RenderPlan): Ingredient[] {
  let at = 0;
  return shots.map((shot) => {
    const fromFrame = at;
    at += shot.frames;
    return { fromFrame, toFrame: at, words: JSON.stringify([fromFrame, ...shotWords(shot)]) };
  });
}

function shotWords(shot: PlannedShot): unknown[] {
  const { sha256, demuxer, videoStreamIndex } = shot.source;
  return [sha256, demuxer, videoStreamIndex, shot.fromFrame, formatGraph(shotChains(shot, 0, 'in'))];
}

/** A graphic comes, stands and goes: what it looks like at rest does not hang on how long it stands. */
function layerIngredients(layer: PlannedLayer, graphics: DrawnOver['graphics']): Ingredient[] {
  const { entry, still, exit } = picturesOf(layer, graphics);
  const stands = layer.startFrame + layer.entryFrames;
  const goes = stands + layer.holdFrames;
  const part = (fromFrame: number, toFrame: number, said: unknown): Ingredient => ({
    ...{ fromFrame, toFrame },
    words: JSON.stringify([layer.x, layer.y, said]),
  });
  return [
    part(layer.startFrame, stands, [layer.startFrame, ...entry.map(hashBytes)]),
    part(stands, goes, hashBytes(still)),
    part(goes, goes + layer.exitFrames, [goes, ...exit.map(hashBytes)]),
  ].filter(({ fromFrame, toFrame }) => fromFrame < toFrame);
}

function picturesOf({ stem }: PlannedLayer, { layers }: DrawnOver['graphics']) {
  const found = layers.find((one) => layerStem(one) === stem);
  if (!found) throw new Error(`no drawn layer ${stem}`);
  return 'endFrame' in found ? { entry: [], still: found.still, exit: [] } : found;
}

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The moving picture is one piece of work: changed anywhere, it is another move. */
function moveIngredients({ pictureMove: move }: RenderPlan): Ingredient[] {
  if (!move) return [];
  const frames = move.entry.length + move.holdFrames + move.exit.length;
  return [{ fromFrame: move.startFrame, toFrame: move.startFrame + frames, words: JSON.stringify(move) }];
}

function captionIngredients({ head, events }: CaptionKeys, { bodyFrames }: RenderPlan): Ingredient[] {
  return events
    .filter(({ fromFrame }) => fromFrame < bodyFrames)
    .map((event) => ({ ...event, toFrame: Math.min(event.toFrame, bodyFrames), words: `${head}\n${event.text}` }));
}

function cardIngredients(
  { endCard, bodyFrames, lengthFrames }: RenderPlan,
  graphics: DrawnOver['graphics'],
): Ingredient[] {
  if (!endCard) return [];
  const { entry, still } = picturesOf(endCard, graphics);
  const rests = endCard.startFrame + endCard.entryFrames;
  const comes = JSON.stringify(['end card', endCard.startFrame, ...entry.map(hashBytes)]);
  return [
    { fromFrame: bodyFrames, toFrame: rests, words: comes },
    { fromFrame: rests, toFrame: lengthFrames, words: `end card ${hashBytes(still)}` },
  ].filter(({ fromFrame, toFrame }) => fromFrame < toFrame);
}
