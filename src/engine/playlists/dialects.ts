import { csv } from './dialects/csv.ts';
import { m3u, m3u8 } from './dialects/m3u.ts';
import { mrss } from './dialects/mrss.ts';
import { pls } from './dialects/pls.ts';
import { xspf } from './dialects/xspf.ts';
import type { PlaylistDialect } from './playlist-dialect.ts';

/** Every dialect that is written, in the order people are asked to choose from. */
export const playlistDialects: readonly PlaylistDialect[] = [m3u8, m3u, xspf, pls, mrss, csv];

export function findPlaylistDialect(name: string): PlaylistDialect | undefined {
  return playlistDialects.find((dialect) => dialect.name === name);
}
