import { flattenTokens } from '../../ffmpeg/run-order.ts';
import type { DeliveryPreset } from '../delivery-preset.ts';
import { encoderTokens } from '../encoder-tokens.ts';
import type { FilmOrder } from '../film-order.ts';
import { formatGraph } from '../filter-graph.ts';
import { planOrderTimes } from '../order-times.ts';
import { outputChain } from '../output-graph.ts';
import type { RenderPlan } from '../plan-film.ts';
import { hashOf } from './key-pictures.ts';

/** All between the drawn pictures and the file: the very words of its filters, encoders and wrapper. */
export function keyEncoder(preset: DeliveryPreset, plan: RenderPlan): string {
  return hashOf([formatGraph([outputChain(preset, 0, plan)]), flattenTokens(encoderTokens(preset))]);
}

/**
 * All that decides the sound: the order without what is only seen. Whatever an order learns to say in future counts here
 * until somebody proves that it can't be heard.
 */
export function keySound(order: FilmOrder): string {
  const words = { texts: 0, scheme: 0, department: 0, quote: 0, cues: 0, language: 0 };
  const seen = { ...words, number: 0, look: 0, markCorner: 0, posterFrame: 0 };
  // Left out, not set to something: a shot may come with or without them.
  const unseen = { looks: undefined, framing: undefined };
  const shots = order.shots.map((shot) => ({ ...shot, ...unseen, source: { ...shot.source, path: 0 } }));
  // One mix serves every file of its loudness: what the strictest of them allows, all get.
  const presets = order.presets.map(({ sound, loudness }) => [sound, loudness]);
  // A bed meets the figure, and the figure comes in when its words are said: there captions can be heard.
  const figure = order.music && planOrderTimes(order).figure;
  return hashOf({ ...order, ...seen, shots, presets, figure });
}
