import type { DeliveryPreset } from './delivery-preset.ts';
import { type Chain, type Filter, filter, safePath } from './filter-graph.ts';
import type { BurnedCaptions, PlannedLayer, PlannedShot, RenderPlan } from './plan-film.ts';
import { shotChains } from './shot-graph.ts';

/** Where each of the plan's inputs stands on the command line. */
export interface InputIndex {
  shot(index: number): number;
  layerIn(stem: string): number;
  layerOut(stem: string): number;
  endCard: number;
}

/** The pictures of a film, drawn once and split to every encoder: pads `v0`, `v1` … in the order of the outputs. */
export function pictureGraph(plan: RenderPlan, inputs: InputIndex): Chain[] {
  return [
    ...plan.shots.flatMap((shot, index) => shotChains(shot, index, streamPad(shot, inputs.shot(index)))),
    ...bodyChains(plan, inputs),
    ...endCardChains(plan, inputs),
    ...plan.outputs.map(({ preset }, index) => outputChain(preset, index)),
  ];
}

function streamPad(shot: PlannedShot, input: number): string {
  return `${input}:${shot.source.videoStreamIndex}`;
}

function bodyChains(plan: RenderPlan, inputs: InputIndex): Chain[] {
  const shots = plan.shots.map((_, index) => `shot${index}`);
  const joined: Chain[] = shots.length > 1 ? [{ from: shots, filters: [concat(shots.length)], to: ['joined'] }] : [];
  let picture = shots.length > 1 ? 'joined' : 'shot0';
  const chains = [...joined];
  plan.layers.forEach((layer, index) => {
    chains.push(...layerChains(layer, `layer${index}`, inputs));
    // Time is set by the layer's own stamps: `enable=` on a moving overlay loses its entry.
    const over = filter('overlay', { x: layer.x, y: layer.y, eof_action: 'pass', format: 'yuv420' });
    chains.push({ from: [picture, `layer${index}`], filters: [over], to: [`drawn${index}`] });
    picture = `drawn${index}`;
  });
  const captions = plan.captions ? [captionFilter(plan.captions)] : [];
  return [...chains, { from: [picture], filters: [...captions, ...EVEN_CLOCK], to: ['body'] }];
}

const EVEN_CLOCK: readonly Filter[] = [filter('settb', { expr: '1/25' }), filter('setsar', { sar: '1' })];

// Only `ass` shapes Devanagari, with fonts of ours.
function captionFilter({ file, fontsFolder }: BurnedCaptions): Filter {
  return filter('ass', { filename: safePath(file), shaping: 'complex', fontsdir: safePath(fontsFolder) });
}

/** The layer's pictures with alpha, converted once each, held by repeating the last, stamped with film time. */
function layerChains(layer: PlannedLayer, label: string, inputs: InputIndex): Chain[] {
  const hold = filter('tpad', { stop_mode: 'clone', stop: layer.holdFrames - 1 });
  const stamp = [filter('settb', { expr: '1/25' }), filter('setpts', { expr: `N+${layer.startFrame}` })];
  const comes: Chain = { from: [`${inputs.layerIn(layer.stem)}:v`], filters: [...WITH_ALPHA, hold], to: [] };
  if (layer.exitFrames === 0) return [{ ...comes, filters: [...comes.filters, ...stamp], to: [label] }];
  return [
    { ...comes, to: [`${label}in`] },
    { from: [`${inputs.layerOut(layer.stem)}:v`], filters: WITH_ALPHA, to: [`${label}out`] },
    { from: [`${label}in`, `${label}out`], filters: [concat(2), ...stamp], to: [label] },
  ];
}

const TO_709 = filter('scale', { out_color_matrix: 'bt709', out_range: 'tv' });
const WITH_ALPHA: readonly Filter[] = [TO_709, filter('format', { pix_fmts: 'yuva420p' })];

// Television's range (EBU R103); a change of colour space may leave it again at saturated edges.
const IN_RANGE: readonly Filter[] = [
  filter('limiter', { min: 16, max: 235, planes: 1 }),
  filter('limiter', { min: 16, max: 240, planes: 6 }),
];

/** Body and end card joined, marked as BT.709 in television's range, kept inside it, and split. */
function endCardChains(plan: RenderPlan, inputs: InputIndex): Chain[] {
  const finish = [
    filter('setparams', { range: 'tv', color_primaries: 'bt709', color_trc: 'bt709', colorspace: 'bt709' }),
    ...IN_RANGE,
    filter('split', { outputs: plan.outputs.length }),
  ];
  const masters = plan.outputs.map((_, index) => `master${index}`);
  if (!plan.endCard) return [{ from: ['body'], filters: finish, to: masters }];
  const still = filter('tpad', { stop_mode: 'clone', stop: plan.lengthFrames - plan.bodyFrames - 1 });
  return [
    {
      from: [`${inputs.endCard}:v`],
      filters: [TO_709, filter('format', { pix_fmts: 'yuv420p' }), still, ...EVEN_CLOCK],
      to: ['card'],
    },
    { from: ['body', 'card'], filters: [concat(2), ...finish], to: masters },
  ];
}

function concat(count: number): Filter {
  return filter('concat', { n: count, v: 1, a: 0 });
}

/** What one encoder needs of the master: its raster, colour and field order. */
function outputChain({ picture }: DeliveryPreset, index: number): Chain {
  const { width, height } = picture.raster;
  const scaled = width === 1920 && height === 1080 ? [] : [filter('scale', { w: width, h: height, flags: 'bicubic' })];
  // swscale's own 709 → 601 costs three times as much.
  const colour =
    picture.colour.matrix === 'bt470bg'
      ? [filter('colorspace', { all: 'bt601-6-625', iall: 'bt709', fast: 1 }), ...IN_RANGE]
      : [];
  const { num, den } = picture.pixelAspect;
  return {
    from: [`master${index}`],
    filters: [
      ...scaled,
      ...colour,
      filter('format', { pix_fmts: picture.chroma === '422' ? 'yuv422p' : 'yuv420p' }),
      filter('setsar', { sar: `${num}/${den}` }),
      // Progressive pictures in a top-field-first file: `-top` is deprecated, so the frames say it.
      filter('setfield', { mode: picture.scan === 'progressive' ? 'prog' : 'tff' }),
    ],
    to: [`v${index}`],
  };
}
