import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMedia, type Media } from '../../src/engine/ffmpeg/media.ts';

const searchPath = (process.env.PATH ?? '').split(':').filter(Boolean);
export const projectRoot = join(import.meta.dirname, '../..');

/** FFmpeg with its walls, as the service makes it. */
export function openMedia(): Promise<Media> {
  return createMedia({
    ffmpegPath: process.env.FFMPEG_PATH,
    ffprobePath: process.env.FFPROBE_PATH,
    searchPath,
    projectRoot,
    sandbox: 'auto',
  });
}

/** A folder for a test file's films, and how to take it away. */
export function filmFolder(name: string): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), `prerna-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Makes a film with plain ffmpeg, without our code. */
export function makeFilm(path: string, words: readonly string[]): string {
  const done = spawnSync('ffmpeg', ['-nostdin', '-y', '-v', 'error', ...words, `file:${path}`], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`ffmpeg could not make ${path}: ${done.stderr}`);
  return path;
}

/** Input words of a moving picture with a tone. */
export function moving(seconds: number, raster = '320x240', rate = 25): string[] {
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=${raster}:r=${rate}:d=${seconds}`];
  return [
    ...picture,
    '-f',
    'lavfi',
    '-i',
    `sine=d=${seconds}:r=48000`,
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
  ];
}

/** The mean colour (0–255) of a part of a film's second picture or of a still, read by plain ffmpeg. */
export function meanColour(path: string, crop: string): { red: number; green: number; blue: number } {
  const words = [
    '-i',
    path,
    '-vf',
    `${crop},scale=1:1:flags=area,format=rgb24`,
    '-frames:v',
    '1',
    '-f',
    'rawvideo',
    '-',
  ];
  const { stdout } = spawnSync('ffmpeg', ['-nostdin', '-v', 'error', ...words]);
  const [red = -1, green = -1, blue = -1] = stdout;
  return { red, green, blue };
}
