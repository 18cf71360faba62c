import { FRAME_RATE } from '../../kernel/frames.ts';
import type { PictureMove, PicturePose } from '../graphics/layers.ts';
import { type Chain, type Expression, type Filter, filter } from './filter-graph.ts';
import type { RenderPlan } from './plan-film.ts';

type MovedFilm = Pick<RenderPlan, 'canvas' | 'rate'>;

/**
 * The film cut in three: before, while the picture stands elsewhere, and after, joined again as pad `moved`. Cut, not laid
 * over from a delayed branch: an overlay would keep every frame before the move in memory. Only the middle is scaled.
 */
export function pictureMoveChains(move: PictureMove, picture: string, { canvas, rate }: MovedFilm): Chain[] {
  // A film of 50 pictures a second shows each of our frames twice.
  const twice = rate / FRAME_RATE;
  const poses = posesOf(move).flatMap((pose) => Array.from({ length: twice }, () => pose));
  const start = move.startFrame * twice;
  const end = start + poses.length;
  const part = (from: number | undefined, to: number | undefined): Filter[] => [
    filter('trim', {
      ...(from === undefined ? {} : { start_frame: from }),
      ...(to === undefined ? {} : { end_frame: to }),
    }),
    filter('settb', { expr: `1/${rate}` }),
    filter('setpts', { expr: 'N' }),
  ];
  const at = (side: 'x' | 'y' | 'width' | 'height') => stepped(poses.map((pose) => pose[side]));
  const scaled = poses.some(({ width, height }) => width !== canvas.width || height !== canvas.height);
  const scale = filter('scale', { w: at('width'), h: at('height'), eval: 'frame', flags: 'bicubic' });
  const over = filter('overlay', { x: at('x'), y: at('y'), eval: 'frame', eof_action: 'pass', format: 'yuv420' });
  return [
    { from: [picture], filters: [filter('split', { outputs: 3 })], to: ['whole', 'aside', 'later'] },
    { from: ['whole'], filters: part(undefined, start), to: ['before'] },
    { from: ['aside'], filters: [...part(start, end), filter('split')], to: ['under', 'live'] },
    { from: ['live'], filters: scaled ? [scale] : [filter('null')], to: ['placed'] },
    { from: ['under', 'placed'], filters: [over], to: ['during'] },
    { from: ['later'], filters: part(end, undefined), to: ['after'] },
    { from: ['before', 'during', 'after'], filters: [filter('concat', { n: 3, v: 1, a: 0 })], to: ['moved'] },
  ];
}

function posesOf({ entry, still, holdFrames, exit }: PictureMove): PicturePose[] {
  return [...entry, ...Array.from({ length: holdFrames }, () => still), ...exit];
}

/** A value for each frame `n`, as FFmpeg's expressions have it: a sum over runs of equal values. */
export function stepped(values: readonly number[]): Expression {
  const runs: { value: number; from: number; to: number }[] = [];
  values.forEach((value, index) => {
    const last = runs.at(-1);
    if (last?.value === value) last.to = index;
    else runs.push({ value, from: index, to: index });
  });
  const terms = runs
    .filter(({ value }) => value !== 0)
    .map(({ value, from, to }) => `${value}*${from === to ? `eq(n,${from})` : `between(n,${from},${to})`}`);
  return { expression: terms.length === 0 ? '0' : terms.join('+') };
}
