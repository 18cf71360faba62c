import { type Filter, filter, safePath } from './filter-graph.ts';
import type { PlannedShot } from './plan-film.ts';
import type { LightChange } from './shot-helps.ts';

/** A shot as its helps see it. */
export type HelpedShot = Pick<PlannedShot, 'source' | 'fit' | 'helps' | 'rate'>;

/**
 * Grain is taken out where it is a point large: before a picture is enlarged, or its points would have become blots; after
 * it is made smaller, which takes half of the work away.
 */
export function helpsBeforeScaling(shot: HelpedShot): Filter[] {
  const { denoise } = shot.helps;
  return denoise && enlarged(shot) >= 1 ? [cleaned(denoise.strength)] : [];
}

/** On the scaled picture: steadied, cleaned, then lit, or noise would be lifted with it. Nothing where nothing was asked. */
export function helpsAfterScaling(shot: HelpedShot): Filter[] {
  const { motionFile, denoise, exposure } = shot.helps;
  const small = denoise && enlarged(shot) < 1 ? [cleaned(denoise.strength * enlarged(shot))] : [];
  if (!motionFile && !exposure && small.length === 0) return [];
  return [
    // Each of them counts in 8 bits.
    filter('format', { pix_fmts: 'yuv420p' }),
    ...(motionFile ? [steadied(motionFile, shot)] : []),
    ...small,
    ...(exposure ? [lit(exposure)] : []),
  ];
}

/** How many times as long a side is on the canvas. */
function enlarged({ source: { picture }, fit: { scale } }: HelpedShot): number {
  return Math.sqrt((scale.width * scale.height) / (picture.width * picture.height));
}

/** Half of the time (s) over which the camera's way is smoothed: a step lasts half a second, a pan longer than this. */
const SMOOTHED_SECONDS = 0.6;

// Of the shorter side: enlarged by a seventh at most, or heads would be cut. What shakes farther keeps the rest of it.
const MOST_SHIFT = 0.07;

function steadied(motionFile: string, { rate, fit: { scale } }: HelpedShot): Filter {
  return filter('vidstabtransform', {
    input: safePath(motionFile),
    smoothing: Math.round(SMOOTHED_SECONDS * rate),
    maxshift: Math.round(Math.min(scale.width, scale.height) * MOST_SHIFT),
    // Enlarged just enough that no border is seen; what little is left shows the picture before.
    optzoom: 1,
    crop: 'keep',
    interpol: 'bicubic',
  });
}

/** FFmpeg's own proportions, 4 : 3 : 6 : 4.5. */
function cleaned(strength: number): Filter {
  const part = (share: number) => Math.round(strength * share * 100) / 100;
  return filter('hqdn3d', {
    luma_spatial: part(1),
    chroma_spatial: part(0.75),
    luma_tmp: part(1.5),
    chroma_tmp: part(1.125),
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
