import { writeFile } from 'node:fs/promises';
import { FRAME_RATE } from '../../kernel/frames.ts';
import { duckBed } from '../music/duck-bed.ts';
import { formatWav } from '../music/format-wav.ts';
import { BED_RATE } from '../music/stereo.ts';
import { synthesiseBed } from '../music/synthesise-bed.ts';
import type { FilmOrder } from './film-order.ts';
import { planOrderTimes } from './order-times.ts';

/** In the work folder. */
export const BED_FILE = 'bed.wav';

type BedOrder = Pick<FilmOrder, 'music' | 'lengthFrames' | 'endCardFrom' | 'quote' | 'cues'>;

/** Writes an order's bed, made for its very length and already out of its voice's way, and answers the path; undefined: it has none. */
export async function writeBed(order: BedOrder, path: string): Promise<string | undefined> {
  const { music, lengthFrames, endCardFrom } = order;
  if (!music) return undefined;
  const figureFrom = planOrderTimes(order).figure?.startFrame;
  const sound = await synthesiseBed(music.bed, { lengthFrames, endCardFrom, figureFrom });
  duckBed(sound, { spans: music.spoken, endCardSeconds: endCardFrom / FRAME_RATE });
  await writeFile(path, formatWav([sound.left, sound.right], BED_RATE));
  return path;
}
