import type { SpotDocument } from '../../domain/spots/index.ts';
import { contrast } from '../../engine/graphics/oklch.ts';
import { type SchemeColours, schemeColours } from '../../engine/graphics/scheme-colour.ts';

/** What a look says of a scheme's colour. */
export interface ColourRule {
  readonly look: SpotDocument['look'];
  readonly colours: Parameters<typeof schemeColours>[1]['colours'];
}

export interface ColourVerdict extends SchemeColours {
  readonly look: SpotDocument['look'];
  /** Of the letters on the ground, as WCAG counts it; one decimal. */
  readonly contrast: string;
  /** The film shows the very colour that was chosen. */
  readonly kept: boolean;
}

/** How each look would show a scheme's colour on film: by the engine's own rule, in the page and in its island alike. */
export function judgeColour(colour: string, rules: readonly ColourRule[]): ColourVerdict[] {
  return rules.map((rule) => {
    const shown = schemeColours(colour, rule);
    return {
      ...shown,
      look: rule.look,
      contrast: contrast(shown.ground, shown.text).toFixed(1),
      kept: shown.ground === colour,
    };
  });
}
