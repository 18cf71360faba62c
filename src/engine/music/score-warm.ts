import type { Note } from './instruments.ts';
import { type Bar, type BedFilm, layBars } from './lay-bars.ts';
import { readSargam } from './sargam.ts';
import { strokes, turnOf, weight } from './write-rows.ts';

const BPM = 84;

/** A bar: what the santoor walks through, and the low string under its first and third beat. */
interface Row {
  readonly walk: string;
  readonly low: string;
}

const HOME: Row = { walk: "S' . G' P' . G' R' .", low: 'S . S .' };
// Counted back from the end; the last two lead home.
const ROWS: readonly Row[] = [
  { walk: "S' . G' P' S'' . P' G'", low: 'S . S .' },
  { walk: "D . S' G' . D' P' G'", low: 'D, . D, .' },
  { walk: "m' . D' P' . m' G' R'", low: 'm, . m, .' },
  { walk: "R' . P' . N . R' .", low: 'P, . P, .' },
  { walk: "S' G' . P' . D' P' G'", low: 'S . S .' },
  { walk: "G' . D' P' G' . R' S'", low: 'D, . D, .' },
  { walk: "D . S' m' . D' P' m'", low: 'm, . m, .' },
  { walk: "P' . R' G' R' . N R'", low: 'P, . P, N,' },
];
// B the low hand, t a finger, . a rest.
const DRUM = ['B . t . t B t .', 'B . t t . B t .'];
const CLOSING = "S S' G' P' S''";
// The last chord is spread as a hand does, from below.
const SPREAD_SECONDS = 0.03;

/** A santoor walks through a major scale, a soft hand drum goes along; a spread chord on the end card. */
export function scoreWarm(film: BedFilm): Note[] {
  const { bars, lastSeconds, endSeconds } = layBars(film, BPM);
  const closing = readSargam(CLOSING).flatMap((hertz, index): Note[] =>
    hertz
      ? [
          {
            ...{ instrument: 'santoor', hertz, seconds: endSeconds - lastSeconds },
            ...{ atSeconds: lastSeconds + index * SPREAD_SECONDS, gain: 0.2 },
          },
        ]
      : [],
  );
  return [
    ...bars.flatMap((bar, index) => barNotes(bar, index === 0 && bar.toGo > 1 ? HOME : turnOf(ROWS, bar.toGo))),
    { instrument: 'softBass', atSeconds: lastSeconds, seconds: 1, hertz: 0, gain: 0.3 },
    ...closing,
  ];
}

function barNotes(bar: Bar, row: Row): Note[] {
  const santoor = strokes(bar, readSargam(row.walk), (hertz, { place, ...when }) => [
    { instrument: 'santoor', hertz, ...when, gain: 0.2 * weight(place, 8, bar.toGo) },
  ]);
  const low = strokes(bar, readSargam(row.low), (hertz, { place, ...when }) => [
    { instrument: 'ektara', hertz, ...when, gain: 0.12 * weight(place, 4, bar.toGo) },
  ]);
  const drum = strokes(bar, turnOf(DRUM, bar.toGo).split(' '), (hand, { place, ...when }): Note[] => {
    const gain = weight(place, 8, bar.toGo + 3);
    if (hand === 'B') return [{ instrument: 'softBass', hertz: 0, ...when, gain: 0.2 * gain }];
    return hand === 't' ? [{ instrument: 'softTap', hertz: 0, ...when, gain: 0.06 * gain }] : [];
  });
  return [...santoor, ...low, ...drum];
}
