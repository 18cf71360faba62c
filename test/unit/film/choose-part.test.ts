import { describe, expect, it } from 'vitest';
import { choosePart } from '../../../src/engine/film/choose-part.ts';
import { frames } from '../../../src/kernel/frames.ts';

const run = (fromFrame: number, toFrame: number) => ({ fromFrame, toFrame });

describe('the best part of a clip', () => {
  it('begins a breath before the first word and keeps sentences whole', () => {
    const part = choosePart(frames(1000), frames(300), [run(100, 200), run(230, 380), run(700, 800)]);
    expect(part).toEqual({ fromFrame: 95, toFrame: 395, voiceToFrame: 395, reason: 'sentences' });
  });

  it('takes gaps of up to 0.4 s for commas', () => {
    const part = choosePart(frames(400), frames(200), [run(50, 100), run(110, 300)]);
    expect(part?.reason).toBe('cut-sentence');
  });

  it('leaves a scrap of the next sentence unheard', () => {
    const part = choosePart(frames(600), frames(200), [run(10, 180), run(200, 600)]);
    expect(part).toEqual({ fromFrame: 5, toFrame: 205, voiceToFrame: 199, reason: 'sentences' });
  });

  it('says that a sentence is cut when no part holds a whole one', () => {
    expect(choosePart(frames(600), frames(200), [run(0, 600)])?.reason).toBe('cut-sentence');
  });

  it('takes the beginning of a clip in which nobody speaks', () => {
    const part = choosePart(frames(600), frames(200), []);
    expect(part).toEqual({ fromFrame: 0, toFrame: 200, voiceToFrame: 200, reason: 'no-speech' });
  });

  it('has none in a clip that is too short', () => {
    expect(choosePart(frames(199), frames(200), [run(0, 199)])).toBeUndefined();
  });
});
