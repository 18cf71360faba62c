import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlaylistDialect } from '../../../src/engine/playlists/dialects.ts';
import { parseLogDocument } from '../../../src/engine/playlists/log-document.ts';
import { parsePlaylistSettings } from '../../../src/engine/playlists/playlist-settings.ts';
import { writePlaylist } from '../../../src/engine/playlists/write-playlist.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { makeFilm } from '../lavfi.ts';
import { hasMpv, hasVlc, playWithMpv, playWithVlc } from './players.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-players-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FRAMES = 12;
const names = ['UJNPMA00001', 'UJNPMA00002', 'UJNPMA00003'];
const films = names.map((name) => `${name}.mpg`);
const log = unwrap(
  parseLogDocument({
    operator: { id: 'o1', name: 'क्षिप्रा' },
    channel: { id: 'ujn-01', name: 'क्षिप्रा न्यूज़' },
    day: '2026-12-01',
    positions: names.map((cut, index) => ({
      break: 'b1',
      position: index + 1,
      at: `06:58:0${index}:00`,
      cut,
      flight: null,
      lengthFrames: FRAMES,
    })),
    cuts: Object.fromEntries(
      names.map((name) => [name, { title: 'सुनीता बाई & अन्य', lengthFrames: FRAMES, file: `${name}.mpg` }]),
    ),
  }),
);

function writeList(dialectName: string): string {
  const dialect = findPlaylistDialect(dialectName);
  if (!dialect) throw new Error(`no dialect ${dialectName}`);
  const made = unwrap(writePlaylist(dialect, log, unwrap(parsePlaylistSettings({}))));
  writeFileSync(join(folder, made.name), made.bytes);
  return join(folder, made.name);
}

describe('other people’s players', () => {
  beforeAll(() => {
    if (!hasMpv && !hasVlc) return;
    chmodSync(folder, 0o755);
    const seconds = String(FRAMES / 25);
    const picture = ['-f', 'lavfi', '-i', `testsrc=size=64x64:rate=25:duration=${seconds}`, '-c:v', 'mpeg2video'];
    for (const film of films) makeFilm(join(folder, film), picture);
  });
  // mpv reads no XSPF.
  it.skipIf(!hasMpv).each(['m3u8', 'm3u', 'pls'])('mpv plays our %s to the end of the last film', async (dialect) => {
    expect(await playWithMpv(writeList(dialect))).toEqual(films);
  });
  it.skipIf(!hasVlc).each(['xspf', 'm3u8', 'm3u', 'pls'])(
    'VLC plays our %s to the end of the last film',
    async (dialect) => {
      expect(await playWithVlc(writeList(dialect), folder)).toEqual(films);
    },
  );
});
