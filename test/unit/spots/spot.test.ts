import { describe, expect, it } from 'vitest';
import {
  cutEnd,
  decideSend,
  firstDocument,
  nextStates,
  type SpotDocument,
  spotDocument,
} from '../../../src/domain/spots/index.ts';
import { frames } from '../../../src/kernel/frames.ts';

const person = { id: 'p', name: 'सुनीता बाई', village: 'ग्राम नरवर', benefit: '' };
const draft = (clipSeconds: number, spoken: { fromFrame: number; toFrame: number }[] = []) =>
  firstDocument({ beneficiary: person, scheme: 'PMA', clipFrames: frames(clipSeconds * 25), spoken });
const sendable = (change: Partial<SpotDocument> = {}) => ({
  state: 'draft' as const,
  document: { ...draft(60), ...change },
});

describe('the first document of a clip', () => {
  it('takes the longest usual length that the clip fills', () => {
    expect(draft(60).cuts[0]?.lengthSeconds).toBe(30);
    expect(draft(20).cuts[0]?.lengthSeconds).toBe(20);
    expect(draft(4).cuts[0]?.lengthSeconds).toBe(10);
  });

  it('starts a breath before the word after which most is said', () => {
    const spoken = [
      { fromFrame: 50, toFrame: 60 },
      { fromFrame: 500, toFrame: 1100 },
    ];
    expect(draft(60, spoken).cuts[0]?.fromFrame).toBe(495);
  });

  it('never runs past the clip’s end', () => {
    const cut = draft(40, [{ fromFrame: 980, toFrame: 1000 }]).cuts[0];
    expect(cut && cutEnd(cut)).toBeLessThanOrEqual(1000);
  });

  it('is as short as what is said in it', () => {
    expect(draft(60, [{ fromFrame: 200, toFrame: 470 }]).cuts[0]?.lengthSeconds).toBe(15);
    // A cough is no story.
    expect(draft(60, [{ fromFrame: 200, toFrame: 220 }]).cuts[0]?.lengthSeconds).toBe(30);
  });

  it('ends where a sentence ends, and its end card stands so much longer', () => {
    const spoken = [
      { fromFrame: 10, toFrame: 640 },
      { fromFrame: 660, toFrame: 1400 },
    ];
    const [cut] = draft(60, spoken).cuts;
    expect(cut).toEqual({ lengthSeconds: 30, fromFrame: 5, toFrame: 659 });
    expect(spotDocument.safeParse(draft(60, spoken)).success).toBe(true);
  });

  it('is a document that may be saved', () => expect(spotDocument.parse(draft(60))).toEqual(draft(60)));
});

describe('music', () => {
  it('is the look’s own in a new spot, and none in a document from before there was any', () => {
    const { music, ...before } = draft(60);
    expect(music).toBe('look');
    expect(spotDocument.parse(before).music).toBeUndefined();
    expect(spotDocument.safeParse({ ...before, music: 'loud' }).success).toBe(false);
  });
});

describe('a document', () => {
  const saved = draft(60);
  it('refuses fields that nobody knows, half frames and a caption that ends before it starts', () => {
    expect(spotDocument.safeParse({ ...saved, colour: 'red' }).success).toBe(false);
    expect(spotDocument.safeParse({ ...saved, cuts: [{ lengthSeconds: 30, fromFrame: 1.5 }] }).success).toBe(false);
    expect(spotDocument.safeParse({ ...saved, cues: [{ startFrame: 10, endFrame: 10, text: 'अ' }] }).success).toBe(
      false,
    );
  });
  it('refuses a cut that ends outside its body, or is heard longer than it is seen', () => {
    const ends = (toFrame: number, voiceToFrame = toFrame) => ({
      ...saved,
      cuts: [{ lengthSeconds: 10, fromFrame: 100, toFrame, voiceToFrame }],
    });
    expect(spotDocument.safeParse(ends(300)).success).toBe(true);
    expect(spotDocument.safeParse(ends(301)).success).toBe(false);
    expect(spotDocument.safeParse(ends(100)).success).toBe(false);
    expect(spotDocument.safeParse(ends(280, 290)).success).toBe(false);
  });
  it('refuses the same length twice', () => {
    const cut = { lengthSeconds: 30, fromFrame: 0 };
    expect(spotDocument.safeParse({ ...saved, cuts: [cut, cut] }).success).toBe(false);
  });
});

describe('sending', () => {
  it('is refused when the clip does not fill a cut', () => {
    expect(decideSend(sendable(), 20 * 25)).toMatchObject({ ok: false, refusal: { code: 'spot.clipShort' } });
    expect(decideSend(sendable(), 60 * 25)).toEqual({ ok: true, value: undefined });
    // It fills no cut at all: the sentence says how long a clip must be.
    const none = { ok: false, refusal: { code: 'film.short', params: { n: 6.5, least: 6.6 } } };
    expect(decideSend(sendable(), 164)).toMatchObject(none);
  });

  it.each(['9876543210', '98765 43210', '१२३४ ५६७८ ९०१२'])(
    'is refused with the personal number %s in a caption',
    (number) => {
      const cues = spotDocument.shape.cues.parse([{ startFrame: 0, endFrame: 50, text: `मेरा नंबर ${number} है` }]);
      expect(decideSend(sendable({ cues }), 1500)).toMatchObject({
        ok: false,
        refusal: { code: 'spot.personalNumber' },
      });
    },
  );

  it('lets grouped amounts through', () => {
    expect(decideSend(sendable({ benefit: '₹1,20,00,000 की सहायता' }), 1500).ok).toBe(true);
  });

  it('is refused from where the table does not lead to review', () => {
    for (const state of ['approved', 'withdrawn', 'inReview'] as const) {
      expect(nextStates[state]).not.toContain('inReview');
      expect(decideSend({ ...sendable(), state }, 1500)).toMatchObject({ ok: false, refusal: { code: 'spot.state' } });
    }
  });
});
