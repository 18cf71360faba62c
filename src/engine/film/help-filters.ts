import { type Filter, filter, safePath } from './filter-graph.ts';
import type { LightChange, ShotHelps } from './shot-helps.ts';

/** A shot's helps as its plan has them. */
export interface PlannedHelps extends ShotHelps {
  /** Whole path of the shot's motions, there when it is to be steadied: findMotions writes it before the film is made. */
  readonly motionFile?: string;
}

/**
 * The helps on a shot's scaled picture: steadied first, so that the noise of one place is compared with itself; cleaned
 * before it is lifted, or noise would be lifted with it. Nothing where nothing was asked.
 */
export function helpFilters({ motionFile, denoise, exposure }: PlannedHelps, rate: number): Filter[] {
  if (!motionFile && !denoise && !exposure) return [];
  return [
    // Each of them counts in 8 bits.
    filter('format', { pix_fmts: 'yuv420p' }),
    ...(motionFile ? [steadied(motionFile, rate)] : []),
    ...(denoise ? [cleaned(denoise.strength)] : []),
    ...(exposure ? [lit(exposure)] : []),
  ];
}

/** Half of the time (s) over which the camera's way is smoothed: a step lasts half a second, a pan longer than this. */
const SMOOTHED_SECONDS = 0.6;

function steadied(motionFile: string, rate: number): Filter {
  return filter('vidstabtransform', {
    input: safePath(motionFile),
    smoothing: Math.round(SMOOTHED_SECONDS * rate),
    // Enlarged just enough that no border is seen; what little is left shows the picture before.
    optzoom: 1,
    crop: 'keep',
    interpol: 'bicubic',
  });
}

/** FFmpeg's own proportions (4 : 3 : 6 : 4.5): in time more than in space, where it would take skin away. */
function cleaned(strength: number): Filter {
  const part = (share: number) => Math.round(strength * share * 100) / 100;
  return filter('hqdn3d', {
    luma_spatial: part(0.67),
    chroma_spatial: part(0.75),
    luma_tmp: part(1.5),
    chroma_tmp: part(1.5),
  });
}

/** Within television's range: black stays 16, and nothing goes over 235. */
function lit({ gain, gamma, colour }: LightChange): Filter {
  const chroma = { expression: `clip((val-128)*${colour}+128,16,240)` };
  return filter('lutyuv', {
    y: { expression: `16+219*pow(clip((val-16)*${gain}/219,0,1),${gamma})` },
    u: chroma,
    v: chroma,
  });
}
