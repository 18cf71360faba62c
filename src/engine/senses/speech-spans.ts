import type { VoicedSpan } from '../captions/voiced-spans.ts';
import { SPEECH_RATE, SPEECH_STEP } from './speech-net.ts';

const STEP_SECONDS = SPEECH_STEP / SPEECH_RATE;

// Silero's own limits: speech begins above one and ends below the other, so that a soft syllable ends nothing.
const BEGINS = 0.5;
const ENDS = 0.35;
const LEAST_PAUSE_SECONDS = 0.1;
const LEAST_SPEECH_SECONDS = 0.25;
// The net is sure a little after the first sound and before the last.
const EDGE_SECONDS = 0.05;

/** Where somebody speaks, from how likely that is in each step of 32 ms. */
export function findSpeechSpans(likelihoods: readonly number[]): VoicedSpan[] {
  const seconds = likelihoods.length * STEP_SECONDS;
  return joinPauses(sureRuns(likelihoods))
    .filter((run) => run.toSeconds - run.fromSeconds >= LEAST_SPEECH_SECONDS)
    .map(({ fromSeconds, toSeconds }) => ({
      fromSeconds: Math.max(0, fromSeconds - EDGE_SECONDS),
      toSeconds: Math.min(seconds, toSeconds + EDGE_SECONDS),
    }));
}

function sureRuns(likelihoods: readonly number[]): VoicedSpan[] {
  const runs: VoicedSpan[] = [];
  let from: number | undefined;
  for (let step = 0; step <= likelihoods.length; step++) {
    const likelihood = likelihoods[step] ?? 0;
    if (likelihood >= BEGINS) from ??= step;
    else if (likelihood < ENDS && from !== undefined) {
      runs.push({ fromSeconds: from * STEP_SECONDS, toSeconds: step * STEP_SECONDS });
      from = undefined;
    }
  }
  return runs;
}

function joinPauses(runs: readonly VoicedSpan[]): VoicedSpan[] {
  const joined: VoicedSpan[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && run.fromSeconds - last.toSeconds < LEAST_PAUSE_SECONDS)
      joined[joined.length - 1] = { fromSeconds: last.fromSeconds, toSeconds: run.toSeconds };
    else joined.push(run);
  }
  return joined;
}
