import { findSpotSight, type Spot, type SpotSight } from '../../domain/spots/index.ts';
import { decideHelps, HELPS, type HelpName, helpFor } from '../../engine/film/shot-helps.ts';
import type { WebContext } from '../http/route.ts';
import type { HelpView } from './helps.tsx';

/** The switches of a spot; `offered` are those that this machine's FFmpeg can give. */
export function viewHelps(c: WebContext, spot: Spot, offered: readonly HelpName[]): HelpView[] {
  const sight = findSpotSight(c.get('app').catalogue.rows, spot.id);
  return HELPS.map((help) => {
    const state = offered.includes(help) ? stateOf(help, sight) : 'lacking';
    const effect = state !== 'lacking' && Object.keys(decideHelps([help], sight?.measured)).length > 0;
    const cut = spot.document.cuts[0]?.fromFrame ?? 0;
    return {
      help,
      on: spot.document.helps?.includes(help) ?? false,
      state,
      why: whyOf(c, { help, state, sight }),
      // Its clip and its cut decide what is seen.
      compared: effect
        ? { href: `/spots/${spot.id}/helps/${help}?v=${spot.clipId}.${cut}`, moving: help === 'steady' }
        : undefined,
    };
  });
}

function stateOf(help: HelpName, sight: SpotSight | undefined): HelpView['state'] {
  if (sight?.needs.some((need) => helpFor(need) === help)) return 'needed';
  const { measured } = sight ?? {};
  if (help === 'steady') return measured?.shake === undefined ? 'unmeasured' : 'notNeeded';
  if (!measured || (help === 'denoise' && measured.noise === undefined)) return 'unmeasured';
  return Object.keys(decideHelps([help], measured)).length === 0 ? 'kept' : 'notNeeded';
}

interface Told {
  readonly help: HelpName;
  readonly state: HelpView['state'];
  readonly sight: SpotSight | undefined;
}

function whyOf(c: WebContext, { help, state, sight }: Told): string {
  const t = c.get('t');
  if (state !== 'needed') return t(`helps.${state}`);
  if (help === 'steady') return t('helps.why.steady', { share: Math.round((sight?.measured?.shake ?? 0) * 100) });
  if (help === 'denoise') return t('helps.why.denoise');
  return t(sight?.needs.includes('darker') ? 'helps.why.darker' : 'helps.why.brighter');
}
