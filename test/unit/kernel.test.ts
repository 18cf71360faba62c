import { describe, expect, it } from 'vitest';
import { addDays, broadcastDay, broadcastDayOf, instantOf, parseBroadcastDay } from '../../src/kernel/broadcast-day.ts';
import { frameAt, frames, seconds } from '../../src/kernel/frames.ts';
import { formatHouseNumber, parseHouseNumber } from '../../src/kernel/house-number.ts';
import { isId, newId } from '../../src/kernel/ids.ts';
import { formatTimecode, parseTimecode } from '../../src/kernel/timecode.ts';

const INDIA = { timezone: 'Asia/Kolkata', dayStartMinutes: 0 };

describe('frames', () => {
  it('counts 30 seconds as exactly 750 frames', () => expect(seconds(30)).toBe(750));
  it('refuses a length that is no whole number of frames', () => expect(() => seconds(0.01)).toThrow(RangeError));
  it('refuses half a frame and a negative count', () => {
    expect(() => frames(1.5)).toThrow();
    expect(() => frames(-1)).toThrow();
  });
  it('names the frame on screen at a measured time', () => expect(frameAt(1.039)).toBe(25));
});

describe('time code', () => {
  it('writes and reads times past midnight', () => {
    expect(formatTimecode(seconds(25 * 3600))).toBe('25:00:00:00');
    expect(parseTimecode('25:00:00:00')).toBe(25 * 3600 * 25);
  });
  it('refuses frame 25 and drop-frame marks', () => {
    expect(parseTimecode('00:00:29:25')).toBeUndefined();
    expect(parseTimecode('00:00:29;24')).toBeUndefined();
  });
});

describe('broadcast day', () => {
  it('changes at local midnight, not at UTC midnight', () => {
    expect(broadcastDayOf(new Date('2026-11-24T18:29:59Z'), INDIA)).toBe('2026-11-24');
    expect(broadcastDayOf(new Date('2026-11-24T18:30:00Z'), INDIA)).toBe('2026-11-25');
  });
  it('belongs to yesterday before a later day start', () => {
    expect(broadcastDayOf(new Date('2026-11-24T23:00:00Z'), { ...INDIA, dayStartMinutes: 360 })).toBe('2026-11-24');
  });
  it('refuses days that do not exist', () => expect(parseBroadcastDay('2026-02-30')).toBeUndefined());
  it('steps over a leap day', () => expect(addDays(broadcastDay('2028-02-28'), 1)).toBe('2028-02-29'));
  it('finds the instant of a time past midnight', () => {
    expect(instantOf(broadcastDay('2026-12-01'), 25 * 3600, INDIA).toISOString()).toBe('2026-12-01T19:30:00.000Z');
  });
});

describe('names', () => {
  it('forms house numbers of eleven characters and reads nothing else as one', () => {
    expect(formatHouseNumber('UJN', 'PMA', 127)).toBe('UJNPMA00127');
    expect(parseHouseNumber('ujnpma00127')).toBeUndefined();
    expect(() => formatHouseNumber('UJN', 'PMA', 100000)).toThrow();
  });
  it('makes ids that are long, different and recognised', () => {
    const ids = new Set(Array.from({ length: 500 }, newId));
    expect(ids.size).toBe(500);
    expect([...ids].every(isId)).toBe(true);
    expect(isId('../../etc/passwd')).toBe(false);
  });
});
