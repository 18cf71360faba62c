import type { SoundFault } from './decide-voice.ts';
import type { FilmWarning } from './film-warning.ts';
import type { MadeOf } from './segments/made-of.ts';

const NO_VOICE: FilmWarning = { code: 'film.no-voice', user: 'film.warn.noVoice' };

/** What people are told of a fault of the clip's sound. */
export const FAULT_WARNINGS = {
  'one-sided': { code: 'film.sound-one-sided', user: 'film.warn.soundOneSided' },
  'out-of-phase': { code: 'film.sound-out-of-phase', user: 'film.warn.soundOutOfPhase' },
  clipped: { code: 'film.sound-clipped', user: 'film.warn.soundClipped' },
  noisy: { code: 'film.sound-noisy', user: 'film.warn.soundNoisy' },
  surround: { code: 'film.sound-surround', user: 'film.warn.soundSurround' },
  silent: { code: 'film.sound-silent', user: 'film.warn.soundSilent' },
  faint: NO_VOICE,
  narrow: { code: 'film.sound-narrow', user: 'film.warn.soundNarrow' },
} as const satisfies Record<SoundFault, FilmWarning>;

/** `missing`: no clip has sound. */
export function soundWarnings({ voice, faults }: MadeOf['sound'], missing: boolean): FilmWarning[] {
  if (missing) return [{ code: 'film.no-sound', user: 'film.warn.noSound' }];
  const said = faults.map((fault) => FAULT_WARNINGS[fault]);
  // Where nothing is recorded nobody needs to hear that it is faint, too.
  if (voice === 'voice' || faults.includes('silent')) return said;
  return [...said, NO_VOICE];
}
