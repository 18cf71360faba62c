import { describe, it } from 'vitest';
import type { Box, Part } from '../../../src/engine/graphics/drawing.ts';
import { layFilm } from '../../../src/engine/graphics/lay-film.ts';
import { ASPECTS, type Aspect } from '../../../src/engine/graphics/layers.ts';
import type { Look } from '../../../src/engine/graphics/look.ts';
import { lookColours } from '../../../src/engine/graphics/look-colours.ts';
import { SAMPLE_WORDS, sampleFilm } from '../../../src/engine/graphics/sample-film.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { expectGolden } from '../../golden/golden.ts';
import { looks } from './film-order.ts';

const box = ({ x, y, width, height }: Box) => [x, y, width, height].map(Math.round).join(' ');

/** One line for each text: what it says, where its ink is, its colour and what it stands on. */
function factsOf(name: string, parts: readonly Part[]): string[] {
  const texts = parts
    .flatMap(({ shapes }) => shapes)
    .flatMap((shape) =>
      shape.kind === 'text' ? [`  ${shape.text} | ${box(shape.ink)} | ${shape.fill} on ${shape.ground}`] : [],
    );
  return [`${name} ${parts.map((part) => box(part.box)).join(' / ')}`, ...texts];
}

function drawn(look: Look, aspect: Aspect): string[] {
  const { names, office, department } = SAMPLE_WORDS.hi;
  const scheme = { names, colour: '#1565C0', helpline: '181', office, url: 'https://example.org/awas' };
  const laid = unwrap(layFilm(sampleFilm({ look, aspect, language: 'hi', scheme, department })));
  const { mark, chip, lowerThird, figure, endCard } = laid;
  return [
    `== ${aspect} ${laid.aspect.canvas.join('×')}, safe ${laid.aspect.safe.join(' ')}`,
    ...factsOf('mark', [mark]),
    ...factsOf('chip', chip?.parts ?? []),
    ...factsOf('lower third', lowerThird?.turns.flatMap(({ parts }) => parts) ?? []),
    ...factsOf('figure', figure?.movement.parts ?? []),
    `  picture ${figure ? box(figure.move.still) : ''}`,
    ...factsOf('end card', endCard.movement.parts),
  ];
}

describe('where everything of a look stands, in which colour', () => {
  it.each(Object.entries(looks))('%s is as it was last judged', (name, look) => {
    const colours = Object.entries(lookColours(look)).map(([role, colour]) => `${role} ${colour}`);
    const lines = [`${name}: ${colours.join(', ')}`, ...ASPECTS.flatMap((aspect) => drawn(look, aspect))];
    expectGolden(`looks/${name}.txt`, `${lines.join('\n')}\n`);
  });
});
