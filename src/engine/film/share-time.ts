import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import { framesAround } from './slate/slate-layout.ts';

/** Where on the way from 0 to 1 a canvas's encoding and checking begin, and the check of each file. */
export interface TimeShares {
  readonly encodingFrom: number;
  readonly checkingFrom: number;
  /** The last one's is followed by 1. */
  readonly checksFrom: readonly number[];
}

// Seconds on two cores [measured: 30 s in five presets took 158 s: 7.5 drawing, 5.8 sound, 109 encoding, 36 checking]. Only their
// proportions matter; a million pixels of one second of film is the unit of picture.
const DRAWING = 7.5;
const SOUND_A_SECOND = 0.19;
const ENCODING_A_MEGAPIXEL = 0.52;
const CHECKING_A_FILE = 1.5;
const CHECKING_A_MEGAPIXEL = 0.13;

/**
 * How the time of one canvas is shared out; the presets in the order in which their files are checked, the slated ones last.
 * `pieces`: of all frames, the share that is encoded anew while the rest and the sound are kept; missing: everything is made.
 */
export function shareTime(
  lengthFrames: number,
  presets: readonly DeliveryPreset[],
  pieces?: number,
  slated: readonly DeliveryPreset[] = [],
): TimeShares {
  const seconds = lengthFrames / FRAME_RATE;
  const pixelsOf = ({ picture: { raster } }: DeliveryPreset, secs: number) =>
    (raster.width * raster.height * secs) / 1e6;
  const pixels = presets.map((preset) => pixelsOf(preset, seconds));
  const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);
  const before = DRAWING + (pieces === undefined ? SOUND_A_SECOND * seconds : 0);
  const encoding = ENCODING_A_MEGAPIXEL * sum(pixels) * (pieces ?? 1);
  const checkOf = (one: number) => CHECKING_A_FILE + CHECKING_A_MEGAPIXEL * one;
  // A slated file's head and tail are made and joined before it is looked at.
  const around = (preset: DeliveryPreset) => (framesAround(preset).head + framesAround(preset).tail) / FRAME_RATE;
  const slates = slated.map(
    (preset) =>
      checkOf(pixelsOf(preset, seconds + around(preset))) + ENCODING_A_MEGAPIXEL * pixelsOf(preset, around(preset)),
  );
  const checks = [...pixels.map(checkOf), ...slates];
  const all = before + encoding + sum(checks);
  return {
    encodingFrom: before / all,
    checkingFrom: (before + encoding) / all,
    checksFrom: checks.map((_, at) => (before + encoding + sum(checks.slice(0, at))) / all),
  };
}
