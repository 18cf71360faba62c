import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_RATE } from './speak.mjs';

/** Encodes drawings (RGBA, at half the look's frame rate) and speech to one MP4 as a phone would; gives its size in bytes. */
export async function encodeClip(look, samples, drawings, file) {
  const folder = mkdtempSync(join(tmpdir(), 'prerna-clip-'));
  try {
    const sound = join(folder, 'speech.s16');
    writeFileSync(sound, samples);
    const seconds = samples.length / SAMPLE_RATE;
    const ffmpeg = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', argumentsOf(look, sound, seconds, file), {
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    const ended = once(ffmpeg, 'close');
    for (const drawing of drawings) {
      if (!ffmpeg.stdin.write(drawing)) await once(ffmpeg.stdin, 'drain');
    }
    ffmpeg.stdin.end();
    const [code] = await ended;
    if (code !== 0) throw new Error(`FFmpeg ended with ${code} at ${file}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return statSync(file).size;
}

function argumentsOf(look, sound, seconds, file) {
  const outdoors = ['house', 'field', 'courtyard', 'stall'].includes(look.place);
  return [
    ['-hide_banner', '-loglevel', 'error', '-y'],
    ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', look.size.join('x'), '-r', String(look.fps / 2), '-i', '-'],
    ['-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', '1', '-i', sound],
    // The tone of the place: wind outdoors, a quieter room indoors; a film without any is taken for a fault.
    [
      '-f',
      'lavfi',
      '-t',
      String(seconds),
      '-i',
      `anoisesrc=color=${outdoors ? 'pink' : 'brown'}:amplitude=${outdoors ? 0.012 : 0.02}:sample_rate=48000:seed=7`,
    ],
    [
      '-filter_complex',
      `[1:a]aresample=48000,highpass=f=110,lowpass=f=7500,aecho=0.9:0.7:${outdoors ? '31:0.06' : '19|41:0.16|0.08'},volume=0.9[voice];[voice][2:a]amix=inputs=2:duration=first:normalize=0,alimiter=limit=0.7:level=0[sound]`,
    ],
    ['-map', '0:v', '-map', '[sound]', '-r', String(look.fps)],
    ['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'],
    ['-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'animation', '-crf', '30', '-g', String(look.fps * 4)],
    ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ['-c:a', 'aac', '-b:a', '48k', '-ac', '1', '-ar', '48000'],
    ['-t', seconds.toFixed(2), '-map_metadata', '-1', '-fflags', '+bitexact', '-movflags', '+faststart', file],
  ].flat();
}
