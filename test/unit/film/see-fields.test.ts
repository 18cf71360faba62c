import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../src/engine/film/see-fields.ts';

const clip = (durationSeconds: number, fps = 25) => ({
  path: '/clips/a.mp4',
  demuxer: 'mov',
  durationSeconds,
  picture: { index: 0, height: 1080, fps, fieldOrder: 'unknown' as const },
});

describe('where a clip is looked at for fields', () => {
  it('is its middle first, then further out', () => {
    expect(placesIn(clip(100)).map(Math.round)).toEqual([50, 16, 83]);
  });

  it('is never the same picture twice', () => {
    const places = placesIn(clip(3)).toSorted((a, b) => a - b);
    expect(places).toHaveLength(3);
    for (const [at, from] of places.entries()) if (at > 0) expect(from - (places[at - 1] ?? 0)).toBeGreaterThan(0.96);
  });

  it('is the start of a clip shorter than one look', () => {
    expect(placesIn(clip(0.7))).toEqual([0]);
    expect(placesIn(clip(1, 10))).toEqual([0]);
  });
});
