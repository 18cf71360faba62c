import { type Frames, frames } from '../../kernel/frames.ts';
import { planFilmTimes } from '../graphics/film-times.ts';
import type { FilmOrder } from './film-order.ts';
import { type PlacedLook, placeLooks } from './place-looks.ts';

// The name comes in and goes in less than this.
const MOVING = 15;
// Eyes a quarter less open than this person's usual are blinking.
const BLINK = 0.75;
// Lips so far apart, over the mouth's width, are in the middle of a word.
const SPEAKING = 0.12;

/** The order with the frame of its poster, where a face was seen. */
export function withPoster(order: FilmOrder): FilmOrder {
  const posterFrame = choosePosterFrame(order);
  return posterFrame === undefined ? order : { ...order, posterFrame };
}

/**
 * The film's frame for its poster: a face with open eyes, sharp, between two words, with the name on screen; undefined
 * when no face was seen.
 */
export function choosePosterFrame({
  shots,
  lengthFrames,
  quote,
}: Pick<FilmOrder, 'shots' | 'lengthFrames' | 'quote'>): Frames | undefined {
  const [title] = planFilmTimes(lengthFrames).lowerThird;
  const isNamed = ({ filmFrame }: PlacedLook) =>
    title !== undefined && filmFrame >= title.startFrame + MOVING && filmFrame < title.endFrame - MOVING;
  // A figure card may cover the person later on.
  const looks = placeLooks(shots).filter((look) => look.face !== null && (!quote || isNamed(look)));
  const usualEyes = median(looks.map((look) => look.face?.eyesOpen ?? 0));
  const sharpest = Math.max(...looks.map((look) => look.detail));
  const worth = (look: PlacedLook) => {
    const { face, detail } = look;
    if (!face) return 0;
    const blinking = face.eyesOpen < usualEyes * BLINK;
    const lips = Math.min(1, face.lipsApart / SPEAKING);
    return (
      (isNamed(look) ? 1 : 0) - (blinking ? 3 : 0) - lips * 0.5 + detail / Math.max(1, sharpest) + face.score * 0.5
    );
  };
  const [best] = looks.toSorted((a, b) => worth(b) - worth(a));
  return best && frames(best.filmFrame);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
