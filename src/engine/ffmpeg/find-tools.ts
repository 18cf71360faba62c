import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { runProgram } from './run-program.ts';
import { type FfmpegVersion, isFloorMet, parseVersion } from './version.ts';

/** The two programs that all work on films rests on, as they were found at start. */
export interface MediaTools {
  /** Whole path, links resolved: the sandbox binds the folder that it lies in. */
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly version: FfmpegVersion;
  readonly ffmpegFrom: 'FFMPEG_PATH' | 'ffmpeg-static' | 'PATH';
  readonly ffprobeFrom: 'FFPROBE_PATH' | 'beside ffmpeg' | 'PATH' | '@ffprobe-installer/ffprobe';
}

export interface WhereToLook {
  readonly ffmpegPath: string | undefined;
  readonly ffprobePath: string | undefined;
  /** Folders, in order. */
  readonly searchPath: readonly string[];
  /** The folder whose node_modules may hold ffmpeg-static. */
  readonly projectRoot: string;
}

/** No usable FFmpeg; the message says what was tried and what to do. */
export class ToolsMissingError extends Error {
  override readonly name = 'ToolsMissingError';
}

type Candidate<From extends string> = {
  readonly from: From;
  readonly path: string | undefined;
  readonly asked?: boolean;
};

/** FFMPEG_PATH → ffmpeg-static → PATH; FFPROBE_PATH → beside ffmpeg → PATH → @ffprobe-installer. A path that was asked for and does not run is an error, never passed over. */
export async function findTools(where: WhereToLook): Promise<MediaTools> {
  const ffmpeg = await takeFirst('ffmpeg', [
    { from: 'FFMPEG_PATH', path: where.ffmpegPath, asked: true },
    { from: 'ffmpeg-static', path: packagedPath(where.projectRoot, 'ffmpeg-static') },
    ...onPath(where.searchPath, 'ffmpeg'),
  ] as const);
  const ffprobe = await takeFirst('ffprobe', [
    { from: 'FFPROBE_PATH', path: where.ffprobePath, asked: true },
    { from: 'beside ffmpeg', path: join(dirname(ffmpeg.path), executable('ffprobe')) },
    ...onPath(where.searchPath, 'ffprobe'),
    { from: '@ffprobe-installer/ffprobe', path: packagedPath(where.projectRoot, '@ffprobe-installer/ffprobe') },
  ] as const);
  return {
    ffmpeg: ffmpeg.path,
    ffprobe: ffprobe.path,
    version: ffmpeg.version,
    ffmpegFrom: ffmpeg.from,
    ffprobeFrom: ffprobe.from,
  };
}

async function takeFirst<From extends string>(program: string, candidates: readonly Candidate<From>[]) {
  const tried: string[] = [];
  for (const { from, path, asked } of candidates) {
    if (path === undefined) continue;
    const version = await versionOf(path);
    if (version && isFloorMet(version)) return { from, version, path: await realpath(path) };
    const finding = version ? `${path} is ${version.text}, older than 5.1` : `${path} does not run`;
    if (asked) throw new ToolsMissingError(`${from}: ${finding}. Correct the setting or take it away.`);
    if (await isThere(path)) tried.push(finding);
  }
  const looked = tried.length > 0 ? ` (${tried.join('; ')})` : '';
  throw new ToolsMissingError(
    `No ${program} 5.1 or newer was found${looked}. Install FFmpeg (Debian: apt-get install -y ffmpeg) or set FFMPEG_PATH and FFPROBE_PATH.`,
  );
}

// The folders of a path are many, and most hold none: only what is there and is no use is worth a word.
async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function versionOf(path: string): Promise<FfmpegVersion | undefined> {
  try {
    await access(path, constants.X_OK);
    const end = await runProgram([path, '-hide_banner', '-version'], { seconds: 15 });
    return end.code === 0 ? parseVersion(end.stdout) : undefined;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}

function onPath(folders: readonly string[], name: string): Candidate<'PATH'>[] {
  return folders.map((folder) => ({ from: 'PATH', path: join(folder, executable(name)) }));
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

// The packages may be absent, without a binary, or answer null: they are optional and their installers may have failed.
function packagedPath(projectRoot: string, packageName: string): string | undefined {
  const require = createRequire(join(projectRoot, 'package.json'));
  try {
    const found = packagedShape.safeParse(require(packageName));
    return found.success ? found.data : undefined;
  } catch (cause) {
    // Each of the two throws an Error when its binary is not there; anything else is not ours to judge.
    if (cause instanceof Error) return undefined;
    throw cause;
  }
}

const packagedShape = z.union([z.string(), z.object({ path: z.string() }).transform((it) => it.path)]);
