/** A picture of the film from its first seconds, as a blob address; undefined where the browser cannot play it. */
export function filmStill(file: File): Promise<string | undefined> {
  const video = document.createElement('video');
  const address = URL.createObjectURL(file);
  return new Promise<string | undefined>((resolve) => {
    video.muted = true;
    video.preload = 'auto';
    video.addEventListener('error', () => resolve(undefined));
    // The very first picture is often a hand before the lens.
    video.addEventListener('loadeddata', () => {
      video.currentTime = Math.min(1, video.duration / 3);
    });
    video.addEventListener('seeked', () => draw(video, resolve));
    video.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}

function draw(video: HTMLVideoElement, done: (address: string | undefined) => void): void {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 360];
  const pen = canvas.getContext('2d');
  // Fills the frame; what stands above and below an upright picture is cut off.
  const scale = Math.max(640 / video.videoWidth, 360 / video.videoHeight);
  const [width, height] = [video.videoWidth * scale, video.videoHeight * scale];
  pen?.drawImage(video, (640 - width) / 2, (360 - height) / 3, width, height);
  canvas.toBlob((blob) => done(blob ? URL.createObjectURL(blob) : undefined), 'image/jpeg');
}

/** Shows the still on the card and in the frame, while the service has no picture yet. */
export function showStill(address: string): void {
  const [icon, empty] = [document.querySelector('.up > svg'), document.querySelector('.frame > .noimg')];
  for (const [place, size] of [
    [icon, '64'],
    [empty, '640'],
  ] as const) {
    if (!place) continue;
    const image = document.createElement('img');
    image.alt = place.getAttribute('aria-label') ?? '';
    image.width = Number(size);
    image.src = address;
    place.replaceWith(image);
  }
}
