import { describe, expect, it } from 'vitest';
import { canSendCues, checkCues } from '../../../src/engine/captions/check-cues.ts';
import { hasLongNumber } from '../../../src/engine/captions/spoken-number.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { room } from './room.ts';

const ground = { lengthFrames: frames(750), room, font: 'Mukta 600' } as const;
const cue = (from: number, to: number, ...lines: string[]) => ({
  startFrame: frames(from),
  endFrame: frames(to),
  lines,
});
const faults = (...cues: ReturnType<typeof cue>[]) =>
  checkCues(cues, ground).map(({ cue: index, fault }) => `${index} ${fault}`);

describe('checkCues', () => {
  it('finds nothing in a good cue', () => {
    expect(faults(cue(10, 70, 'पहले बारिश में छत टपकती थी,'))).toEqual([]);
  });

  it.each([
    ['too-fast', cue(0, 25, 'पहले बारिश में छत टपकती थी,')],
    ['too-short', cue(0, 20, 'हाँ')],
    ['too-long', cue(0, 176, 'हाँ')],
    ['too-wide', cue(0, 170, 'पहले बारिश में छत टपकती थी, अब हम पक्के घर में रहते हैं और')],
    ['outside', cue(740, 765, 'हाँ')],
    ['unknown-letter', cue(0, 50, 'வணக்கம்')],
  ])('finds %s', (fault, given) => {
    expect(faults(given)).toEqual([`0 ${fault}`]);
  });

  it('finds two cues that stand at once', () => {
    expect(faults(cue(0, 50, 'एक'), cue(49, 90, 'दो'))).toEqual(['0 overlap']);
  });

  it('blocks a phone number, with a sentence', () => {
    const cues = [cue(0, 50, 'हाँ'), cue(60, 160, 'मेरा नंबर 98765 43210')];
    expect(checkCues(cues, ground)).toEqual([{ cue: 1, fault: 'number', user: 'captions.fault.number', blocks: true }]);
    expect(canSendCues(cues, ground)).toMatchObject({ code: 'captions.number', params: { n: 2 } });
  });

  it('lets a fast caption be sent', () => {
    expect(canSendCues([cue(0, 25, 'पहले बारिश में छत टपकती थी,')], ground)).toBeUndefined();
  });
});

describe('hasLongNumber', () => {
  it.each([
    '9876543210',
    '1234 5678 9012',
    '९८७६५ ४३२१०',
    'नौ आठ सात छह पाँच चार तीन दो',
    'नौ आठ डबल सात छह पाँच चार तीन',
    '+91 98765-43210',
  ])('finds %s', (text) => expect(hasLongNumber(text)).toBe(true));

  it.each([
    '₹1,20,000 मिले',
    'हेल्पलाइन 1800-11-6446',
    '181 पर फ़ोन करें',
    '15-08-2024 को',
    'एक दो तीन',
    '12000000 रुपये',
    'साल 2023-24 2024-25',
  ])('leaves %s', (text) => expect(hasLongNumber(text)).toBe(false));
});
