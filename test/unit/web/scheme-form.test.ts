import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPresetData } from '../../../src/domain/directory/index.ts';
import { contrast } from '../../../src/engine/graphics/oklch.ts';
import { judgeColour } from '../../../src/web/admin/scheme-colour.ts';
import { readSchemeForm, typeScheme } from '../../../src/web/admin/scheme-form.ts';
import { sober } from '../graphics/film-order.ts';

const { schemes } = readPresetData(join(import.meta.dirname, '../../../presets'));
const stored = schemes.map((row) => ({ ...row, version: 3, hidden: false, edited: true }));
const [one] = stored;
if (!one) throw new Error('no scheme');
const typed = typeScheme(one);

describe('a scheme’s form', () => {
  it.each(stored.map((scheme) => [scheme.code, scheme] as const))('gives %s back as it was stored', (_code, scheme) => {
    const { version: _version, edited: _edited, hidden, ...row } = scheme;
    expect(readSchemeForm(typeScheme(scheme))).toEqual({ wish: { row, hidden } });
  });

  it('takes an empty helpline off the card, its page with it', () => {
    const read = readSchemeForm({ ...typed, helpline: '' });
    expect('wish' in read && read.wish.row.helpline).toBeUndefined();
    expect('wish' in read && read.wish.row.quoted.helpline).toBeUndefined();
  });

  it('puts the forms of a name longest first, however they were typed', () => {
    const read = readSchemeForm({ ...typed, namesHi: 'आवास\nप्रधानमंत्री आवास योजना\n\n' });
    expect('wish' in read && read.wish.row.names.hi).toEqual(['प्रधानमंत्री आवास योजना', 'आवास']);
  });

  it.each([
    ['a helpline nobody can dial', { helpline: 'call us' }, ['helpline']],
    ['a helpline read nowhere', { helplineFrom: '' }, ['helplineFrom']],
    ['a benefit in one language', { benefitEn: '' }, ['benefitEn']],
    ['English in the Hindi names', { namesHi: 'Awas' }, ['namesHi']],
    ['no name at all', { namesHi: '', namesEn: '' }, ['namesHi', 'namesEn']],
    ['no source', { source: '' }, ['source']],
    ['no day', { checkedOn: '' }, ['checkedOn']],
    ['a colour in words', { colour: 'blue' }, ['colour']],
    ['a code of two letters', { code: 'PM' }, ['code']],
  ])('says where %s stands', (_what, change, faults) => {
    expect(readSchemeForm({ ...typed, ...change })).toEqual({ faults });
  });
});

describe('the verdict on a colour', () => {
  const rules = [{ look: 'sober', colours: sober.colours } as const];

  it('is the film’s own: a colour that reads is kept, one that does not is moved until it does', () => {
    const [deep] = judgeColour('#0D47A1', rules);
    const [pale] = judgeColour('#FFF9C4', rules);
    const [middle] = judgeColour('#43A047', rules);
    expect(deep).toMatchObject({ kept: true, ground: '#0D47A1', text: '#FFFFFF' });
    expect(pale?.text).toBe(sober.colours.ink);
    expect(middle?.kept).toBe(false);
    for (const verdict of [deep, pale, middle])
      expect(Number(verdict?.contrast)).toBeCloseTo(contrast(verdict?.ground ?? '', verdict?.text ?? ''), 1);
    expect(Number(middle?.contrast)).toBeGreaterThanOrEqual(5.5);
  });
});
