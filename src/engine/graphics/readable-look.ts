import type { Look } from './look.ts';
import { type ColourRole, lookColours, recolour } from './look-colours.ts';
import { contrast, fromOklch, toOklch } from './oklch.ts';

/** A colour that could not be read where it stands, and what is drawn in its place: the same hue, lighter or darker. */
export interface MendedColour {
  readonly role: ColourRole;
  readonly chosen: string;
  readonly drawn: string;
  /** Contrast as WCAG counts it: of what was chosen, and what it must have. */
  readonly contrast: number;
  readonly least: number;
}

export interface ReadableLook {
  readonly look: Look;
  readonly mended: readonly MendedColour[];
}

interface Rule {
  readonly role: ColourRole;
  readonly against: ColourRole | typeof WHITE;
  readonly least: number;
  /** Which way the lightness walks. */
  readonly way: 'darker' | 'lighter';
}

const WHITE = '#FFFFFF';

// In this order: each stands on what is settled before it. Ink must leave room for a scheme's colour at 7 on it (look.yaml:
// onInk, light); words on their ground 7, as film looks ask of ink; labels 4.5 (WCAG AA).
const RULES: readonly Rule[] = [
  { role: 'ink', against: WHITE, least: 8, way: 'darker' },
  { role: 'paper', against: 'ink', least: 7, way: 'lighter' },
  { role: 'shade', against: 'paper', least: 7, way: 'darker' },
  { role: 'quiet', against: 'ink', least: 4.5, way: 'lighter' },
];
/** A look on paper has its labels there. */
const ON_PAPER: readonly Rule[] = [
  ...RULES.slice(0, 2),
  { role: 'quiet', against: 'paper', least: 4.5, way: 'darker' },
];

/**
 * The look with every colour readable where it stands, and which of them had to be moved. Looks that ship come back as they
 * are. Never fails: each rule can be met once those before it hold.
 */
export function readableLook(look: Look): ReadableLook {
  return (look.style === 'paper' ? ON_PAPER : RULES).reduce<ReadableLook>(
    ({ look: before, mended }, rule) => {
      const fault = faultOf(before, rule);
      return fault
        ? { look: recolour(before, { [rule.role]: fault.drawn }), mended: [...mended, fault] }
        : { look: before, mended };
    },
    { look, mended: [] },
  );
}

function faultOf(look: Look, { role, against, least, way }: Rule): MendedColour | undefined {
  const colours = lookColours(look);
  const [chosen, ground] = [colours[role], against === WHITE ? WHITE : colours[against]];
  if (chosen === undefined || ground === undefined) return undefined;
  const measured = contrast(chosen, ground);
  if (measured >= least) return undefined;
  return { role, chosen, drawn: walk(chosen, { ground, least, way }), contrast: measured, least };
}

const STEP = 0.005;

function walk(chosen: string, { ground, least, way }: Pick<Rule, 'least' | 'way'> & { ground: string }): string {
  const { lightness, chroma, hue } = toOklch(chosen);
  const by = way === 'darker' ? -STEP : STEP;
  for (let at = lightness; at > 0 && at < 1; at += by) {
    const colour = fromOklch({ lightness: at, chroma, hue });
    if (contrast(colour, ground) >= least) return colour;
  }
  return way === 'darker' ? '#000000' : WHITE;
}
