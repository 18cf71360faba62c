import type { RgbPicture } from './face-net.ts';

const KEPT = 5;

/** Keeps copies of a few pictures, evenly spread over a film whose length is not known: three to five once there are so many. */
export function spreadPictures(): { offer(picture: RgbPicture): void; readonly kept: readonly RgbPicture[] } {
  const kept: RgbPicture[] = [];
  let [every, count] = [1, 0];
  return {
    kept,
    offer(picture) {
      if (count++ % every > 0) return;
      if (kept.length === KEPT) {
        // Every second one stays.
        kept.splice(0, KEPT, ...kept.filter((_, index) => index % 2 === 0));
        every *= 2;
        if ((count - 1) % every > 0) return;
      }
      kept.push({ ...picture, rgb: picture.rgb.slice() });
    },
  };
}
