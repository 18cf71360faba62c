import { allow, type Decision } from '../../kernel/refusal.ts';
import type { Drawer } from './drawer.ts';
import { evenUnion } from './drawing.ts';
import { type FittedRow, fitLowerThird, type LowerThirdTexts } from './lower-third.ts';
import { swapping } from './motion.ts';
import type { Movement } from './movement.ts';
import { aspectOf, type Stage } from './stage.ts';

/** The lower third in its place. */
export interface LaidLowerThird {
  readonly movement: Movement;
  /** In the compact form the place's row gives way to the benefit's. */
  readonly second: Movement | undefined;
  /** Its top edge while it stands, px. */
  readonly top: number;
  readonly placeForm: number;
}

/** Air between the mouth and the lower third, in shares of the canvas's height. */
const BELOW_MOUTH = 0.08;
/** Of the canvas's height: a mouth in a selfie held upright is higher. */
const PORTRAIT_MOUTH = 0.48;
const SWAP_FRAMES = 6;

/**
 * Name, place and benefit below each other; where that would come near the mouth (`mouthLine`, px), the name and one row
 * that changes. undefined without any text; refuses a text that fits in none of its forms.
 */
export function layLowerThird(
  stage: Stage,
  drawer: Drawer,
  texts: LowerThirdTexts,
  mouthLine: number | undefined,
): Decision<LaidLowerThird | undefined> {
  const fit = fitLowerThird(stage, texts, drawer.lowerThirdRoom);
  if (!fit.ok || fit.value === undefined) return fit.ok ? allow(undefined) : fit;
  const { rows, placeForm } = fit.value;
  const widest = Math.max(...rows.map((row) => row.width));
  const draw = (shown: readonly FittedRow[]) => drawer.lowerThird(shown, widest);
  const full = { movement: draw(rows), second: undefined, placeForm };
  const top = topOf(stage, rows, full.movement);
  const has = (what: FittedRow['what']) => rows.some((row) => row.what === what);
  const height = aspectOf(stage).canvas[1];
  // Beside a portrait shot, where the face is unknown: rows that break high up would carry the captions over the eyes.
  const assumed = stage.portrait ? PORTRAIT_MOUTH * height : undefined;
  const mouth = mouthLine ?? assumed;
  const near = mouth !== undefined && top < mouth + BELOW_MOUTH * height;
  if (!near || !has('place') || !has('benefit')) return allow({ ...full, top });
  const first = rows.filter(({ what }) => what !== 'benefit');
  const movement = draw(first);
  const next = draw(rows.filter(({ what }) => what !== 'place'));
  const over = evenUnion([...movement.parts, ...next.parts].map((part) => part.box));
  const entry = swapping(movement.parts, next.parts, over, { frames: SWAP_FRAMES, curve: stage.look.motion.in });
  return allow({ movement, second: { ...next, entry }, top: topOf(stage, first, movement), placeForm });
}

/** The edge that the eye sees: a sheet's, not its shadow's. */
function topOf(stage: Stage, rows: readonly FittedRow[], { parts }: Movement): number {
  const slabs = parts.flatMap((part) => part.shapes).filter((shape) => shape.kind === 'slab' && !shape.turn);
  const tops = slabs.map((slab) => (slab.kind === 'slab' ? slab.box.y : Infinity));
  return Math.min(aspectOf(stage).lowerThird.bottom - rows.reduce((sum, { height }) => sum + height, 0), ...tops);
}
