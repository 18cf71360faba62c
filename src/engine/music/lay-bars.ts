import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';

/** The film that a bed is made for: nothing is looped, nothing is cut off. */
export interface BedFilm {
  readonly lengthFrames: Frames;
  readonly endCardFrom: Frames;
  /** Where the big figure comes in; undefined: there is none. */
  readonly figureFrom?: Frames | undefined;
}

export interface Bar {
  /** The first bar may begin before the film. */
  readonly atSeconds: number;
  readonly seconds: number;
  /** Bars until the last note, this one counted: 1 is the last. */
  readonly toGo: number;
}

export interface Bars {
  readonly bars: readonly Bar[];
  readonly beatSeconds: number;
  /** The last note, on the end card. */
  readonly lastSeconds: number;
  readonly endSeconds: number;
  /** The beat that the figure comes in on. */
  readonly figureSeconds: number | undefined;
}

// At 30 s the card comes at 675 and the note at 683 (film looks: time).
const NOTE_AFTER_CARD = 8;
const BEATS = 4;

/** Bars of four beats counted back from the last note, so that it falls on a first beat whatever the film's length. */
export function layBars({ lengthFrames, endCardFrom, figureFrom }: BedFilm, bpm: number): Bars {
  const endSeconds = lengthFrames / FRAME_RATE;
  const lastSeconds = (endCardFrom + NOTE_AFTER_CARD) / FRAME_RATE;
  const figure = figureFrom === undefined ? undefined : figureFrom / FRAME_RATE;
  const beatSeconds = fitBeat(60 / bpm, figure === undefined ? undefined : lastSeconds - figure);
  const seconds = BEATS * beatSeconds;
  const count = Math.ceil(lastSeconds / seconds - 1e-9);
  const bars = Array.from({ length: count }, (_, index): Bar => {
    const toGo = count - index;
    return { atSeconds: lastSeconds - toGo * seconds, seconds, toGo };
  });
  const half = beatSeconds / 2;
  const figureSeconds =
    figure === undefined ? undefined : lastSeconds - Math.round((lastSeconds - figure) / half) * half;
  return { bars, beatSeconds, lastSeconds, endSeconds, figureSeconds };
}

// Below it a beat would have to give more than a thirtieth to meet the figure, and be heard to.
const LEAST_HALF_BEATS = 15;

/** A beat so little longer or shorter that figure and last note both fall on half beats; as it is where they are too near. */
function fitBeat(beat: number, apart: number | undefined): number {
  const halves = Math.round((apart ?? 0) / (beat / 2));
  return apart === undefined || halves < LEAST_HALF_BEATS ? beat : (2 * apart) / halves;
}
