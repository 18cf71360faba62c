import { endCardFrames, leastClipFor, lengthFor, mostGiven, SHORTEST_FILM } from '../../kernel/film-length.ts';
import { FRAME_RATE, type Frames, frames, toSeconds } from '../../kernel/frames.ts';
import { allow, type Decision, type Refusal, refuse } from '../../kernel/refusal.ts';
import { refuseShort } from '../ffmpeg/film-refusals.ts';
import type { ClipSight } from '../senses/sight.ts';
import { type ChosenPart, choosePart, type KnownClip } from './choose-part.ts';
import type { Shot, ShotSource } from './film-order.ts';
import { filledLength, usualLength, WANTED_LENGTH } from './spot-length.ts';
import { sharedFrames } from './weigh-sight.ts';

/** A clip with what is said and seen in it, in frames at 25. */
export interface HeardClip extends KnownClip {
  readonly source: ShotSource;
}

export interface SpotWish {
  /** Shown one after another. */
  readonly clips: readonly HeardClip[];
  /** The whole spot; where the clips do not fill it, it becomes as long as they do. undefined: the usual length. */
  readonly lengthFrames: Frames | undefined;
  /** Of the only clip. */
  readonly part: { readonly fromFrame: Frames; readonly toFrame: Frames } | undefined;
}

export interface ComposedSpot {
  readonly shots: readonly Shot[];
  readonly lengthFrames: Frames;
  readonly endCardFrom: Frames;
  /** Why each shot is what it is, in the clip's own frames. */
  readonly parts: readonly ChosenPart[];
  /** Where what there is does not fill the length that was asked for, or the usual one: both. */
  readonly shorter: { readonly haveFrames: Frames; readonly wantedFrames: Frames } | undefined;
}

/** Length, end card and the best parts of the clips. Refuses clips that make no spot at all. */
export function composeSpot(wish: SpotWish): Decision<ComposedSpot> {
  const parts = wish.part ? cutOut(wish.clips, wish.part) : allow(wish.clips.map((clip) => ({ clip, offset: 0 })));
  if (!parts.ok) return parts;
  const pieces = parts.value;
  const total = pieces.reduce((sum, { clip }) => sum + clip.clipFrames, 0);
  const refusal = (wish.lengthFrames && tooShort(wish.lengthFrames)) ?? lacking(total, wish);
  if (refusal) return refuse(refusal);
  const length = lengthOf(wish, pieces, total);
  const body = length - endCardFrames(length);
  // A part that somebody marked is shown whole.
  const whole = wish.part !== undefined && length === lengthFor(total) && total >= body;
  // What the clips lack of it the end card takes already; only the rest of what it may take is left for sentences' sake.
  const filled = Math.min(body, total);
  const chosen = chooseParts(pieces, filled, whole ? 0 : mostGiven(length) - (body - filled));
  if (!chosen) return refuse(refuseShort(toSeconds(frames(total)), leastClipFor(length)));
  if (isBlack(chosen)) return refuse({ code: 'film.black', user: 'film.refused.black', tech: 'black throughout' });
  const shots = chosen.map(({ part, piece }) => shotOf(part, piece));
  return allow({
    shots,
    lengthFrames: length,
    endCardFrom: frames(shots.reduce((sum, shot) => sum + shot.toFrame - shot.fromFrame, 0)),
    parts: chosen.map(({ part }) => (wish.part && part.reason === 'whole' ? { ...part, reason: 'marked' } : part)),
    shorter: shorterThan(wish, length, frames(total)),
  });
}

function lengthOf({ lengthFrames: wanted, part }: SpotWish, pieces: readonly Piece[], total: number): Frames {
  if (wanted !== undefined && (total >= leastClipFor(wanted) || !part)) return filledLength(total, wanted);
  // Of a part that somebody marked nothing is left out for the sake of a usual length.
  return (part ? undefined : usualLength(pieces.map(({ clip }) => clip))) ?? lengthFor(total);
}

function shorterThan(
  { lengthFrames: asked, part }: SpotWish,
  length: number,
  haveFrames: Frames,
): ComposedSpot['shorter'] {
  if (asked !== undefined) return length < asked ? { haveFrames, wantedFrames: asked } : undefined;
  const fills = part !== undefined || haveFrames >= WANTED_LENGTH - LONGEST_CARD;
  return fills ? undefined : { haveFrames, wantedFrames: WANTED_LENGTH };
}

const LONGEST_CARD = endCardFrames(WANTED_LENGTH);

interface ChosenPiece {
  readonly piece: Piece;
  readonly part: ChosenPart;
}

// A clip may give up so much of its share to those after it, so that they are joined at a sentence.
const LEAST_SHARE = 0.6;

/** Each clip's part: its share of the body by its length, ended on a sentence; what it leaves goes to the next. */
function chooseParts(pieces: readonly Piece[], body: number, given: number): ChosenPiece[] | undefined {
  const chosen: ChosenPiece[] = [];
  let left = body;
  let after = pieces.reduce((sum, { clip }) => sum + clip.clipFrames, 0);
  for (const [index, piece] of pieces.entries()) {
    const { clip } = piece;
    const last = index === pieces.length - 1;
    const share = last ? left : Math.floor((left * clip.clipFrames) / after);
    after -= clip.clipFrames;
    const least = last ? share - given : Math.max(Math.ceil(share * LEAST_SHARE), left - after);
    const part = choosePart(clip, { body: frames(share), leastBody: frames(Math.min(share, Math.max(1, least))) });
    if (!part) return undefined;
    left -= part.toFrame - part.fromFrame;
    chosen.push({ piece, part });
  }
  return chosen;
}

// A gleam between two black stretches is no picture either.
const ALL_BLACK = 0.9;

/** Nothing is seen in any part: quality control would let no such film out. */
function isBlack(chosen: readonly ChosenPiece[]): boolean {
  const blackIn = ({ part, piece }: ChosenPiece) =>
    (piece.clip.sight?.poor ?? [])
      .filter(({ why }) => why === 'black')
      .reduce((sum, span) => sum + sharedFrames(span, part), 0);
  const total = chosen.reduce((sum, { part }) => sum + part.toFrame - part.fromFrame, 0);
  return chosen.reduce((sum, one) => sum + blackIn(one), 0) >= ALL_BLACK * total;
}

function shotOf(part: ChosenPart, { clip, offset }: Piece): Shot {
  const shift = (frame: Frames) => frames(frame + offset);
  return {
    source: clip.source,
    fromFrame: shift(part.fromFrame),
    toFrame: shift(part.toFrame),
    voiceToFrame: shift(part.voiceToFrame),
    ...(clip.sight && { looks: looksIn(clip.sight, part, offset) }),
  };
}

function cutOut(clips: readonly HeardClip[], part: NonNullable<SpotWish['part']>): Decision<Piece[]> {
  const [clip] = clips;
  if (!clip || part.toFrame > clip.clipFrames || part.fromFrame >= part.toFrame) {
    const have = inSeconds(clip?.clipFrames ?? 0);
    const tech = `frames ${part.fromFrame}–${part.toFrame} of ${clip?.clipFrames ?? 0}`;
    return refuse({ code: 'film.part', user: 'film.refused.part', tech, params: { have } });
  }
  const within = clip.speech.map((run) => ({
    fromFrame: Math.max(run.fromFrame, part.fromFrame) - part.fromFrame,
    toFrame: Math.min(run.toFrame, part.toFrame) - part.fromFrame,
  }));
  const speech = within.filter((run) => run.toFrame > run.fromFrame);
  const length = frames(part.toFrame - part.fromFrame);
  const cut = { ...clip, clipFrames: length, speech, sight: clip.sight && shiftSight(clip.sight, part) };
  return allow([{ clip: cut, offset: part.fromFrame }]);
}

/** The looks at a part, in the clip's own frames. */
function looksIn({ looks }: ClipSight, part: ChosenPart, offset: number): NonNullable<Shot['looks']> {
  return looks
    .filter((look) => look.atFrame >= part.fromFrame && look.atFrame < part.toFrame)
    .map((look) => ({ ...look, atFrame: look.atFrame + offset }));
}

/** What is seen within a part, counted from its beginning. */
function shiftSight(sight: ClipSight, { fromFrame }: NonNullable<SpotWish['part']>): ClipSight {
  return {
    ...sight,
    poor: sight.poor.map((span) => ({
      ...span,
      fromFrame: span.fromFrame - fromFrame,
      toFrame: span.toFrame - fromFrame,
    })),
    looks: sight.looks.map((look) => ({ ...look, atFrame: look.atFrame - fromFrame })),
  };
}

interface Piece {
  readonly clip: HeardClip;
  readonly offset: number;
}

/** Why a spot of so many frames can't be, if it can't. */
export function tooShort(length: number): Refusal | undefined {
  if (length >= SHORTEST_FILM) return undefined;
  const least = inSeconds(SHORTEST_FILM);
  return { code: 'film.length', user: 'film.refused.length', tech: `${length} frames`, params: { least } };
}

function lacking(total: number, { part }: SpotWish): Refusal | undefined {
  const least = leastClipFor(SHORTEST_FILM);
  if (total >= least) return undefined;
  const refusal = refuseShort(toSeconds(frames(total)), least);
  return part ? { ...refusal, code: 'film.part-length', user: 'film.refused.partShort' } : refusal;
}

/** Tenths, as far as they are there. */
function inSeconds(count: number): string {
  return String(Math.floor((count * 10) / FRAME_RATE) / 10);
}
