import { frames, toSeconds } from '../../../kernel/frames.ts';
import { filmPath } from '../film-location.ts';
import { latinTitle } from '../latin-title.ts';
import { listItems } from '../log-document.ts';
import { oneLine } from '../plain-text.ts';
import type { PlaylistDialect } from '../playlist-dialect.ts';
import { writeCsv } from '../write-csv.ts';

const HEADER = [
  'date',
  'planned',
  'channel',
  'break',
  'position',
  'house',
  'title',
  'seconds',
  'file',
  'bytes',
  'sha256',
] as const;

/**
 * For Excel and for machines: one line a position. Filled in with `time` and `status` it can come back as an as-run;
 * as it stands it says `planned`, so that nobody's list of wishes is ever read as a list of plays.
 */
export const csv: PlaylistDialect = {
  name: 'csv',
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8',
  carriesTimes: true,
  write(log, settings) {
    const rows = listItems(log).map((item) => [
      log.day,
      item.at.slice(0, 8),
      log.channel.id,
      item.break,
      item.position,
      item.cut,
      settings.titles === 'latin' ? latinTitle(item.film) : oneLine(item.film.title),
      toSeconds(frames(item.lengthFrames)),
      filmPath(item.film.file, settings),
      item.film.bytes ?? '',
      item.film.sha256 ?? '',
    ]);
    return writeCsv([HEADER, ...rows], { bom: settings.bom });
  },
};
