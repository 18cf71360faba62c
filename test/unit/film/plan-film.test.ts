import { describe, expect, it } from 'vitest';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, layers, presetsNamed, shot } from './films.ts';

const presets = await presetsNamed('web');
const input = { lengthFrames: frames(150), graphics: layers, captions: undefined, presets };

describe('the plan of a film', () => {
  it('lets the last picture run on below the end card until that covers it, but not its sound', () => {
    const plan = planFilm({ ...input, shots: [shot(clip(), 0, 60), shot(clip(), 60, 100)] });
    expect(plan.bodyFrames).toBe(103);
    expect(plan.shots.map((one) => [one.frames, one.soundFrames])).toEqual([
      [60, 60],
      [43, 40],
    ]);
  });

  it('holds exactly the frames of its pieces: body and end card make the length', () => {
    const plan = planFilm({ ...input, shots: [shot(clip(), 0, 100)] });
    const body = plan.shots.reduce((sum, one) => sum + one.frames, 0);
    expect(body).toBe(plan.bodyFrames);
    expect(plan.bodyFrames + 47).toBe(plan.lengthFrames);
  });

  it('refuses shots that do not reach the end card', () => {
    expect(() => planFilm({ ...input, shots: [shot(clip(), 0, 99)] })).toThrow(/hold 99 frames/);
  });

  it('is all body without an end card', () => {
    const graphics = { ...layers, layers: layers.layers.slice(0, 2) };
    const plan = planFilm({ ...input, graphics, shots: [shot(clip(), 0, 150)] });
    expect([plan.bodyFrames, plan.endCard]).toEqual([150, undefined]);
  });
});
