import type { RgbPicture } from './face-net.ts';
import type { MeasuredPicture } from './sight.ts';

/** A picture to be measured; `faces`: look for faces too, which takes twenty times as long. */
export interface LookQuestion {
  readonly picture: RgbPicture;
  readonly faces: boolean;
}

/** What the thread is asked. `listen` and `watch` begin a new sound or film and have no answer; the rest is answered in order. */
export type SensesQuestion =
  | { readonly ask: 'listen' }
  | { readonly ask: 'watch'; readonly moving: boolean }
  | { readonly ask: 'hear'; readonly samples: Float32Array }
  | ({ readonly ask: 'look' } & LookQuestion);

/** `ready` comes once, first: why a sense is lacking, undefined when it is there. */
export type SensesAnswer =
  | { readonly ready: SensesLack }
  | { readonly likelihoods: readonly number[] }
  | { readonly seen: MeasuredPicture };

export interface SensesLack {
  readonly speech?: string | undefined;
  readonly faces?: string | undefined;
}
