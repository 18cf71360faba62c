import { FRAME_RATE } from '../../kernel/frames.ts';
import { type Chain, type Filter, filter } from './filter-graph.ts';
import { type ShotFit, uprightSize } from './fit-shot.ts';
import { helpsAfterScaling, helpsBeforeScaling } from './help-filters.ts';
import type { PlannedShot } from './plan-film.ts';
import { toTelevision } from './television-light.ts';

/** One shot from its decoder to exactly its frames on the canvas: pad `shot<index>`. */
export function shotChains(shot: PlannedShot, index: number, input: string): Chain[] {
  const upright = [
    ...pictureClock(shot),
    ...withoutLead(shot),
    // Scaled before it is turned: a row at a time is cheaper than a column.
    ...helpsBeforeScaling(shot),
    ...toTelevision(shot.source.colour, shot.fit.scale, shot.source.picture),
    ...helpsAfterScaling(shot),
    ...turned(shot.fit),
    ...cropped(shot.fit),
    filter('setsar', { sar: '1' }),
    // A clip that ends a frame early holds its last picture; the length is cut by frames, never by seconds.
    filter('tpad', { stop_mode: 'clone', stop_duration: 1 }),
    filter('trim', { end_frame: (shot.frames * shot.rate) / FRAME_RATE }),
    filter('format', { pix_fmts: 'yuv420p' }),
    ...repeated(shot),
  ];
  const label = `shot${index}`;
  if (shot.fit.strip === 0) return [{ from: [input], filters: upright, to: [label] }];
  return [
    { from: [input], filters: [...upright, filter('split')], to: [`${label}back`, `${label}front`] },
    ...blurredSides(shot.fit, label),
  ];
}

/** A clip's own pictures as the film counts them. */
export function pictureClock(shot: PlannedShot): Filter[] {
  return [
    ...fields(shot),
    // Not shifted to its own first picture: sound starts from the same clock. start_time fills a late first frame.
    filter('fps', { fps: shot.rate, start_time: 0 }),
  ];
}

/** Field order as seen in the picture: a flag that lies would weave the lines in the wrong order. */
function fields({ source, rate }: PlannedShot): Filter[] {
  if (!source.fields) return [];
  const parity = source.fields === 'top-first' ? 'tff' : 'bff';
  return [filter('bwdif', { mode: rate === 50 ? 'send_field' : 'send_frame', parity, deint: 'all' })];
}

/** Pictures before a piece of the shot: they only set the clock's phase. */
function withoutLead({ leadFrames = 0, rate }: PlannedShot): Filter[] {
  if (leadFrames === 0) return [];
  return [
    filter('trim', { start_frame: (leadFrames * rate) / FRAME_RATE }),
    filter('setpts', { expr: 'PTS-STARTPTS' }),
  ];
}

/** A shot without motion for 50 shows each picture twice between shots that have it. */
function repeated({ rate, filmRate }: PlannedShot): Filter[] {
  return rate === filmRate ? [] : [filter('fps', { fps: filmRate })];
}

/** Upright, as the one who filmed saw it. */
export function turned({ rotation, mirrored }: Pick<ShotFit, 'rotation' | 'mirrored'>): Filter[] {
  // One filter turns over and rotates: `_flip` is the turn of a picture that was mirrored before.
  if (rotation === 90) return [filter('transpose', { dir: mirrored ? 'clock_flip' : 'clock' })];
  if (rotation === 270) return [filter('transpose', { dir: mirrored ? 'cclock_flip' : 'cclock' })];
  if (rotation === 180) return mirrored ? [filter('vflip')] : [filter('hflip'), filter('vflip')];
  return mirrored ? [filter('hflip')] : [];
}

function cropped(fit: ShotFit): Filter[] {
  const { show, from } = fit;
  const { width, height } = uprightSize(fit);
  if (width === show.width && height === show.height) return [];
  return [filter('crop', { w: show.width, h: show.height, ...from })];
}

const BLURRED = { width: 240, height: 136 };

/** Surroundings from the picture's own colours: blurred small and scaled up, an eighth of the cost of a full-size blur. */
function blurredSides({ show, strip, sill }: ShotFit, label: string): Chain[] {
  const canvas = { width: show.width + 2 * strip, height: show.height + 2 * sill };
  const band = 2 * Math.floor((show.width * canvas.height) / canvas.width / 2);
  const narrow = evenly((BLURRED.width * strip) / canvas.width);
  const low = evenly((BLURRED.height * sill) / canvas.height);
  const piece = (from: Area, to: Size): Filter[] => [
    filter('crop', { ...from }),
    filter('scale', { ...to, flags: 'bilinear' }),
    filter('setsar', { sar: '1' }),
  ];
  const side = (x: number) => piece({ w: narrow, h: BLURRED.height, x, y: 0 }, { w: strip, h: canvas.height });
  const edge = (y: number) =>
    piece({ w: BLURRED.width - 2 * narrow, h: low, x: narrow, y }, { w: show.width, h: sill });
  const pieces = sill > 0 ? ['l', 'r', 't', 'b'] : ['l', 'r'];
  return [
    {
      from: [`${label}back`],
      filters: [
        filter('crop', { w: show.width, h: band }),
        filter('scale', { w: BLURRED.width, h: BLURRED.height, flags: 'area' }),
        filter('gblur', { sigma: 5 }),
        filter('split', pieces.length > 2 ? { outputs: pieces.length } : {}),
      ],
      to: pieces.map((one) => `${label}${one}`),
    },
    { from: [`${label}l`], filters: side(0), to: [`${label}left`] },
    { from: [`${label}r`], filters: side(BLURRED.width - narrow), to: [`${label}right`] },
    ...(sill > 0 ? middleChains(label, edge(0), edge(BLURRED.height - low)) : []),
    {
      from: [`${label}left`, sill > 0 ? `${label}middle` : `${label}front`, `${label}right`],
      filters: [filter('hstack', { inputs: 3 }), filter('setsar', { sar: '1' })],
      to: [label],
    },
  ];
}

/** The picture between what is blurred above and below it. */
function middleChains(label: string, above: Filter[], below: Filter[]): Chain[] {
  return [
    { from: [`${label}t`], filters: above, to: [`${label}top`] },
    { from: [`${label}b`], filters: below, to: [`${label}bottom`] },
    {
      from: [`${label}top`, `${label}front`, `${label}bottom`],
      filters: [filter('vstack', { inputs: 3 }), filter('setsar', { sar: '1' })],
      to: [`${label}middle`],
    },
  ];
}

interface Size {
  readonly w: number;
  readonly h: number;
}
type Area = Size & { readonly x: number; readonly y: number };

function evenly(length: number): number {
  return 2 * Math.ceil(length / 2);
}
