import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { programmeSeconds } from '../film/slate/slate-layout.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { FilmMeasurement, SoundWindow } from './film-measurement.ts';
import { notMeasured, type QcCheck } from './qc-report.ts';
import { beforeEndCard, worst } from './stretches.ts';

// Nobody pauses longer in a spot; a stretch this long is a lost microphone.
const LONGEST_SILENCE = 2;
// A channel under this carries no voice; one over that is heard.
const DEAD_CHANNEL_DB = -60;
const HEARD_DB = -50;
// Seconds in which one side may be dead while the other speaks, or both may be against each other.
const LONGEST_ONE_SIDED = 1;
const LONGEST_INVERTED = 1;
// Wide stereo comes near −0.3; a swapped wire is −1.
const INVERTED = -0.5;
// Half a frame: nobody sees lips that far off.
const MOST_SLIP_SECONDS = 0.02;

/** Loudness, peaks, live channels, silence, and sound against picture. */
export function judgeSound(measured: FilmMeasurement, preset: DeliveryPreset, expected: FilmExpectation): QcCheck[] {
  return [
    ...loudness(measured, preset, expected),
    ...shortTerm(measured, preset),
    channelsAlive(measured, preset, expected),
    phase(measured, expected),
    silence(measured, preset, expected),
    sync(measured),
  ];
}

function loudness(
  { decoded }: FilmMeasurement,
  { loudness: wanted }: DeliveryPreset,
  expected: FilmExpectation,
): QcCheck[] {
  const { targetLufs, toleranceLu, truePeakDbtp } = wanted;
  const quiet = expected.sound === 'quiet';
  const limit = quiet ? `≤ ${targetLufs + toleranceLu} LUFS (no voice)` : `${targetLufs} ±${toleranceLu} LUFS`;
  const peakLimit = `≤ ${truePeakDbtp} dBTP`;
  const sound = decoded.sound;
  if (!sound) return [notMeasured('loudness', limit), notMeasured('true-peak', peakLimit)];
  const above = sound.lufs - targetLufs;
  return [
    {
      id: 'loudness',
      measured: sound.lufs,
      limit,
      // The meter prints tenths: the tolerance must not fail by the last binary digit.
      passed: above <= toleranceLu + 1e-9 && (quiet || above >= -toleranceLu - 1e-9),
    },
    {
      id: 'true-peak',
      measured: Number.isFinite(sound.truePeakDbtp) ? sound.truePeakDbtp : 'silence',
      limit: peakLimit,
      passed: sound.truePeakDbtp <= truePeakDbtp,
    },
  ];
}

/** EBU R128 s1: in a spot the loudest three seconds, or else the loudest 400 ms, stand out by so much at most. */
function shortTerm({ decoded }: FilmMeasurement, { loudness: { shortForm } }: DeliveryPreset): QcCheck[] {
  if (!shortForm) return [];
  const id = 'short-term';
  const { maxShortTermLufs, maxMomentaryLufs } = shortForm;
  const limit = `3 s ≤ ${maxShortTermLufs} LUFS, or 0.4 s ≤ ${maxMomentaryLufs} LUFS`;
  const loudest = decoded.sound?.loudest;
  if (!loudest) return [notMeasured(id, limit)];
  const { shortTermLufs, momentaryLufs } = loudest;
  const passed = shortTermLufs <= maxShortTermLufs || momentaryLufs <= maxMomentaryLufs;
  return [
    { id, measured: `3 s ${shortTermLufs.toFixed(1)} LUFS, 0.4 s ${momentaryLufs.toFixed(1)} LUFS`, limit, passed },
  ];
}

/** A channel that is dead, all along or for a while in which the other one speaks. */
function channelsAlive(
  { decoded, container }: FilmMeasurement,
  { sound }: DeliveryPreset,
  expected: FilmExpectation,
): QcCheck {
  const id = 'channels-alive';
  if (!decoded.sound) return notMeasured(id, LONGEST_ONE_SIDED);
  const channels = container.sounds.reduce((sum, one) => sum + one.channels, 0);
  // Of four channels the first two speak.
  const wanted = sound.layout === 'four-in-one' ? 4 : 2;
  const limit = `${wanted} channels, left and right heard`;
  if (channels !== wanted) return { id, measured: `${channels} channels`, limit, passed: false };
  if (expected.sound === 'quiet') return { id, measured: 'no voice', limit, passed: true };
  const { windows } = decoded.sound;
  const oneSided = (dead: number, live: number) => dead < DEAD_CHANNEL_DB && live > HEARD_DB;
  const deaf = windows.map(({ leftDb, rightDb }) => oneSided(leftDb, rightDb) || oneSided(rightDb, leftDb));
  const gap = longestRun(deaf);
  const alive = windows.some(({ leftDb }) => leftDb > HEARD_DB) && windows.some(({ rightDb }) => rightDb > HEARD_DB);
  const passed = alive && gap.length <= LONGEST_ONE_SIDED;
  const at = gap.length > LONGEST_ONE_SIDED ? { at: gap.from } : {};
  return { id, measured: levelsOf(windows), limit, passed, ...at };
}

/** The mean level of each channel, in words. */
function levelsOf(windows: readonly SoundWindow[]): string {
  const mean = (db: (window: SoundWindow) => number) =>
    10 * Math.log10(windows.reduce((sum, window) => sum + 10 ** (db(window) / 10), 0) / Math.max(1, windows.length));
  const say = (level: number) => (level > -100 ? `${level.toFixed(1)} dB` : 'silence');
  return `left ${say(mean(({ leftDb }) => leftDb))}, right ${say(mean(({ rightDb }) => rightDb))}`;
}

/** Sound whose two sides cancel each other on a set with one loudspeaker. */
function phase({ decoded }: FilmMeasurement, expected: FilmExpectation): QcCheck {
  const id = 'phase';
  const limit = `out of phase ≤ ${LONGEST_INVERTED} s`;
  const sound = decoded.sound;
  if (!sound || (sound.windows.length === 0 && expected.sound !== 'quiet')) return notMeasured(id, limit);
  const inverted = sound.windows.map(
    ({ leftDb, rightDb, correlation }) => leftDb > HEARD_DB && rightDb > HEARD_DB && correlation < INVERTED,
  );
  const { length, from } = longestRun(inverted);
  const passed = length <= LONGEST_INVERTED;
  return { id, measured: `out of phase ${length} s`, limit, passed, ...(passed ? {} : { at: from }) };
}

function longestRun(marks: readonly boolean[]): { readonly length: number; readonly from: number } {
  let [best, run] = [{ length: 0, from: 0 }, 0];
  for (const [index, marked] of marks.entries()) {
    run = marked ? run + 1 : 0;
    if (run > best.length) best = { length: run, from: index - run + 1 };
  }
  return best;
}

function silence({ decoded, container }: FilmMeasurement, preset: DeliveryPreset, expected: FilmExpectation): QcCheck {
  const id = 'silence';
  if (!decoded.sound) return notMeasured(id, LONGEST_SILENCE);
  if (expected.sound === 'quiet') return { id, measured: 'no voice', limit: 'no voice', passed: true };
  const seconds = programmeSeconds(preset, container.pictures[0]?.packets ?? 0);
  return worst(id, beforeEndCard(decoded.sound.silences, seconds, expected), LONGEST_SILENCE, seconds);
}

function sync({ container }: FilmMeasurement): QcCheck {
  const id = 'sync';
  const limit = `≤ ${MOST_SLIP_SECONDS * 1000} ms`;
  const picture = container.pictures[0];
  if (!picture || container.sounds.length === 0) return notMeasured(id, limit);
  const slips = container.sounds.map((sound) => Math.abs(sound.startSeconds - picture.startSeconds));
  const slip = Math.max(...slips);
  return { id, measured: `${Math.round(slip * 1000)} ms`, limit, passed: slip <= MOST_SLIP_SECONDS + 1e-6 };
}
