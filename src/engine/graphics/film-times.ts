import { type Frames, frames } from '../../kernel/frames.ts';

/** From `startFrame` up to, not including, `endFrame`. */
export interface Span {
  readonly startFrame: Frames;
  readonly endFrame: Frames;
}

/** When each graphic is on screen, its entry and exit included. */
export interface FilmTimes {
  readonly chip: Span;
  readonly lowerThird: readonly Span[];
  /** To the film's last frame. */
  readonly endCardFrom: Frames;
}

// Drawn and judged at two lengths; between them everything moves in a straight line, above 30 s it stays as at 30 s.
const SHORT = { length: 250, chip: [4, 90], lowerThird: [4, 90] } as const;
const USUAL = { length: 750, chip: [6, 133], lowerThird: [25, 150] } as const;
/** 3 s of end card; in a 10 s film 2 s. */
const END_CARD = { short: 50, usual: 75 } as const;
/** From 60 s on, the name is shown once more at two thirds. */
const TWICE_FROM = 1500;

/** An end card that only comes in and goes: the least that any film gets. */
const LEAST_END_CARD = 25;
/** Below this there is no time to read anything. */
export const SHORTEST_FILM = frames(60);

/** The usual times in a film of this length (frames, end card included). Below 10 s all times shrink with the length. */
export function planFilmTimes(length: Frames): FilmTimes {
  const shrink = Math.min(1, length / SHORT.length);
  const along = Math.min(1, Math.max(0, (length - SHORT.length) / (USUAL.length - SHORT.length)));
  const at = (short: number, usual: number) => frames(Math.floor((short + (usual - short) * along) * shrink));
  const span = (short: readonly [number, number], usual: readonly [number, number]): Span => ({
    startFrame: at(short[0], usual[0]),
    endFrame: at(short[1], usual[1]),
  });
  const first = span(SHORT.lowerThird, USUAL.lowerThird);
  return {
    chip: span(SHORT.chip, USUAL.chip),
    lowerThird: length >= TWICE_FROM ? [first, again(first, length)] : [first],
    endCardFrom: frames(length - endCardFrames(length, shrink)),
  };
}

function endCardFrames(length: Frames, shrink: number): number {
  return length > SHORT.length ? END_CARD.usual : Math.max(LEAST_END_CARD, Math.floor(END_CARD.short * shrink));
}

function again({ startFrame, endFrame }: Span, length: Frames): Span {
  const start = Math.round((length * 2) / 3);
  return { startFrame: frames(start), endFrame: frames(start + endFrame - startFrame) };
}
