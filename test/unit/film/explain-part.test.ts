import { describe, expect, it } from 'vitest';
import { explainPart } from '../../../src/engine/film/explain-part.ts';
import { frames } from '../../../src/kernel/frames.ts';

const part = {
  fromFrame: frames(100),
  toFrame: frames(400),
  voiceToFrame: frames(400),
  reason: 'sentences' as const,
  headDropped: true,
};
const codes = (poor: { fromFrame: number; toFrame: number; why: 'shaky' | 'black' }[]) =>
  explainPart(part, { poor, looks: [], needs: [] }).map((note) => note.code);

describe('why a part was chosen', () => {
  it('says the weightiest first, and what was left out', () => {
    expect(codes([{ fromFrame: 0, toFrame: 50, why: 'black' }])).toEqual([
      'sentences',
      'head-dropped',
      'avoided-black',
    ]);
  });

  it('claims to have left nothing out of which some is shown', () => {
    const shaky = [0, 200].map((fromFrame) => ({ fromFrame, toFrame: fromFrame + 20, why: 'shaky' as const }));
    expect(codes(shaky)).toEqual(['sentences', 'head-dropped']);
  });
});
