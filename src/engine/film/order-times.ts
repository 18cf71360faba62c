import { type FilmTimes, planFilmTimes } from '../graphics/film-times.ts';
import { spokenAt } from './figure-captions.ts';
import type { FilmOrder } from './film-order.ts';

type TimedOrder = Pick<FilmOrder, 'lengthFrames' | 'quote' | 'cues' | 'endCardFrom'>;

/** When each graphic of an order is on screen: the figure while its words are said, the end card where the story ends. */
export function planOrderTimes({ lengthFrames, quote, cues, endCardFrom }: TimedOrder): FilmTimes {
  const figure = quote ? { spokenAt: spokenAt(quote, cues) } : undefined;
  return planFilmTimes(lengthFrames, { figure, endCardFrom });
}
