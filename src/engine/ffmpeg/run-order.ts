import type { MediaTools } from './find-tools.ts';
import type { Sandbox } from './sandbox.ts';

/** Words of a command that belong together: an option with its values. `null` and `false` fall out, so that a condition reads in place. */
export type Token = readonly string[] | null | false;

/** Tokens → the argument list. No word is ever split or joined. */
export function flattenTokens(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token ? [...token] : []));
}

/** When a run is ended from outside. Defaults stand in run.ts. */
export interface RunLimits {
  /** Wall seconds for the whole run. */
  readonly seconds?: number;
  /** Wall seconds in which no frame, time or byte may fail to come. */
  readonly silentSeconds?: number;
}

/** What FFmpeg says of itself, about twice a second. With several outputs `frame` is the first one's, `outTimeSeconds` the furthest one's. */
export interface RunProgress {
  readonly frame: number;
  readonly outTimeSeconds: number;
  /** Film seconds per wall second; undefined before it is known. */
  readonly speed: number | undefined;
}

/** One run of ffmpeg. The runner itself adds `-hide_banner -nostdin -y` in front and `-progress` behind. */
export interface RunOrder {
  readonly tokens: readonly Token[];
  /** Every file and folder that the run may read, whole paths: nothing else is there. */
  readonly reads: readonly string[];
  /** The one folder that the run may write into. */
  readonly writes?: string;
  readonly limits?: RunLimits;
  onProgress?(progress: RunProgress): void;
  /** Every line of stderr, as it comes: measuring filters report there. */
  onLine?(line: string): void;
  /** When given, the runner adds `pipe:1` as the last output's address and hands over its bytes; the run waits for the answer. */
  onBytes?(chunk: Uint8Array): void | Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** One run of ffprobe. The runner adds `-hide_banner -v error -of json`. */
export interface ProbeOrder {
  readonly tokens: readonly Token[];
  readonly reads: readonly string[];
  readonly limits?: RunLimits;
  /** Every line of stderr, once it has ended well: what it found amiss and went on. */
  onLine?(line: string): void;
  readonly signal?: AbortSignal | undefined;
}

export interface RunResult {
  /** The last 50 lines of stderr. */
  readonly stderrTail: readonly string[];
  /** Wall seconds. */
  readonly seconds: number;
}

/** The one place that runs FFmpeg. Exit 0 is no proof of a whole output: probe what was written. */
export interface MediaRunner {
  /** Rejects with FfmpegError. */
  ffmpeg(order: RunOrder): Promise<RunResult>;
  /** What ffprobe printed, parsed as JSON but not yet believed: give it to a schema. Rejects with FfmpegError. */
  ffprobe(order: ProbeOrder): Promise<unknown>;
}

/** As much of a logger as is needed here; pino fits. */
export interface RunLogger {
  debug(fields: object, event: string): void;
}

/** What a runner is made of. */
export interface RunnerParts {
  readonly tools: Pick<MediaTools, 'ffmpeg' | 'ffprobe'>;
  readonly sandbox: Pick<Sandbox, 'wall'>;
  readonly logger?: RunLogger;
}

/** Lines of stderr that a failure carries. */
export const TAIL_LINES = 50;
// People's pages come before films.
export const NICENESS = 10;

/** Why a run ended badly: by its own exit code, by somebody else's signal, silence, time limit, our abort, or it never began. */
export type FailureReason = 'exit' | 'signal' | 'silent' | 'time' | 'aborted' | 'start';

interface FailureFacts {
  readonly program: 'ffmpeg' | 'ffprobe';
  readonly reason: FailureReason;
  readonly code?: number | undefined;
  readonly signal?: string | undefined;
  readonly stderrTail: readonly string[];
  /** Can be pasted into a shell. */
  readonly command: string;
}

/** A run of ffmpeg or ffprobe that did not end well. */
export class FfmpegError extends Error {
  override readonly name = 'FfmpegError';
  readonly facts: FailureFacts;
  constructor(facts: FailureFacts, options?: ErrorOptions) {
    const how = { exit: `exit code ${facts.code}`, signal: `signal ${facts.signal}` };
    const ended = facts.reason === 'exit' || facts.reason === 'signal' ? how[facts.reason] : facts.reason;
    super(`${facts.program} ended badly (${ended}): ${facts.stderrTail.slice(-3).join(' | ')}`, options);
    this.facts = facts;
  }
}
