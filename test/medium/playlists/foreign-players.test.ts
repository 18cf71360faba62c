import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlaylistDialect } from '../../../src/engine/playlists/dialects.ts';
import { parseLogDocument } from '../../../src/engine/playlists/log-document.ts';
import { parsePlaylistSettings } from '../../../src/engine/playlists/playlist-settings.ts';
import { writePlaylist } from '../../../src/engine/playlists/write-playlist.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-players-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string) => spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0;
// VLC refuses to run as root.
const hasVlc = has('vlc') && process.getuid?.() !== 0;

const names = ['UJNPMA00001', 'UJNPMA00002', 'UJNPMA00003'];
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
      lengthFrames: 25,
    })),
    cuts: Object.fromEntries(
      names.map((name) => [name, { title: 'सुनीता बाई & अन्य', lengthFrames: 25, file: `${name}.mpg` }]),
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
    if (!has('mpv') && !hasVlc) return;
    for (const name of names) {
      const film = [
        '-f',
        'lavfi',
        '-i',
        'testsrc=size=64x64:rate=25:duration=1',
        '-c:v',
        'mpeg2video',
        join(folder, `${name}.mpg`),
      ];
      execFileSync('ffmpeg', ['-nostdin', '-loglevel', 'error', ...film]);
    }
  });
  // mpv reads no XSPF.
  it.skipIf(!has('mpv')).each(['m3u8', 'm3u', 'pls'])('mpv plays our %s to the last film', (dialect) => {
    const played = spawnSync('mpv', ['--no-config', '--vo=null', '--ao=null', '--untimed', writeList(dialect)], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(played.status).toBe(0);
    for (const name of names) expect(played.stdout).toContain(`${name}.mpg`);
  });
  it.skipIf(!hasVlc).each(['xspf', 'm3u8'])('VLC plays our %s to the last film', (dialect) => {
    const quiet = ['-I', 'dummy', '--vout', 'dummy', '--aout', 'dummy', '--play-and-exit', '-vv'];
    const played = spawnSync('vlc', [...quiet, writeList(dialect)], { encoding: 'utf8', timeout: 60_000 });
    expect(played.status).toBe(0);
    for (const name of names) expect(played.stderr).toContain(`${name}.mpg`);
  });
});
