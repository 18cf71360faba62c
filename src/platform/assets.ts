import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Part of its address: the same address always holds the same bytes. */
  readonly hash: string;
}

/** What the pages load, by file name: style sheets and icons from the source, islands from the build. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  // Templates of what operators download; their own address is put in when they are handed out.
  '.sh': 'text/x-shellscript; charset=utf-8',
  '.ps1': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Reads every asset once, at start; `islandFolder` is absent when run from source in a test. */
export function readAssets(
  projectRoot: string,
  islandFolder = join(dirname(fileURLToPath(import.meta.url)), 'islands'),
): Assets {
  const assets = new Map<string, Asset>();
  for (const folder of [join(projectRoot, 'src/web/assets'), islandFolder]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const type = TYPES[extname(name)];
      if (!type) continue;
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      assets.set(name, { bytes, type, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16) });
    }
  }
  return assets;
}
