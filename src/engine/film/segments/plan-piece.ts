import { FRAME_RATE, type Frames, frames } from '../../../kernel/frames.ts';
import type { FilmRange, PlannedLayer, PlannedOutput, PlannedShot, RenderPlan } from '../plan-film.ts';

/** An output with the range of the film that it is to be given. */
export type RangedOutput = PlannedOutput & { readonly range: FilmRange };

/**
 * The part of a film's plan that draws these ranges, picture for picture as the whole film has them; `lengthFrames` is the
 * piece's end in film time.
 */
export function planPiece(
  plan: RenderPlan,
  outputs: readonly RangedOutput[],
): RenderPlan & { readonly fromFrame: Frames } {
  const window = aroundMove(hullOf(outputs.map(({ range }) => range)), plan.pictureMove);
  const { fromFrame, toFrame } = window;
  const move = plan.pictureMove;
  const moves = move && overlaps(window, moveRange(move));
  return {
    ...plan,
    fromFrame,
    lengthFrames: toFrame,
    bodyFrames: frames(Math.min(toFrame, Math.max(fromFrame, plan.bodyFrames))),
    shots: cutShots(plan.shots, window),
    layers: plan.layers.filter((layer) => overlaps(window, layerRange(layer))),
    pictureMove: moves ? { ...move, startFrame: frames(move.startFrame - fromFrame) } : undefined,
    endCard: toFrame > plan.bodyFrames ? plan.endCard : undefined,
    outputs,
  };
}

export function hullOf(ranges: readonly FilmRange[]): FilmRange {
  return {
    fromFrame: frames(Math.min(...ranges.map(({ fromFrame }) => fromFrame))),
    toFrame: frames(Math.max(...ranges.map(({ toFrame }) => toFrame))),
  };
}

export function overlaps(a: FilmRange, b: FilmRange): boolean {
  return a.fromFrame < b.toFrame && b.fromFrame < a.toFrame;
}

/** The picture's move is counted from a piece's start: a piece holds it whole, with a picture on either side, or not at all. */
function aroundMove(window: FilmRange, move: RenderPlan['pictureMove']): FilmRange {
  if (!move || !overlaps(window, moveRange(move))) return window;
  const { fromFrame, toFrame } = moveRange(move);
  return hullOf([window, { fromFrame: frames(Math.max(0, fromFrame - 1)), toFrame: frames(toFrame + 1) }]);
}

function moveRange({ startFrame, entry, holdFrames, exit }: NonNullable<RenderPlan['pictureMove']>): FilmRange {
  return { fromFrame: startFrame, toFrame: frames(startFrame + entry.length + holdFrames + exit.length) };
}

function layerRange({ startFrame, entryFrames, holdFrames, exitFrames }: PlannedLayer): FilmRange {
  return { fromFrame: startFrame, toFrame: frames(startFrame + entryFrames + holdFrames + exitFrames) };
}

function cutShots(shots: readonly PlannedShot[], window: FilmRange): PlannedShot[] {
  let at = 0;
  return shots.flatMap((shot) => {
    const start = at;
    at += shot.frames;
    const from = Math.max(0, window.fromFrame - start);
    const to = Math.min(shot.frames, window.toFrame - start);
    return from < to ? [cutShot(shot, from, to)] : [];
  });
}

// Containers whose index leads to the very picture; others are read from the shot's own start.
const INDEXED = ['mov', 'matroska'];
// So much is decoded before a piece: a picture that was held longer than this would come late into it.
const LEAD_SECONDS = 2;

/**
 * Decoded from some whole seconds behind the shot's start: which picture of a clip of 30 stands on which of ours depends on
 * the start's fraction of a second, and whole seconds are exact in every clip's own clock.
 */
function cutShot(shot: PlannedShot, from: number, to: number): PlannedShot {
  const seconds = INDEXED.includes(shot.source.demuxer) ? Math.max(0, Math.floor(from / FRAME_RATE) - LEAD_SECONDS) : 0;
  const skipped = seconds * FRAME_RATE;
  return {
    ...shot,
    fromFrame: frames(shot.fromFrame + skipped),
    frames: frames(to - from),
    leadFrames: from - skipped,
  };
}
