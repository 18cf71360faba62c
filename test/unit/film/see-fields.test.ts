import { describe, expect, it } from 'vitest';
import { judgeSeen, placesIn } from '../../../src/engine/film/see-fields.ts';

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

describe('what was seen of fields', () => {
  const seen = (top: number, bottom: number, progressive: number) => ({ top, bottom, progressive });

  it('overrules a flag of the other order only for certain', () => {
    expect(judgeSeen(seen(9, 1, 27), 'bottom-first')).toBeUndefined();
    expect(judgeSeen(seen(22, 0, 0), 'bottom-first')).toBe('top-first');
  });

  it('is believed at once where no flag says otherwise', () => {
    expect(judgeSeen(seen(9, 1, 27), undefined)).toBe('top-first');
    expect(judgeSeen(seen(9, 1, 27), 'top-first')).toBe('top-first');
    expect(judgeSeen(seen(0, 0, 22), 'bottom-first')).toBe('whole');
  });
});
