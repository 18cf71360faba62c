import { createHash } from 'node:crypto';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import type { LogDocument } from './log-document.ts';
import { type PlaylistDialect, playlistFileName } from './playlist-dialect.ts';
import type { PlaylistSettings } from './playlist-settings.ts';

export interface PlaylistFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** One log in one dialect, as the bytes of a file; refused where the dialect cannot say what the log holds. */
export function writePlaylist(
  dialect: PlaylistDialect,
  log: LogDocument,
  settings: PlaylistSettings,
): Decision<PlaylistFile> {
  const refusal = dialect.canWrite?.(log, settings);
  if (refusal) return refuse(refusal);
  const bytes = new TextEncoder().encode(dialect.write(log, settings));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return allow({ name: playlistFileName(dialect, log.channel.id, log.day), bytes, sha256 });
}
