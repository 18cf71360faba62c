import { describe, expect, it } from 'vitest';
import { rasterise } from '../../../src/engine/graphics/raster.ts';

const square = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${fill}"/></svg>`;

describe('a drawing', () => {
  it('that was drawn a moment ago is not drawn again, unless in another colour or size', async () => {
    const first = await rasterise(square('#123456'));
    expect(await rasterise(square('#123456'))).toBe(first);
    expect(await rasterise(square('#123457'))).not.toEqual(first);
    expect(await rasterise(square('#123456'), 16)).not.toEqual(first);
  });
});
