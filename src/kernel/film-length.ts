import { FRAME_RATE, type Frames, frames } from './frames.ts';

/** Below this there is no time to read anything: the shortest spot that is made, end card included. */
export const SHORTEST_FILM = frames(60);

/** The shortest spot that cable breaks are sold for. */
export const SHORTEST_SOLD = frames(10 * FRAME_RATE);

// An end card that only comes in and goes: the least that any film gets.
const LEAST_END_CARD = 25;
const USUAL_END_CARD = 75;

/** Three seconds, so that its words stand for two; a 10 s spot has only two to give, and less than that shrinks with it. */
export function endCardFrames(length: number): number {
  return length > SHORTEST_SOLD ? USUAL_END_CARD : Math.max(LEAST_END_CARD, Math.floor(length / 5));
}

/** So much longer the end card may stand, for the story to end on a sentence: two seconds, in short spots a seventh. */
export function mostGiven(length: number): number {
  return Math.min(2 * FRAME_RATE, Math.floor(length / 7));
}

/** The least of a clip that makes a spot of that length. */
export function leastClipFor(length: number): Frames {
  return frames(length - endCardFrames(length) - mostGiven(length));
}

/** The spot that holds a body and its end card. */
export function lengthFor(body: number): Frames {
  const short = Math.ceil(body * 1.25);
  const length = short <= SHORTEST_SOLD ? Math.max(short, body + LEAST_END_CARD) : body + USUAL_END_CARD;
  return frames(Math.max(SHORTEST_FILM, length));
}
