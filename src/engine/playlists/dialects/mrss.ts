import { filmUri } from '../film-location.ts';
import { latinTitle } from '../latin-title.ts';
import { listItems } from '../log-document.ts';
import { oneLine } from '../plain-text.ts';
import type { PlaylistDialect } from '../playlist-dialect.ts';
import { writeMrss } from '../write-mrss.ts';

/** Media RSS as a playlist: one item for each position, in the order of the day. A feed has no place for start times. */
export const mrss: PlaylistDialect = {
  name: 'mrss',
  // Two endings: other XML lists of the same channel and day may lie beside it.
  extension: 'mrss.xml',
  contentType: 'application/rss+xml; charset=utf-8',
  carriesTimes: false,
  write(log, settings) {
    const of = [log.channel.id, log.day];
    return writeMrss({
      title: `${log.channel.name || log.channel.id} ${log.day}`,
      link: settings.addressBase ?? `urn:prerna:log:${of.map(encodeURIComponent).join(':')}`,
      items: listItems(log).map(({ film, ...item }) => ({
        id: ['urn:prerna:position', ...of, item.break, String(item.position)].map(encodePart).join(':'),
        title: settings.titles === 'latin' ? latinTitle(film) : oneLine(film.title),
        about: `${item.at} ${item.cut}`,
        lengthFrames: item.lengthFrames,
        renditions: [{ uri: filmUri(film.file, settings), bytes: film.bytes, md5: film.md5 }],
      })),
    });
  },
};

function encodePart(part: string, index: number): string {
  return index === 0 ? part : encodeURIComponent(part);
}
