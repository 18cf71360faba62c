import type { Shape } from '../../engine/graphics/drawing.ts';
import { rasterise } from '../../engine/graphics/raster.ts';
import { svgOf } from '../../engine/graphics/svg.ts';
import { lineInBlock } from '../../engine/graphics/text-line.ts';

const PAPER = '#fbfaf5';
const INK = '#2b2b33';
const PEN = '#1f3f8f';
const [WIDTH, HEIGHT] = [620, 877];

/** A filled consent form of an invented beneficiary, as a PNG of a scanned page (A4 at 75 dots an inch). */
export async function drawConsentForm(form: {
  readonly name: string;
  readonly village: string;
  readonly givenOn: string;
}): Promise<Uint8Array> {
  const line = (text: string, y: number, how: { em?: number; pen?: boolean; x?: number } = {}): Shape =>
    lineInBlock(
      text,
      { x: how.x ?? 60, y, height: 40 },
      {
        font: how.em ? 'Mukta 700' : 'Mukta 600',
        em: how.em ?? 19,
        fill: how.pen ? PEN : INK,
        ground: PAPER,
      },
    );
  const rule = (y: number): Shape => ({ kind: 'slab', box: { x: 200, y, width: 360, height: 1 }, fill: INK });
  const field = (label: string, value: string, y: number): Shape[] => [
    line(label, y),
    line(value, y - 2, { pen: true, x: 210 }),
    rule(y + 34),
  ];
  const shapes: Shape[] = [
    { kind: 'slab', box: { x: 0, y: 0, width: WIDTH, height: HEIGHT }, fill: PAPER },
    line('सहमति पत्र', 60, { em: 34 }),
    line('नमूना: यह व्यक्ति और गाँव काल्पनिक हैं', 105),
    ...field('नाम', form.name, 190),
    ...field('ग्राम', form.village, 260),
    ...field('दिनांक', form.givenOn, 330),
    line('मेरी फ़िल्म केबल पर दिखाई जा सकती है।', 420),
    line('मैं यह सहमति कभी भी वापस ले सकता/सकती हूँ।', 460),
    ...field('हस्ताक्षर', form.name, 600),
  ];
  const box = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
  return rasterise(svgOf([{ part: { box, shapes } }], box));
}
