/** A word with its marks, and when it is spoken (seconds of the clip). */
export interface TimedWord {
  readonly text: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** The script's line ends after it: a cue ends too. */
  readonly endsLine?: boolean;
}

/** Hindi radio speaks 15.8 code points a second; a text without a voice is set at that pace. */
const LETTERS_PER_SECOND = 15.8;

/** The words of one line, spoken evenly from second 0. */
export function evenlySpoken(line: string): TimedWord[] {
  let letters = 0;
  return line
    .split(' ')
    .filter((word) => word !== '')
    .map((text) => {
      const startSeconds = letters / LETTERS_PER_SECOND;
      letters += [...text].length + 1;
      return { text, startSeconds, endSeconds: letters / LETTERS_PER_SECOND };
    });
}
