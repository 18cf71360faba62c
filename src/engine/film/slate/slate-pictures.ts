import { unwrap } from '../../../kernel/refusal.ts';
import type { Qoi } from '../../graphics/layers.ts';
import { layBarsPicture } from '../../graphics/slate/bars.ts';
import { layCard, layCardClock } from '../../graphics/slate/card.ts';
import { drawSlate, SLATE_HEIGHT, type SlateCanvas } from '../../graphics/slate/slate-canvas.ts';
import type { DeliveryPreset } from '../delivery-preset.ts';
import { slateOf } from './slate-layout.ts';
import { type SlateFilm, slateTexts } from './slate-texts.ts';

/** The pictures of a slate at the preset's raster: one for the bars, then one for each second of the card. */
export interface SlatePictures {
  readonly bars: Qoi;
  readonly card: readonly Qoi[];
}

/** Draws them. Throws RefusalError for a text that fits nowhere. */
export async function drawSlatePictures(preset: DeliveryPreset, film: SlateFilm): Promise<SlatePictures> {
  const canvas = slateCanvas(preset);
  const { cardSeconds, blackSeconds } = slateOf(preset);
  const card = unwrap(layCard(canvas, slateTexts(preset, film)));
  const counted = Array.from({ length: cardSeconds }, (_, at) => cardSeconds + blackSeconds - at);
  const drawn: Qoi[] = [];
  for (const left of counted) drawn.push(await drawSlate([card, layCardClock(canvas, left)], canvas));
  return { bars: await drawSlate([layBarsPicture(canvas)], canvas), card: drawn };
}

/** As wide as the picture is shown; blanking lines are none of it. */
function slateCanvas({ picture }: DeliveryPreset): SlateCanvas {
  const { raster, blankLines, pixelAspect } = picture;
  const lines = raster.height - blankLines;
  const shown = (raster.width * pixelAspect.num) / pixelAspect.den / lines;
  return { width: SLATE_HEIGHT * shown, height: SLATE_HEIGHT, raster: { width: raster.width, height: lines } };
}
