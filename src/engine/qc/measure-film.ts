import { FRAME_RATE } from '../../kernel/frames.ts';
import type { MediaRunner, Token } from '../ffmpeg/run-order.ts';
import { FieldScales } from '../fields/weigh-fields.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { formatGraph } from '../film/filter-graph.ts';
import { framesAround } from '../film/slate/slate-layout.ts';
import type { ContainerFacts, DecodedFacts, FilmMeasurement } from './film-measurement.ts';
import { FlashCounter } from './flashes.ts';
import { looksOfFields } from './judge-fields.ts';
import { pictureCutter, WitnessTaker } from './luma-frames.ts';
import { hasPair, linedPicture, measuringChains } from './measuring-graph.ts';
import { readTradeNames } from './media-info.ts';
import { readProgramClock, readTransportClock } from './multiplex-clock.ts';
import { CONTAINER_ENTRIES, parseContainer } from './parse-container.ts';
import { parseDecodeLog } from './parse-decode-log.ts';
import { KindFinder } from './picture-kinds.ts';
import { StillFinder } from './still-pictures.ts';

export interface MeasureOrder {
  /** Whole path of a file that this installation made or was given to judge. */
  readonly path: string;
  /** What it should be: where its picture stands in the raster. */
  readonly preset: DeliveryPreset;
  readonly signal?: AbortSignal | undefined;
}

// Long films on slow disks: a probe reads every packet.
const PROBE_SECONDS = 600;

/** Demuxes, decodes and names one finished film. Rejects with FfmpegError when it can't be read at all. */
export async function measureFilm(runner: MediaRunner, order: MeasureOrder): Promise<FilmMeasurement> {
  const container = await readContainer(runner, order);
  return {
    container,
    decoded: await withFieldsWeighed(runner, { ...order, container }, await decode(runner, order, container)),
    names: await readTradeNames(order.path),
    clock: await readClock(order.path, container),
  };
}

/** Every packet of a finished film, nothing decoded. */
export async function readContainer(
  runner: MediaRunner,
  { path, signal }: Pick<MeasureOrder, 'path' | 'signal'>,
): Promise<ContainerFacts> {
  const probed = await runner.ffprobe({
    tokens: [[...CONTAINER_ENTRIES], ...finishedInput(path)],
    reads: [path],
    limits: { seconds: PROBE_SECONDS },
    signal,
  });
  return parseContainer(probed);
}

/** Only the containers that we deliver in, and no other file: what is judged may come from anywhere. */
export function finishedInput(path: string, options: readonly string[] = []): Token[] {
  return [
    ['-protocol_whitelist', 'file,pipe'],
    ['-format_whitelist', 'mov,mp4,m4a,3gp,3g2,mj2,mpeg,mpegts,mxf'],
    options,
    ['-i', `file:${path}`],
  ];
}

async function readClock(path: string, { format }: ContainerFacts): Promise<FilmMeasurement['clock']> {
  if (format === 'mpegts') return readTransportClock(path);
  return format === 'mpeg' ? readProgramClock(path) : undefined;
}

async function decode(runner: MediaRunner, order: MeasureOrder, container: ContainerFacts): Promise<DecodedFacts> {
  const lines: string[] = [];
  let frames = 0;
  const flashes = new FlashCounter();
  const witness = new WitnessTaker();
  const still = new StillFinder();
  const kinds = new KindFinder();
  const { head, tail } = framesAround(order.preset);
  const programmeEnd = (container.pictures[0]?.packets ?? 0) - tail;
  let seen = 0;
  const cut = pictureCutter((luma) => {
    kinds.take(luma);
    if (seen >= head && (tail === 0 || seen < programmeEnd))
      for (const one of [flashes, witness, still]) one.take(luma);
    seen += 1;
  });
  await runner.ffmpeg({
    tokens: decodingTokens(order, container),
    reads: [order.path],
    onLine: (line) => void lines.push(line),
    onBytes: cut,
    onProgress: (progress) => {
      frames = progress.frame;
    },
    signal: order.signal,
  });
  const logged = parseDecodeLog(lines, { withSound: container.sounds.length > 0, headSeconds: head / FRAME_RATE });
  const pictures = { flashes: flashes.flashes, freezes: still.stretches, witness: witness.witness, kinds: kinds.spans };
  // The first output holds the programme alone where there is a slate.
  return { ...logged, ...pictures, frames: order.preset.slated ? seen : frames };
}

/** Where the quick detector suspects fields, the lines are looked at again by what moves in them: it is easily deceived. */
async function withFieldsWeighed(
  runner: MediaRunner,
  { path, preset, container, signal }: MeasureOrder & { readonly container: ContainerFacts },
  decoded: DecodedFacts,
): Promise<DecodedFacts> {
  if (!looksOfFields(decoded.fields, preset)) return decoded;
  const { chain, raster } = linedPicture(container, preset);
  const scales = new FieldScales(raster);
  await runner.ffmpeg({
    tokens: [
      ...finishedInput(path),
      ['-filter_complex', formatGraph([chain])],
      ['-map', '[lined]', '-fps_mode', 'passthrough', '-f', 'rawvideo'],
    ],
    reads: [path],
    onBytes: pictureCutter((luma) => scales.take(luma), raster.width * raster.height),
    signal,
  });
  return { ...decoded, fields: { ...decoded.fields, seen: scales.seen } };
}

function decodingTokens({ path, preset }: MeasureOrder, container: ContainerFacts): Token[] {
  const silent = container.sounds.length === 0;
  return [
    // Each line with its level: whatever a decoder calls an error is a fault of the file. Not -xerror: all of them are wanted.
    ['-v', 'level+info'],
    ...finishedInput(path),
    ['-filter_complex', formatGraph(measuringChains(container, preset))],
    ['-map', '[picture]'],
    !silent && ['-map', '[sound]'],
    hasPair(container) && ['-map', '[levels]'],
    !silent && preset.slated === true && ['-map', '[seconds]'],
    // Neither doubled nor dropped: every decoded picture is counted.
    ['-fps_mode', 'passthrough'],
    ['-f', 'null', '-'],
    ['-map', '[luma]', '-fps_mode', 'passthrough', '-f', 'rawvideo'],
  ];
}
