import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '../../kernel/refusal.ts';
import { captionRoom } from '../captions/caption-room.ts';
import type { CaptionCue } from '../captions/cue.ts';
import type { CaptionRoom } from '../captions/wrap-caption.ts';
import { drawFilmLayers } from '../graphics/draw-film-layers.ts';
import type { Span } from '../graphics/film-times.ts';
import type { Aspect, FilmLayers } from '../graphics/layers.ts';
import { schemeColours } from '../graphics/scheme-colour.ts';
import { type ArrangedPart, arrangeFilm } from './arrange-film.ts';
import { middleOfFace } from './face-middle.ts';
import { brokenAsBurned, outsideFigure } from './figure-captions.ts';
import type { FilmOrder } from './film-order.ts';
import { isSafePath } from './filter-graph.ts';
import { type PictureWindow, shownAspect } from './fit-shot.ts';
import { planOrderTimes } from './order-times.ts';
import { fitCues } from './place-captions.ts';
import { facesOnCanvas } from './place-looks.ts';
import type { BurnedCaptions } from './plan-film.ts';
import { writeCaptions } from './write-captions.ts';

/** Everything over the pictures, drawn. */
export interface DrawnFilm {
  readonly graphics: FilmLayers;
  readonly captions: BurnedCaptions | undefined;
  /** The order's captions, broken for this canvas. */
  readonly cues: readonly CaptionCue[];
  /** The same for files beside the film: with the lines as they are burned, those under the figure's card too. */
  readonly sidecarCues: readonly CaptionCue[];
  /** When a card covers the speaker while the voice goes on. */
  readonly cards: readonly Span[];
  /** The look's window (px) when every shot is portrait. */
  readonly portraitWindow: PictureWindow | undefined;
  /** Where name and captions stand because of the speaker's face. */
  readonly chosen: readonly ArrangedPart[];
  /** The safe room that its captions have. */
  readonly captionRoom: CaptionRoom;
  /** Where the motions of shots that are to be steadied go. */
  readonly motionFolder: string;
}

export interface DrawParts {
  /** Where caption files go: openTextFolder. */
  readonly textFolder: string;
}

/** Draws the graphics and writes the captions of a film on one canvas. Throws RefusalError for a text that fits nowhere. */
export async function drawFilm(order: FilmOrder, aspect: Aspect, parts: DrawParts): Promise<DrawnFilm> {
  const { look } = order;
  const window = look.aspects[aspect].portrait;
  const portrait = window !== undefined && order.shots.every(({ source }) => shownAspect(source.picture) < 1);
  const { language, lengthFrames, texts, quote, scheme, department, markCorner } = order;
  const times = planOrderTimes(order);
  const said = { look, aspect, language, lengthFrames, texts, quote, scheme, department, markCorner, portrait, times };
  const portraitWindow = portrait ? window : undefined;
  const room = captionRoom(look, aspect, [texts.name ?? '', ...texts.place].filter(Boolean));
  const cues = fitCues(order.cues, [], room);
  const cards = quote && times.figure ? [times.figure] : [];
  const [width, height] = look.aspects[aspect].canvas;
  const facesIn = facesOnCanvas(order.shots, { canvas: { width, height }, portraitWindow });
  const { name, chipFrom, ...arranged } = unwrap(
    arrangeFilm(said, { cues: outsideFigure(cues, cards[0]), room, facesIn }),
  );
  const head = cards[0] && middleOfFace(facesIn(cards[0]), { width, height });
  const graphics = unwrap(await drawFilmLayers({ ...said, name, chipFrom, head }));
  const numberColour = schemeColours(scheme?.colour ?? look.colours.plain, look).ground;
  const captions = await writeCaptions(arranged.cues, { look, aspect, numberColour, folder: parts.textFolder });
  const sidecarCues = brokenAsBurned(cues, arranged.cues);
  const placed = { captionRoom: room, chosen: arranged.chosen, motionFolder: parts.textFolder };
  return { graphics, captions, cards, portraitWindow, cues, sidecarCues, ...placed };
}

/** Caption files stand in a filter by their path, so they lie where no path needs escaping; `release` takes away the rest. */
export async function openTextFolder(workFolder: string): Promise<{ folder: string; release(): Promise<void> }> {
  if (isSafePath(workFolder)) return { folder: workFolder, release: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'prerna-'));
  return { folder, release: () => rm(folder, { recursive: true, force: true }) };
}
