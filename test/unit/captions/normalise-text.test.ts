import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../src/engine/captions/normalise-text.ts';

describe('normaliseText', () => {
  it.each([
    ['writes ड़ as ड and nukta', 'ला\u095Cली', 'ला\u0921\u093Cली'],
    ['keeps a joiner after a virama', 'र्\u200Dय', 'र्\u200Dय'],
    ['drops a joiner anywhere else', 'ना\u200Dम\u200C', 'नाम'],
    ['drops control, direction and byte order marks', '\uFEFFना\u0000म\u202E \u200Bहै', 'ना म है'],
    ['makes one space of any', ' एक\u00A0 \tदो\u2003तीन ', 'एक दो तीन'],
    ['takes the danda to its word', 'हुआ । फिर', 'हुआ। फिर'],
    ['reads the bar as a danda', 'हुआ | फिर|', 'हुआ। फिर।'],
    ['leaves a bar between Latin words', 'a | b', 'a | b'],
    ['makes three dots one sign', 'फिर...', 'फिर…'],
  ])('%s', (_, given, wanted) => {
    expect(normaliseText(given)).toBe(wanted);
  });
});
