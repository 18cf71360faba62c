import type { Look } from './look.ts';
import { contrast, fromOklch, toOklch } from './oklch.ts';

/** A scheme's colour made safe for this look. */
export interface SchemeColours {
  /** Under text, or (in looks on paper) as text. */
  readonly ground: string;
  /** The text on it. */
  readonly text: string;
  /** As text on the look's ink. */
  readonly onInk: string;
}

/**
 * Keeps the hue, caps the chroma (composite video smears more than that) and walks the lightness until the contrast of the
 * look holds. A colour that already passes stays as it is. Where a look has both rules, light hues (amber, orange) stay
 * light and carry ink: under white they would turn brown.
 */
export function schemeColours(hue: string, { colours }: Pick<Look, 'colours'>): SchemeColours {
  const { ink, paper } = colours;
  const rules: Rules = colours.scheme;
  const light = rules.light && toOklch(hue).lightness >= rules.light.aboveLightness ? rules.light : undefined;
  const onInk = (fallback: string) => (rules.onInk ? walk(hue, { ...rules.onInk, against: ink, step: UP }) : fallback);
  if (light) {
    const ground = walk(hue, { ...light, against: ink, step: UP });
    return { ground, text: ink, onInk: onInk(ground) };
  }
  if (!rules.deep) throw new Error('a look has no rule for a scheme’s colour');
  const ground = walk(hue, { ...rules.deep, against: paper, step: -UP });
  return { ground, text: paper, onInk: onInk(paper) };
}

interface Rule {
  readonly contrast: number;
  readonly maxChroma: number;
  readonly startLightness: number;
}

interface Rules {
  readonly deep?: Rule;
  readonly light?: Rule & { readonly aboveLightness: number };
  readonly onInk?: Rule;
}

const UP = 0.005;

function walk(hue: string, rule: Rule & { readonly against: string; readonly step: number }): string {
  const from = toOklch(hue);
  const chroma = Math.min(from.chroma, rule.maxChroma);
  const start = rule.step < 0 ? Math.min : Math.max;
  let lightness = start(rule.startLightness, from.lightness);
  // Black and white themselves count: a scheme may have either.
  for (; lightness >= 0 && lightness <= 1; lightness += rule.step) {
    const colour = fromOklch({ lightness, chroma, hue: from.hue });
    if (contrast(colour, rule.against) >= rule.contrast) return colour;
  }
  throw new Error(`no lightness of ${hue} reaches ${rule.contrast} against ${rule.against}`);
}
