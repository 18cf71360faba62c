import { dirname } from 'node:path';
import { chooseStreams } from './choose-streams.ts';
import type { FilmFacts } from './film-facts.ts';
import { guardedInput, type KnownFilm } from './film-input.ts';
import type { Media } from './media.ts';
import { type FilmHeader, probeHeader } from './probe-header.ts';
import type { RunProgress, Token } from './run-order.ts';

/** A gated film and where something is to be made from it. */
export interface DerivativeOrder {
  /** Whole path of the original, and what the gate measured on it. */
  readonly path: string;
  readonly facts: FilmFacts;
  /** Whole path of the file to write; its folder is the only one that FFmpeg may write into. */
  readonly out: string;
  readonly signal?: AbortSignal | undefined;
  onProgress?(progress: RunProgress): void;
}

/** What came out is not what was ordered, though FFmpeg ended well. */
export class DerivativeError extends Error {
  override readonly name = 'DerivativeError';
}

type Parts = Pick<Media, 'runner' | 'capabilities'>;

/** Runs one ffmpeg over the original: `words` are maps, filters, encoder, muxer; the output is `out`. */
export async function derive(parts: Parts, order: DerivativeOrder, input: readonly string[], words: readonly Token[]) {
  const film = { path: order.path, demuxer: order.facts.demuxer };
  await parts.runner.ffmpeg({
    tokens: [
      ['-v', 'error'],
      ...guardedInput(film, ['-noautorotate', '-threads', '2', ...input]),
      ...words,
      // Places, phones and names stay in the original.
      ['-map_metadata', '-1', '-map_metadata:s', '-1', '-map_chapters', '-1'],
      [`file:${order.out}`],
    ],
    reads: [order.path],
    writes: dirname(order.out),
    signal: order.signal,
    ...(order.onProgress && { onProgress: order.onProgress }),
  });
}

/** Opens what was made, as a stranger would; throws DerivativeError when it does not look as ordered. */
export async function checkMade(
  parts: Parts,
  made: KnownFilm,
  want: { codec: string; width: number; height: number; sound: boolean },
): Promise<FilmHeader> {
  const header = await probeHeader(parts.runner, made);
  const { picture, sound } = chooseStreams(header.streams);
  const turned = picture?.side_data_list.some((it) => it.rotation || it.displaymatrix) ? 'turned ' : '';
  const got = `${turned}${picture?.codec_name} ${picture?.width}x${picture?.height}, sound ${sound !== undefined}`;
  const wanted = `${want.codec} ${want.width}x${want.height}, sound ${want.sound}`;
  if (got !== wanted) throw new DerivativeError(`${made.path}: wanted ${wanted}, got ${got}`);
  return header;
}
