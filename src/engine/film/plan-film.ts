import { join } from 'node:path';
import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';
import type { FilmLayers, MovingLayer, PictureMove, StillLayer } from '../graphics/layers.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import type { Shot, ShotSource } from './film-order.ts';
import type { PictureWindow, ShotFit } from './fit-shot.ts';
import { frameShot } from './frame-shot.ts';
import type { FramedBy } from './framing.ts';
import type { PlannedHelps } from './shot-helps.ts';

/** Pictures a second that are filtered: 50 where an output carries real fields, each picture becoming one of them. */
export type FilmRate = 25 | 50;

/** A shot as it is decoded: `frames` pictures (at 25) from `fromFrame` of the clip. */
export interface PlannedShot {
  readonly source: ShotSource;
  readonly fromFrame: Frames;
  readonly frames: Frames;
  /** Its sound: under the end card nobody speaks on. The last `soundFrames - voiceFrames` are silent. */
  readonly soundFrames: Frames;
  readonly voiceFrames: Frames;
  readonly fit: ShotFit;
  readonly framedBy: FramedBy;
  /** Its own pictures a second in the film: 25 where the clip has no more motion. */
  readonly rate: FilmRate;
  readonly filmRate: FilmRate;
  /** Pictures that are decoded before its first one and thrown away, in a piece of a film; missing: none. */
  readonly leadFrames?: number;
  readonly helps: PlannedHelps;
}

/** From `fromFrame` up to, not including, `toFrame` of the film. */
export interface FilmRange {
  readonly fromFrame: Frames;
  readonly toFrame: Frames;
}

/** A graphic as files of the work folder: `<stem>-in-000.qoi …` with the still last, `<stem>-out-000.qoi …`. */
export interface PlannedLayer {
  readonly stem: string;
  readonly x: number;
  readonly y: number;
  readonly startFrame: Frames;
  readonly entryFrames: number;
  readonly holdFrames: Frames;
  readonly exitFrames: number;
}

export interface PlannedOutput {
  readonly preset: DeliveryPreset;
  /** File name in the output folder. */
  readonly file: string;
  /** What a piece of the film gives it; missing: everything. */
  readonly range?: FilmRange;
}

/** An ASS file and the folder of its fonts, by whole paths. */
export interface BurnedCaptions {
  readonly file: string;
  readonly fontsFolder: string;
}

/** Everything that decides the pictures of a film, in whole frames at 25; nothing in it is looked up later. */
export interface RenderPlan {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly rate: FilmRate;
  /** A piece of the film begins here, and `lengthFrames` is its end; missing: it is the whole film. */
  readonly fromFrame?: Frames;
  readonly lengthFrames: Frames;
  /** Pictures in which the shots are seen; from then on the end card covers them. */
  readonly bodyFrames: Frames;
  readonly shots: readonly PlannedShot[];
  readonly layers: readonly PlannedLayer[];
  /** The picture makes room for a card; undefined: it never does. */
  readonly pictureMove: PictureMove | undefined;
  /** The end card, alone on screen after the body: the rest of its way in, then at rest. */
  readonly endCard: PlannedLayer | undefined;
  /** undefined when nothing is said. */
  readonly captions: BurnedCaptions | undefined;
  /** The slowest encoder first: FFmpeg counts the first output's frames. */
  readonly outputs: readonly PlannedOutput[];
}

export interface PlanInput {
  readonly lengthFrames: Frames;
  readonly shots: readonly Shot[];
  readonly graphics: FilmLayers;
  /** The look's window (px of the canvas) when every shot is portrait. */
  readonly portraitWindow?: PictureWindow | undefined;
  readonly captions: BurnedCaptions | undefined;
  readonly presets: readonly DeliveryPreset[];
  /** Where the motions of shots that are to be steadied lie; its path may stand in a filter. */
  readonly motionFolder?: string | undefined;
}

/** The plan of one film. Throws a programmer's error when the shots do not fill the film up to its end card. */
export function planFilm(input: PlanInput): RenderPlan {
  const { graphics, lengthFrames } = input;
  const planned = graphics.layers.map((layer) => planLayer(layer));
  const endCard = planned.find((layer) => layer.stem.startsWith('end-card'));
  const voiceFrames = endCard ? endCard.startFrame : lengthFrames;
  // The card comes in over the living picture, so the last shot runs on below it until it is covered.
  const bodyFrames = frames(Math.min(lengthFrames, voiceFrames + coveredAfter(graphics)));
  assertFilled(input.shots, voiceFrames);
  const rate = decideRate(input);
  const layers = planned.map((layer) => standBelow(layer, endCard, bodyFrames));
  return {
    canvas: graphics.canvas,
    rate,
    lengthFrames,
    bodyFrames,
    shots: planShots(input, bodyFrames - voiceFrames, rate),
    layers: layers.filter((layer) => layer.stem !== endCard?.stem || bodyFrames > voiceFrames),
    pictureMove: graphics.pictureMove,
    endCard: bodyFrames < lengthFrames ? endCard : undefined,
    captions: input.captions,
    outputs: orderBySlowest(input.presets),
  };
}

// 48 from a cinema camera's high rate, 50 and 59.94 from phones and from fields.
const LEAST_FOR_FIELDS = 45;

function hasFieldMotion({ source }: Shot): boolean {
  return source.picturesPerSecond >= LEAST_FOR_FIELDS;
}

function decideRate({ presets, shots }: PlanInput): FilmRate {
  return presets.some(({ picture }) => picture.motion === 'fields') && shots.some(hasFieldMotion) ? 50 : 25;
}

function planShots(input: PlanInput, tail: number, filmRate: FilmRate): PlannedShot[] {
  const { shots, graphics, portraitWindow } = input;
  return shots.map((shot, index) => ({
    source: shot.source,
    fromFrame: shot.fromFrame,
    frames: frames(shot.toFrame - shot.fromFrame + (index === shots.length - 1 ? tail : 0)),
    soundFrames: frames(shot.toFrame - shot.fromFrame),
    voiceFrames: frames((shot.voiceToFrame ?? shot.toFrame) - shot.fromFrame),
    ...frameShot(shot, { canvas: graphics.canvas, portraitWindow }),
    rate: hasFieldMotion(shot) ? filmRate : FRAME_RATE,
    filmRate,
    helps: planHelps(shot, index, input),
  }));
}

function planHelps({ helps = {} }: Shot, index: number, { motionFolder }: PlanInput): PlannedHelps {
  if (!helps.steady) return helps;
  if (motionFolder === undefined) throw new Error('a shot that is to be steadied needs a folder for its motions');
  return { ...helps, motionFile: join(motionFolder, `motions-${index}.trf`) };
}

function planLayer(layer: MovingLayer | StillLayer): PlannedLayer {
  const { x, y, startFrame } = layer;
  const stem = layerStem(layer);
  if ('endFrame' in layer) {
    const holdFrames = frames(layer.endFrame - startFrame);
    return { stem, x, y, startFrame, entryFrames: 0, holdFrames, exitFrames: 0 };
  }
  const { entry, exit, holdFrames } = layer;
  return { stem, x, y, startFrame, entryFrames: entry.length, holdFrames, exitFrames: exit.length };
}

/** Frames after its start in which something is still seen beside or through the end card. */
function coveredAfter({ layers }: FilmLayers): number {
  const [card] = layers.flatMap((layer) => (layer.name === 'end-card' ? [layer] : []));
  return card?.coversFrom ?? card?.entry.length ?? 0;
}

/** Which of its pictures the end card shows first once it stands alone. */
export function firstAlone({ startFrame, entryFrames }: PlannedLayer, { bodyFrames }: RenderPlan): number {
  return Math.min(entryFrames, bodyFrames - startFrame);
}

/** What stands until the end card comes stays until the card covers it. */
function standBelow(layer: PlannedLayer, endCard: PlannedLayer | undefined, bodyFrames: Frames): PlannedLayer {
  const end = layer.startFrame + layer.entryFrames + layer.holdFrames + layer.exitFrames;
  if (!endCard || end !== endCard.startFrame || layer.exitFrames > 0) return layer;
  return { ...layer, holdFrames: frames(layer.holdFrames + bodyFrames - endCard.startFrame) };
}

/** Names a layer's files: one look draws a name at most once at a place and time. */
export function layerStem({ name, startFrame, x, y }: MovingLayer | StillLayer): string {
  return `${name}-${startFrame}-${x}-${y}`;
}

function assertFilled(shots: readonly Shot[], voiceFrames: Frames): void {
  const total = shots.reduce((sum, shot) => sum + shot.toFrame - shot.fromFrame, 0);
  if (total !== voiceFrames) throw new Error(`shots hold ${total} frames, the film needs ${voiceFrames}`);
}

function orderBySlowest(presets: readonly DeliveryPreset[]): PlannedOutput[] {
  return presets
    .map((preset) => ({ preset, file: `${preset.name}.${preset.extension}` }))
    .sort((a, b) => encoderWeight(b.preset) - encoderWeight(a.preset));
}

// Measured CPU of 100 frames: x264 costs some 1.6 times MPEG-2 at the same raster.
function encoderWeight({ picture }: DeliveryPreset): number {
  const pixels = picture.raster.width * picture.raster.height;
  return pixels * (picture.codec === 'h264' ? 1.6 : 1) * (picture.scan === 'progressive' ? 1 : 1.2);
}

/** Seconds of a frame in a clip, exact to the microsecond that FFmpeg counts in. */
export function clipSeconds(frame: number): string {
  return (frame / FRAME_RATE).toFixed(2);
}
