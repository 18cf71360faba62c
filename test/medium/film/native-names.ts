import { execFileSync, spawnSync } from 'node:child_process';
import { z } from 'zod';

const said = z.looseObject({ '@type': z.string() });
const report = z.object({ media: z.object({ track: z.array(said) }) });

export const hasMediaInfo = spawnSync('mediainfo', ['--Version'], { stdio: 'ignore' }).error === undefined;

/** What the native MediaInfo says of a file: of the whole, of its first picture, of its first sound. */
export function nativeNames(path: string) {
  const text = execFileSync('mediainfo', ['--Output=JSON', path], { encoding: 'utf8' });
  const { track } = report.parse(JSON.parse(text)).media;
  const of = (type: string): Readonly<Record<string, unknown>> => track.find((one) => one['@type'] === type) ?? {};
  return { whole: of('General'), picture: of('Video'), sound: of('Audio') };
}
