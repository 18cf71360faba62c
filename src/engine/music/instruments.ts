import { bow } from './bow.ts';
import { hiss } from './hiss.ts';
import { ring } from './ring.ts';
import { skin } from './skin.ts';
import { BED_RATE, type Stereo, silentStereo } from './stereo.ts';

/** One sound of a bed. */
export interface Note {
  readonly instrument: keyof typeof INSTRUMENTS;
  /** In seconds of the film. */
  readonly atSeconds: number;
  /** How long a held tone lasts; what is struck fades by itself. */
  readonly seconds: number;
  /** Drums and palms have a pitch of their own. */
  readonly hertz: number;
  /** Of full scale. */
  readonly gain: number;
}

type Tone = Omit<Note, 'instrument'>;

interface Instrument {
  /** Until it has died away; undefined: as long as the note is held. */
  readonly ringsSeconds?: number;
  readonly play: (sound: Stereo, tone: Tone) => void;
}

/** A player that knows each sound it has made: made once, it is laid wherever it comes again. */
export function openPlayer(sound: Stereo): (note: Note) => void {
  const known = new Map<string, Stereo>();
  return (note) => {
    const instrument: Instrument = INSTRUMENTS[note.instrument];
    const seconds = instrument.ringsSeconds ?? note.seconds;
    const key = `${note.instrument} ${note.hertz} ${seconds.toFixed(4)}`;
    const made = known.get(key) ?? silentStereo(Math.ceil(seconds * BED_RATE));
    if (!known.has(key)) instrument.play(made, { atSeconds: 0, gain: 1, hertz: note.hertz, seconds });
    known.set(key, made);
    lay(sound, made, note);
  };
}

/** What lies behind the film's end is cut. */
function lay({ left, right }: Stereo, made: Stereo, { atSeconds, gain }: Note): void {
  const from = Math.round(atSeconds * BED_RATE);
  const count = Math.min(made.left.length, left.length - from);
  for (let at = 0; at < count; at += 1) {
    left[from + at] = (left[from + at] ?? 0) + gain * (made.left[at] ?? 0);
    right[from + at] = (right[from + at] ?? 0) + gain * (made.right[at] ?? 0);
  }
}

/** Instruments as functions: sums of partials, held tones, skins and noise. */
const INSTRUMENTS = {
  strings: {
    play: (sound, { hertz, gain, ...when }) => {
      const partials = warmPartials(hertz);
      // Three players, apart in pitch by some cents, in place and in the hand.
      for (const [detune, pan, vibratoHertz] of [
        [1, -0.1, 5.1],
        [1.0023, 0.55, 4.6],
        [0.9978, -0.6, 5.5],
      ] as const)
        bow(sound, {
          ...when,
          ...{ hertz: hertz * detune, gain: gain / 3, pan, vibratoHertz, partials, swellSeconds: 1.1 },
        });
    },
  },
  /** A long string with a thread at its bridge: the high partials bloom after the stroke, in pairs that beat. */
  tanpura: {
    ringsSeconds: 6,
    play: (sound, { atSeconds, hertz, gain }) => {
      for (let partial = 1; partial * hertz < 1300; partial += 1) {
        const strength = gain * 0.5 * partial ** -0.6 * belowTheVoice(partial * hertz);
        const one = { atSeconds, hertz: partial * hertz, fadeSeconds: 1.9 / (1 + 0.16 * partial), pan: -0.2 };
        ring(sound, { ...one, gain: strength });
        ring(sound, { ...one, gain: strength * 0.8, hertz: one.hertz * (1 + 0.0006 * partial), pan: 0.2 });
      }
    },
  },
  /** Ratios of a cast bell's partials: hum, prime, tierce, quint, nominal and two above. */
  bell: {
    ringsSeconds: 6,
    play: (sound, { atSeconds, hertz, gain }) => {
      const cast = [
        [0.5, 0.35, 2.2],
        [1, 1, 1.5],
        [1.19, 0.25, 0.9],
        [1.5, 0.3, 0.8],
        [2, 0.5, 0.7],
        [2.66, 0.16, 0.35],
        [3.01, 0.1, 0.25],
      ] as const;
      for (const [ratio, strength, fadeSeconds] of cast)
        ring(sound, { atSeconds, hertz: hertz * ratio, gain: gain * strength, fadeSeconds, pan: 0.1 });
    },
  },
  /** Two strings of one course under a light hammer; stiff, so that the partials stand a little high. */
  santoor: {
    ringsSeconds: 4,
    play: (sound, { atSeconds, hertz, gain }) => {
      for (const [detune, pan] of [
        [1, -0.35],
        [1.0016, 0.35],
      ] as const)
        for (let partial = 1; partial <= 7; partial += 1) {
          const stiff = partial * Math.sqrt(1 + 0.0005 * partial * partial);
          // Struck at an eighth of its length: the eighth partial is missing, its neighbours are faint.
          const strength = 0.5 * gain * Math.abs(Math.sin((Math.PI * partial) / 8)) * partial ** -1.1 * 2.2;
          const fadeSeconds = (0.75 * Math.sqrt(440 / hertz)) / (1 + 0.55 * (partial - 1));
          ring(sound, { atSeconds, hertz: hertz * detune * stiff, gain: strength, fadeSeconds, pan });
        }
      hiss(sound, { atSeconds, hertz: 1800, width: 0.9, gain: gain * 0.12, fadeSeconds: 0.004, pan: 0 });
    },
  },
  /** One gut string over a gourd. */
  ektara: {
    ringsSeconds: 3,
    play: (sound, { atSeconds, hertz, gain }) => {
      for (let partial = 1; partial <= 8; partial += 1) {
        const strength = gain * partial ** -1.15 * belowTheVoice(partial * hertz);
        const fadeSeconds = (0.5 * Math.sqrt(110 / hertz)) / (1 + 0.3 * (partial - 1));
        ring(sound, { atSeconds, hertz: hertz * partial, gain: strength, fadeSeconds, pan: 0 });
      }
    },
  },
  softBass: {
    ringsSeconds: 1.1,
    play: (sound, { atSeconds, gain }) => {
      skin(sound, { atSeconds, hertz: 73.4, bend: 1.5, bendSeconds: 0.03, gain, fadeSeconds: 0.13 });
      hiss(sound, { atSeconds, hertz: 260, width: 0.8, gain: gain * 0.1, fadeSeconds: 0.01, pan: 0 });
    },
  },
  softTap: {
    ringsSeconds: 0.6,
    play: (sound, { atSeconds, gain }) => {
      for (const [ratio, strength] of [
        [1, 1],
        [1.5, 0.5],
        [2, 0.35],
      ] as const)
        ring(sound, { atSeconds, hertz: 293.66 * ratio, gain: gain * strength, fadeSeconds: 0.05, pan: 0.3 });
      hiss(sound, { atSeconds, hertz: 900, width: 0.9, gain: gain * 0.25, fadeSeconds: 0.006, pan: 0.3 });
    },
  },
  dholakBass: {
    ringsSeconds: 1.2,
    play: (sound, { atSeconds, gain }) => {
      skin(sound, { atSeconds, hertz: 73.4, bend: 1.9, bendSeconds: 0.045, gain, fadeSeconds: 0.15 });
      hiss(sound, { atSeconds, hertz: 340, width: 0.8, gain: gain * 0.16, fadeSeconds: 0.012, pan: -0.2 });
    },
  },
  dholakRim: {
    ringsSeconds: 0.6,
    play: (sound, { atSeconds, gain }) => {
      for (const [ratio, strength, fadeSeconds] of [
        [1, 1, 0.07],
        [1.59, 0.55, 0.05],
        [2.14, 0.35, 0.035],
        [2.65, 0.2, 0.025],
      ] as const)
        ring(sound, { atSeconds, hertz: 293.66 * ratio, gain: gain * strength, fadeSeconds, pan: 0.25 });
      hiss(sound, { atSeconds, hertz: 1500, width: 1, gain: gain * 0.3, fadeSeconds: 0.008, pan: 0.25 });
    },
  },
  dholakShut: {
    ringsSeconds: 0.2,
    play: (sound, { atSeconds, gain }) => {
      ring(sound, { atSeconds, hertz: 415, gain: gain * 0.6, fadeSeconds: 0.016, pan: 0.25 });
      hiss(sound, { atSeconds, hertz: 1100, width: 1, gain: gain * 0.45, fadeSeconds: 0.011, pan: 0.25 });
    },
  },
  /** Four pairs of hands, never quite together. */
  clap: {
    ringsSeconds: 0.2,
    play: (sound, { atSeconds, gain }) => {
      for (const [late, hertz, pan] of [
        [0, 1050, -0.5],
        [0.008, 1240, 0.4],
        [0.015, 930, 0.1],
        [0.024, 1130, -0.2],
      ] as const)
        hiss(sound, { atSeconds: atSeconds + late, hertz, width: 0.55, gain: gain * 0.5, fadeSeconds: 0.016, pan });
    },
  },
} satisfies Record<string, Instrument>;

/** Saw-like below, soft above: nothing that a voice needs. */
function warmPartials(hertz: number): number[] {
  const count = Math.max(1, Math.floor(2600 / hertz));
  return Array.from({ length: count }, (_, index) => (index + 1) ** -1.1 * belowTheVoice((index + 1) * hertz));
}

// Consonants live from 1 to 4 kHz: held tones leave that to the voice.
const VOICE_FROM = 900;

function belowTheVoice(hertz: number): number {
  return 1 / (1 + (hertz / VOICE_FROM) ** 4) ** 0.5;
}
