/** What vidstabdetect writes is not as we know it; an FFmpeg that we have not met. */
export class MotionFileError extends Error {
  override readonly name = 'MotionFileError';
}

const FIRST_LINE = 'VID.STAB 1';

/** Newer FFmpegs write numbers instead of words unless they are asked. */
export function isWordy(text: string): boolean {
  return text.startsWith(FIRST_LINE);
}

/**
 * Motions seen on a small picture, as if they had been seen on one that is so many times larger: every local motion's
 * way, place and size. Throws MotionFileError for a file without a frame.
 */
export function enlargeMotions(text: string, times: number): string {
  if (!isWordy(text) || !/^Frame 1 /m.test(text)) throw new MotionFileError('no motions of vid.stab');
  return text.replace(LOCAL_MOTION, (_, ...found: string[]) => {
    const numbers = found.slice(0, 5).map((number) => Math.round(Number(number) * times));
    return `(LM ${numbers.join(' ')}`;
  });
}

// Way x, y; place x, y; size. Contrast and match follow and stay.
const LOCAL_MOTION = /\(LM (-?\d+) (-?\d+) (\d+) (\d+) (\d+)/g;
