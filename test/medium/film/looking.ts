import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lavfi.ts';

/** Plain programs that look at a finished film, without our code. */
function run(program: string, words: readonly string[]): { stdout: Buffer; stderr: string } {
  const done = spawnSync(program, words, { maxBuffer: 2 ** 26 });
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`);
  return { stdout: done.stdout, stderr: done.stderr.toString() };
}

/** Facts of the picture with every frame decoded and counted. */
export function pictureFacts(path: string) {
  const entries = 'stream=nb_read_frames,r_frame_rate,sample_aspect_ratio,field_order,width,height';
  const words = [
    '-v',
    'error',
    '-count_frames',
    '-select_streams',
    'v:0',
    '-show_entries',
    entries,
    '-of',
    'json',
    path,
  ];
  const { streams } = JSON.parse(run('ffprobe', words).stdout.toString()) as {
    streams: Record<string, string | number>[];
  };
  return streams[0] ?? {};
}

/** Codec, channels and bits of each track of sound. */
export function soundFacts(path: string): { readonly streams: unknown } {
  const entries = 'stream=codec_name,channels,bits_per_raw_sample';
  const words = ['-v', 'error', '-select_streams', 'a', '-show_entries', entries, '-of', 'json', path];
  return { streams: JSON.parse(run('ffprobe', words).stdout.toString()).streams };
}

/** Integrated loudness and true peak of the whole sound; two mono streams are heard together. */
export function heard(path: string, monoStreams = 1) {
  const join = monoStreams > 1 ? '[0:a:0][0:a:1]amerge,' : '[0:a]';
  const words = [
    '-hide_banner',
    '-nostats',
    '-i',
    path,
    '-filter_complex',
    `${join}ebur128=peak=true:framelog=verbose[a]`,
  ];
  const { stderr } = run('ffmpeg', [...words, '-map', '[a]', '-f', 'null', '-']);
  const last = (pattern: RegExp) => Number([...stderr.matchAll(pattern)].at(-1)?.[1]);
  return { lufs: last(/\bI:\s+(\S+) LUFS/g), truePeakDbtp: last(/\bPeak:\s+(\S+) dBFS/g) };
}

/** Mean colour (0–255) of a box of one frame, on a 1920 × 1080 canvas. */
export function colourAt(path: string, frame: number, box: { x: number; y: number; width: number; height: number }) {
  const crop = `select=eq(n\\,${frame}),scale=1920:1080,crop=${box.width}:${box.height}:${box.x}:${box.y},scale=1:1:flags=area`;
  const words = ['-v', 'error', '-i', path, '-vf', crop, '-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  const [red = 0, green = 0, blue = 0] = run('ffmpeg', words).stdout;
  return { red, green, blue };
}

/** The folder of films from the field, beside the project; undefined where it is not. */
export const sharedMedia = ['../shared/media', '../../shared/media']
  .map((folder) => join(projectRoot, folder))
  .find((folder) => existsSync(folder));
