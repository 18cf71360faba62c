import { describe, expect, it } from 'vitest';
import { describeMade } from '../../../src/cli/describe-made.ts';
import type { MadeAnswer } from '../../../src/cli/made-answer.ts';

type Remade = MadeAnswer['deliverables'][number]['remade'];
const answer = (remade: Remade, unchanged?: true) =>
  ({
    ...{ seconds: 1, warnings: [], unchanged },
    deliverables: [{ file: 'web.mp4', frames: 200, qc: { passed: true, checks: [] }, remade }],
  }) as unknown as MadeAnswer;

describe('what make says of a film', () => {
  it.each([
    ['made whole says nothing of anew', undefined, undefined, 'frames · QC'],
    [
      'that was corrected names the frames that were made anew',
      [{ fromFrame: 100, toFrame: 200 }],
      undefined,
      '100 of',
    ],
    ['that did not change says nothing of anew', [{ fromFrame: 100, toFrame: 200 }], true, 'frames · QC'],
  ] as const)('%s', (_, remade, unchanged, words) => {
    const said = describeMade(answer(remade as Remade, unchanged), 'out');
    expect(said).toContain(words);
    expect(said.includes('anew')).toBe(words.startsWith('100'));
  });
});
