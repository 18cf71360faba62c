import { findPlaylistDialect } from '../../engine/playlists/dialects.ts';
import { playlistFileName } from '../../engine/playlists/playlist-dialect.ts';
import { FILE_NAMES, type FileNames, type Operator, operatorFileName } from '../directory/index.ts';
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
  { playlists, fileNames }: Operator['settings'],
  removals: readonly Removal[],
): string {
  const dialects = playlists.flatMap((name) => findPlaylistDialect(name) ?? []);
  const lines = [
    'prerna 1',
    `operator ${manifest.operator}`,
    // The script deletes `<stem>.*` of each line: what came before the operator's names were changed must go too.
    ...removals.flatMap(({ house, recallId, acked }) =>
      stemsOf(fileNames, house).map((stem) => `remove ${stem} ${recallId} ${acked ? 'yes' : 'no'}`),
    ),
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

/** The operator's own name of a cut last: by it the script tells what it did. */
function stemsOf(rule: FileNames, house: string): string[] {
  return FILE_NAMES.toSorted((a) => (a === rule ? 1 : -1)).map((one) => operatorFileName(one, house, 'x').slice(0, -2));
}
