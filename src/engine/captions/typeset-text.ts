import { normaliseText } from './normalise-text.ts';
import { splitIntoCues } from './split-into-cues.ts';
import { evenlySpoken } from './timed-word.ts';
import { type CaptionRoom, wrapCaption } from './wrap-caption.ts';

/** The lines of a text as captions: each line of it is one cue, or several where it does not fit two lines. Empty lines fall out. */
export function typesetText(text: string, room: CaptionRoom): { readonly lines: readonly string[] }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(normaliseText)
    .filter((line) => line !== '')
    .flatMap((line) => {
      const whole = wrapCaption(line, room);
      return whole.fits
        ? [{ lines: whole.lines }]
        : splitIntoCues(evenlySpoken(line), room).map(({ lines }) => ({ lines }));
    });
}
