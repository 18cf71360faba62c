import { describe, expect, it } from 'vitest';
import { choosePart, type KnownClip } from '../../../src/engine/film/choose-part.ts';
import { frames } from '../../../src/kernel/frames.ts';

const run = (fromFrame: number, toFrame: number) => ({ fromFrame, toFrame });

function choose(clip: Omit<KnownClip, 'clipFrames'> & { clipFrames: number }, body: number, give = 0) {
  const known = { ...clip, clipFrames: frames(clip.clipFrames) };
  return choosePart(known, { body: frames(body), leastBody: frames(body - give) });
}

describe('the best part of a clip', () => {
  it('begins a breath before the first word and keeps sentences whole', () => {
    const part = choose({ clipFrames: 1000, speech: [run(100, 200), run(230, 380), run(700, 800)] }, 300);
    expect(part).toMatchObject({ fromFrame: 95, toFrame: 395, voiceToFrame: 395, reason: 'sentences' });
  });

  it('takes gaps of up to 0.4 s for commas, and ends on one rather than inside a word', () => {
    const part = choose({ clipFrames: 400, speech: [run(50, 235), run(245, 400)] }, 200);
    expect(part).toMatchObject({ reason: 'breath', fromFrame: 45, voiceToFrame: 244 });
  });

  it('leaves a scrap of the next sentence unheard where the part may not be shorter', () => {
    const part = choose({ clipFrames: 600, speech: [run(5, 170), run(185, 600)] }, 200);
    expect(part).toMatchObject({ fromFrame: 0, toFrame: 200, voiceToFrame: 184, reason: 'sentences' });
  });

  it('ends before the next sentence where it may be shorter', () => {
    const part = choose({ clipFrames: 600, speech: [run(10, 170), run(190, 600)] }, 200, 40);
    expect(part).toMatchObject({ fromFrame: 5, toFrame: 189, voiceToFrame: 189, reason: 'sentences' });
  });

  it('rests after the last word for no more than 0.8 s', () => {
    const part = choose({ clipFrames: 600, speech: [run(10, 150)] }, 200, 40);
    expect(part).toMatchObject({ fromFrame: 5, toFrame: 170, reason: 'sentences' });
  });

  it('says that a sentence is cut when no part holds a whole one', () => {
    expect(choose({ clipFrames: 600, speech: [run(0, 600)] }, 200)?.reason).toBe('cut-sentence');
  });

  it('takes the beginning of a clip in which nobody speaks', () => {
    const part = choose({ clipFrames: 600, speech: [] }, 200);
    expect(part).toMatchObject({ fromFrame: 0, toFrame: 200, voiceToFrame: 200, reason: 'no-speech' });
  });

  it('has none in a clip that is too short', () => {
    expect(choose({ clipFrames: 199, speech: [run(0, 199)] }, 200)).toBeUndefined();
  });

  it('leaves out "is it recording?" before the story', () => {
    const part = choose({ clipFrames: 500, speech: [run(10, 40), run(80, 240), run(260, 330)] }, 300);
    expect(part).toMatchObject({ fromFrame: 75, headDropped: true, reason: 'sentences' });
    const whole = choose({ clipFrames: 500, speech: [run(10, 40), run(50, 240), run(260, 330)] }, 450);
    expect(whole).toMatchObject({ headDropped: false });
  });
});

describe('a part chosen by what is seen too', () => {
  const look = (atFrame: number, seen: boolean) => {
    const box = { x: 0.4, y: 0.2, width: 0.2, height: 0.3 };
    const face = { box, mouthLine: 0.45, eyesOpen: 0.3, lipsApart: 0.1, score: 0.9 };
    return { atFrame, detail: 20, face: seen ? face : null };
  };

  it('prefers as much speech with a face to speech without', () => {
    const speech = [run(50, 200), run(300, 450)];
    const looks = [75, 100, 150, 325, 350, 400].map((at) => look(at, at > 300));
    const part = choose({ clipFrames: 600, speech, sight: { poor: [], looks, needs: [] } }, 175);
    expect(part?.fromFrame).toBe(295);
  });

  it('would rather lose a sentence than show black', () => {
    const speech = [run(50, 200), run(300, 420)];
    const sight = { poor: [{ ...run(60, 150), why: 'black' as const }], looks: [], needs: [] };
    expect(choose({ clipFrames: 600, speech, sight }, 175)?.fromFrame).toBe(295);
  });

  it('takes a silent clip where the picture is good', () => {
    const sight = { poor: [{ ...run(0, 48), why: 'covered' as const }], looks: [], needs: [] };
    expect(choose({ clipFrames: 600, speech: [], sight }, 200)?.fromFrame).toBe(50);
  });
});
