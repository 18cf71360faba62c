import { describe, expect, it } from 'vitest';
import { decideFigure, type SpotDocument, suggestFigures } from '../../../src/domain/spots/index.ts';
import { FRAME_RATE, frames } from '../../../src/kernel/frames.ts';

const minute = 60 * FRAME_RATE;
const cut = (lengthSeconds: SpotDocument['cuts'][number]['lengthSeconds'], toFrame?: number) => ({
  lengthSeconds,
  fromFrame: frames(0),
  ...(toFrame !== undefined && { toFrame: frames(toFrame) }),
});
const cue = (text: string) => ({ startFrame: frames(300), endFrame: frames(350), text });

describe('a big figure', () => {
  it.each([15, 20, 30, 40, 60] as const)('finds its time in %i seconds', (length) => {
    expect(decideFigure({ figure: '₹1,20,000 मिले', cues: [], cuts: [cut(length)] }, minute).ok).toBe(true);
  });

  it('finds none in ten seconds, and the shortest length that has one is named', () => {
    expect(decideFigure({ figure: '₹1,20,000 मिले', cues: [], cuts: [cut(10)] }, minute)).toMatchObject({
      refusal: { code: 'spot.figureNoTime', params: { length: 10, longer: 15 } },
    });
  });

  it('is refused for good where the clip fills no such length', () => {
    const short = 9 * FRAME_RATE;
    expect(decideFigure({ figure: '₹1,20,000', cues: [], cuts: [cut(10)] }, short)).toMatchObject({
      refusal: { code: 'spot.figureNever' },
    });
  });

  it('needs no more than one length that has time; none at all where there is no figure', () => {
    expect(decideFigure({ figure: '5 लाख', cues: [], cuts: [cut(10), cut(30)] }, minute).ok).toBe(true);
    expect(decideFigure({ figure: '', cues: [], cuts: [cut(10)] }, minute).ok).toBe(true);
    expect(decideFigure({ cues: [], cuts: [cut(10)] }, minute).ok).toBe(true);
  });

  it('finds no time in a long film whose story ends early', () => {
    expect(decideFigure({ figure: '5 लाख', cues: [], cuts: [cut(15, 150)] }, minute).ok).toBe(false);
  });
});

describe('suggestions for a big figure', () => {
  it('are what is said in money, shares and large numbers, each with the word after it', () => {
    const cues = [
      cue('मुझे ₹1,20,000 मिले और पक्का घर बना'),
      cue('घर में 4 लोग हैं'),
      cue('2019 में आवेदन किया'),
      cue('अब 40% बचत होती है।'),
      cue('5 लाख तक इलाज मुफ़्त'),
      cue('मुझे ₹1,20,000 मिले थे'),
    ];
    expect(suggestFigures({ benefit: '', cues })).toEqual(['₹1,20,000 मिले', '40% बचत', '5 लाख तक']);
  });

  it('begin with the line on what changed, whole, where it has a number', () => {
    const benefit = '₹1,500 हर महीने · बेटी की पढ़ाई';
    expect(suggestFigures({ benefit, cues: [cue('हर महीने ₹1,500 आते हैं')] })).toEqual([benefit, '₹1,500 आते']);
    expect(suggestFigures({ benefit: 'अब अपना घर है', cues: [] })).toEqual([]);
  });
});
