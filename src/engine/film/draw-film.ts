import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '../../kernel/refusal.ts';
import { captionRoom } from '../captions/caption-room.ts';
import type { CaptionCue } from '../captions/cue.ts';
import type { CaptionRoom } from '../captions/wrap-caption.ts';
import { drawFilmLayers } from '../graphics/draw-film-layers.ts';
import { planFilmTimes, type Span } from '../graphics/film-times.ts';
import type { Aspect, FilmLayers } from '../graphics/layers.ts';
import { schemeColours } from '../graphics/scheme-colour.ts';
import { outsideFigure, spokenAt } from './figure-captions.ts';
import type { FilmOrder, Shot } from './film-order.ts';
import { isSafePath } from './filter-graph.ts';
import { shownAspect } from './fit-shot.ts';
import { fitCues } from './place-captions.ts';
import { lowestMouth, placeLooks } from './place-looks.ts';
import type { BurnedCaptions } from './plan-film.ts';
import { writeCaptions } from './write-captions.ts';

/** Everything over the pictures, drawn. */
export interface DrawnFilm {
  readonly graphics: FilmLayers;
  readonly captions: BurnedCaptions | undefined;
  /** The order's captions, broken for this canvas. */
  readonly cues: readonly CaptionCue[];
  /** When a card covers the speaker while the voice goes on. */
  readonly cards: readonly Span[];
  /** The look's window (px) when every shot is portrait. */
  readonly portraitWindow: number | undefined;
  /** The safe room that its captions have. */
  readonly captionRoom: CaptionRoom;
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
  const times = planFilmTimes(lengthFrames, {
    figure: quote ? { spokenAt: spokenAt(quote, order.cues) } : undefined,
    endCardFrom: order.endCardFrom,
  });
  const said = { language, lengthFrames, texts, quote, scheme, department, markCorner };
  const portraitWindow = portrait ? window.width : undefined;
  const mouthLine = findMouthLine(order.shots, times.lowerThird, {
    canvas: look.aspects[aspect].canvas,
    portraitWindow,
  });
  const graphics = unwrap(await drawFilmLayers({ look, aspect, ...said, portrait, times, mouthLine }));
  const cards = graphics.pictureMove && times.figure ? [times.figure] : [];
  const room = captionRoom(look, aspect, [texts.name ?? '', ...texts.place].filter(Boolean));
  const cues = fitCues(order.cues, [], room);
  const numberColour = schemeColours(scheme?.colour ?? look.colours.plain, look).ground;
  const captions = await writeCaptions(outsideFigure(cues, cards[0]), {
    look,
    graphics,
    numberColour,
    folder: parts.textFolder,
  });
  return { graphics, captions, cards, portraitWindow, cues, captionRoom: room };
}

/** The lowest that the speaker's mouth comes while the name stands, in px of the canvas. */
function findMouthLine(
  shots: readonly Shot[],
  stands: readonly Span[],
  {
    canvas: [width, height],
    portraitWindow,
  }: { canvas: readonly [number, number]; portraitWindow: number | undefined },
): number | undefined {
  const looks = placeLooks(shots);
  const stage = { canvas: { width, height }, portraitWindow };
  const mouths = stands.flatMap((span) => lowestMouth(looks, span, stage) ?? []);
  return mouths.length === 0 ? undefined : Math.max(...mouths);
}

/** Caption files stand in a filter by their path, so they lie where no path needs escaping; `release` takes away the rest. */
export async function openTextFolder(workFolder: string): Promise<{ folder: string; release(): Promise<void> }> {
  if (isSafePath(workFolder)) return { folder: workFolder, release: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'prerna-'));
  return { folder, release: () => rm(folder, { recursive: true, force: true }) };
}
