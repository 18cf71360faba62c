import { expect, it } from 'vitest';
import { svgOf } from '../../../src/engine/graphics/svg.ts';
import { lineInBlock } from '../../../src/engine/graphics/text-line.ts';

const box = { x: 100, y: 40, width: 300, height: 80 };

it('writes text as outlines with its words beside them, whatever stands in it', () => {
  const style = { font: 'Mukta 700', em: 40, fill: '#FFFFFF', ground: '#0E1B2C' } as const;
  const svg = svgOf([{ part: { box, shapes: [lineInBlock('ज्ञान & "<b>"', box, style)] } }], box);
  expect(svg).toContain('aria-label="ज्ञान &amp; &quot;&lt;b>&quot;"');
  expect(svg).not.toContain('<text');
  expect(svg).toContain('viewBox="100 40 300 80"');
});

it('shows only the uncovered share of a part', () => {
  const part = { box, shapes: [{ kind: 'slab', box, fill: '#123456' }] } as const;
  expect(svgOf([{ part, clip: { ...box, width: 150 } }], box)).toContain(
    '<clipPath id="c0"><rect x="100" y="40" width="150" height="80"/></clipPath>',
  );
});
