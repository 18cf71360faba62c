import { describe, expect, it } from 'vitest';
import type { VoicedSpan } from '../../../src/engine/captions/voiced-spans.ts';
import { fitCues, placeCues, placeVoice } from '../../../src/engine/film/place-captions.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, shot } from './films.ts';

const cue = (start: number, end: number, ...lines: string[]) => ({
  startFrame: frames(start),
  endFrame: frames(end),
  lines,
});
const told = (from: number, to: number, clipStart: number, voice: VoicedSpan[] = []) => ({
  shot: shot(clip(), from, to),
  clipStart: frames(clipStart),
  voice,
});
/** Ten px a letter, twenty letters a line. */
const room = { measure: (text: string) => [...text].length * 10, maxWidth: 200, maxCodePoints: 20 };

describe('captions timed on clips', () => {
  it('move with the part that the film shows', () => {
    expect(placeCues([cue(110, 150, 'क')], [told(100, 300, 0)])).toEqual([cue(10, 50, 'क')]);
  });

  it('are clipped at its ends, and left out when too little is left to read', () => {
    const cues = [cue(60, 140, 'क'), cue(290, 400, 'ख')];
    expect(placeCues(cues, [told(100, 300, 0)])).toEqual([cue(0, 40, 'क')]);
  });

  it('of a second clip count behind the first', () => {
    const shots = [told(0, 50, 0), told(100, 200, 500)];
    expect(placeCues([cue(610, 650, 'ख')], shots)).toEqual([cue(60, 100, 'ख')]);
  });

  it('across the join of two shots stand once, in the shot that holds most, or nowhere', () => {
    const shots = [told(0, 50, 0), told(0, 50, 50)];
    expect(placeCues([cue(25, 90, 'क')], shots)).toEqual([cue(50, 90, 'क')]);
    expect(placeCues([cue(20, 70, 'क')], shots)).toEqual([cue(20, 50, 'क')]);
    expect(placeCues([cue(32, 68, 'क')], shots)).toEqual([]);
  });

  it('end where the voice of a shot ends', () => {
    const shots = [{ ...told(0, 100, 0), shot: { ...shot(clip(), 0, 100), voiceToFrame: frames(80) } }];
    expect(placeCues([cue(50, 95, 'क')], shots)).toEqual([cue(50, 80, 'क')]);
  });

  it('stay as they are where they fit', () => {
    const cues = [cue(0, 50, 'एक पंक्ति', 'दूसरी पंक्ति')];
    expect(fitCues(cues, [], room)).toEqual(cues);
  });

  it('are cut into several within their own times where they do not', () => {
    const long = 'यह वाक्य बहुत लंबा है और एक कैप्शन में कभी नहीं समाएगा क्योंकि जगह कम है';
    const cut = fitCues([cue(100, 300, long)], [], room);
    expect(cut.length).toBeGreaterThan(1);
    expect(cut.flatMap((one) => one.lines).join(' ')).toBe(long);
    for (const one of cut) {
      expect(one.startFrame).toBeGreaterThanOrEqual(100);
      expect(one.endFrame).toBeLessThanOrEqual(300);
      for (const line of one.lines) expect([...line].length).toBeLessThanOrEqual(20);
    }
  });
});

describe('the voice in a film', () => {
  it('is where its shots are, in the film’s seconds', () => {
    const shots = [
      told(25, 50, 0, [{ fromSeconds: 0.5, toSeconds: 1.5 }]),
      told(0, 50, 100, [{ fromSeconds: 1, toSeconds: 9 }]),
    ];
    expect(placeVoice(shots)).toEqual([
      { fromSeconds: 0, toSeconds: 0.5 },
      { fromSeconds: 2, toSeconds: 3 },
    ]);
  });
});
