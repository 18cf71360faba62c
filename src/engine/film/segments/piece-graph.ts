import { FRAME_RATE, type Frames } from '../../../kernel/frames.ts';
import { type Chain, type Filter, filter } from '../filter-graph.ts';
import type { FilmRange, FilmRate, RenderPlan } from '../plan-film.ts';

/** Stamps the pictures of a piece as they are stamped in the whole film, which it enters at `fromFrame`. */
export function filmClock(fromFrame: Frames, rate: FilmRate): Filter[] {
  const first = (fromFrame * rate) / FRAME_RATE;
  return [filter('settb', { expr: `1/${rate}` }), filter('setpts', { expr: `N+${first}` })];
}

/** Each output's own range of the piece, from pads `film0` …, `filmed` (answered as `to`) to `master0` …, `witnessed`. */
export function cutChains(plan: RenderPlan, fromFrame: Frames): { to: string[]; chains: Chain[] } {
  const twice = plan.rate / FRAME_RATE;
  const cut = (range: FilmRange): Filter[] => [
    filter('trim', {
      start_frame: (range.fromFrame - fromFrame) * twice,
      end_frame: (range.toFrame - fromFrame) * twice,
    }),
    filter('setpts', { expr: 'PTS-STARTPTS' }),
  ];
  // The witness has each second's first picture.
  const untilSecond = (FRAME_RATE - (fromFrame % FRAME_RATE)) % FRAME_RATE;
  const seconds = filter('trim', { start_frame: untilSecond * twice });
  return {
    to: [...plan.outputs.map((_, index) => `film${index}`), 'filmed'],
    chains: [
      ...plan.outputs.map(({ range }, index): Chain => {
        if (!range) throw new Error('an output of a piece without its range');
        return { from: [`film${index}`], filters: cut(range), to: [`master${index}`] };
      }),
      { from: ['filmed'], filters: [seconds], to: ['witnessed'] },
    ],
  };
}
