import type { DecodedFacts, Stretch } from './film-measurement.ts';

/** A decoding run's log (`-v level+info`) and the frames that it counted → facts. `withSound` says whether sound was decoded. */
export function parseDecodeLog(lines: readonly string[], frames: number, withSound: boolean): DecodedFacts {
  return {
    frames,
    errors: lines.filter((line) => /\[(error|fatal|panic)\]/.test(line)),
    black: lines.flatMap((line) => {
      const match = /black_start:(\S+) black_end:(\S+)/.exec(line);
      return match ? [{ startSeconds: Number(match[1]), endSeconds: Number(match[2]) }] : [];
    }),
    freezes: pairs(lines, 'lavfi.freezedetect.freeze_start', 'lavfi.freezedetect.freeze_end'),
    outOfRange: mean(values(lines, /lavfi\.signalstats\.BRNG=(\S+)/)),
    sound: withSound ? soundFacts(lines) : undefined,
  };
}

function soundFacts(lines: readonly string[]): DecodedFacts['sound'] {
  // A meter prints once more, empty, when its graph was set up twice: the last word counts.
  const lufs = values(lines, /\bI:\s+(\S+) LUFS/).at(-1);
  const peak = values(lines, /\bPeak:\s+(\S+) dBFS/).at(-1);
  if (lufs === undefined || peak === undefined) return undefined;
  return {
    lufs,
    truePeakDbtp: peak,
    channelRmsDb: values(lines, /RMS level dB: (\S+)/),
    silences: pairs(lines, 'silence_start', 'silence_end'),
  };
}

function pairs(lines: readonly string[], startWord: string, endWord: string): Stretch[] {
  const starts = values(lines, new RegExp(`${startWord.replaceAll('.', '\\.')}: (\\S+)`));
  const ends = values(lines, new RegExp(`${endWord.replaceAll('.', '\\.')}: (\\S+)`));
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
