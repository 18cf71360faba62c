/** A stretch in which somebody speaks, in seconds of the clip. */
export interface VoicedSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Samples a second and length of one measured step of the sound. */
export const VOICE_RATE = 16_000;
export const STEP_SECONDS = 0.02;

// A pause shorter than a breath belongs to the speech; a sound shorter than a syllable does not.
const LEAST_PAUSE_SECONDS = 0.2;
const LEAST_VOICE_SECONDS = 0.12;
/** A consonant's ends are quieter than its middle: spans are widened by this much. */
const EDGE_SECONDS = 0.04;

/**
 * Finds speech by its level: louder than two fifths of the way from the clip's quiet tenth to its loud tenth (both in dB),
 * so that a soft voice in a quiet room and a loud one in a market are both found. `levels`: dB of each step of 20 ms.
 */
export function findVoicedSpans(levels: readonly number[]): VoicedSpan[] {
  if (levels.length === 0) return [];
  const sorted = [...levels].sort((a, b) => a - b);
  const quiet = at(sorted, 0.1);
  const loud = at(sorted, 0.95);
  // Under −60 dB nothing was recorded; within 6 dB there is one even noise and no telling.
  if (loud < -60) return [];
  const whole = { fromSeconds: 0, toSeconds: levels.length * STEP_SECONDS };
  if (loud - quiet < 6) return [whole];
  const threshold = Math.max(quiet + 0.4 * (loud - quiet), loud - 30);
  return widened(joined(loudRuns(levels, threshold)), whole.toSeconds);
}

function at(sorted: readonly number[], share: number): number {
  // Digital silence is −infinity; −90 dB is as quiet as any microphone.
  return Math.max(-90, sorted[Math.floor((sorted.length - 1) * share)] ?? -90);
}

function loudRuns(levels: readonly number[], threshold: number): VoicedSpan[] {
  const runs: VoicedSpan[] = [];
  let from: number | undefined;
  for (let step = 0; step <= levels.length; step++) {
    const loud = (levels[step] ?? -Infinity) > threshold;
    if (loud) from ??= step;
    else if (from !== undefined) {
      runs.push({ fromSeconds: from * STEP_SECONDS, toSeconds: step * STEP_SECONDS });
      from = undefined;
    }
  }
  return runs;
}

function joined(runs: readonly VoicedSpan[]): VoicedSpan[] {
  const spans: VoicedSpan[] = [];
  for (const run of runs) {
    const last = spans.at(-1);
    if (last && run.fromSeconds - last.toSeconds < LEAST_PAUSE_SECONDS)
      spans[spans.length - 1] = { fromSeconds: last.fromSeconds, toSeconds: run.toSeconds };
    else spans.push(run);
  }
  return spans.filter((span) => span.toSeconds - span.fromSeconds >= LEAST_VOICE_SECONDS);
}

function widened(spans: readonly VoicedSpan[], seconds: number): VoicedSpan[] {
  return spans.map(({ fromSeconds, toSeconds }) => ({
    fromSeconds: Math.max(0, fromSeconds - EDGE_SECONDS),
    toSeconds: Math.min(seconds, toSeconds + EDGE_SECONDS),
  }));
}
