import { guardedInput } from '../ffmpeg/film-input.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { type Chain, type Filter, filter, formatGraph } from '../film/filter-graph.ts';
import { type CodedPicture, shownAspect } from '../film/fit-shot.ts';
import { turned } from '../film/shot-graph.ts';
import type { SourceColour } from '../film/source-colour.ts';
import { toTelevision } from '../film/television-light.ts';
import { mayLie } from './judge-lie.ts';
import { judgeSight, SIGHT_RATE } from './judge-sight.ts';
import type { Senses } from './open-senses.ts';
import type { ClipSight, SightRow } from './sight.ts';
import { spreadPictures } from './spread-pictures.ts';
import { tryTurns } from './try-turns.ts';

/** A clip's picture, as the gate found it. */
export interface SightSource {
  readonly path: string;
  readonly demuxer: string;
  /** Index among all streams of the file. */
  readonly streamIndex: number;
  readonly picture: CodedPicture;
  /** Missing: television's light, as a proxy has it. */
  readonly colour?: SourceColour | undefined;
  /** Pictures a second. */
  readonly fps: number;
  /** Only so much of it is looked at, in frames at 25; missing: all. */
  readonly window?: { readonly fromFrame: number; readonly frames: number } | undefined;
}

export interface Looking {
  readonly runner: MediaRunner;
  readonly senses: Senses;
  readonly signal?: AbortSignal | undefined;
}

/** Looks at a clip by one decoding into small pictures. Rejects with FfmpegError when it cannot be decoded. */
export async function lookAtClip(source: SightSource, looking: Looking): Promise<ClipSight> {
  const size = smallSize(source.picture);
  const sparse = isHeavy(source);
  const rate = sparse ? 1 : SIGHT_RATE;
  const rows: SightRow[] = [];
  const spread = spreadPictures();
  looking.senses.watch(!sparse);
  await readPictures(source, { ...size, rate, looking }, async (rgb, index) => {
    const faces = index % rate === 0 && index / rate < MOST_LOOKS;
    // Before the thread takes its bytes.
    if (faces) spread.offer({ ...size, rgb });
    const seen = await looking.senses.look({ picture: { ...size, rgb }, faces });
    rows.push({ ...seen, atFrame: (source.window?.fromFrame ?? 0) + Math.round((index * 25) / rate) });
  });
  const sight = judgeSight(rows);
  if (looking.senses.lack.faces !== undefined) return { ...sight, faceless: true };
  const lies = mayLie(sight.looks) ? await tryTurns(spread.kept, looking.senses) : undefined;
  return { ...sight, ...(lies && { lies }) };
}

// An hour of looking once a second would be for nothing: the best part is found among so many.
const MOST_LOOKS = 600;

// At 320 the net finds what it finds at 416, for half the time (presets/models/README.md).
const LONG_SIDE = 320;

function smallSize(coded: CodedPicture): { width: number; height: number } {
  const aspect = shownAspect(coded);
  const even = (side: number) => Math.max(16, 2 * Math.round(side / 2));
  return aspect >= 1
    ? { width: LONG_SIDE, height: even(LONG_SIDE / aspect) }
    : { width: even(LONG_SIDE * aspect), height: LONG_SIDE };
}

// 1080p30 and a little: above that only key pictures are decoded, some one a second, and motion is not measured.
const HEAVY_PIXELS_A_SECOND = 1920 * 1088 * 31;

function isHeavy({ picture, fps }: SightSource): boolean {
  return picture.width * picture.height * fps > HEAVY_PIXELS_A_SECOND;
}

interface Reading {
  readonly width: number;
  readonly height: number;
  readonly rate: number;
  readonly looking: Looking;
}

async function readPictures(
  { path, demuxer, streamIndex, picture, colour, fps, window }: SightSource,
  { width, height, rate, looking }: Reading,
  take: (rgb: Uint8Array<ArrayBuffer>, index: number) => Promise<void>,
): Promise<void> {
  const bytes = width * height * 3;
  let rest = new Uint8Array(0);
  let index = 0;
  await looking.runner.ffmpeg({
    tokens: [
      // A picture that was not deblocked looks the same at this size.
      ...guardedInput({ path, demuxer }, [
        ...['-noautorotate', '-skip_loop_filter', 'all'],
        ...(window ? ['-ss', (window.fromFrame / 25).toFixed(2), '-t', (window.frames / 25).toFixed(2)] : []),
        // Of 30 pictures a second five are looked at: those that no other needs are not decoded.
        ...['-skip_frame', rate < SIGHT_RATE ? 'nokey' : fps > 26 ? 'noref' : 'default'],
      ]),
      ['-filter_complex', formatGraph([smallPictures({ picture, colour, streamIndex }, { width, height, rate })])],
      ['-map', '[small]', '-f', 'rawvideo'],
    ],
    reads: [path],
    async onBytes(chunk) {
      rest = Buffer.concat([rest, chunk]);
      for (; rest.length >= bytes; rest = rest.subarray(bytes))
        await take(new Uint8Array(rest.subarray(0, bytes)), index++);
    },
    signal: looking.signal,
  });
}

type Size = Pick<Reading, 'width' | 'height' | 'rate'>;

function smallPictures(
  { picture, colour, streamIndex }: Pick<SightSource, 'picture' | 'colour' | 'streamIndex'>,
  { width, height, rate }: Size,
): Chain {
  const { rotation, mirrored = false } = picture;
  const onSide = rotation === 90 || rotation === 270;
  const filters = [
    filter('fps', { fps: rate, start_time: 0 }),
    ...smallLight(colour, onSide ? { width: height, height: width } : { width, height }),
    ...turned({ rotation, mirrored }),
    filter('format', { pix_fmts: 'rgb24' }),
  ];
  return { from: [`0:${streamIndex}`], filters, to: ['small'] };
}

/** HDR is brought to the light that the film will have; anything else is read as it is, a little cheaper. */
function smallLight(colour: SourceColour | undefined, size: { width: number; height: number }): Filter[] {
  if (colour && colour.light !== 'sdr') return toTelevision(colour, size);
  return [filter('scale', { w: size.width, h: size.height, flags: 'area' })];
}
