import { describe, expect, it } from 'vitest';
import { outsideFigure, spokenAt } from '../../../src/engine/film/figure-captions.ts';
import { formatGraph } from '../../../src/engine/film/filter-graph.ts';
import { pictureMoveChains, stepped } from '../../../src/engine/film/picture-move-graph.ts';
import { frames } from '../../../src/kernel/frames.ts';

const canvas = { width: 1920, height: 1080 };
const cue = (from: number, to: number, ...lines: string[]) => ({
  startFrame: frames(from),
  endFrame: frames(to),
  lines,
});

describe('pictureMoveChains', () => {
  it('cuts the film in three and only shifts a picture that keeps its size', () => {
    const pose = (x: number) => ({ x, y: 0, ...canvas });
    const move = {
      startFrame: frames(100),
      entry: [pose(-200)],
      still: pose(-440),
      holdFrames: frames(10),
      exit: [pose(-20)],
    };
    const graph = formatGraph(pictureMoveChains(move, 'joined', { canvas, rate: 25 }));
    expect(graph).toContain('[whole]trim=end_frame=100,');
    expect(graph).toContain('[aside]trim=start_frame=100:end_frame=112,');
    expect(graph).toContain('[later]trim=start_frame=112,');
    expect(graph).toContain('x=-200*eq(n\\,0)+-440*between(n\\,1\\,10)+-20*eq(n\\,11):y=0:');
    expect(graph).not.toContain('scale=');
  });

  it('scales a picture that shrinks, for twice as many pictures in a film of 50', () => {
    const small = { x: 0, y: 0, width: 960, height: 540 };
    const move = { startFrame: frames(5), entry: [], still: small, holdFrames: frames(3), exit: [] };
    const graph = formatGraph(pictureMoveChains(move, 'shot0', { canvas, rate: 50 }));
    expect(graph).toContain('scale=w=960*between(n\\,0\\,5):h=540*between(n\\,0\\,5):eval=frame');
  });
});

describe('stepped', () => {
  it('says nothing of frames at nought', () => {
    expect(stepped([0, 0, 4, 4, 0]).expression).toBe('4*between(n,2,3)');
    expect(stepped([0]).expression).toBe('0');
  });
});

describe('captions and the big figure', () => {
  it('finds when the number is said, whatever stands round it', () => {
    const cues = [cue(0, 50, 'पहले कुछ नहीं था'), cue(60, 110, 'खाते में 1,20,000', 'रुपये आए')];
    expect(spokenAt('₹1,20,000 मिले · पक्का घर बना', cues)).toBe(60);
    expect(spokenAt('₹1,250 मिले', cues)).toBeUndefined();
    expect(spokenAt('अपना घर मिला', cues)).toBeUndefined();
  });

  it('burns none while the figure stands, and no scrap of one beside it', () => {
    const figure = { startFrame: frames(100), endFrame: frames(170) };
    const cues = [cue(50, 110, 'पहले'), cue(112, 160, 'बीच में'), cue(160, 180, 'कतरन'), cue(165, 220, 'बाद में')];
    expect(outsideFigure(cues, figure).map(({ startFrame, endFrame }) => [startFrame, endFrame])).toEqual([
      [50, 100],
      [170, 220],
    ]);
    expect(outsideFigure(cues, undefined)).toEqual(cues);
  });
});
