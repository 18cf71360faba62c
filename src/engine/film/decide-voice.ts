import type { VoiceTreatment } from './sound-graph.ts';
import type { ChannelLevel, HeardShot } from './sound-levels.ts';

/** What is the matter with a shot's sound, said to staff. Cut peaks are only said: drawing them anew (adeclip) hangs on badly cut sound. */
export const SOUND_FAULTS = [
  'one-sided',
  'out-of-phase',
  'clipped',
  'noisy',
  'surround',
  'silent',
  'faint',
  'narrow',
] as const;
export type SoundFault = (typeof SOUND_FAULTS)[number];

export interface DecidedVoice {
  readonly treatment: VoiceTreatment;
  readonly faults: readonly SoundFault[];
}

// A clip-on microphone on one side leaves hum on the other: some 20 dB apart is no stereo picture of a voice.
const ONE_SIDED_DB = 20;
// Two like channels whose middle loses this much are each other's negative: one of them says it all.
const CANCELLED_DB = 10;
// Below it the hiss is not heard on a television; denoising a clean voice only harms it.
const NOISY_FLOOR_DB = -50;
// A clean voice brought to full scale stays in the last dB for less than a thousandth of its samples.
const CLIPPED_SHARE = 0.002;
// Of nine voices through whole microphones 24–38 dB of what they are lies above 5 kHz; a telephone's AMR, a film of 1918, a
// speech of 1961 and a clip of 16 kHz have 46–50.
const NARROW_DB = -43;
// Digital silence, give or take a codec's dither.
const SILENT_DB = -80;

/**
 * What is done to each shot's voice so that they sound like one, and stand right over a bed, from what was heard of each;
 * undefined where a clip has no sound.
 */
export function decideVoices(heard: readonly (HeardShot | undefined)[], overBed = false): DecidedVoice[] {
  const several = overBed || heard.filter((shot) => shot !== undefined).length > 1;
  // A bed brings the film to its loudness, so that nobody would see by that how faint the clips are.
  const faint = overBed && heard.every((shot) => !shot || isFaint(shot));
  return heard.map((shot) => (shot ? decideVoice(shot, { several, faint }) : { treatment: AS_IT_IS, faults: [] }));
}

const AS_IT_IS: VoiceTreatment = { channel: 'all', noiseFloorDb: undefined, gainDb: 0 };

function decideVoice(
  shot: HeardShot,
  { several, faint }: { readonly several: boolean; readonly faint: boolean },
): DecidedVoice {
  const { channels, fullScaleShare } = shot;
  if (channels.every(({ rmsDb }) => rmsDb < SILENT_DB)) return { treatment: AS_IT_IS, faults: ['silent'] };
  const live = liveChannel(channels);
  const inverted = live === 'all' && isCancelling(shot);
  const channel = inverted ? 'left' : live;
  const floor = (channel === 'right' ? channels[1] : channels[0])?.noiseFloorDb ?? Number.NEGATIVE_INFINITY;
  const noisy = floor > NOISY_FLOOR_DB;
  const clipped = fullScaleShare > CLIPPED_SHARE;
  const marks: readonly [boolean, SoundFault][] = [
    [live !== 'all', 'one-sided'],
    [inverted, 'out-of-phase'],
    [clipped, 'clipped'],
    [noisy, 'noisy'],
    [channels.length > 2, 'surround'],
    [faint, 'faint'],
    [shot.highsDb < NARROW_DB, 'narrow'],
  ];
  const gainDb = several ? matchGain(shot, live !== 'all') : 0;
  return {
    treatment: { channel, noiseFloorDb: noisy ? floor : undefined, gainDb },
    faults: marks.filter(([holds]) => holds).map(([, fault]) => fault),
  };
}

function liveChannel(levels: readonly ChannelLevel[]): VoiceTreatment['channel'] {
  const [left, right] = levels;
  if (levels.length !== 2 || !left || !right) return 'all';
  if (left.rmsDb - right.rmsDb > ONE_SIDED_DB) return 'left';
  return right.rmsDb - left.rmsDb > ONE_SIDED_DB ? 'right' : 'all';
}

function isCancelling({ channels, middleRmsDb }: HeardShot): boolean {
  const [left, right] = channels;
  if (middleRmsDb === undefined || !left || !right) return false;
  return Math.min(left.rmsDb, right.rmsDb) - middleRmsDb > CANCELLED_DB;
}

// Where voices are brought before they are joined; the whole film's own level is set after.
const MATCHED_LUFS = -23;
// As for a film: more lifts a room, not a voice.
const MOST_MATCH_DB = 24;

/** A shot in which nobody speaks stays as quiet as it is. A single channel heard on both sides is 3 dB louder. */
function matchGain({ lufs }: HeardShot, oneSided: boolean): number {
  return isFaint({ lufs }) ? 0 : MATCHED_LUFS - lufs - (oneSided ? 3 : 0);
}

function isFaint({ lufs }: Pick<HeardShot, 'lufs'>): boolean {
  return MATCHED_LUFS - lufs > MOST_MATCH_DB;
}
