import { describe, expect, it } from 'vitest';
import { composeSpot, type SpotWish } from '../../../src/engine/film/compose-spot.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip } from './films.ts';

const heard = (seconds: number) => ({ source: clip(), clipFrames: frames(seconds * 25), speech: [] });

function compose(different: Partial<SpotWish> & Pick<SpotWish, 'clips'>) {
  return composeSpot({ lengthFrames: undefined, part: undefined, ...different });
}

function refusalOf(different: Partial<SpotWish> & Pick<SpotWish, 'clips'>) {
  const spot = compose(different);
  return spot.ok ? undefined : spot.refusal;
}

describe('a spot composed of clips', () => {
  it('is 30 s with three of them end card, when the clip fills it', () => {
    const spot = compose({ clips: [heard(54)] });
    expect(spot).toMatchObject({ ok: true, value: { lengthFrames: 750, endCardFrom: 675 } });
  });

  it('is the longest usual length that the clip fills', () => {
    expect(compose({ clips: [heard(13)] })).toMatchObject({ value: { lengthFrames: 375 } });
  });

  it('refuses a clip whose picture is black, and takes one that is black in part', () => {
    const black = (toFrame: number) => ({
      ...heard(20),
      sight: { poor: [{ fromFrame: 0, toFrame, why: 'black' as const }], looks: [], needs: [] },
    });
    expect(refusalOf({ clips: [black(500)] })?.code).toBe('film.black');
    expect(refusalOf({ clips: [black(100)] })).toBeUndefined();
    // Its light half makes the spot.
    expect(refusalOf({ clips: [black(250)], lengthFrames: frames(250) })).toBeUndefined();
  });

  it('shares its body among clips by their lengths, to the frame', () => {
    const spot = compose({ clips: [heard(20), heard(40)], lengthFrames: frames(500) });
    const lengths = spot.ok ? spot.value.shots.map((shot) => shot.toFrame - shot.fromFrame) : [];
    expect(lengths).toEqual([141, 284]);
  });

  it('joins two clips at a sentence, and ends on one, with the end card where the story ends', () => {
    const speech = [
      { fromFrame: 5, toFrame: 100 },
      { fromFrame: 115, toFrame: 190 },
      { fromFrame: 205, toFrame: 600 },
    ];
    const told = { source: clip(), clipFrames: frames(600), speech };
    const spot = compose({ clips: [told, told], lengthFrames: frames(500) });
    if (!spot.ok) throw new Error('refused');
    const { shots, endCardFrom, parts } = spot.value;
    expect(parts.map((part) => part.reason)).toEqual(['sentences', 'sentences']);
    for (const { toFrame } of shots)
      expect(speech.some((one) => one.fromFrame < toFrame && toFrame < one.toFrame)).toBe(false);
    expect(endCardFrom).toBe(shots.reduce((sum, one) => sum + one.toFrame - one.fromFrame, 0));
    expect(endCardFrom).toBeLessThanOrEqual(425);
    expect(endCardFrom).toBeGreaterThanOrEqual(375);
  });

  it('says when nobody asked for a length and the clips do not fill 30 s', () => {
    expect(compose({ clips: [heard(13)] })).toMatchObject({ value: { shorter: true } });
    expect(compose({ clips: [heard(54)] })).toMatchObject({ value: { shorter: false } });
    expect(compose({ clips: [heard(13)], lengthFrames: frames(250) })).toMatchObject({ value: { shorter: false } });
  });

  it('gives the end card what a clip lacks, up to two seconds', () => {
    const spot = compose({ clips: [heard(26)], lengthFrames: frames(750) });
    expect(spot).toMatchObject({ value: { lengthFrames: 750, endCardFrom: 650 } });
  });

  it('holds the whole chosen part and an end card behind it', () => {
    const part = { fromFrame: frames(250), toFrame: frames(550) };
    const spot = compose({ clips: [heard(54)], part });
    expect(spot).toMatchObject({ value: { lengthFrames: 375, endCardFrom: 300, shots: [part] } });
  });

  it('chooses within a part that is longer than the length asked for', () => {
    const part = { fromFrame: frames(250), toFrame: frames(1000) };
    const spot = compose({ clips: [heard(54)], part, lengthFrames: frames(250) });
    expect(spot).toMatchObject({ value: { shots: [{ fromFrame: 250, toFrame: 450 }] } });
  });

  it('refuses a clip that is too short, saying how long it must be', () => {
    const refusal = refusalOf({ clips: [heard(8)], lengthFrames: frames(750) });
    expect(refusal).toMatchObject({ code: 'film.short', params: { have: '8', need: '25' } });
  });

  it('refuses a part outside the clip and one shorter than the body', () => {
    const outside = { fromFrame: frames(0), toFrame: frames(2000) };
    expect(refusalOf({ clips: [heard(54)], part: outside })?.code).toBe('film.part');
    const small = { fromFrame: frames(0), toFrame: frames(200) };
    const refusal = refusalOf({ clips: [heard(54)], part: small, lengthFrames: frames(750) });
    expect(refusal).toMatchObject({ code: 'film.part-length', params: { length: '30', need: '25', have: '8' } });
  });

  it('refuses a length in which nothing can be read', () => {
    expect(refusalOf({ clips: [heard(54)], lengthFrames: frames(25) })?.code).toBe('film.length');
  });
});
