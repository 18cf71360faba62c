import { FRAME_RATE } from '../../../kernel/frames.ts';
import { filmPath } from '../film-location.ts';
import { latinTitle } from '../latin-title.ts';
import { listItems } from '../log-document.ts';
import type { PlaylistDialect } from '../playlist-dialect.ts';
import { findForeignName } from './m3u.ts';

/** Winamp's list: ASCII, CR LF, counted from 1, whole seconds (a part of a second counts as one more). */
export const pls: PlaylistDialect = {
  name: 'pls',
  extension: 'pls',
  contentType: 'audio/x-scpls',
  carriesTimes: false,
  canWrite: findForeignName,
  write(log, settings) {
    const items = listItems(log);
    const entries = items.flatMap(({ film, lengthFrames }, index) => [
      `File${index + 1}=${filmPath(film.file, settings)}`,
      `Title${index + 1}=${latinTitle(film)}`,
      `Length${index + 1}=${Math.ceil(lengthFrames / FRAME_RATE)}`,
    ]);
    return ['[playlist]', ...entries, `NumberOfEntries=${items.length}`, 'Version=2', ''].join('\r\n');
  },
};
