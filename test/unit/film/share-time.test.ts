import { describe, expect, it } from 'vitest';
import { shareTime } from '../../../src/engine/film/share-time.ts';
import { presetsNamed } from './films.ts';

const near = (share: number, seconds: number, of: number) => Math.abs(share - seconds / of);

describe('how the time of a film is shared out', () => {
  it('is as it was measured on 30 seconds in five presets, and on ten in four', async () => {
    const five = shareTime(750, await presetsNamed('h264-ts', 'web', 'xdcam-hd422', 'whatsapp', 'sd-mpeg2'));
    expect(near(five.encodingFrom, 13.3, 158.4)).toBeLessThan(0.03);
    expect(near(five.checkingFrom, 122.3, 158.4)).toBeLessThan(0.03);
    for (const [at, seconds] of [122.3, 133.5, 142.9, 150.5, 154].entries())
      expect(near(five.checksFrom[at] ?? 0, seconds, 158.4)).toBeLessThan(0.03);
    const four = shareTime(250, await presetsNamed('h264-ts', 'web', 'xdcam-hd422', 'sd-mpeg2'));
    expect(near(four.encodingFrom, 14.1, 77)).toBeLessThan(0.05);
    expect(near(four.checkingFrom, 54.2, 77)).toBeLessThan(0.06);
  });

  it('gives drawing most of a short film in one small file', async () => {
    const { encodingFrom, checkingFrom } = shareTime(100, await presetsNamed('whatsapp'));
    expect(encodingFrom).toBeGreaterThan(0.5);
    expect(checkingFrom).toBeLessThan(1);
  });
});
