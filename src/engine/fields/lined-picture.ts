import { type Filter, filter } from '../film/filter-graph.ts';

// Every line kept, for fields live in lines; across, grain melts into a mean, and a moving strip stays.
export const LINED_WIDTH = 80;

/** The luma that the scales of fields take: narrow, as high as the picture. */
export function linedLuma(): Filter[] {
  return [
    filter('scale', { w: LINED_WIDTH, h: 'ih', flags: 'area' }),
    filter('format', { pix_fmts: 'yuv444p' }),
    filter('extractplanes', { planes: 'y' }),
  ];
}
