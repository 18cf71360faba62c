import { findPlaylistDialect } from '../../engine/playlists/dialects.ts';
import { playlistFileName } from '../../engine/playlists/playlist-dialect.ts';
import type { Operator } from '../directory/index.ts';
import type { buildManifest } from './manifest.ts';

interface Removal {
  readonly house: string;
  readonly recallId: string;
  readonly acked: boolean;
}

/**
 * The manifest as lines of words, for scripts that know no JSON (POSIX shells, PowerShell 2): `need <sha256> <bytes> <file>`,
 * `list <file> <address>`, `remove <house> <recall> <acked>`. The last line says that all lines came.
 */
export function formatManifestLines(
  manifest: ReturnType<typeof buildManifest>,
  { playlists }: Operator['settings'],
  removals: readonly Removal[],
): string {
  const dialects = playlists.flatMap((name) => findPlaylistDialect(name) ?? []);
  const lines = [
    'prerna 1',
    `operator ${manifest.operator}`,
    ...removals.map(({ house, recallId, acked }) => `remove ${house} ${recallId} ${acked ? 'yes' : 'no'}`),
    ...manifest.need.map(({ sha256, bytes, file }) => `need ${sha256} ${bytes} ${file.replace(/^files\//, '')}`),
    ...manifest.logs.flatMap(({ channel, day }) =>
      dialects.map((dialect) => {
        const address = `channels/${channel}/logs/${day}.${dialect.name}?films=beside`;
        return `list ${playlistFileName(dialect, channel, day)} ${address}`;
      }),
    ),
    'end',
  ];
  return lines.map((line) => `${line}\n`).join('');
}
