import { describe, expect, it } from 'vitest';
import { timeByVoice } from '../../../src/engine/captions/time-by-voice.ts';
import { findVoicedSpans } from '../../../src/engine/captions/voiced-spans.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { room } from './room.ts';

const spans = (...edges: [number, number][]) => edges.map(([fromSeconds, toSeconds]) => ({ fromSeconds, toSeconds }));

describe('timeByVoice', () => {
  const script = 'पहले हम कच्चे घर में रहते थे।\nतीन किस्तों में पूरा पैसा आया।\nअब हमारा पक्का मकान बन गया है।';

  it('begins each line of the script at the pause before it, two frames early', () => {
    const { cues } = timeByVoice(script, spans([1, 3], [3.6, 5.5], [7, 9]), room, frames(750));
    expect(cues.map((cue) => cue.startFrame)).toEqual([23, 88, 173]);
    expect(cues.map((cue) => cue.lines.join(' '))).toEqual(script.normalize('NFC').split('\n'));
  });

  it('keeps two frames between neighbours, or twelve and more', () => {
    const { cues } = timeByVoice(script, spans([0, 2], [2.3, 4.2], [6, 8]), room, frames(750));
    const gaps = cues.slice(1).map((cue, index) => cue.startFrame - (cues[index]?.endFrame ?? 0));
    expect(gaps.filter((gap) => gap !== 2 && gap < 12)).toEqual([]);
  });

  it('cuts one long paragraph where the speaker breathes', () => {
    const { cues } = timeByVoice(script.replaceAll('\n', ' '), spans([1, 3], [3.6, 5.5], [7, 9]), room, frames(750));
    expect(cues.map((cue) => cue.startFrame)).toEqual([23, 88, 173]);
  });

  it('says that such times are rough', () => {
    expect(timeByVoice(script, spans([1, 9]), room, frames(750)).warnings).toEqual(['rough']);
  });

  it('spreads the text over the film and says so when nobody is heard', () => {
    const { cues, warnings } = timeByVoice(script, [], room, frames(250));
    expect(warnings).toEqual(['rough', 'no-voice']);
    expect(cues.at(-1)?.endFrame).toBeLessThanOrEqual(250);
  });

  it('doubts a text that nobody could say in the time', () => {
    expect(timeByVoice(script, spans([1, 2]), room, frames(250)).warnings).toContain('too-much-text');
  });

  it('has no cue for an empty script', () => {
    expect(timeByVoice(' \n ', spans([0, 2]), room, frames(250))).toEqual({ cues: [], warnings: [] });
  });
});

describe('findVoicedSpans', () => {
  const levels = (...parts: [number, number][]) => parts.flatMap(([db, steps]) => Array<number>(steps).fill(db));

  it('finds speech over a quiet room, and over a noisy street', () => {
    for (const floor of [-75, -38]) {
      const found = findVoicedSpans(levels([floor, 50], [-22, 100], [floor, 40], [-25, 60]));
      expect(found.map(({ fromSeconds, toSeconds }) => [fromSeconds.toFixed(2), toSeconds.toFixed(2)])).toEqual([
        ['0.96', '3.04'],
        ['3.76', '5.00'],
      ]);
    }
  });

  it('takes a catch of breath as speech and a click as none', () => {
    const found = findVoicedSpans(levels([-70, 50], [-20, 50], [-70, 5], [-20, 50], [-70, 50], [-20, 2], [-70, 50]));
    expect(found).toHaveLength(1);
  });

  it('hears nothing in silence, and one span in one even noise', () => {
    expect(findVoicedSpans(levels([-Infinity, 100]))).toEqual([]);
    expect(findVoicedSpans(levels([-30, 100]))).toEqual([{ fromSeconds: 0, toSeconds: 2 }]);
  });
});
