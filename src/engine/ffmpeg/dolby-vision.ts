import type { Refusal } from '../../kernel/refusal.ts';
import { refuseFilm } from './film-refusals.ts';
import type { StreamHeader } from './probe-header.ts';

/**
 * Dolby Vision of phones (profile 8) carries an HLG or PQ picture that stands by itself; profile 5 has colours of its own,
 * which come out green and violet without Dolby's decoder. undefined = can be shown.
 */
export function refuseDolbyVision({ side_data_list }: Pick<StreamHeader, 'side_data_list'>): Refusal | undefined {
  const profile = side_data_list.find((it) => it.dv_profile !== undefined)?.dv_profile;
  return profile === 5 ? refuseFilm('film.codec', 'Dolby Vision profile 5 has no picture of its own') : undefined;
}
