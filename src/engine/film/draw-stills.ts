import { join } from 'node:path';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { Aspect } from '../graphics/layers.ts';
import { drawFilm } from './draw-film.ts';
import type { FilmOrder } from './film-order.ts';
import { filmCommand } from './film-tokens.ts';
import { type Filter, filter, formatGraph } from './filter-graph.ts';
import { findMotions } from './find-motions.ts';
import { planFilm } from './plan-film.ts';
import { writeLayers } from './write-layers.ts';

export interface StillsOrder {
  readonly order: FilmOrder;
  readonly aspect: Aspect;
  /** Frames of the film, ascending. */
  readonly picks: readonly number[];
  /** Height of each still, px. */
  readonly height: number;
}

export interface StillsParts {
  readonly runner: MediaRunner;
  /** An empty folder whose path may stand in a filter. */
  readonly workFolder: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Some frames of a film side by side as one PNG in the work folder, by the very plan and graph that would make the film, without
 * sound and without encoding it. Answers the file's path. Throws as makeFilm does.
 */
export async function drawStills({ order, aspect, picks, height }: StillsOrder, parts: StillsParts): Promise<string> {
  const { runner, workFolder, signal } = parts;
  const [first] = order.presets;
  if (!first) throw new Error('stills are drawn for one preset');
  const alone = { ...order, presets: [first] };
  const { graphics, captions, portraitWindow, motionFolder } = await drawFilm(alone, aspect, {
    textFolder: workFolder,
  });
  const plan = planFilm({ ...alone, graphics, captions, portraitWindow, motionFolder });
  await findMotions(plan, { runner, signal });
  await writeLayers(graphics, workFolder);
  const { clips, inputs, graph } = filmCommand(plan, []);
  const still = formatGraph([
    { from: ['v0'], filters: sheetFilters(picks, height), to: ['still'] },
    // The master in little is for quality control; nobody measures stills.
    { from: ['witness'], filters: [filter('nullsink')], to: [] },
  ]);
  const to = join(workFolder, 'stills.png');
  await runner.ffmpeg({
    tokens: [
      ...clips.flat(),
      ...inputs.map(({ tokens, file }) => [...tokens, '-i', `file:${join(workFolder, file)}`]),
      ['-filter_complex', `${graph};\n${still}`],
      ['-map', '[still]', '-frames:v', '1', '-f', 'image2', `file:${to}`],
    ],
    reads: [
      ...new Set([
        workFolder,
        ...plan.shots.map((shot) => shot.source.path),
        ...(captions ? [captions.file, captions.fontsFolder] : []),
      ]),
    ],
    writes: workFolder,
    signal,
  });
  return to;
}

function sheetFilters(picks: readonly number[], height: number): Filter[] {
  const chosen = picks.map((pick) => `eq(n,${pick})`).join('+');
  return [
    filter('select', { expr: { expression: chosen } }),
    // As a set shows it: pixels of SD are no squares.
    filter('scale', { w: { expression: 'iw*sar' }, h: 'ih' }),
    filter('scale', { w: -2, h: height, in_range: 'tv', out_range: 'pc' }),
    filter('setsar', { sar: '1' }),
    filter('tile', { layout: `${picks.length}x1`, padding: 4 }),
    filter('format', { pix_fmts: 'rgb24' }),
  ];
}
