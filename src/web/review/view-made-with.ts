import { listSoundFaults } from '../../domain/render/index.ts';
import { type CutOrder, cutEnd, type Spot } from '../../domain/spots/index.ts';
import type { HelpName } from '../../engine/film/shot-helps.ts';
import { FAULT_WARNINGS } from '../../engine/film/sound-warnings.ts';
import { formatLength } from '../frame/format.ts';
import type { WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { viewHelps } from '../spots/view-helps.ts';
import type { MadeWithView } from './made-with.tsx';

/** What was done to a spot's clip; `cutIds`: whose films are looked at; `offered`: the helps that this machine can show. */
export function viewMadeWith(
  c: WebContext,
  spot: Spot,
  { cutIds, offered }: { readonly cutIds: readonly string[]; readonly offered: readonly HelpName[] },
): MadeWithView {
  const t = c.get('t');
  const { music = 'none', look, cuts } = spot.document;
  const bed = t(`music.${music === 'look' ? look : music}`);
  return {
    parts: cuts.map((cut) => t('review.partOf', partOf(cut))),
    helps: viewHelps(c, spot, offered).filter(({ on }) => on),
    music: music === 'none' ? bed : t('review.music', { bed }),
    sound: listSoundFaults(c.get('app').catalogue.rows, cutIds).map((fault) =>
      messageIn(c.get('language'), FAULT_WARNINGS[fault].user),
    ),
  };
}

function partOf(cut: CutOrder) {
  return { n: cut.lengthSeconds, from: formatLength(cut.fromFrame), until: formatLength(cutEnd(cut)) };
}
