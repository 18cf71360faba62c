import type { RgbPicture } from './face-net.ts';
import {
  type GrayPicture,
  meanLight,
  measureChange,
  measureDetail,
  measureShift,
  shareOf,
  toGray,
} from './gray-picture.ts';
import type { MeasuredPicture } from './sight.ts';

/** Measures pictures one after another; `moving`: each follows the one before closely enough to tell motion. */
export function createRowMeter(moving: boolean): (picture: RgbPicture) => MeasuredPicture {
  let before: GrayPicture | undefined;
  return (picture) => {
    const gray = toGray(picture);
    const motion = before && { change: measureChange(before, gray), shift: measureShift(before, gray) };
    if (moving) before = gray;
    return {
      light: tenths(meanLight(gray)),
      dark: shareOf(gray, (value) => value < 24),
      bright: shareOf(gray, (value) => value > 240),
      detail: tenths(measureDetail(gray)),
      ...motion,
    };
  };
}

/** Finer is noise, and it is stored. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
