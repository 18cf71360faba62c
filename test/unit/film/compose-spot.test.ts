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

  it('fits clips to every wished length, also where all of each is needed', () => {
    const speech = [
      { fromFrame: 5, toFrame: 60 },
      { fromFrame: 75, toFrame: 190 },
    ];
    const refused = Array.from({ length: 28 }, (_, second) => second + 3).flatMap((seconds) =>
      [[], speech].flatMap((said) => {
        const clips = [heard(4), { ...heard(8.4), speech: said }, heard(1.2)];
        const refusal = refusalOf({ clips, lengthFrames: frames(seconds * 25) });
        return refusal ? [[seconds, refusal.tech]] : [];
      }),
    );
    expect(refused).toEqual([]);
  });

  it('says when the clips do not fill the usual 30 s that nobody asked for', () => {
    expect(compose({ clips: [heard(13)] })).toMatchObject({
      value: { lengthFrames: 375, shorter: { haveFrames: 325, wantedFrames: 750 } },
    });
    expect(compose({ clips: [heard(54)] })).toMatchObject({ value: { shorter: undefined } });
    expect(compose({ clips: [heard(13)], lengthFrames: frames(250) })).toMatchObject({ value: { shorter: undefined } });
  });

  it.each([
    // Clip, wished and made spot (s): a sold length where one is filled, below ten seconds what the clip holds.
    [8, 30, 10],
    [6.6, 30, 10],
    [6.52, 30, 8.16],
    [26, 30, 30],
    [24.88, 30, 20],
    [36, 60, 40],
    [3, 4, 4],
    [2, 4, 3],
    [1.08, 30, 2.4],
  ])('fits a clip of %s s that was wished to be a spot of %s s to %s s, and says so', (have, wanted, made) => {
    const spot = compose({ clips: [heard(have)], lengthFrames: frames(Math.round(wanted * 25)) });
    if (!spot.ok) throw new Error(spot.refusal.tech);
    const { lengthFrames, endCardFrom, shorter } = spot.value;
    expect(lengthFrames / 25).toBe(made);
    expect(lengthFrames - endCardFrom).toBeGreaterThanOrEqual(25);
    expect(endCardFrom).toBeLessThanOrEqual(have * 25);
    expect(shorter?.wantedFrames).toBe(made < wanted ? wanted * 25 : undefined);
  });

  it('ends a fitted spot on a whole sentence', () => {
    const speech = [
      { fromFrame: 5, toFrame: 90 },
      { fromFrame: 110, toFrame: 170 },
      { fromFrame: 190, toFrame: 215 },
    ];
    const spot = compose({ clips: [{ ...heard(8.6), speech }], lengthFrames: frames(750) });
    expect(spot).toMatchObject({ value: { lengthFrames: 250, parts: [{ reason: 'sentences' }] } });
    const end = spot.ok ? spot.value.endCardFrom : 0;
    expect(speech.some((one) => one.fromFrame < end && end < one.toFrame)).toBe(false);
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

  it('shows a marked part whole that is shorter than the wished length', () => {
    const part = { fromFrame: frames(0), toFrame: frames(200) };
    const spot = compose({ clips: [heard(54)], part, lengthFrames: frames(750) });
    expect(spot).toMatchObject({ value: { lengthFrames: 250, endCardFrom: 200, shots: [part] } });
    expect(spot).toMatchObject({ value: { shorter: { haveFrames: 200, wantedFrames: 750 } } });
  });

  it.each([undefined, 750])('refuses a clip that makes no spot at all as too short, wished at %s frames', (wanted) => {
    const lengthFrames = wanted === undefined ? undefined : frames(wanted);
    const refusal = refusalOf({ clips: [heard(1.04)], lengthFrames });
    expect(refusal).toMatchObject({ code: 'film.short', params: { n: 1, least: 1.1 } });
    const part = { fromFrame: frames(0), toFrame: frames(10) };
    const small = refusalOf({ clips: [heard(54)], part, lengthFrames });
    expect(small).toMatchObject({ code: 'film.part-length', params: { n: 0.4, least: 1.1 } });
  });

  it('refuses a part outside the clip', () => {
    const outside = { fromFrame: frames(0), toFrame: frames(2000) };
    expect(refusalOf({ clips: [heard(54)], part: outside })?.code).toBe('film.part');
  });

  it('refuses a length in which nothing can be read', () => {
    expect(refusalOf({ clips: [heard(54)], lengthFrames: frames(25) })?.code).toBe('film.length');
  });
});
