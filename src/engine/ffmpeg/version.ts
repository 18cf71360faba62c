/** What `-version` says. A git build has no numbers. */
export interface FfmpegVersion {
  readonly text: string;
  readonly numbers: readonly [major: number, minor: number, patch: number] | undefined;
}

/** Reads the first line of `-version`; undefined when that is no FFmpeg. */
export function parseVersion(answer: string): FfmpegVersion | undefined {
  const text = /^ff(?:mpeg|probe) version (\S+)/.exec(answer)?.[1];
  if (text === undefined) return undefined;
  const parts = /^n?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return { text, numbers: parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)] : undefined };
}

/** 5.1 or newer; a git build is believed. */
export function isFloorMet({ numbers }: FfmpegVersion): boolean {
  if (!numbers) return true;
  return numbers[0] > 5 || (numbers[0] === 5 && numbers[1] >= 1);
}

// CVE-2026-8461 (MagicYUV heap write): the first whole release of each branch that holds the correction.
const MENDED: Readonly<Record<string, number>> = { '5.1': 10, '6.1': 6, '7.1': 5, '8.1': 2 };

/** The known hole of this version, or undefined. A version without numbers cannot be judged and is not warned about. */
export function findVersionWarning({ numbers, text }: FfmpegVersion): string | undefined {
  if (!numbers) return undefined;
  const [major, minor, patch] = numbers;
  if (major > 8 || (major === 8 && minor > 1)) return undefined;
  const mended = MENDED[`${major}.${minor}`];
  if (mended !== undefined && patch >= mended) return undefined;
  const wanted = mended === undefined ? '8.1.2' : `${major}.${minor}.${mended}`;
  return `FFmpeg ${text} has a known hole (CVE-2026-8461): use ${wanted} or newer. Until then the codec lists and the sandbox hold it off.`;
}
