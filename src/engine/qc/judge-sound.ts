import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { FilmMeasurement } from './film-measurement.ts';
import { notMeasured, type QcCheck } from './qc-report.ts';
import { beforeEndCard, worst } from './stretches.ts';

// Nobody pauses longer in a spot; a stretch this long is a lost microphone.
const LONGEST_SILENCE = 2;
// A channel under this carries no voice.
const DEAD_CHANNEL_DB = -60;
// Half a frame: nobody sees lips that far off.
const MOST_SLIP_SECONDS = 0.02;

/** Loudness, peaks, live channels, silence, and sound against picture. */
export function judgeSound(measured: FilmMeasurement, preset: DeliveryPreset, expected: FilmExpectation): QcCheck[] {
  return [
    ...loudness(measured, preset, expected),
    channelsAlive(measured, preset, expected),
    silence(measured, expected),
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

function channelsAlive({ decoded }: FilmMeasurement, { sound }: DeliveryPreset, expected: FilmExpectation): QcCheck {
  const id = 'channels-alive';
  // Of four channels the first two speak.
  const channels = sound.layout === 'four-in-one' ? 4 : 2;
  const quiet = expected.sound === 'quiet';
  const limit = quiet ? '2 channels (no voice)' : `2 above ${DEAD_CHANNEL_DB} dB`;
  if (!decoded.sound) return notMeasured(id, limit);
  const levels = decoded.sound.channelRmsDb;
  const alive = levels.filter((level) => level > DEAD_CHANNEL_DB).length;
  const measured = levels.map((level) => (Number.isFinite(level) ? `${level.toFixed(1)} dB` : 'silence')).join(', ');
  return { id, measured, limit, passed: levels.length === channels && (quiet || alive === 2) };
}

function silence({ decoded, container }: FilmMeasurement, expected: FilmExpectation): QcCheck {
  const id = 'silence';
  if (!decoded.sound) return notMeasured(id, LONGEST_SILENCE);
  if (expected.sound === 'quiet') return { id, measured: 'no voice', limit: 'no voice', passed: true };
  const seconds = (container.pictures[0]?.packets ?? 0) / FRAME_RATE;
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
