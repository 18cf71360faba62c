import { describe, expect, it } from 'vitest';
import { drawFilmLayers } from '../../../src/engine/graphics/draw-film-layers.ts';
import type { Qoi } from '../../../src/engine/graphics/layers.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { filmOrder, looks } from './film-order.ts';
import { readQoi } from './read-qoi.ts';

function sizeOf(picture: Qoi) {
  const { width, height } = readQoi(picture);
  return { width, height };
}

const film = unwrap(await drawFilmLayers(filmOrder({ portrait: true })));

describe('drawFilmLayers', () => {
  it('gives sides, mark, chip, lower third and end card, in the order of drawing', () => {
    expect(film.layers.map((layer) => layer.name)).toEqual([
      'sides',
      'sides',
      'mark',
      'chip',
      'lower-third',
      'end-card',
    ]);
  });

  it('makes every picture of a layer as large as its box, with even edges for half-size chroma', () => {
    for (const layer of film.layers) {
      const { x, y, width, height } = layer;
      expect(
        [x, y, width, height].filter((edge) => edge % 2 !== 0),
        layer.name,
      ).toEqual([]);
      const moving = 'endFrame' in layer ? [] : [...layer.entry, ...layer.exit];
      for (const picture of [layer.still, ...moving]) expect(sizeOf(picture), layer.name).toEqual({ width, height });
    }
  });

  it('fills each graphic’s time exactly', () => {
    const spans = film.layers.map((layer) =>
      'endFrame' in layer
        ? [layer.startFrame, layer.endFrame]
        : [layer.startFrame, layer.startFrame + layer.entry.length + layer.holdFrames + layer.exit.length],
    );
    expect(spans).toEqual([
      [0, 675],
      [0, 675],
      [0, 675],
      [6, 133],
      [25, 150],
      [675, 750],
    ]);
  });

  it('ends each way in with the last picture that differs from what stands, with and without a helpline', async () => {
    const order = filmOrder({});
    const { names = [], colour = '' } = order.scheme ?? {};
    const bare = unwrap(await drawFilmLayers({ ...order, scheme: { names, colour } }));
    const cards = [film, bare].map(({ layers }) => layers.find(({ name }) => name === 'end-card'));
    const [full = 0, short = 0] = cards.map((card) => (card && 'entry' in card ? card.entry.length : 0));
    expect(short).toBeLessThan(full);
    const ways = [...film.layers, ...bare.layers].flatMap((layer) => ('entry' in layer ? [layer] : []));
    expect(ways.filter(({ entry, still }) => entry.some((picture) => Buffer.from(picture).equals(still)))).toEqual([]);
  });

  it('answers a repeated order from memory', async () => {
    expect(unwrap(await drawFilmLayers(filmOrder({ portrait: true })))).toBe(film);
  });
});

/** Whether something behind the picture would be seen anywhere. */
function shinesThrough(picture: Qoi): boolean {
  return readQoi(picture).pixels.some((value, at) => at % 4 === 3 && value < 255);
}

describe('the end card', () => {
  it.each(
    (['16x9', '9x16'] as const).flatMap((aspect) =>
      Object.values(looks).map((look) => [look.name, aspect, look] as const),
    ),
  )('of %s at %s hides the film from the very picture on that it says', async (_, aspect, look) => {
    const { layers } = unwrap(await drawFilmLayers(filmOrder({ look, aspect })));
    const [card] = layers.flatMap((layer) => (layer.name === 'end-card' ? [layer] : []));
    const { coversFrom = 0, entry = [] } = card ?? {};
    const around = entry.slice(coversFrom - 1, coversFrom + 2);
    expect([...around, card?.still ?? new Uint8Array()].map(shinesThrough)).toEqual([true, false, false, false]);
  });
});
