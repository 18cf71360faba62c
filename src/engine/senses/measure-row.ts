import type { SeenFace } from './face.ts';
import type { RgbPicture } from './face-net.ts';
import {
  type GrayPicture,
  levelExceededBy,
  lightOfBox,
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
      highlight: levelExceededBy(gray, 0.02),
      detail: tenths(measureDetail(gray)),
      ...motion,
    };
  };
}

// The middle of a face's box is skin; its edges are hair and what stands behind.
const SKIN = 0.6;

/** Mean lightness of a face. */
export function lightOfFace(picture: RgbPicture, { box }: SeenFace): number {
  const [width, height] = [box.width * SKIN, box.height * SKIN];
  const inner = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
  return tenths(lightOfBox(toGray(picture), inner));
}

/** Finer is noise, and it is stored. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
