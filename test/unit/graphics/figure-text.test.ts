import { describe, expect, it } from 'vitest';
import { countUp, readFigure } from '../../../src/engine/graphics/figure-text.ts';

describe('readFigure', () => {
  it.each([
    ['₹1,20,000 मिले · पक्का घर बना', '₹1,20,000', 'मिले', 'पक्का घर बना'],
    ['हर महीने ₹1,250 · सिलाई मशीन ली', '₹1,250', 'हर महीने', 'सिलाई मशीन ली'],
    ['₹5,00,000 तक मुफ़्त इलाज', '₹5,00,000', 'तक', 'मुफ़्त इलाज'],
    ['₹5 लाख का बीमा, परिवार निश्चिंत', '₹5 लाख', 'का बीमा', 'परिवार निश्चिंत'],
    ['आमदनी 40% बढ़ी।', '40%', 'आमदनी बढ़ी', ''],
    ['2.5 एकड़ में खेती', '2.5', 'एकड़', 'में खेती'],
    ['₹1,20,000', '₹1,20,000', '', ''],
  ])('takes "%s" apart', (quote, number, verb, result) => {
    expect(readFigure(quote)).toEqual({
      number: number.normalize('NFC'),
      verb: verb.normalize('NFC'),
      result: result.normalize('NFC'),
    });
  });

  it('keeps a sentence without a number whole', () => {
    expect(readFigure('अब अपना घर है')).toEqual({ number: undefined, verb: 'अब अपना घर है', result: '' });
  });
});

describe('countUp', () => {
  it('counts whole thousands in Indian groups and ends on the number itself', () => {
    const steps = countUp('₹1,20,500', 12);
    expect(steps).toHaveLength(12);
    expect(steps[0]).toBe('₹10,000');
    expect(steps[10]).toBe('₹1,10,000');
    expect(steps.at(-1)).toBe('₹1,20,500');
  });

  it('lets small numbers and those with a unit stand at once', () => {
    expect(countUp('181', 12)).toEqual([]);
    expect(countUp('₹5 लाख', 12)).toEqual([]);
    expect(countUp('2.5', 12)).toEqual([]);
  });
});
