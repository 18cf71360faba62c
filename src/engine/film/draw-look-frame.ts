import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import { allow, type Decision } from '../../kernel/refusal.ts';
import { captionRoom } from '../captions/caption-room.ts';
import type { CaptionCue } from '../captions/cue.ts';
import { fontsFolder } from '../captions/fonts-folder.ts';
import { assDocument } from '../captions/write-ass.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { Box, Part } from '../graphics/drawing.ts';
import { type FilmLayout, type FilmOrder, layFilm } from '../graphics/lay-film.ts';
import type { Aspect, Png } from '../graphics/layers.ts';
import { rasterise } from '../graphics/raster.ts';
import { schemeColours } from '../graphics/scheme-colour.ts';
import { svgOf } from '../graphics/svg.ts';
import { captionFilter } from './film-graph.ts';
import { filter, formatGraph } from './filter-graph.ts';
import { fitCues } from './place-captions.ts';

/** The moments of a film at which a look can be judged. */
export const LOOK_FRAMES = ['lowerThird', 'caption', 'figure', 'endCard'] as const;
export type LookFrame = (typeof LOOK_FRAMES)[number];

export interface LookFrameOrder {
  readonly film: FilmOrder;
  readonly frame: LookFrame;
  /** What the camera saw, as a data URI; missing: nothing. */
  readonly ground: string | undefined;
  /** What is said; where a film makes several captions of it, the fullest is drawn. */
  readonly caption: string;
  /** Of the PNG, px. */
  readonly width: number;
}

/**
 * One frame of a film as it stands, without making the film: placed and drawn by what draws films, the caption by libass.
 * Refuses what layFilm refuses.
 */
export async function drawLookFrame(
  order: LookFrameOrder,
  media: () => Promise<{ readonly runner: MediaRunner }>,
): Promise<Decision<Png>> {
  const laid = layFilm(order.film);
  if (!laid.ok) return laid;
  const [width, height] = laid.value.aspect.canvas;
  const canvas = { x: 0, y: 0, width, height };
  const parts = partsOf(laid.value, order.frame, { canvas, ground: order.ground });
  const png = await rasterise(
    svgOf(
      parts.map((part) => ({ part })),
      canvas,
    ),
    order.width,
  );
  return allow(order.frame === 'caption' ? await burnCaption(png, order, (await media()).runner) : png);
}

function partsOf(
  layout: FilmLayout,
  frame: LookFrame,
  { canvas, ground }: { readonly canvas: Box; readonly ground: string | undefined },
): Part[] {
  const seen = (box: Box): Part => ({
    box: canvas,
    shapes: ground === undefined ? [] : [{ kind: 'picture', box, href: ground, covers: true }],
  });
  const { mark, chip, lowerThird, figure, endCard } = layout;
  if (frame === 'endCard') return [...endCard.movement.parts];
  if (frame === 'figure' && figure) {
    const marks = figure.move.markAway ? [] : [mark];
    return [seen(figure.move.still), ...figure.movement.parts, ...marks];
  }
  if (frame === 'lowerThird') return [seen(canvas), ...(chip?.parts ?? [mark]), ...(lowerThird?.turns[0].parts ?? [])];
  return [seen(canvas), mark];
}

/** Drawn people, nobody's picture, to show a look on; `folder` is watermarks/shared. */
export async function readScene(folder: string, aspect: Aspect): Promise<string> {
  const scene = join(folder, `scene-${aspect === '9x16' ? '9x16' : '16x9'}.jpg`);
  return `data:image/jpeg;base64,${(await readFile(scene)).toString('base64')}`;
}

/** Only libass draws captions as films have them; at this size it takes no longer than the rest. */
async function burnCaption(png: Png, order: LookFrameOrder, runner: MediaRunner): Promise<Png> {
  const folder = await mkdtemp(join(tmpdir(), 'prerna-'));
  try {
    const [picture, ass, to] = ['frame.png', 'caption.ass', 'drawn/frame.png'].map((name) => join(folder, name));
    if (!picture || !ass || !to) throw new Error('three names give three paths');
    await mkdir(join(folder, 'drawn'));
    await writeFile(picture, png);
    await writeFile(ass, captionDocument(order));
    const fonts = await fontsFolder(folder);
    const captionFilters = [captionFilter({ file: ass, fontsFolder: fonts }), filter('format', { pix_fmts: 'rgb24' })];
    await runner.ffmpeg({
      tokens: [
        ['-f', 'image2', '-pattern_type', 'none', '-i', `file:${picture}`],
        ['-filter_complex', formatGraph([{ from: ['0:v'], filters: captionFilters, to: ['drawn'] }])],
        ['-map', '[drawn]', '-frames:v', '1', '-f', 'image2', `file:${to}`],
      ],
      reads: [folder],
      writes: folder,
    });
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function captionDocument({ film, caption }: LookFrameOrder): string {
  const { look, aspect, scheme } = film;
  const times = { startFrame: frames(0), endFrame: frames(5 * FRAME_RATE) };
  const fitted = fitCues([{ ...times, lines: [caption] }], [], captionRoom(look, aspect));
  const [fullest] = fitted.toSorted((a, b) => lettersOf(b) - lettersOf(a));
  const numberColour = schemeColours(scheme?.colour ?? look.colours.plain, look).ground;
  return assDocument({ look, aspect, numberColour, cues: fullest ? [{ ...fullest, ...times }] : [] });
}

function lettersOf({ lines }: CaptionCue): number {
  return lines.join(' ').length;
}
