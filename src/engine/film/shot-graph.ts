import { type Chain, type Filter, filter } from './filter-graph.ts';
import type { ShotFit } from './fit-shot.ts';
import type { PlannedShot } from './plan-film.ts';

/** One shot from its decoder to exactly its frames on the canvas: pad `shot<index>`. */
export function shotChains(shot: PlannedShot, index: number, input: string): Chain[] {
  const upright = [
    ...fields(shot),
    // Not shifted to its own first picture: sound starts from the same clock. start_time fills a late first frame.
    filter('fps', { fps: 25, start_time: 0 }),
    ...scaled(shot),
    ...turned(shot.fit),
    ...cropped(shot.fit),
    filter('setsar', { sar: '1' }),
    // A clip that ends a frame early holds its last picture; the length is cut by frames, never by seconds.
    filter('tpad', { stop_mode: 'clone', stop_duration: 1 }),
    filter('trim', { end_frame: shot.frames }),
    filter('format', { pix_fmts: 'yuv420p' }),
  ];
  const label = `shot${index}`;
  if (shot.fit.strip === 0) return [{ from: [input], filters: upright, to: [label] }];
  return [
    { from: [input], filters: [...upright, filter('split')], to: [`${label}back`, `${label}front`] },
    ...blurredSides(shot.fit, label),
  ];
}

function fields({ source }: PlannedShot): Filter[] {
  return source.interlaced ? [filter('bwdif', { mode: 'send_frame', parity: 'auto', deint: 'all' })] : [];
}

/** Scaled before it is turned: a row at a time is cheaper than a column. */
function scaled({ source, fit }: PlannedShot): Filter[] {
  const { width, height } = fit.scale;
  if (source.hdr) return toneMapped(width, height);
  const matrix = source.sdColour ? { out_color_matrix: 'bt709' } : {};
  return [filter('scale', { w: width, h: height, out_range: 'tv', ...matrix })];
}

/** HLG and PQ brought to television's light; scaled first, for linear light is dear. 203 nits is HDR's white [BT.2408]. */
function toneMapped(width: number, height: number): Filter[] {
  return [
    filter('zscale', { w: width, h: height }),
    filter('zscale', { t: 'linear', npl: 203 }),
    filter('format', { pix_fmts: 'gbrpf32le' }),
    filter('zscale', { p: 'bt709' }),
    filter('tonemap', { tonemap: 'hable', desat: 0 }),
    filter('zscale', { t: 'bt709', m: 'bt709', r: 'tv' }),
    filter('format', { pix_fmts: 'yuv420p' }),
  ];
}

function turned({ rotation }: ShotFit): Filter[] {
  if (rotation === 90) return [filter('transpose', { dir: 'clock' })];
  if (rotation === 270) return [filter('transpose', { dir: 'cclock' })];
  return rotation === 180 ? [filter('hflip'), filter('vflip')] : [];
}

function cropped({ scale, rotation, show }: ShotFit): Filter[] {
  const turnedSize = rotation === 90 || rotation === 270 ? { width: scale.height, height: scale.width } : scale;
  if (turnedSize.width === show.width && turnedSize.height === show.height) return [];
  return [filter('crop', { w: show.width, h: show.height })];
}

const BLURRED = { width: 240, height: 136 };

/** Sides from the picture's own colours: blurred small and scaled up, an eighth of the cost of a full-size blur. */
function blurredSides({ show, strip }: ShotFit, label: string): Chain[] {
  const canvasWidth = show.width + 2 * strip;
  const band = 2 * Math.floor((show.width * show.height) / canvasWidth / 2);
  const narrow = 2 * Math.ceil((BLURRED.width * strip) / canvasWidth / 2);
  const side = (x: number): Filter[] => [
    filter('crop', { w: narrow, h: BLURRED.height, x, y: 0 }),
    filter('scale', { w: strip, h: show.height, flags: 'bilinear' }),
    filter('setsar', { sar: '1' }),
  ];
  return [
    {
      from: [`${label}back`],
      filters: [
        filter('crop', { w: show.width, h: band }),
        filter('scale', { w: BLURRED.width, h: BLURRED.height, flags: 'area' }),
        filter('gblur', { sigma: 5 }),
        filter('split'),
      ],
      to: [`${label}l`, `${label}r`],
    },
    { from: [`${label}l`], filters: side(0), to: [`${label}left`] },
    { from: [`${label}r`], filters: side(BLURRED.width - narrow), to: [`${label}right`] },
    {
      from: [`${label}left`, `${label}front`, `${label}right`],
      filters: [filter('hstack', { inputs: 3 }), filter('setsar', { sar: '1' })],
      to: [label],
    },
  ];
}
