import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decideSchemeEdit, listChangedFields } from '../../../src/domain/directory/decide-scheme-edit.ts';
import { readPresetData } from '../../../src/domain/directory/preset-data.ts';

const data = readPresetData(join(import.meta.dirname, '../../../presets'));
const before = data.schemes.find((row) => row.code === 'LBY');
if (!before) throw new Error('no LBY');
const TODAY = '2026-12-10';

describe('a scheme’s row', () => {
  it.each([
    ['keeps its old day when only a name changes', { names: { hi: ['लाड़ली बहना'], en: ['Ladli Bahna'] } }, true],
    ['needs a new day when the helpline changes', { helpline: '1098' }, false],
    ['needs a new day when the benefit changes', { benefit: { hi: 'हर महीने ₹3,000', en: '₹3,000 a month' } }, false],
    ['takes a later day than before', { helpline: '1098', checkedOn: '2026-11-26' }, true],
    ['takes today', { helpline: '1098', checkedOn: TODAY }, true],
    ['takes no day that has not come', { checkedOn: '2026-12-11' }, false],
    ['needs no look to take a fact off air', { helpline: undefined, quoted: { benefit: 'x' } }, true],
  ])('%s', (_what, change, allowed) => {
    expect(decideSchemeEdit(before, { ...before, ...change }, TODAY).ok).toBe(allowed);
  });

  it('that is new says a day that has come', () => {
    expect(decideSchemeEdit(undefined, before, TODAY).ok).toBe(true);
    expect(decideSchemeEdit(undefined, { ...before, checkedOn: '2027-01-01' }, TODAY)).toMatchObject({
      refusal: { code: 'directory.checkedLater' },
    });
  });

  it('tells which fields differ', () => {
    const { helpline: _gone, ...without } = before;
    expect(listChangedFields(before, { ...without, colour: '#123456' })).toEqual(['colour', 'helpline']);
  });
});
