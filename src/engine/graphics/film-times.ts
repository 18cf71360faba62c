import { endCardFrames, SHORTEST_SOLD } from '../../kernel/film-length.ts';
import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';

/** From `startFrame` up to, not including, `endFrame`. */
export interface Span {
  readonly startFrame: Frames;
  readonly endFrame: Frames;
}

/** When each graphic is on screen, its entry and exit included. */
export interface FilmTimes {
  readonly chip: Span;
  readonly lowerThird: readonly Span[];
  /** undefined: there is none, or the film is too short for one. */
  readonly figure?: Span | undefined;
  /** To the film's last frame. */
  readonly endCardFrom: Frames;
}

// Drawn and judged at two lengths; between them everything moves in a straight line, above 30 s it stays as at 30 s.
const SHORT = { length: SHORTEST_SOLD, chip: [4, 90], lowerThird: [4, 90] } as const;
const USUAL = { length: 750, chip: [6, 133], lowerThird: [25, 150] } as const;
/** From 60 s on, the name is shown once more at two thirds. */
const TWICE_FROM = 1500;

export interface KnownTimes {
  /** There is a figure to show; it stands when its words are said, if that is known and nothing else is in the way. */
  readonly figure?: { readonly spokenAt?: Frames | undefined } | undefined;
  readonly endCardFrom?: Frames;
}

/** The big figure, its entry and exit included, and the least time between it and its neighbours. */
const FIGURE = { usualAt: 490 / 675, length: 70, gap: 8 } as const;

/**
 * The usual times in a film of this length (frames, end card included). Below 10 s all times shrink with the length.
 */
export function planFilmTimes(length: Frames, known: KnownTimes = {}): FilmTimes {
  const shrink = Math.min(1, length / SHORT.length);
  const along = Math.min(1, Math.max(0, (length - SHORT.length) / (USUAL.length - SHORT.length)));
  const at = (short: number, usual: number) => frames(Math.floor((short + (usual - short) * along) * shrink));
  const span = (short: readonly [number, number], usual: readonly [number, number]): Span => ({
    startFrame: at(short[0], usual[0]),
    endFrame: at(short[1], usual[1]),
  });
  const first = span(SHORT.lowerThird, USUAL.lowerThird);
  const chip = span(SHORT.chip, USUAL.chip);
  const endCardFrom = known.endCardFrom ?? frames(length - endCardFrames(length));
  const after = Math.max(first.endFrame, chip.endFrame);
  const figure =
    known.figure && length > SHORT.length ? figureSpan(after, endCardFrom, known.figure.spokenAt) : undefined;
  const second = length >= TWICE_FROM ? again(first, { length, endCardFrom, figure }) : undefined;
  return { chip, lowerThird: second ? [first, second] : [first], figure, endCardFrom };
}

/** The shortest film, in whole seconds, that has time for a big figure; said to those whose film is shorter. */
export const SHORTEST_WITH_FIGURE_SECONDS = shortestWithFigure(SHORT.length / FRAME_RATE);

function shortestWithFigure(seconds: number): number {
  const { figure } = planFilmTimes(frames(seconds * FRAME_RATE), { figure: {} });
  return figure ? seconds : shortestWithFigure(seconds + 1);
}

function figureSpan(after: number, endCardFrom: Frames, spokenAt: Frames | undefined): Span | undefined {
  const earliest = after + FIGURE.gap;
  const latest = endCardFrom - FIGURE.length - FIGURE.gap;
  if (latest < earliest) return undefined;
  const usual = Math.floor(endCardFrom * FIGURE.usualAt);
  // Said under the name already: it is not shown again out of step, but at its usual place.
  const wished = spokenAt !== undefined && spokenAt >= earliest - FIGURE.gap ? spokenAt : usual;
  const start = Math.min(latest, Math.max(earliest, wished));
  return { startFrame: frames(start), endFrame: frames(start + FIGURE.length) };
}

interface Around {
  readonly length: Frames;
  readonly endCardFrom: Frames;
  readonly figure: Span | undefined;
}

/** At two thirds, or when the figure has gone; not at all when the end card is too near. */
function again({ startFrame, endFrame }: Span, { length, endCardFrom, figure }: Around): Span | undefined {
  const stay = endFrame - startFrame;
  const wished = Math.round((length * 2) / 3);
  const meets = figure && wished < figure.endFrame + FIGURE.gap && wished + stay > figure.startFrame - FIGURE.gap;
  const start = meets ? figure.endFrame + FIGURE.gap : wished;
  return start + stay + FIGURE.gap <= endCardFrom
    ? { startFrame: frames(start), endFrame: frames(start + stay) }
    : undefined;
}
