import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptionCue } from '../captions/cue.ts';
import { writeSrt } from '../captions/write-srt.ts';
import { writeVtt } from '../captions/write-vtt.ts';

/** Captions as files beside the film: SRT for players and social sites, WebVTT for browsers. */
export async function writeSidecars(
  cues: readonly CaptionCue[],
  folder: string,
): Promise<{ srt: string; vtt: string }> {
  const [srt, vtt] = [join(folder, 'captions.srt'), join(folder, 'captions.vtt')];
  await writeFile(srt, writeSrt(cues));
  await writeFile(vtt, writeVtt(cues));
  return { srt, vtt };
}
