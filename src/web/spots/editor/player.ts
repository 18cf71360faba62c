import { FRAME_RATE } from './document.ts';

/** Plays the cut's part of the proxy; `onFrame` hears each frame that is shown. */
export function player(
  video: HTMLVideoElement,
  part: () => { from: number; until: number },
  onFrame: (frame: number) => void,
) {
  video.controls = false;
  video.preload = 'metadata';
  for (const track of video.textTracks) track.mode = 'disabled';

  // The middle of a frame, so that rounding never shows its neighbour.
  const seek = (frame: number) => {
    video.currentTime = (frame + 0.5) / FRAME_RATE;
  };
  const frame = () => Math.floor(video.currentTime * FRAME_RATE);

  function watch(): void {
    onFrame(frame());
    if (video.paused) return;
    if (frame() >= part().until) {
      video.pause();
      seek(part().from);
    }
    requestAnimationFrame(watch);
  }
  video.addEventListener('play', watch);
  video.addEventListener('seeked', () => onFrame(frame()));

  return {
    seek,
    frame,
    step: (by: number) => {
      video.pause();
      seek(Math.max(0, frame() + by));
    },
    toggle: () => {
      if (!video.paused) return video.pause();
      if (frame() < part().from || frame() >= part().until - 1) seek(part().from);
      void video.play();
    },
  };
}
