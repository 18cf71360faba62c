import type { Note } from './instruments.ts';
import { type Bar, type BedFilm, layBars } from './lay-bars.ts';
import { readSargam } from './sargam.ts';
import { strokes, turnOf, weight } from './write-rows.ts';

const BPM = 108;

// Keherwa, the eight beats of a fair; before the call the hands run.
const GROOVE = ['dha ge na ti na ka dhi na', 'dha ge na ti na dha ti na'];
const FILL = 'dha . na . dha . na . dha ti dha ti dha dha na na';
const CLAPS = '. . x . . . x .';
const LOW = ['S . . S . P, D, .', 'S . . S . S P, .'];
// Answers itself over two bars, then rests for two.
const RIFF = [". . S' . R' G' R' S'", ". . P . D S' D P", '. . . . . . . .', '. . . . . . . .'];

// What each syllable is played with, and how strongly.
const SYLLABLES: Readonly<Record<string, readonly (readonly [Note['instrument'], number])[]>> = {
  dha: [
    ['dholakBass', 1],
    ['dholakRim', 0.8],
  ],
  dhi: [
    ['dholakBass', 0.7],
    ['dholakRim', 0.7],
  ],
  ge: [['dholakBass', 0.75]],
  na: [['dholakRim', 1]],
  ti: [['dholakShut', 1]],
  ka: [['dholakShut', 0.8]],
  '.': [],
};

/** Dholak and claps over a low string; all hands together on the big figure and on the call of the end card. */
export function scoreBold(film: BedFilm): Note[] {
  const { bars, lastSeconds, figureSeconds } = layBars(film, BPM);
  const notes = bars.flatMap(barNotes);
  return [
    ...notes,
    ...(figureSeconds === undefined ? [] : hit(figureSeconds, 0.6)),
    ...hit(lastSeconds, 0.75),
    ...ringing(lastSeconds),
  ];
}

function barNotes(bar: Bar): Note[] {
  const drumRow = bar.toGo === 1 ? FILL : turnOf(GROOVE, bar.toGo);
  const row = drumRow.split(' ');
  const drum = strokes(bar, row, (syllable, { place, ...when }) =>
    (SYLLABLES[syllable] ?? []).map(([instrument, strength]) => ({
      ...{ instrument, hertz: 0, ...when, gain: 0.22 * strength * weight(place, row.length, bar.toGo) },
    })),
  );
  const claps = strokes(bar, CLAPS.split(' '), (hands, { place: _, ...when }): Note[] =>
    hands === 'x' ? [{ instrument: 'clap', hertz: 0, ...when, gain: 0.2 }] : [],
  );
  const strings = (line: string, loud: number) =>
    strokes(bar, readSargam(line), (hertz, { place, ...when }): Note[] => [
      { instrument: 'ektara', hertz, ...when, gain: loud * weight(place, 8, bar.toGo) },
    ]);
  return [...drum, ...claps, ...strings(turnOf(LOW, bar.toGo), 0.18), ...strings(turnOf(RIFF, bar.toGo), 0.12)];
}

/** Drum, palms and strings at once, and then they ring. */
function hit(atSeconds: number, strength: number): Note[] {
  const struck = { atSeconds, seconds: 1, hertz: 0 };
  return [
    { instrument: 'dholakBass', ...struck, gain: 0.4 * strength },
    { instrument: 'dholakRim', ...struck, gain: 0.25 * strength },
    { instrument: 'clap', ...struck, gain: 0.35 * strength },
    ...readSargam("S, S P S'").flatMap((hertz): Note[] =>
      hertz ? [{ instrument: 'ektara', ...struck, hertz, gain: 0.2 * strength }] : [],
    ),
  ];
}

// A dholak is dry: the open strings carry the call to the film's end.
function ringing(atSeconds: number): Note[] {
  return readSargam('S, P, S').flatMap((hertz): Note[] =>
    hertz ? [{ instrument: 'tanpura', atSeconds, seconds: 1, hertz, gain: 0.1 }] : [],
  );
}
