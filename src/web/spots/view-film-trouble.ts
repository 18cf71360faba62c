import { findFilmTrouble, listDeliverables } from '../../domain/render/index.ts';
import { listCuts, type Spot } from '../../domain/spots/index.ts';
import { personOf, type WebContext } from '../http/route.ts';
import { sayRefusal } from '../locales/say-refusal.ts';
import type { NamePreset } from '../review/name-presets.ts';
import { viewQuality } from '../review/view-quality.ts';
import type { FilmTroubleView } from './film-trouble.tsx';

const MAY_AGAIN: readonly string[] = ['staff', 'reviewer', 'admin'];

/** Why a spot's films are not being made, told to this reader; `againAction` is where a page has them made again,
 * `faultsOf` names the files whose faults are shown with it. */
export function viewFilmTrouble(
  c: WebContext,
  spot: Spot,
  { againAction, faultsOf }: { againAction: string; faultsOf: NamePreset | undefined },
): FilmTroubleView | undefined {
  const { jobs, catalogue } = c.get('app');
  const [t, language, { role }] = [c.get('t'), c.get('language'), personOf(c)];
  const trouble = findFilmTrouble(jobs.desk, catalogue.rows, spot);
  if (!trouble) return undefined;
  const cuts = faultsOf ? listCuts(catalogue.rows, spot.id).filter((cut) => cut.spotVersion === spot.version) : [];
  const films = listDeliverables(
    catalogue.rows,
    cuts.map((cut) => cut.id),
  );
  return {
    text: trouble.refusal ? sayRefusal(language, trouble.refusal) : t('spot.filmsFailed'),
    next: t(role === 'staff' ? 'spot.nextForMaker' : 'spot.nextForOffice'),
    faults: faultsOf ? viewQuality(films, { language, namePreset: faultsOf }).faults : [],
    againAction: MAY_AGAIN.includes(role) ? againAction : undefined,
  };
}
