import { describe, expect, it } from 'vitest';
import { findPlaylistDialect, playlistDialects } from '../../../src/engine/playlists/dialects.ts';
import { type LogDocument, parseLogDocument } from '../../../src/engine/playlists/log-document.ts';
import { parsePlaylistSettings } from '../../../src/engine/playlists/playlist-settings.ts';
import { writePlaylist } from '../../../src/engine/playlists/write-playlist.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { expectGolden, readGolden } from '../../golden/golden.ts';

const log = unwrap(parseLogDocument(JSON.parse(readGolden('playlists/LOG.json'))));
const make = (name: string, settings: object = {}, of: LogDocument = log) => {
  const dialect = findPlaylistDialect(name);
  if (!dialect) throw new Error(`no dialect ${name}`);
  return writePlaylist(dialect, of, unwrap(parsePlaylistSettings(settings)));
};
const textOf = (name: string, settings?: object) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(unwrap(make(name, settings)).bytes);

describe('every dialect', () => {
  it.each(playlistDialects.map((dialect) => dialect.name))('writes %s byte for byte as agreed', (name) =>
    expectGolden(`playlists/log.${name}`, unwrap(make(name, { folder: 'sd-mpeg2' })).bytes),
  );
  it('names its file in ASCII, whatever the channel is called', () => {
    expect(playlistDialects.map((one) => unwrap(make(one.name)).name)).toContain('ujn-01_2026-12-01.xspf');
    const hindi = { ...log, channel: { id: 'उज्जैन', name: '' } };
    expect(unwrap(make('m3u', {}, hindi)).name).toBe('channel_2026-12-01.m3u');
  });
  it('writes an empty day as an empty list, not as a broken one', () => {
    for (const { name } of playlistDialects)
      expect(unwrap(make(name, {}, { ...log, positions: [] })).bytes.length).toBeGreaterThan(0);
  });
});

describe('m3u and pls, for old Windows players', () => {
  it.each(['m3u', 'pls'])('%s is ASCII with CR LF and no byte order mark', (name) => {
    const text = textOf(name);
    expect(/^[\x20-\x7e\r\n]*$/.test(text)).toBe(true);
    expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false);
  });
  it('refuse a film whose name is not ASCII instead of writing a name that no player finds', () => {
    const film = { title: 'x', lengthFrames: 750, file: 'सुनीता.mpg' };
    const foreign = { ...log, cuts: { ...log.cuts, UJNPMA00127: film } };
    const decision = make('m3u', {}, foreign);
    expect(decision.ok ? '' : decision.refusal.code).toBe('playlist.fileName');
    expect(make('m3u8', {}, foreign).ok).toBe(true);
  });
});

describe('where films are', () => {
  it('beside the playlist in a package', () => expect(textOf('m3u8')).toContain('\nUJNPMA00127.mpg\n'));
  it('at an address for machines that fetch, percent-encoded', () => {
    const text = textOf('m3u8', { addressBase: 'https://prerna.example/o/tok/files/sd-mpeg2' });
    expect(text).toContain(
      '\nhttps://prerna.example/o/tok/files/sd-mpeg2/spots%20of%202026/DWSJJM00058%20100%25.mpg\n',
    );
  });
  it('in a folder of a Windows machine', () => {
    expect(textOf('m3u', { mediaRoot: 'D:\\spots' })).toContain('\r\nD:\\spots\\UJNPMA00127.mpg\r\n');
    expect(textOf('xspf', { mediaRoot: 'D:\\my spots' })).toContain(
      '<location>file:///D:/my%20spots/UJNPMA00127.mpg</location>',
    );
  });
  it('in a folder of a Linux machine or on a share', () => {
    expect(textOf('xspf', { mediaRoot: '/srv/spots/' })).toContain(
      '<location>file:///srv/spots/UJNPMA00127.mpg</location>',
    );
    expect(textOf('xspf', { mediaRoot: '\\\\box\\spots' })).toContain(
      '<location>file://box/spots/UJNPMA00127.mpg</location>',
    );
  });
  it('are never taken from settings that contradict each other or are unknown', () => {
    expect(parsePlaylistSettings({ mediaRoot: 'D:\\', addressBase: 'https://a.example/' }).ok).toBe(false);
    expect(parsePlaylistSettings({ colour: 'red' }).ok).toBe(false);
  });
});

/** Tags that are never closed, or closed out of turn: empty for well-formed XML of elements, text and five entities. */
function openTags(xml: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = '', alone] of xml
    .replace(/^<\?.*?\?>/, '')
    .matchAll(/<(\/?)([A-Za-z:]+)(?: [A-Za-z:]+="[^"<]*")*(\/?)>/g)) {
    if (alone === '/') continue;
    if (slash !== '/') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return [...open, `/${name}`];
  }
  const rest = xml.replaceAll(/<[^<>]*>/g, '').replaceAll(/&(amp|lt|gt|quot);/g, '');
  return /[<>&]/.test(rest) ? ['stray sign'] : open;
}

const readEntities = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe('xspf', () => {
  it('is well-formed XML, with whole milliseconds and the title as typed', () => {
    const text = textOf('xspf');
    expect(openTags(text)).toEqual([]);
    const all = (name: string) =>
      [...text.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g'))].map((match) => readEntities(match[1] ?? ''));
    expect(all('duration')).toEqual(['30000', '20200', '40000']);
    expect(all('title')[2]).toBe('=HYPERLINK("x"), <लाड़ली बहना> & सुनीता बाई');
    expect(decodeURIComponent(all('location')[2] ?? '')).toBe('spots of 2026/DWSJJM00058 100%.mpg');
  });
});

describe('mrss', () => {
  it('is well-formed, with whole seconds and titles as typed, one item for each position', () => {
    const text = textOf('mrss', { addressBase: 'https://prerna.example/o/tok/files' });
    expect(openTags(text)).toEqual([]);
    expect([...text.matchAll(/ duration="([^"]*)"/g)].map((match) => match[1])).toEqual(['30', '21', '40']);
    const titles = [...text.matchAll(/<media:title type="plain">(.*?)</g)].map((match) => readEntities(match[1] ?? ''));
    expect(titles).toEqual(log.positions.map((position) => log.cuts[position.cut]?.title.replace(/\s+/g, ' ')));
    const ids = [...text.matchAll(/<guid isPermaLink="false">(.*?)</g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(log.positions.length);
  });
  it('encloses only films whose size is known: an enclosure without a length is no enclosure', () => {
    expect(textOf('mrss').match(/<enclosure url="[^"]+" length="15212544" type="video\/mpeg"\/>/g)).toHaveLength(1);
  });
});

describe('csv', () => {
  it('keeps a cell that begins like a formula from being calculated', () =>
    expect(textOf('csv')).toContain('"\'=HYPERLINK(""x""), <लाड़ली बहना> & सुनीता बाई"'));
  it('begins with the mark that Excel needs, unless the operator wants none', () => {
    expect(textOf('csv').startsWith('\uFEFFdate,planned')).toBe(true);
    expect(textOf('csv', { bom: false }).startsWith('date,planned')).toBe(true);
  });
});

describe('a log document', () => {
  const refused = (more: object) => {
    const decision = parseLogDocument({ ...log, ...more });
    return decision.ok ? '' : decision.refusal.tech;
  };
  it('is refused when a position names a film that is not there', () =>
    expect(refused({ cuts: {} })).toContain('no film for cut UJNPMA00127'));
  it.each(['../secret.mpg', '/etc/passwd', 'C:\\x.mpg', 'a\nb.mpg', 'a//b.mpg'])(
    'is refused with the file name %j',
    (file) =>
      expect(refused({ cuts: { ...log.cuts, UJNPMA00127: { title: 'x', lengthFrames: 750, file } } })).toContain(
        'file name',
      ),
  );
  it('is refused with frame 25, which does not exist at 25 frames a second', () =>
    expect(refused({ positions: [{ ...log.positions[0], at: '06:58:00:25' }] })).toContain('time code'));
});
