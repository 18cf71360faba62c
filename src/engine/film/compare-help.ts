import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import { flattenTokens, type MediaRunner } from '../ffmpeg/run-order.ts';
import type { ShotSource } from './film-order.ts';
import { clipInput } from './film-tokens.ts';
import { type Chain, type Filter, filter, formatGraph } from './filter-graph.ts';
import { findMotions } from './find-motions.ts';
import { fitShot, shownAspect } from './fit-shot.ts';
import type { PlannedShot } from './plan-film.ts';
import { shotChains } from './shot-graph.ts';
import type { ShotHelps } from './shot-helps.ts';

/** One help on one clip, to be looked at. */
export interface HelpComparison {
  readonly source: ShotSource;
  /** In the clip at 25: where the compared part begins. */
  readonly fromFrame: number;
  /** Exactly one help. */
  readonly helps: ShotHelps;
}

export interface ComparedHelp {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg' | 'video/mp4';
}

interface ComparingParts {
  readonly runner: MediaRunner;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The clip without the help on the left and with it on the right, by the very filters of the film: a picture; where the
 * camera is steadied a film of some seconds, for a shake is not seen in a picture. Rejects with FfmpegError.
 */
export async function compareHelp(comparison: HelpComparison, parts: ComparingParts): Promise<ComparedHelp> {
  const folder = await mkdtemp(join(tmpdir(), 'prerna-help-'));
  try {
    const shots = comparedShots(comparison, folder);
    await findMotions({ shots }, parts);
    const moving = comparison.helps.steady === true;
    const file = join(folder, moving ? 'compared.mp4' : 'compared.jpg');
    await parts.runner.ffmpeg({
      tokens: [
        ...shots.map((shot) => flattenTokens(clipInput(shot))),
        ['-filter_complex', formatGraph(comparisonChains(shots, comparison))],
        ['-map', '[compared]', '-map_metadata', '-1', ...(moving ? FILM : PICTURE), `file:${file}`],
      ],
      reads: [comparison.source.path, folder],
      writes: folder,
      limits: { seconds: 60 },
      signal: parts.signal,
    });
    return { bytes: new Uint8Array(await readFile(file)), type: moving ? 'video/mp4' : 'image/jpeg' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const FILM = [
  '-c:v',
  'libx264',
  '-preset',
  'superfast',
  '-crf',
  '24',
  '-threads',
  '2',
  '-movflags',
  '+faststart',
  '-f',
  'mp4',
];
const PICTURE = [
  '-frames:v',
  '1',
  '-c:v',
  'mjpeg',
  '-pix_fmt',
  'yuvj420p',
  '-q:v',
  '3',
  '-f',
  'image2',
  '-update',
  '1',
];

// Long enough for a step and a breath.
const FILM_FRAMES = 60;
// The noise of a picture is told by the pictures before it.
const PICTURE_FRAMES = 8;
// A screen's half on a phone twice as fine; upright clips are taller.
const SMALL = 480;
// Grain is seen in the film's own size alone.
const WHOLE = 1080;

/** The same part twice: as it is, and helped. */
function comparedShots({ source, fromFrame, helps }: HelpComparison, folder: string): PlannedShot[] {
  const aspect = shownAspect(source.picture);
  const even = (side: number) => 2 * Math.round(side / 2);
  const height = helps.denoise ? WHOLE : even(aspect >= 1 ? SMALL / aspect : SMALL);
  const fit = fitShot(source.picture, { width: even(height * aspect), height });
  const count = frames(helps.steady ? FILM_FRAMES : PICTURE_FRAMES);
  const shot = {
    ...{ source, fromFrame: frames(fromFrame), frames: count, soundFrames: count, voiceFrames: count, fit },
    ...({ framedBy: { by: 'all' }, rate: FRAME_RATE, filmRate: FRAME_RATE } as const),
  };
  const motionFile = helps.steady && join(folder, 'motions.trf');
  return [
    { ...shot, helps: {} },
    { ...shot, helps: { ...helps, ...(motionFile && { motionFile }) } },
  ];
}

function comparisonChains(shots: readonly PlannedShot[], { source, helps }: HelpComparison): Chain[] {
  const one: Filter[] = helps.steady
    ? []
    : [filter('trim', { start_frame: PICTURE_FRAMES - 1 }), filter('setpts', { expr: 'PTS-STARTPTS' })];
  const width = shots[0]?.fit.show.width ?? SMALL;
  const part = helps.denoise ? [filter('crop', { w: Math.min(SMALL, width), h: SMALL })] : [];
  return [
    ...shots.flatMap((shot, index) => shotChains(shot, index, `${index}:${source.videoStreamIndex}`)),
    ...shots.map((_, index) => ({
      from: [`shot${index}`],
      filters: [...one, ...part, filter('null')],
      to: [`half${index}`],
    })),
    { from: ['half0', 'half1'], filters: [filter('hstack'), ...(helps.steady ? [] : [TO_PICTURE])], to: ['compared'] },
  ];
}

const TO_PICTURE = filter('scale', {
  in_color_matrix: 'bt709',
  out_color_matrix: 'bt601',
  in_range: 'tv',
  out_range: 'pc',
});
