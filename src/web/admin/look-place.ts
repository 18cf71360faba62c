import { listDistricts, STATE } from '../../domain/directory/index.ts';
import { LOOKS } from '../../domain/spots/index.ts';
import type { LookName } from '../../engine/graphics/look-names.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { personOf, type WebContext } from '../http/route.ts';

/** The places whose looks the person keeps: the whole state first, for those who stand for it. */
export function keptPlaces(c: WebContext): { value: string; label: string }[] {
  const { reach, districts } = personOf(c);
  const { rows } = c.get('app').catalogue;
  const language = c.get('language');
  const state = reach.kind === 'state' ? [{ value: STATE, label: c.get('t')('look.place.state') }] : [];
  return [...state, ...listDistricts(rows, districts).map((one) => ({ value: one.code, label: one[language] }))];
}

/** The place that was asked for, or the first that the person keeps; one out of reach is not there. */
export function placeOf(c: WebContext, asked: string | undefined): string {
  const places = keptPlaces(c).map(({ value }) => value);
  const place = asked ? places.find((value) => value === asked) : places[0];
  if (place === undefined) throw new NotFoundError('place');
  return place;
}

export function lookOf(c: WebContext): LookName {
  const look = LOOKS.find((name) => name === c.req.param('look'));
  if (!look) throw new NotFoundError('look');
  return look;
}

export function placeName(c: WebContext, place: string): string {
  return keptPlaces(c).find(({ value }) => value === place)?.label ?? place;
}
