import { readVariant } from '../../engine/film/preset-variants.ts';
import { filmUri } from '../../engine/playlists/film-location.ts';
import { parsePlaylistSettings } from '../../engine/playlists/playlist-settings.ts';
import type { Feed } from '../../engine/playlists/write-mrss.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { listChannels, type Operator } from '../directory/index.ts';
import { comingDays, type DeliveryParts, listOperatorFilms, titleOf } from './operator-needs.ts';
import { listReleasedLogs } from './planned.store.ts';

/** The films of the coming days as a feed: one item a cut, its files in the order of the operator's presets. `base`: address of the operator. */
export function buildOperatorFeed(parts: DeliveryParts, operator: Operator, base: string): Feed {
  const { rows } = parts.catalogue;
  const span = comingDays(parts);
  const channelIds = listChannels(rows, [operator.id]).map((channel) => channel.id);
  const changes = listReleasedLogs(rows, channelIds, span).map((log) => log.changedAt);
  const settings = unwrap(parsePlaylistSettings({ addressBase: `${base}/files` }));
  // Who reads a feed plays what stands in it, and its lengths are the films': files with slate are in the manifest.
  const plain = listOperatorFilms(rows, operator, span).filter(({ preset }) => !readVariant(preset).slated);
  const cuts = Map.groupBy(plain, (film) => film.cutId);
  const newest = changes.sort().at(-1);
  return {
    title: operator.name,
    link: base,
    self: `${base}/feed.xml`,
    changedAt: newest === undefined ? undefined : new Date(newest),
    items: [...cuts.values()].flatMap((films) => {
      const [one] = films;
      if (!one) return [];
      return {
        id: `urn:prerna:cut:${one.house}`,
        title: titleOf(rows, one, 'hi'),
        about: `${one.house} ${one.first}`,
        lengthFrames: one.lengthFrames,
        // In the order of the operator's presets.
        renditions: films.map(({ preset, file, sizeBytes }) => ({
          uri: filmUri(`${preset}/${file}`, settings),
          bytes: sizeBytes,
        })),
      };
    }),
  };
}
