import type { RunProgress } from './run-order.ts';

// The keys of `-progress`, so that its lines can be told from messages where both come on one pipe.
const LINE =
  /^(frame|fps|stream_\d+_\d+_\w+|bitrate|total_size|out_time(?:_us|_ms)?|dup_frames|drop_frames|speed|progress)=(.*)$/;

/** Reads `-progress` output line by line; `mark` changes whenever the run has got on. */
export class ProgressReader {
  mark = '';
  #values = new Map<string, string>();
  readonly #tell: (progress: RunProgress) => void;

  constructor(tell: (progress: RunProgress) => void) {
    this.#tell = tell;
  }

  /** True when the line was one of progress. */
  take(line: string): boolean {
    const match = LINE.exec(line);
    if (!match) return false;
    const [, key = '', value = ''] = match;
    this.#values.set(key, value.trim());
    if (key === 'progress') this.#finishBlock();
    return true;
  }

  #finishBlock(): void {
    const get = (key: string) => this.#values.get(key) ?? '';
    this.mark = ['frame', 'out_time_us', 'total_size'].map(get).join('/');
    this.#tell({
      frame: numberIn(get('frame')) ?? 0,
      // "N/A" before the first packet.
      outTimeSeconds: (numberIn(get('out_time_us')) ?? 0) / 1e6,
      speed: numberIn(get('speed').replace(/x$/, '')),
    });
  }
}

function numberIn(text: string): number | undefined {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : undefined;
}

/** Cuts a stream of text into lines. */
export function lineCutter(onLine: (line: string) => void): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder();
  let rest = '';
  return (chunk) => {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) onLine(line);
  };
}
