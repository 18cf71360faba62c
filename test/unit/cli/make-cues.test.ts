import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tellCaptions } from '../../../src/cli/make-cues.ts';
import type { MakeWish } from '../../../src/cli/make-wish.ts';
import { type Look, readLook } from '../../../src/engine/graphics/look.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, presetsNamed, shot } from '../film/films.ts';

const CAPTIONS = '1\n00:00:01,000 --> 00:00:03,000\nपहले छत टपकती थी\n';
let look: Look;
beforeAll(async () => {
  look = await readLook(join(import.meta.dirname, '../../../watermarks/sober'));
});

async function told(from: number, to: number, captions = CAPTIONS) {
  const wish = { captions: new TextEncoder().encode(captions) } as unknown as MakeWish;
  const shots = [{ shot: shot(clip(), from, to), clipStart: frames(0), voice: [] }];
  const { cues, warnings } = tellCaptions(wish, {
    ...{ shots, look, endCardFrom: frames(to - from) },
    presets: await presetsNamed('web'),
  });
  const params = warnings.flatMap((one) => (one.params ? [one.params] : []));
  return { cues: cues.length, codes: warnings.map(({ code }) => code), ...(params.length > 0 && { params }) };
}

describe('captions of a file', () => {
  it('that stand in the chosen part are in the film', async () => {
    expect(await told(0, 200)).toEqual({ cues: 1, codes: [] });
  });

  it('of which some stand outside are counted', async () => {
    const more = `${CAPTIONS}\n2\n00:00:09,000 --> 00:00:11,000\nअब पक्का घर है\n`;
    expect(await told(0, 200, more)).toEqual({ cues: 1, codes: ['film.captions-outside'], params: [{ n: 1 }] });
  });

  it('that all belong to another part are missed with a sentence, not in silence', async () => {
    expect(await told(250, 450)).toEqual({ cues: 0, codes: ['film.captions-elsewhere'] });
  });
});
