import { describe, expect, it } from 'vitest';
import { decideMediaWorkers } from '../../../src/platform/media-workers.ts';

describe('how many films are made at once', () => {
  it.each([
    // cores, GiB, films
    [1, 1, 1],
    [2, 4, 1],
    [3, 8, 1],
    [4, 8, 2],
    [8, 16, 4],
    // Memory is the narrower room.
    [16, 8, 5],
    [64, 32, 21],
    [64, 256, 32],
    // A small container on a big machine.
    [64, 0.5, 1],
  ])('%s cores and %s GiB make %s', (cores, gib, films) => {
    expect(decideMediaWorkers({ cores, memoryBytes: gib * 2 ** 30 })).toBe(films);
  });
});
