import type { DeliveryPreset } from './delivery-preset.ts';
import { type Chain, type Filter, filter } from './filter-graph.ts';
import { fitRaster } from './fit-raster.ts';
import type { RenderPlan } from './plan-film.ts';

/** What all outputs are made from. */
type Master = Pick<RenderPlan, 'rate' | 'canvas'>;

// Television's range (EBU R103); a change of colour space leaves it again at saturated edges, a scaler at sharp ones (white letters
// on black: 1.6 % of the pixels of 848 × 480).
export const IN_RANGE: readonly Filter[] = [
  filter('limiter', { min: 16, max: 235, planes: 1 }),
  filter('limiter', { min: 16, max: 240, planes: 6 }),
];

/** What one encoder needs of the master: its rate, raster, colour and field order. */
export function outputChain({ picture }: DeliveryPreset, index: number, plan: Master): Chain {
  const { rate, canvas } = plan;
  const { num, den } = picture.pixelAspect;
  const realFields = rate === 50 && picture.motion === 'fields';
  return {
    from: [`master${index}`],
    filters: [
      ...(rate === 50 && !realFields ? [filter('framestep', { step: 2 })] : []),
      // Scaled as whole pictures, before they are cut into fields.
      ...shaped(picture, canvas),
      filter('format', { pix_fmts: picture.chroma === '422' ? 'yuv422p' : 'yuv420p' }),
      // One field of each picture, softened so that thin lines do not flicker.
      ...(realFields ? [filter('tinterlace', { mode: 'interleave_top', flags: 'vlpf' })] : []),
      filter('setsar', { sar: `${num}/${den}` }),
      // 25 pictures in a top-field-first file are progressive: `-top` is deprecated, so the frames say the order.
      filter('setfield', { mode: picture.scan === 'progressive' ? 'prog' : 'tff' }),
    ],
    to: [`v${index}`],
  };
}

function shaped(picture: DeliveryPreset['picture'], canvas: Master['canvas']): Filter[] {
  const { scale, pad } = fitRaster(picture);
  const { width, height } = picture.raster;
  const converted = picture.colour.matrix === 'bt470bg';
  const whole = scale.width === canvas.width && scale.height === canvas.height;
  return [
    ...(whole ? [] : [filter('scale', { w: scale.width, h: scale.height, flags: 'bicubic' })]),
    // swscale's own 709 → 601 costs three times as much.
    ...(converted ? [filter('colorspace', { all: 'bt601-6-625', iall: 'bt709', fast: 1 })] : []),
    ...(whole && !converted ? [] : IN_RANGE),
    ...(pad ? [filter('pad', { w: width, h: height, x: 0, y: pad.top, color: 'black' })] : []),
  ];
}
