import type { Spot } from '../../domain/spots/index.ts';
import type { DrawnView } from '../frame/film-frame.tsx';

/** The spot's letters as its film will have them, to lie over its clip. */
export function drawnOver({ id, version, document: { look, benefit } }: Spot): DrawnView {
  const base = `/spots/${id}/looks/`;
  const address = (part: string) => `${base}${look}?for=player&part=${part}&v=${version}`;
  return { look, base, three: benefit !== '', opening: address('opening'), mark: address('mark') };
}
