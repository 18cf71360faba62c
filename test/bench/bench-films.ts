import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { gateFilm } from '../../src/engine/ffmpeg/gate.ts';
import type { Media } from '../../src/engine/ffmpeg/media.ts';
import type { DeliveryPreset } from '../../src/engine/film/delivery-preset.ts';
import { describeSource } from '../../src/engine/film/describe-source.ts';
import type { FilmOrder } from '../../src/engine/film/film-order.ts';
import { frames } from '../../src/kernel/frames.ts';
import { sober } from '../unit/graphics/film-order.ts';

/** The kinds of clip that cost differently. */
export type BenchKind = 'landscape' | 'portrait' | 'hdr';

export const BENCH_KINDS: readonly BenchKind[] = ['landscape', 'portrait', 'hdr'];

// Grain and movement cost an encoder as much as a phone's clip does.
const PICTURE = 'testsrc2=s=1920x1080:r=30,boxblur=4,noise=alls=8:allf=t';
// The same picture with its white at HDR's (203 nits), as phones film it: brighter, the tone map would flatten its grain.
const HLG = [
  'scale=out_color_matrix=bt709:out_range=tv,format=yuv444p',
  'setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709',
  'zscale=t=linear:npl=203,format=gbrpf32le',
  'zscale=npl=203:t=arib-std-b67:p=2020:m=2020_ncl:r=tv,format=yuv420p10le',
].join();
const HLG_TAGS = ['-color_primaries', 'bt2020', '-color_trc', 'arib-std-b67', '-colorspace', 'bt2020nc'];

/** A clip of that kind with a voice-like tone, made by plain ffmpeg; returns its path. */
export function drawClip(folder: string, kind: BenchKind, seconds: number): string {
  const path = join(folder, `${kind}.mp4`);
  const length = ['-t', String(seconds + 1)];
  const tone = 'aevalsrc=0.2*sin(2*PI*300*t)*(0.6+0.4*sin(2*PI*3*t)):s=48000';
  const inputs = ['-f', 'lavfi', '-i', PICTURE, '-f', 'lavfi', '-i', tone];
  const h264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '16M', '-pix_fmt', 'yuv420p'];
  const hevc = [
    '-vf',
    HLG,
    '-c:v',
    'libx265',
    '-preset',
    'ultrafast',
    '-b:v',
    '12M',
    '-x265-params',
    'log-level=error',
  ];
  plain([...inputs, ...length, ...(kind === 'hdr' ? [...hevc, ...HLG_TAGS] : h264), '-c:a', 'aac', path]);
  if (kind !== 'portrait') return path;
  const turned = join(folder, 'turned.mp4');
  plain(['-i', path, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', turned]);
  return turned;
}

function plain(words: readonly string[]): void {
  const done = spawnSync('ffmpeg', ['-nostdin', '-y', '-v', 'error', ...words], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
}

/** A spot of that clip with lower third, captions and end card. */
export async function orderFilm(
  media: Media,
  film: { readonly path: string; readonly seconds: number; readonly presets: readonly DeliveryPreset[] },
): Promise<FilmOrder> {
  const { path, seconds, presets } = film;
  const { facts, refusal } = await gateFilm(media.runner, path, 'clip');
  if (!facts || refusal) throw new Error(refusal?.tech ?? 'no facts');
  const source = await describeSource(media.runner, { path, sha256: path, facts });
  const lengthFrames = frames(seconds * 25);
  const endCardFrom = frames(lengthFrames - 50);
  const cue = (start: number) => ({ startFrame: frames(start), endFrame: frames(start + 50), lines: ['यह एक कैप्शन है'] });
  return {
    shots: [{ source, fromFrame: frames(0), toFrame: endCardFrom }],
    lengthFrames,
    endCardFrom,
    texts: { name: 'सुनीता बाई', place: ['उज्जैन'] },
    scheme: { names: ['प्रधानमंत्री आवास योजना'], colour: '#1565C0' },
    department: 'जनसम्पर्क विभाग',
    look: sober,
    markCorner: 'left',
    cues: Array.from({ length: Math.floor(endCardFrom / 55) }, (_, index) => cue(index * 55)),
    language: 'hi',
    presets,
  };
}
