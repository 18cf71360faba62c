import type { Look } from './look.ts';
import { contrast, fromOklch, toOklch } from './oklch.ts';

/** A scheme's colour made safe for this look, and the colour of the text that stands on it. */
export interface SchemeColours {
  readonly ground: string;
  readonly text: string;
}

/**
 * Keeps the hue, caps the chroma (composite video smears more than that) and walks the lightness until the text on it has
 * the look's contrast. A colour that already passes stays as it is. Light hues (amber, orange) stay light and carry ink:
 * under white they would turn brown.
 */
export function schemeColours(hue: string, { colours }: Pick<Look, 'colours'>): SchemeColours {
  const { deep, light } = colours.scheme;
  if (toOklch(hue).lightness > light.aboveLightness)
    return { ground: walk(hue, { ...light, against: colours.ink, step: 0.005 }), text: colours.ink };
  return { ground: walk(hue, { ...deep, against: colours.paper, step: -0.005 }), text: colours.paper };
}

interface Walk {
  readonly against: string;
  readonly contrast: number;
  readonly maxChroma: number;
  readonly startLightness: number;
  readonly step: number;
}

function walk(hue: string, rule: Walk): string {
  const from = toOklch(hue);
  const chroma = Math.min(from.chroma, rule.maxChroma);
  const start = rule.step < 0 ? Math.min : Math.max;
  let lightness = start(rule.startLightness, from.lightness);
  for (; lightness > 0.1 && lightness < 1; lightness += rule.step) {
    const colour = fromOklch({ lightness, chroma, hue: from.hue });
    if (contrast(colour, rule.against) >= rule.contrast) return colour;
  }
  throw new Error(`no lightness of ${hue} reaches ${rule.contrast} against ${rule.against}`);
}
