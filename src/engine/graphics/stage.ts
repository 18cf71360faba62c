import type { Aspect } from './layers.ts';
import type { Look } from './look.ts';
import type { SchemeColours } from './scheme-colour.ts';

/** The corner that the operator's own bug leaves free. */
export type MarkCorner = 'left' | 'right';

/** Where and for what a graphic is drawn. */
export interface Stage<L extends Look = Look> {
  readonly look: L;
  readonly at: Aspect;
  /** The scheme's colour as this look carries it. */
  readonly colours: SchemeColours;
  readonly corner: MarkCorner;
  readonly language: 'hi' | 'en';
  /** All shots are portrait in a wide canvas: sides show, and the lower third keeps narrow. */
  readonly portrait: boolean;
  /** The middle of the head that the big figure's hole shows, in shares of the canvas; missing: where the look expects it. */
  readonly head?: { readonly x: number; readonly y: number } | undefined;
  /** Where the lower third stands instead of its usual place: its left edge and its foot, px. */
  readonly nameAt?: { readonly x: number; readonly bottom: number } | undefined;
}

/** Geometry of the stage's canvas. */
export function aspectOf<L extends Look>({ look, at }: Stage<L>): L['aspects'][Aspect] {
  return look.aspects[at];
}

/** Geometry of the lower third where it stands. */
export function lowerThirdOf<L extends Look>(stage: Stage<L>): L['aspects'][Aspect]['lowerThird'] {
  return { ...aspectOf(stage).lowerThird, ...stage.nameAt };
}
