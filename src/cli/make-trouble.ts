import { FfmpegError } from '../engine/ffmpeg/run-order.ts';
import { UnfinishedFilmError } from '../engine/film/check-outputs.ts';
import { freeBytes } from '../platform/blobs/free-space.ts';
import { saysFull } from '../platform/blobs/storage-error.ts';
import type { Config } from '../platform/config.ts';
import { type MessageKey, messageIn, type Params } from '../web/locales/index.ts';
import { TroubleError } from './command.ts';
import { nearestStanding } from './out-folder.ts';

/** What went wrong outside of us, in sentences that say what to do next; whatever else is answered as it came. */
export async function explainTrouble(
  error: unknown,
  out: string,
  config: Pick<Config, 'ffmpegPath' | 'logLevel'>,
): Promise<unknown> {
  const found = nameTrouble(error);
  if (!found) return error;
  const free = await freeMegabytes(out);
  const params = { ...found.params, out, free, program: config.ffmpegPath ?? 'ffmpeg' };
  const said = `${messageIn('hi', found.key, params)}\n${messageIn('en', found.key, params)}`;
  const deep = ['debug', 'trace'].includes(config.logLevel) && error instanceof Error;
  return new TroubleError(deep ? `${said}\n${error.stack}` : said, { cause: error });
}

function nameTrouble(error: unknown): { readonly key: MessageKey; readonly params: Params } | undefined {
  if (isFullDisk(error)) return { key: 'cli.diskFull', params: {} };
  if (error instanceof UnfinishedFilmError) return { key: 'cli.ffmpegUnfinished', params: {} };
  if (error instanceof FfmpegError) return { key: 'cli.ffmpegFailed', params: { why: lastWords(error) } };
  return undefined;
}

// As FFmpeg says it (strerror).
const FULL_WORDS = /No space left on device|Disk quota exceeded/;

function isFullDisk(error: unknown): boolean {
  if (error instanceof FfmpegError) return FULL_WORDS.test(error.facts.stderrTail.join('\n'));
  return saysFull(error);
}

function lastWords({ facts }: FfmpegError): string {
  return facts.stderrTail.at(-1)?.trim() || `${facts.program}: ${facts.code ?? facts.signal ?? facts.reason}`;
}

/** Free now, when what was half made is gone already. */
async function freeMegabytes(out: string): Promise<string> {
  return String(Math.floor((await freeBytes(nearestStanding(out))) / 1_000_000));
}
