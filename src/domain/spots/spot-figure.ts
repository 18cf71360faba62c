import { spokenAt } from '../../engine/film/figure-captions.ts';
import { figureIn } from '../../engine/graphics/figure-text.ts';
import { planFilmTimes, SHORTEST_WITH_FIGURE_SECONDS } from '../../engine/graphics/film-times.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import { bodyFrames, CUT_LENGTHS, type CutOrder, cutEnd, type SpotDocument } from './spot-document.ts';

/** A figure that would silently not come is said before; a length that has time for it is named where the clip fills one. */
export function decideFigure(
  document: Pick<SpotDocument, 'figure' | 'cues' | 'cuts'>,
  clipFrames: number,
): Decision<void> {
  const { figure, cuts } = document;
  if (!figure || cuts.some((cut) => hasFigureTime(document, cut))) return allow(undefined);
  const longer = lengthForFigure(clipFrames);
  const user = longer === undefined ? 'spot.figureNever' : 'spot.figureNoTime';
  const params = { length: cuts[0]?.lengthSeconds ?? 0, longer: longer ?? 0 };
  return refuse({ code: user, user, tech: 'no cut has time for the big figure', params });
}

const SUGGESTED = 4;

/** Lines that a big figure could say, from what is said in numbers: the benefit first, then the captions as they come. */
export function suggestFigures({ benefit, cues }: Pick<SpotDocument, 'benefit' | 'cues'>): string[] {
  const said = cues.map((cue) => figureIn(cue.text.replaceAll('\n', ' ')));
  const found = [figureIn(benefit) && benefit, ...said].flatMap((line) => line || []);
  return [...new Set(found)].slice(0, SUGGESTED);
}

/** Whether the document's big figure comes in this cut: below 15 s, or where an early end leaves no room, there is none. */
function hasFigureTime({ figure, cues }: Pick<SpotDocument, 'figure' | 'cues'>, cut: CutOrder): boolean {
  if (!figure) return false;
  const [from, end] = [cut.fromFrame, cutEnd(cut)];
  const shown = cues
    .filter((cue) => cue.endFrame > from && cue.startFrame < end)
    .map(({ startFrame, endFrame, text }) => ({
      startFrame: frames(Math.max(0, startFrame - from)),
      endFrame: frames(endFrame - from),
      lines: [text],
    }));
  const times = planFilmTimes(frames(cut.lengthSeconds * FRAME_RATE), {
    figure: { spokenAt: spokenAt(figure, shown) },
    endCardFrom: frames(end - from),
  });
  return times.figure !== undefined;
}

/** The shortest length that has time for a big figure, of those that the clip (frames at 25) fills; undefined: none. */
function lengthForFigure(clipFrames: number): CutOrder['lengthSeconds'] | undefined {
  return CUT_LENGTHS.find((length) => length >= SHORTEST_WITH_FIGURE_SECONDS && bodyFrames(length) <= clipFrames);
}
