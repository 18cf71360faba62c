import type { CaptionCanvas } from '../captions/caption-air.ts';
import {
  type CaptionPlace,
  captionBox,
  lineRoomAt,
  lowestPlace,
  placeAbove,
  placeBeside,
  placeUnder,
  roomAt,
  smallest,
  usualPlace,
} from '../captions/caption-place.ts';
import type { CaptionCue } from '../captions/cue.ts';
import { type CaptionRoom, lineFits } from '../captions/wrap-caption.ts';
import type { Box } from '../graphics/drawing.ts';
import { fitCues, SHORTEST_CUE } from './place-captions.ts';

/** A caption where it is burned, in the lines that it has there. */
export interface StandingCue extends CaptionCue {
  readonly place: CaptionPlace;
}

/**
 * `usual`: as the look has them · `above`, `beside`, `under`: of the name that stands; above it on one line where that fits ·
 * `lines`: at the usual place, one line at a time · `above-lines`: the same above the name · `lowest`: one line at a time, as
 * low as is safe · `small`,
 * `above-small`: in the smallest letters · `high`: below the mark.
 */
export type CaptionMode =
  | 'usual'
  | 'lines'
  | 'lowest'
  | 'small'
  | 'above'
  | 'above-lines'
  | 'above-small'
  | 'beside'
  | 'under'
  | 'high';

export interface CaptionStand {
  readonly canvas: CaptionCanvas;
  /** Of the look's captions on that canvas. */
  readonly room: CaptionRoom;
  /** The name's box, where one stands. */
  readonly name?: Box | undefined;
}

/** One caption in that mode, perhaps one line after another; undefined where its words do not fit so, or would be too quick to read. */
export function standCue(cue: CaptionCue, mode: CaptionMode, stand: CaptionStand): StandingCue[] | undefined {
  const { canvas, name } = stand;
  const usual = usualPlace(canvas);
  if (mode === 'usual') return [{ ...cue, place: usual }];
  if (mode === 'lines') return lineByLine(cue, usual, stand);
  if (mode === 'lowest') return lineByLine(cue, lowestPlace(canvas), stand);
  if (mode === 'small') return inRoom(cue, smallest(canvas, lowestPlace(canvas)), stand);
  if (mode === 'high') return underGraphic(cue, markFoot(canvas), stand);
  if (!name) return undefined;
  if (mode === 'under') return underGraphic(cue, name.y + name.height, stand);
  if (mode === 'beside') return inRoom(cue, placeBeside(canvas, name), stand);
  const above = placeAbove(canvas, name.y);
  if (mode === 'above-small') return [onOneLine(cue, smallest(canvas, above), stand)];
  return mode === 'above-lines' ? lineByLine(cue, above, stand) : [onOneLine(cue, above, stand)];
}

/** What standing captions cover, px of the canvas. */
export function captionBoxes(cues: readonly StandingCue[], canvas: CaptionCanvas): Box[] {
  return cues.map(({ lines, place }) => captionBox(canvas, lines, place));
}

/** Two lines would reach a face: they stand as one where the safe area is wide enough. */
function onOneLine(cue: CaptionCue, place: CaptionPlace, { canvas, room }: CaptionStand): StandingCue {
  const whole = cue.lines.join(' ');
  const { measure, maxWidth } = lineRoomAt(canvas, place, room);
  const fits = measure(whole) <= maxWidth;
  return { ...cue, place, lines: fits ? [whole] : cue.lines };
}

function lineByLine(cue: CaptionCue, place: CaptionPlace, { canvas, room }: CaptionStand): StandingCue[] | undefined {
  const pieces = fitCues([{ ...cue, lines: [cue.lines.join(' ')] }], [], lineRoomAt(canvas, place, room));
  return readable(cue, pieces)?.map((piece) => ({ ...piece, place }));
}

// A narrower column would break every phrase.
const NARROWEST = 0.4;

/** One line at a time; words that would pass too quickly so, in two small lines. */
function underGraphic(cue: CaptionCue, foot: number, stand: CaptionStand): StandingCue[] | undefined {
  const { canvas } = stand;
  const { leastEm: em } = canvas.look.aspects[canvas.aspect];
  const single = lineByLine(cue, placeUnder(canvas, foot, { lines: 1 }), stand);
  return single ?? inRoom(cue, placeUnder(canvas, foot, { lines: 2, em }), stand);
}

/** On one line where it fits, else in two, broken anew for the place's width. */
function inRoom(cue: CaptionCue, place: CaptionPlace, { canvas, room }: CaptionStand): StandingCue[] | undefined {
  const narrow = roomAt(canvas, place, room);
  if (narrow.maxWidth < NARROWEST * canvas.look.aspects[canvas.aspect].canvas[0]) return undefined;
  const whole = { ...cue, lines: [cue.lines.join(' ')] };
  return readable(cue, fitCues([whole], [], narrow), narrow)?.map((piece) => ({ ...piece, place }));
}

/** Pieces of a caption that say all of it, each long enough to be read, each in its room. */
function readable(
  cue: CaptionCue,
  pieces: readonly CaptionCue[],
  room?: CaptionRoom,
): readonly CaptionCue[] | undefined {
  const said = (some: readonly CaptionCue[]) =>
    some
      .flatMap(({ lines }) => lines)
      .join(' ')
      .replace(/\s+/gu, ' ');
  const quick = pieces.length > 1 && pieces.some(({ startFrame, endFrame }) => endFrame - startFrame < SHORTEST_CUE);
  const wide = room !== undefined && pieces.some(({ lines }) => lines.some((line) => !lineFits(line, room)));
  return quick || wide || said(pieces) !== said([cue]) ? undefined : pieces;
}

function markFoot({ look, aspect }: CaptionCanvas): number {
  const { mark } = look.aspects[aspect];
  return mark.y + mark.size;
}
