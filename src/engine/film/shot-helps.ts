import type { SightMeasures, SightNeed } from '../senses/sight.ts';

/** What a person may switch on for a clip whose picture needs it; off unless somebody asks. */
export const HELPS = ['steady', 'denoise', 'exposure'] as const;
export type HelpName = (typeof HELPS)[number];

/** The helps of one shot with their measured amounts; a missing one is off. */
export interface ShotHelps {
  readonly steady?: true;
  readonly denoise?: { readonly strength: number };
  readonly exposure?: LightChange;
}

/** A shot's helps as its plan has them. */
export interface PlannedHelps extends ShotHelps {
  /** Whole path of the shot's motions, there when it is to be steadied: findMotions writes it before the film is made. */
  readonly motionFile?: string;
}

/** Luma from black: times `gain`, then to the power of `gamma`; colour differences times `colour`. */
export interface LightChange {
  readonly gain: number;
  readonly gamma: number;
  readonly colour: number;
}

const NEEDED_BY: Readonly<Record<SightNeed, HelpName>> = {
  steadier: 'steady',
  cleaner: 'denoise',
  brighter: 'exposure',
  darker: 'exposure',
};

export function helpFor(need: SightNeed): HelpName {
  return NEEDED_BY[need];
}

/** The asked helps with what was measured on the clip; one whose amount is nothing, or was never measured, is left out. */
export function decideHelps(asked: readonly HelpName[], measured: SightMeasures | undefined): ShotHelps {
  const denoise = asked.includes('denoise') ? decideDenoise(measured?.noise) : undefined;
  const exposure = asked.includes('exposure') && measured ? decideLight(measured) : undefined;
  return {
    ...(asked.includes('steady') && { steady: true as const }),
    ...(denoise && { denoise }),
    ...(exposure && { exposure }),
  };
}

// Measured: of a deviation of 2.2, 4.3 and 7.8 a strength of 1.9 times as much leaves a third to a quarter.
const STRENGTH_OF_NOISE = 1.9;
// Weaker is not seen; stronger turns skin to wax.
const LEAST_STRENGTH = 2;
const MOST_STRENGTH = 16;

/** Strength of `hqdn3d` (its `luma_spatial`) for a deviation of 255. */
function decideDenoise(noise: number | undefined): ShotHelps['denoise'] {
  if (noise === undefined) return undefined;
  return { strength: hundredths(Math.min(MOST_STRENGTH, Math.max(LEAST_STRENGTH, noise * STRENGTH_OF_NOISE))) };
}

// A face of any skin is drawn well between these; a whole picture is a little darker than the face in it.
const LIT_FACE = { least: 100, most: 155 };
const LIT_PICTURE = { least: 85, most: 150 };
// More than twice lifts noise and blocks with the picture.
const MOST_GAIN = 2;
// The brightest fiftieth comes up to here and no further: nothing that was drawn turns white.
const HIGHEST = 200;
// Beyond these a picture looks washed out, or painted.
const GAMMA = { least: 0.6, most: 1.6 };
const MOST_COLOUR = 1.3;

/** Towards a well lit face, or picture where no face was seen; undefined where it is well lit already. */
export function decideLight({ light, faceLight, highlight }: SightMeasures): LightChange | undefined {
  const now = faceLight ?? light;
  const { least, most } = faceLight === undefined ? LIT_PICTURE : LIT_FACE;
  if (now > most) {
    const gamma = hundredths(Math.min(GAMMA.most, Math.log(most / 255) / Math.log(Math.min(254, now) / 255)));
    return { gain: 1, gamma, colour: 1 };
  }
  if (now >= least) return undefined;
  const gain = hundredths(Math.min(MOST_GAIN, least / now, Math.max(1, HIGHEST / Math.max(1, highlight))));
  const lifted = Math.min(250, now * gain);
  const wanted = Math.log(least / 255) / Math.log(lifted / 255);
  const gamma = hundredths(Math.min(1, Math.max(GAMMA.least, wanted)));
  // Colour follows the light half way: all the way it would show the noise of the dark in colours.
  const times = (255 * (lifted / 255) ** gamma) / now;
  return { gain, gamma, colour: hundredths(Math.min(MOST_COLOUR, Math.sqrt(times))) };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
