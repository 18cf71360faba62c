import { setImmediate } from 'node:timers/promises';
import { FRAME_RATE } from '../../kernel/frames.ts';
import type { BedName } from './bed-names.ts';
import { type Note, openPlayer } from './instruments.ts';
import type { BedFilm } from './lay-bars.ts';
import { addRoom } from './room.ts';
import { scoreBold } from './score-bold.ts';
import { scoreSober } from './score-sober.ts';
import { scoreWarm } from './score-warm.ts';
import { shapeSide } from './shape-sound.ts';
import { BED_RATE, eachSide, type Stereo, silentStereo } from './stereo.ts';

interface Composition {
  readonly score: (film: BedFilm) => Note[];
  /** How much of the room is heard. */
  readonly wet: number;
  /** Brings its body to −23 LUFS; measured with ebur128 on beds of 10 to 60 s (see README). */
  readonly gainDb: number;
}

const BEDS: Readonly<Record<BedName, Composition>> = {
  sober: { score: scoreSober, wet: 0.3, gainDb: -5.8 },
  warm: { score: scoreWarm, wet: 0.2, gainDb: -2.2 },
  bold: { score: scoreBold, wet: 0.1, gainDb: -3.1 },
};

// A tone that stands from the first sample would click.
const FADE_IN_SECONDS = 0.06;
// From the last second on everything goes; the last two frames are silence.
const FADE_OUT_SECONDS = 1;
const SILENT_SECONDS = 2 / FRAME_RATE;

/**
 * A bed for one film at −23 LUFS: the same samples at every call, exactly as long as the film, silent at its end. 0.5 CPU seconds
 * for 30 (sober, whose notes are long: 0.9); between notes others get their turn.
 */
export async function synthesiseBed(name: BedName, film: BedFilm): Promise<Stereo> {
  const { score, wet, gainDb } = BEDS[name];
  const sound = silentStereo(Math.round((film.lengthFrames / FRAME_RATE) * BED_RATE));
  const play = openPlayer(sound);
  for (const note of score(film)) {
    play(note);
    await setImmediate();
  }
  addRoom(sound, wet);
  await setImmediate();
  eachSide(sound, (side) => {
    shapeSide(side);
    fade(side, 10 ** (gainDb / 20));
  });
  return sound;
}

function fade(side: Float32Array, gain: number): void {
  const end = side.length - SILENT_SECONDS * BED_RATE;
  for (let at = 0; at < side.length; at += 1) {
    const edge = Math.min(at / (FADE_IN_SECONDS * BED_RATE), (end - at) / (FADE_OUT_SECONDS * BED_RATE), 1);
    side[at] = (side[at] ?? 0) * gain * 0.5 * (1 - Math.cos(Math.PI * Math.max(0, edge)));
  }
}
