import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safePath } from '../film/filter-graph.ts';
import type { MediaTools } from './find-tools.ts';
import type { MediaRunner } from './run-order.ts';
import { runProgram } from './run-program.ts';

// What our films are made with: without one of the first four some preset cannot be made.
const WANTED = {
  libx264: ['-encoders', 'libx264'],
  mpeg2video: ['-encoders', 'mpeg2video'],
  mxf: ['-muxers', 'mxf'],
  libass: ['-filters', 'ass'],
  zscale: ['-filters', 'zscale'],
  vidstab: ['-filters', 'vidstabtransform'],
  hqdn3d: ['-filters', 'hqdn3d'],
} as const;

/** What this FFmpeg was built with. Without zscale, HDR films look pale; without the last two, no film is steadied or cleaned; without the others, films cannot be made. */
export type Capabilities = Readonly<Record<keyof typeof WANTED, boolean>>;

/** Reads FFmpeg's own lists (no film is touched, so no walls are needed). */
export async function findCapabilities({ ffmpeg }: Pick<MediaTools, 'ffmpeg'>): Promise<Capabilities> {
  const names = ['-encoders', '-muxers', '-filters'] as const;
  const answers = await Promise.all(names.map((list) => runProgram([ffmpeg, '-hide_banner', list], { seconds: 15 })));
  const has = ([list, name]: readonly [(typeof names)[number], string]) =>
    readNames(answers[names.indexOf(list)]?.stdout ?? '').has(name);
  return {
    libx264: has(WANTED.libx264),
    mpeg2video: has(WANTED.mpeg2video),
    mxf: has(WANTED.mxf),
    libass: has(WANTED.libass),
    zscale: has(WANTED.zscale),
    // vid.stab is two filters of one library: whoever has the second pass has the first.
    vidstab: has(WANTED.vidstab),
    hqdn3d: has(WANTED.hqdn3d),
  };
}

/** Each line: flags, name, words. */
function readNames(list: string): Set<string> {
  return new Set(list.split('\n').flatMap((line) => /^\s*[A-Z.|]+\s+(\S+)/.exec(line)?.[1]?.split(',') ?? []));
}

const ONE_LINE = `[Script Info]
ScriptType: v4.00+
PlayResX: 320
PlayResY: 240
[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Noto Sans Devanagari,40
[Events]
Format: Layer, Start, End, Style, Text
Dialogue: 0,0:00:00.00,0:00:01.00,Default,नमस्ते
`;

/** Draws one frame with a Hindi line: true when libass says that HarfBuzz shaped it. Without it the letters come out broken. */
export async function proveShaping(runner: MediaRunner): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'prerna-shaping-'));
  const script = safePath(join(folder, 'line.ass'));
  let shaped = false;
  try {
    await writeFile(script, ONE_LINE);
    await runner.ffmpeg({
      tokens: [
        ['-v', 'verbose', '-f', 'lavfi', '-i', 'color=s=320x240:d=0.04'],
        ['-vf', `ass=${script}:shaping=complex`, '-frames:v', '1', '-f', 'null', '-'],
      ],
      reads: [script],
      limits: { seconds: 60 },
      onLine: (line) => {
        if (/HarfBuzz.*\(COMPLEX\)/.test(line)) shaped = true;
      },
    });
    return shaped;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
