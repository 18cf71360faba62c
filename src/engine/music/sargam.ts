/** Sa, from which all is counted: D3. */
const SA_HERTZ = 146.83;

const STEPS: Readonly<Record<string, number>> = {
  ...{ S: 0, r: 1, R: 2, g: 3, G: 4, m: 5, M: 6, P: 7, d: 8, D: 9, n: 10, N: 11 },
};

/**
 * Pitches (Hz) of a row in sargam: `S R G m P D N`, small letters for the flat ones (`M`: sharp Ma), `'` an octave up, `,` one
 * down, `.` a rest (undefined). Throws a programmer's error for anything else.
 */
export function readSargam(row: string): (number | undefined)[] {
  return row.split(/\s+/).map((note) => (note === '.' ? undefined : pitchOf(note)));
}

function pitchOf(note: string): number {
  const [, letter = '', marks = ''] = /^([A-Za-z])([',]*)$/.exec(note) ?? [];
  const step = STEPS[letter];
  if (step === undefined) throw new Error(`not a note in sargam: ${note}`);
  const octave = [...marks].reduce((sum, mark) => sum + (mark === "'" ? 1 : -1), 0);
  return SA_HERTZ * 2 ** (octave + step / 12);
}
