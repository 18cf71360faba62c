import type { DecodedFacts, FieldFacts, HeardSecond, SoundWindow, Stretch } from './film-measurement.ts';
import { readGroups, type ShownPicture } from './picture-groups.ts';

/** What a decoding run says in its log. */
export type LoggedFacts = Pick<
  DecodedFacts,
  'errors' | 'black' | 'outOfRange' | 'fields' | 'groups' | 'sound' | 'heard'
>;

/** A decoding run's log (`-v level+info`) → facts. `withSound`: sound was decoded; so many seconds stand before the film. */
export function parseDecodeLog(
  lines: readonly string[],
  { withSound, headSeconds }: { readonly withSound: boolean; readonly headSeconds: number },
): LoggedFacts {
  const pictures = lines.flatMap(shownPicture);
  // Some wrappers let sound begin first: a film's time is counted from its first picture.
  const origin = (pictures[0]?.seconds ?? 0) + headSeconds;
  const inFilm = (stretches: readonly Stretch[]) => stretches.map((stretch) => shifted(stretch, origin));
  return {
    errors: lines.filter((line) => /\[(error|fatal|panic)\]/.test(line)),
    black: inFilm(lines.flatMap(blackStretch)),
    outOfRange: mean(values(lines, /lavfi\.signalstats\.BRNG=(\S+)/)),
    fields: { flagged: countFlags(pictures), seen: readFields(lines) },
    groups: readGroups(pictures),
    sound: withSound ? soundFacts(lines, inFilm) : undefined,
    heard: headSeconds > 0 ? readHeard(lines) : undefined,
  };
}

function shifted({ startSeconds, endSeconds }: Stretch, origin: number): Stretch {
  return {
    startSeconds: Math.max(0, startSeconds - origin),
    endSeconds: endSeconds === undefined ? undefined : endSeconds - origin,
  };
}

function blackStretch(line: string): Stretch[] {
  const match = /black_start:(\S+) black_end:(\S+)/.exec(line);
  return match ? [{ startSeconds: Number(match[1]), endSeconds: Number(match[2]) }] : [];
}

interface LoggedPicture extends ShownPicture {
  readonly field: string;
  readonly seconds: number;
}

/** One line of showinfo a picture: `pts_time:0.04 … i:T iskey:1 type:I`. */
function shownPicture(line: string): LoggedPicture[] {
  const match = /\bpts_time:(\S+) .*\bi:([TBP]) iskey:([01]) type:(\S)/.exec(line);
  if (!match) return [];
  const [, seconds, field = '', key, kind = ''] = match;
  return [{ seconds: Number(seconds), field, key: key === '1', kind }];
}

function countFlags(pictures: readonly LoggedPicture[]): FieldFacts['flagged'] {
  const count = (flag: string) => pictures.filter(({ field }) => field === flag).length;
  return { top: count('T'), bottom: count('B'), progressive: count('P') };
}

function readFields(lines: readonly string[]): FieldFacts['seen'] {
  const said = /Multi frame detection: TFF:\s*(\d+) BFF:\s*(\d+) Progressive:\s*(\d+)/;
  const match = lines.map((line) => said.exec(line)).findLast((found) => found !== null);
  return { top: Number(match?.[1] ?? 0), bottom: Number(match?.[2] ?? 0), progressive: Number(match?.[3] ?? 0) };
}

function soundFacts(
  lines: readonly string[],
  inFilm: (stretches: readonly Stretch[]) => Stretch[],
): DecodedFacts['sound'] {
  // A meter prints once more, empty, when its graph was set up twice: the last word counts.
  const lufs = values(lines, /\bI:\s+(\S+) LUFS/).at(-1);
  const peak = values(lines, /\bPeak:\s+(\S+) dBFS/).at(-1);
  if (lufs === undefined || peak === undefined) return undefined;
  return {
    lufs,
    truePeakDbtp: peak,
    loudest: readLoudest(lines),
    windows: readWindows(lines),
    silences: inFilm(pairs(lines, 'silence_start', 'silence_end')),
  };
}

function readLoudest(lines: readonly string[]): NonNullable<DecodedFacts['sound']>['loudest'] {
  const short = values(lines, /lavfi\.r128\.S=(\S+)/);
  const moments = values(lines, /lavfi\.r128\.M=(\S+)/);
  if (short.length === 0 || moments.length === 0) return undefined;
  return { shortTermLufs: Math.max(...short), momentaryLufs: Math.max(...moments) };
}

function readWindows(lines: readonly string[]): SoundWindow[] {
  const level = (pad: number) => values(lines, new RegExp(`lavfi\\.astats\\.${pad}\\.RMS_level=(\\S+)`));
  const [left, right, middle] = [level(1), level(2), level(3)];
  return left.map((leftDb, index) => {
    const [rightDb, middleDb] = [right[index] ?? Number.NEGATIVE_INFINITY, middle[index] ?? Number.NEGATIVE_INFINITY];
    return { leftDb, rightDb, correlation: correlate(leftDb, rightDb, middleDb) };
  });
}

function readHeard(lines: readonly string[]): HeardSecond[] {
  const read = (channel: number, key: string) =>
    values(lines, new RegExp(`lavfi\\.astats\\.${channel}\\.${key}=(\\S+)`));
  const [left, right] = [read(1, 'Peak_level'), read(2, 'Peak_level')];
  const crossings = read(1, 'Zero_crossings_rate');
  return left.map((peak, at) => ({
    peaksDb: [peak, right[at] ?? Number.NEGATIVE_INFINITY],
    crossings: crossings[at] ?? 0,
  }));
}

/** The middle's power is (L + R + 2·C) / 4, C their common power: so three levels give the correlation. */
function correlate(leftDb: number, rightDb: number, middleDb: number): number {
  const [left, right, middle] = [power(leftDb), power(rightDb), power(middleDb)];
  if (left === 0 || right === 0) return 0;
  const shared = (4 * middle - left - right) / 2 / Math.sqrt(left * right);
  return Math.max(-1, Math.min(1, shared));
}

function power(db: number): number {
  return 10 ** (db / 10);
}

function pairs(lines: readonly string[], startWord: string, endWord: string): Stretch[] {
  const starts = values(lines, new RegExp(`${startWord}: (\\S+)`));
  const ends = values(lines, new RegExp(`${endWord}: (\\S+)`));
  return starts.map((startSeconds, index) => ({ startSeconds, endSeconds: ends[index] }));
}

function values(lines: readonly string[], pattern: RegExp): number[] {
  return lines.flatMap((line) => {
    const found = pattern.exec(line)?.[1];
    return found === undefined ? [] : [toNumber(found)];
  });
}

function toNumber(text: string): number {
  return /^-?(inf|nan)/i.test(text) ? Number.NEGATIVE_INFINITY : Number(text);
}

function mean(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
