import type { Note } from './instruments.ts';
import { type BedFilm, layBars } from './lay-bars.ts';
import { readSargam } from './sargam.ts';
import { strokes, turnOf } from './write-rows.ts';

const BPM = 72;

// Held one a bar, counted back from the end: the last leads home.
const CHORDS = [
  "S P S' G'",
  "S m D m'",
  "R D R' m'",
  "P, R N R'",
  "S P S' G'",
  "D, G S' G'",
  "m, D S' m'",
  "P, R N R'",
];
const HOME = "S P S' G'";
// As a tanpura goes, a string a beat.
const DRONE = 'P, S S S,';
const BELL = "S''";
// Bows cross: a chord goes on under the next one's swell.
const CROSS_SECONDS = 1.1;

/** Held strings over a drone; one bell when the end card is there, and all of it dies away. */
export function scoreSober(film: BedFilm): Note[] {
  const { bars, lastSeconds, endSeconds } = layBars(film, BPM);
  const held = bars.flatMap((bar, index) => {
    const atSeconds = Math.max(0, bar.atSeconds);
    const seconds = bar.atSeconds + bar.seconds - atSeconds + CROSS_SECONDS;
    return chord(index === 0 && bar.toGo > 1 ? HOME : turnOf(CHORDS, bar.toGo), { atSeconds, seconds, gain: 0.15 });
  });
  const drone = bars.flatMap((bar) =>
    strokes(bar, readSargam(DRONE), (hertz, { atSeconds, seconds }) => [
      { instrument: 'tanpura', atSeconds, seconds, hertz, gain: 0.1 },
    ]),
  );
  const last = { atSeconds: lastSeconds, seconds: endSeconds - lastSeconds };
  const closing = chord(HOME, { ...last, gain: 0.11 });
  const [bell] = readSargam(BELL);
  return [
    ...held,
    ...drone,
    ...closing,
    ...tonic('tanpura', { ...last, gain: 0.1 }),
    ...(bell ? [{ instrument: 'bell', hertz: bell, ...last, gain: 0.24 } as const] : []),
  ];
}

type Placed = Pick<Note, 'atSeconds' | 'seconds' | 'gain'>;

function chord(row: string, placed: Placed): Note[] {
  return readSargam(row).flatMap((hertz) => (hertz ? [{ instrument: 'strings', hertz, ...placed }] : []));
}

function tonic(instrument: 'tanpura', placed: Placed): Note[] {
  return readSargam('S, P,').flatMap((hertz) => (hertz ? [{ instrument, hertz, ...placed }] : []));
}
