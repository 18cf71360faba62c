import { describe, expect, it } from 'vitest';
import { fitLongText } from '../../../src/engine/graphics/fit-long-text.ts';
import { textWidth } from '../../../src/engine/graphics/text-width.ts';
import { lettersOf, MOST_LETTERS, refuseLetters } from '../../../src/kernel/letters.ts';

const rule = { font: 'Mukta 700', em: 66, maxWidth: 900, leastEm: 42 } as const;

describe('a text too long for the usual ways', () => {
  it('breaks at spaces where its words fit, in as few lines as hold it', () => {
    const fitted = fitLongText('श्रीमती लक्ष्मीबाई नारायणप्रसाद विश्वकर्मा त्रिपाठी चतुर्वेदी', rule);
    expect(fitted?.lines).toEqual(['श्रीमती लक्ष्मीबाई नारायणप्रसाद', 'विश्वकर्मा त्रिपाठी चतुर्वेदी']);
  });

  it('breaks a single word between two letters, never before a matra or within a conjunct', () => {
    const word = 'ज्ञानवतीक्षत्रियाश्रीकृष्णद्वारकाप्रसादवर्मात्रिवेदीस्त्रीशक्तिराष्ट्रीय'.normalize('NFC');
    const fitted = fitLongText(word, { ...rule, maxWidth: 700 });
    expect(fitted?.lines.join('')).toBe(word);
    expect(fitted?.lines.flatMap((line) => lettersOf(line))).toEqual(lettersOf(word));
    for (const line of fitted?.lines ?? []) {
      expect(line).toMatch(/^\p{Lo}/u);
      expect(line).not.toMatch(/\u094D$/u);
      expect(textWidth(rule.font, fitted?.em ?? 0, line)).toBeLessThanOrEqual(700);
    }
    expect(fitted?.em).toBeGreaterThanOrEqual(rule.leastEm);
  });

  it('fits in no way where even the least size is too large', () => {
    expect(fitLongText('अ'.repeat(200), rule)).toBeUndefined();
  });
});

describe('letters', () => {
  it.each([
    ['क्षेत्र', 2],
    ['ज्ञा', 1],
    ['राष्ट्रीय', 3],
    ['र्‍य', 1],
    ['Ram बाई', 6],
  ])('of %s are counted as a reader counts them: %s', (text, letters) => {
    expect(lettersOf(text)).toHaveLength(letters);
    expect(lettersOf(text).join('')).toBe(text);
  });

  it('beyond eighty are refused with their number', () => {
    expect(refuseLetters('name', 'ज्ञा'.repeat(MOST_LETTERS))).toBeUndefined();
    const params = { n: 81, most: 80 };
    expect(refuseLetters('name', 'ज्ञा'.repeat(81))).toMatchObject({ code: 'text.name-long', params });
  });
});
