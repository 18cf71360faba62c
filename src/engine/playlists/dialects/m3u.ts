import { frames, toSeconds } from '../../../kernel/frames.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { filmPath } from '../film-location.ts';
import { latinTitle, toAscii } from '../latin-title.ts';
import { type LogDocument, listItems, type PlaylistItem } from '../log-document.ts';
import { oneLine } from '../plain-text.ts';
import type { PlaylistDialect } from '../playlist-dialect.ts';
import type { PlaylistSettings } from '../playlist-settings.ts';

/** For Windows boxes: ASCII only, CR LF, no byte order mark (simple readers take it for a part of the first line). */
export const m3u: PlaylistDialect = {
  name: 'm3u',
  extension: 'm3u',
  contentType: 'audio/x-mpegurl',
  carriesTimes: false,
  canWrite: findForeignName,
  write: (log, settings) => joinLines(log, settings, latinTitle, '\r\n'),
};

/** UTF-8 by definition of the ending; Hindi titles unless the operator wants Latin ones. */
export const m3u8: PlaylistDialect = {
  name: 'm3u8',
  extension: 'm3u8',
  // application/vnd.apple.mpegurl makes VLC look for the segments of a live stream, and play nothing.
  contentType: 'audio/x-mpegurl; charset=utf-8',
  carriesTimes: false,
  write(log, settings) {
    const titleOf = settings.titles === 'latin' ? latinTitle : ({ title }: { title: string }) => oneLine(title);
    return joinLines(log, settings, titleOf, '\n');
  },
};

function joinLines(
  log: LogDocument,
  settings: PlaylistSettings,
  titleOf: (film: PlaylistItem['film']) => string,
  lineEnd: '\n' | '\r\n',
): string {
  const lines = ['#EXTM3U'];
  let lastBreak: string | undefined;
  for (const item of listItems(log)) {
    // A comment for people: players skip it, and an officer who opens the file sees when the break is.
    if (item.break !== lastBreak) lines.push(`# ${item.at.slice(0, 8)} ${toAscii(item.break)}`);
    lastBreak = item.break;
    lines.push(
      `#EXTINF:${toSeconds(frames(item.lengthFrames))},${titleOf(item.film)}`,
      filmPath(item.film.file, settings),
    );
  }
  return lines.map((line) => line + lineEnd).join('');
}

/** The first film whose path an ASCII playlist cannot name. */
export function findForeignName(log: LogDocument, settings: PlaylistSettings): Refusal | undefined {
  const path = listItems(log)
    .map((item) => filmPath(item.film.file, settings))
    .find((one) => !/^[\x20-\x7e]+$/.test(one));
  if (path === undefined) return undefined;
  return { code: 'playlist.fileName', user: 'playlist.refused.fileName', tech: `not ASCII: ${path}`, params: { path } };
}
