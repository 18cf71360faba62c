import type { BedName } from './bed-names.ts';
import { formatWav } from './format-wav.ts';
import type { BedFilm } from './lay-bars.ts';
import { BED_RATE, type Stereo } from './stereo.ts';
import { synthesiseBed } from './synthesise-bed.ts';

// Beds hold next to nothing above 6 kHz: a third of the rate, in mono, is a sixth of the bytes on a village line.
const THIN = 3;
// As loud as other things that a phone plays: −23 LUFS is faint in a hand.
const LOUDER = 1.6;

/** A bed to listen to, as a WAV file of 16 kHz. */
export async function previewBed(name: BedName, film: BedFilm): Promise<Uint8Array> {
  return formatWav([thinned(await synthesiseBed(name, film))], BED_RATE / THIN);
}

/** The mean of so many samples, which is low-pass enough for sound that has no highs. */
function thinned({ left, right }: Stereo): Float32Array {
  return Float32Array.from({ length: Math.floor(left.length / THIN) }, (_, index) => {
    let sum = 0;
    for (let at = index * THIN; at < (index + 1) * THIN; at += 1) sum += (left[at] ?? 0) + (right[at] ?? 0);
    return (LOUDER * sum) / (2 * THIN);
  });
}
