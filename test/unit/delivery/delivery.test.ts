import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  buildManifest,
  buildRunSheet,
  listPackageContents,
  packageTag,
  parseHoldingsReply,
  splitByHoldings,
} from '../../../src/domain/delivery/index.ts';
import { messageIn } from '../../../src/web/locales/index.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const file = (house: string, first: string, kill: string | null = '2026-12-31') => {
  return { house, preset: 'sd-mpeg2', file: `${house}.mpg`, bytes: 10, sha256: sha(house), first, kill };
};
const recall = { house: 'UJNAYB00041', reason: 'consent', since: '2026-11-22' };
const manifest = (files: ReturnType<typeof file>[]) =>
  buildManifest({
    operator: { id: 'o1', name: 'क्षिप्रा केबल' },
    generatedAt: new Date('2026-11-23T00:00:00Z'),
    auditHead: 'ab12',
    files,
    logs: [{ channel: 'c1', day: '2026-11-24', version: 2 }],
    removed: [recall],
  });

describe('the manifest', () => {
  it('names each file once, from its first day to its last end', () => {
    const { need } = manifest([
      file('B', '2026-11-25', '2026-12-01'),
      file('A', '2026-11-24'),
      file('B', '2026-11-24', '2026-12-09'),
    ]);
    expect(need.map(({ file: path, first, kill }) => [path, first, kill])).toEqual([
      ['files/sd-mpeg2/A.mpg', '2026-11-24', '2026-12-31'],
      ['files/sd-mpeg2/B.mpg', '2026-11-24', '2026-12-09'],
    ]);
  });
  it('says no end when one order has none', () => {
    expect(manifest([file('A', '2026-11-24'), file('A', '2026-11-25', null)]).need[0]?.kill).toBeNull();
  });
  it('never asks for a recalled cut, and lists it under remove', () => {
    const { need, remove } = manifest([file('UJNAYB00041', '2026-11-24')]);
    expect([need, remove]).toEqual([[], [recall]]);
  });
  it('refuses to name two films by one name', () => {
    expect(() => manifest([file('A', '2026-11-24'), { ...file('A', '2026-11-24'), sha256: sha('other') }])).toThrow(
      'two films',
    );
  });
  it('tells what is new by content, with its size', () => {
    const { need } = manifest([file('A', '2026-11-24'), file('B', '2026-11-24')]);
    const split = splitByHoldings(need, new Set([sha('A')]));
    expect([split.fresh.map((one) => one.house), split.had.length, split.freshBytes]).toEqual([['B'], 1, 10]);
  });
  it('takes a machine’s reply, and nothing else', () => {
    expect(parseHoldingsReply({ have: ['a'], missing: [] }).ok).toBe(true);
    expect(parseHoldingsReply({ have: 'a' }).ok).toBe(false);
    expect(parseHoldingsReply({ haves: [] }).ok).toBe(false);
  });
});

describe('the run sheet', () => {
  const position = (at: string, cut: string, lengthFrames = 750) => ({ at, cut, lengthFrames });
  const sheet = buildRunSheet({
    channel: 'क्षिप्रा न्यूज़',
    operator: 'क्षिप्रा केबल नेटवर्क',
    place: 'उज्जैन',
    day: '2026-11-23',
    version: 2,
    titles: new Map([['A', 'सुनीता बाई · लाड़ली बहना']]),
    withdrawn: [{ house: 'W', title: 'अनिल बैरागी', reason: 'अनुमति वापस ली' }],
    positions: [
      position('06:58:00:00', 'A'),
      position('06:58:30:00', 'W'),
      position('13:28:00:00', 'B', 500),
      position('21:30:00:00', 'A'),
      position('25:10:00:12', 'A'),
    ],
  });
  it('groups by part of the day and writes lengths as people read them', () => {
    expect(sheet.parts.map(({ part, rows }) => [part, rows.map((row) => `${row.time} ${row.length}`)])).toEqual([
      ['morning', ['06:58:00 0:30']],
      ['afternoon', ['13:28:00 0:20']],
      ['night', ['21:30:00 0:30', '01:10:00 0:30']],
    ]);
  });
  it('marks what airs after midnight', () =>
    expect(sheet.parts[2]?.rows.map((row) => row.isNextDay)).toEqual([false, true]));
  it('never lists a withdrawn spot among those to play', () =>
    expect([sheet.count, sheet.totalSeconds]).toEqual([4, 110]));
});

describe('the package', () => {
  const film = (house: string) => ({ preset: 'sd-mpeg2', file: `${house}.mpg`, house, bytes: 10, sha256: sha(house) });
  const contents = (withdrawn: { house: string; title: string; reason: string }[]) =>
    listPackageContents({
      operator: 'क्षिप्रा केबल',
      day: '2026-11-24',
      films: [film('B'), film('A'), film('B')],
      playlists: [{ name: 'c1_2026-11-24.m3u8', bytes: new TextEncoder().encode('#EXTM3U\n') }],
      withdrawn,
      say: (key, params) => messageIn('hi', key, params),
    });
  it('holds each film once, by preset folder, with playlists beside the folders', () => {
    expect(contents([]).map((entry) => entry.path)).toEqual([
      'README.txt',
      'manifest-sha256.txt',
      'c1_2026-11-24.m3u8',
      'sd-mpeg2/A.mpg',
      'sd-mpeg2/B.mpg',
    ]);
  });
  it('begins with REMOVE.txt when something was withdrawn, and leaves that film out', () => {
    const entries = contents([{ house: 'B', title: 'अनिल\nबैरागी', reason: 'अनुमति वापस ली' }]);
    const [first] = entries;
    expect(first?.path).toBe('REMOVE.txt');
    expect(first && 'text' in first ? new TextDecoder().decode(first.text) : '').toContain(
      'B  अनिल बैरागी (अनुमति वापस ली)\r\n',
    );
    expect(entries.some((entry) => entry.path.includes('B.mpg'))).toBe(false);
  });
  it('has a name that changes with its bytes only', () => {
    expect(packageTag(contents([]))).toBe(packageTag(contents([])));
    expect(packageTag(contents([]))).not.toBe(packageTag(contents([{ house: 'B', title: 'x', reason: 'y' }])));
  });
});
