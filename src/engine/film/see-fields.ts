import type { PictureFacts } from '../ffmpeg/film-facts.ts';
import { guardedInput } from '../ffmpeg/film-input.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { decideFields, type FieldVerdict } from '../fields/decide-fields.ts';
import { LINED_WIDTH, linedLuma } from '../fields/lined-picture.ts';
import { FieldScales, type FieldsSeen } from '../fields/weigh-fields.ts';
import { pictureCutter } from '../qc/luma-frames.ts';
import type { ShotSource } from './film-order.ts';
import { formatGraph } from './filter-graph.ts';

/** A clip's picture, where it may hold fields. */
export interface LinedClip {
  readonly path: string;
  readonly demuxer: string;
  readonly durationSeconds: number;
  readonly picture: Pick<PictureFacts, 'index' | 'height' | 'fps' | 'fieldOrder'>;
}

interface Seeing {
  readonly runner: MediaRunner;
  readonly signal?: AbortSignal | undefined;
}

// About a second: most clips tell within it.
const PICTURES = 24;
const MOST_PLACES = 3;
// So many moving pictures tell for certain; a clip of which less is seen is looked at in further places.
const ENOUGH = 12;

/** What moves in the clip decides, whatever the flag says; where that tells nothing, the flag. Rejects with FfmpegError. */
export async function seeFields(clip: LinedClip, seeing: Seeing): Promise<ShotSource['fields']> {
  const flag = FLAGS[clip.picture.fieldOrder];
  let seen: FieldsSeen = { top: 0, bottom: 0, progressive: 0 };
  for (const seconds of placesIn(clip)) {
    seen = sum(seen, await weighAt(clip, seconds, seeing));
    if (seen.top + seen.bottom + seen.progressive >= ENOUGH && judgeSeen(seen, flag)) break;
  }
  const verdict = judgeSeen(seen, flag) ?? flag;
  return verdict === 'whole' ? undefined : verdict;
}

/** A flag that names the other order is overruled only for certain: the digits of a running clock deceive, for nothing of them moves. */
export function judgeSeen(seen: FieldsSeen, flag: ShotSource['fields']): FieldVerdict | undefined {
  const verdict = decideFields(seen);
  const otherOrder = verdict !== 'whole' && flag !== undefined && verdict !== flag;
  return otherOrder && Math.max(seen.top, seen.bottom) < ENOUGH ? undefined : verdict;
}

/** Where to look (s), the middle first; no picture is looked at twice. */
export function placesIn({ durationSeconds, picture }: LinedClip): number[] {
  const window = PICTURES / picture.fps;
  const count = Math.min(MOST_PLACES, Math.max(1, Math.floor(durationSeconds / window)));
  const middles = Array.from({ length: count }, (_, at) => ((at + 0.5) / count) * durationSeconds);
  const off = (seconds: number) => Math.abs(seconds - durationSeconds / 2);
  return middles.toSorted((a, b) => off(a) - off(b)).map((middle) => Math.max(0, middle - window / 2));
}

async function weighAt(
  { path, demuxer, picture }: LinedClip,
  seconds: number,
  { runner, signal }: Seeing,
): Promise<FieldsSeen> {
  const raster = { width: LINED_WIDTH, height: picture.height };
  const scales = new FieldScales(raster);
  const chain = { from: [`0:${picture.index}`], filters: linedLuma(), to: ['lined'] };
  await runner.ffmpeg({
    tokens: [
      // As stored: a turn by half would change the fields' order, one by a quarter would stand them up.
      ...guardedInput({ path, demuxer }, ['-noautorotate', '-an', '-ss', seconds.toFixed(2)]),
      ['-filter_complex', formatGraph([chain])],
      // As recorded: an even rate would show pictures twice.
      ['-map', '[lined]', '-frames:v', String(PICTURES), '-fps_mode', 'passthrough', '-f', 'rawvideo'],
    ],
    reads: [path],
    onBytes: pictureCutter((luma) => scales.take(luma), raster.width * raster.height),
    signal,
  });
  return scales.seen;
}

function sum(one: FieldsSeen, other: FieldsSeen): FieldsSeen {
  return {
    top: one.top + other.top,
    bottom: one.bottom + other.bottom,
    progressive: one.progressive + other.progressive,
  };
}

// The second letter is the field that is shown first.
const FLAGS: Readonly<Record<PictureFacts['fieldOrder'], ShotSource['fields']>> = {
  progressive: undefined,
  unknown: undefined,
  tt: 'top-first',
  bt: 'top-first',
  bb: 'bottom-first',
  tb: 'bottom-first',
};
