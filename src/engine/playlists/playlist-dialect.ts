import type { Refusal } from '../../kernel/refusal.ts';
import type { LogDocument } from './log-document.ts';
import type { PlaylistSettings } from './playlist-settings.ts';

/** One machine's way to be told what to play. Text out, UTF-8 (or its ASCII part); same log, same bytes. */
export interface PlaylistDialect {
  /** The name of interfaces.md; never changes. */
  readonly name: string;
  readonly extension: string;
  readonly contentType: string;
  /** Whether a machine can read from it when each film should start. */
  readonly carriesTimes: boolean;
  /** Why this log cannot be written so; absent where every log can. */
  canWrite?(log: LogDocument, settings: PlaylistSettings): Refusal | undefined;
  write(log: LogDocument, settings: PlaylistSettings): string;
}

/** `<channel>_<YYYY-MM-DD>.<extension>`: ASCII without spaces, whatever the channel is called. */
export function playlistFileName(dialect: PlaylistDialect, channel: string, day: string): string {
  const name = channel.replaceAll(/[^A-Za-z0-9-]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return `${name || 'channel'}_${day}.${dialect.extension}`;
}
