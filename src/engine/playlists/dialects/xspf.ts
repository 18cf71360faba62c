import { FRAME_RATE } from '../../../kernel/frames.ts';
import { filmUri } from '../film-location.ts';
import { latinTitle } from '../latin-title.ts';
import { type LogDocument, listItems, type PlaylistItem } from '../log-document.ts';
import { escapeXml, oneLine } from '../plain-text.ts';
import type { PlaylistDialect } from '../playlist-dialect.ts';
import type { PlaylistSettings } from '../playlist-settings.ts';

/** XSPF 1: locations are percent-encoded URIs, durations milliseconds; the format has no start time, so `meta` carries it. */
export const xspf: PlaylistDialect = {
  name: 'xspf',
  extension: 'xspf',
  contentType: 'application/xspf+xml; charset=utf-8',
  carriesTimes: true,
  write(log, settings) {
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<playlist version="1" xmlns="http://xspf.org/ns/0/">',
      `  <title>${escapeXml(titleOfList(log))}</title>`,
      '  <trackList>',
      ...listItems(log).flatMap((item) => writeTrack(item, log, settings)),
      '  </trackList>',
      '</playlist>',
      '',
    ].join('\n');
  },
};

function titleOfList(log: LogDocument): string {
  return oneLine(`${log.channel.name || log.channel.id} ${log.day}`);
}

// The order of the elements is the one of the XSPF 1 schema.
function writeTrack(item: PlaylistItem, log: LogDocument, settings: PlaylistSettings): string[] {
  const title = settings.titles === 'latin' ? latinTitle(item.film) : oneLine(item.film.title);
  const milliseconds = (item.lengthFrames * 1000) / FRAME_RATE;
  const element = (name: string, content: string) => `      <${name}>${escapeXml(content)}</${name}>`;
  const meta = (rel: string, content: string) => `      <meta rel="urn:prerna:${rel}">${escapeXml(content)}</meta>`;
  return [
    '    <track>',
    element('location', filmUri(item.film.file, settings)),
    element('identifier', `urn:prerna:cut:${encodeURIComponent(item.cut)}`),
    element('title', title),
    element('annotation', oneLine(`${item.at} ${item.break}/${item.position}`)),
    element('duration', String(milliseconds)),
    meta('air-day', log.day),
    meta('air-time', item.at),
    '    </track>',
  ];
}
