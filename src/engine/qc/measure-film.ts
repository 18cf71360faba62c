import type { MediaRunner, Token } from '../ffmpeg/run-order.ts';
import { type Chain, filter, formatGraph } from '../film/filter-graph.ts';
import type { ContainerFacts, DecodedFacts, FilmMeasurement } from './film-measurement.ts';
import { readTradeNames } from './media-info.ts';
import { CONTAINER_ENTRIES, parseContainer } from './parse-container.ts';
import { parseDecodeLog } from './parse-decode-log.ts';

export interface MeasureOrder {
  /** Whole path of a file that this installation made or was given to judge. */
  readonly path: string;
  readonly signal?: AbortSignal | undefined;
}

// Long films on slow disks: a probe reads every packet.
const PROBE_SECONDS = 600;

/** Demuxes, decodes and names one finished film. Rejects with FfmpegError when it can't be read at all. */
export async function measureFilm(runner: MediaRunner, order: MeasureOrder): Promise<FilmMeasurement> {
  const probed = await runner.ffprobe({
    tokens: [[...CONTAINER_ENTRIES], ...finishedInput(order.path)],
    reads: [order.path],
    limits: { seconds: PROBE_SECONDS },
    signal: order.signal,
  });
  const container = parseContainer(probed);
  return { container, decoded: await decode(runner, order, container), names: await readTradeNames(order.path) };
}

/** Only the containers that we deliver in, and no other file: what is judged may come from anywhere. */
function finishedInput(path: string): Token[] {
  return [
    ['-protocol_whitelist', 'file,pipe'],
    ['-format_whitelist', 'mov,mp4,m4a,3gp,3g2,mj2,mpeg,mpegts,mxf'],
    ['-i', `file:${path}`],
  ];
}

async function decode(runner: MediaRunner, order: MeasureOrder, container: ContainerFacts): Promise<DecodedFacts> {
  const lines: string[] = [];
  let frames = 0;
  await runner.ffmpeg({
    tokens: [
      // Each line with its level: whatever a decoder calls an error is a fault of the file. Not -xerror: all of them are wanted.
      ['-v', 'level+info'],
      ...finishedInput(order.path),
      ['-filter_complex', formatGraph(measuringChains(container))],
      ['-map', '[picture]'],
      container.sounds.length > 0 && ['-map', '[sound]'],
      // Neither doubled nor dropped: every decoded picture is counted.
      ['-fps_mode', 'passthrough'],
      ['-f', 'null', '-'],
    ],
    reads: [order.path],
    onLine: (line) => void lines.push(line),
    onProgress: (progress) => {
      frames = progress.frame;
    },
    signal: order.signal,
  });
  return parseDecodeLog(lines, frames, container.sounds.length > 0);
}

/** Black and frozen pictures show at 320 px as well, and cost a fifth there. */
function measuringChains(container: ContainerFacts): Chain[] {
  const picture: Chain = {
    from: ['0:v:0'],
    filters: [
      filter('scale', { w: 320, h: 180, flags: 'area' }),
      filter('blackdetect', { d: 0.12, pix_th: 0.05 }),
      filter('freezedetect', { d: 0.5 }),
      // Luma alone: encoders overshoot harmlessly in saturated colours.
      filter('lutyuv', { u: 128, v: 128 }),
      filter('signalstats', { stat: 'brng' }),
      filter('metadata', { mode: 'print', key: 'lavfi.signalstats.BRNG' }),
    ],
    to: ['picture'],
  };
  return container.sounds.length > 0 ? [picture, soundChain(container.sounds.length)] : [picture];
}

/** Two mono streams are one stereo pair to a listener: measured together. */
function soundChain(streams: number): Chain {
  const join = streams > 1 ? [filter('amerge', { inputs: streams })] : [];
  return {
    from: Array.from({ length: streams }, (_, index) => `0:a:${index}`),
    filters: [
      ...join,
      filter('ebur128', { peak: 'true', framelog: 'verbose' }),
      filter('silencedetect', { noise: '-60dB', duration: 0.5 }),
      filter('astats', { measure_perchannel: 'RMS_level', measure_overall: 'none' }),
    ],
    to: ['sound'],
  };
}
