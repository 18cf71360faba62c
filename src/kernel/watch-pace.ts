// A guess from less is wild.
const GUESS_FROM = 0.1;

export interface PaceMark {
  /** 0–1. One that falls back says that the work began again. */
  readonly share: number;
  readonly elapsedSeconds: number;
  /** Whether the pace says anything of what is left: preparing says nothing. From the first such mark on all count. */
  readonly isEven: boolean;
}

/**
 * Guesses the seconds left by the pace since even work began. Undefined before a tenth is done. Measured on films with other
 * work beside them: 10 s in four presets never more than a quarter off while encoding, 30 s in five up to two fifths, for the
 * other work came and went.
 */
export function watchPace(): (mark: PaceMark) => number | undefined {
  let began: PaceMark | undefined;
  let last = 0;
  return (mark) => {
    const { share, elapsedSeconds, isEven } = mark;
    if (share < last) began = undefined;
    last = share;
    if (isEven) began ??= mark;
    if (!began || share < GUESS_FROM || share >= 1 || share <= began.share) return undefined;
    return ((elapsedSeconds - began.elapsedSeconds) / (share - began.share)) * (1 - share);
  };
}
