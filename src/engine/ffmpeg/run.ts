import { type Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import Fluent from 'fluent-ffmpeg';
import { lineCutter, ProgressReader } from './progress.ts';
import { runFfprobe } from './run-ffprobe.ts';
import {
  type FailureReason,
  FfmpegError,
  flattenTokens,
  type MediaRunner,
  NICENESS,
  type RunnerParts,
  type RunOrder,
  type RunResult,
  TAIL_LINES,
} from './run-order.ts';
import { quoteCommand } from './run-program.ts';
import { type RunWatch, watchRun } from './watch-run.ts';

// A half-hour film renders within an hour on two slow cores; whoever needs more says so.
const DEFAULT_SECONDS = 3600;
const DEFAULT_SILENT_SECONDS = 30;

/** The one place that runs FFmpeg: behind the sandbox's walls, without a shell, watched, killed with its parent. */
export function createMediaRunner(parts: RunnerParts): MediaRunner {
  return { ffmpeg: (order) => runFfmpeg(parts, order), ffprobe: (order) => runFfprobe(parts, order) };
}

async function runFfmpeg({ tools, sandbox, logger }: RunnerParts, order: RunOrder): Promise<RunResult> {
  const before = [tools.ffmpeg, '-hide_banner', '-nostdin', '-y', '-nostats', '-stats_period', '0.5', '-v', 'warning'];
  const tokens = flattenTokens(order.tokens);
  refuseOldCodecWords(tokens);
  // fluent-ffmpeg ends the line with `pipe:1`: the value of -progress, or the last output's address.
  const words = order.onBytes ? ['-progress', 'pipe:2', ...tokens] : [...tokens, '-progress'];
  const argv = sandbox.wall({ argv: [...before, ...words], reads: order.reads, writes: order.writes });
  const command = quoteCommand([...argv, 'pipe:1']);
  const tail: string[] = [];
  const started = performance.now();
  try {
    await runThroughFluent(argv, order, tail);
  } catch (cause) {
    if (!(cause instanceof RunEnd)) throw cause;
    logger?.debug({ command, reason: cause.reason, code: cause.code }, 'ffmpeg.failed');
    const { reason, code, signal } = cause;
    throw new FfmpegError({ program: 'ffmpeg', reason, code, signal, stderrTail: tail, command }, { cause });
  }
  const seconds = (performance.now() - started) / 1000;
  logger?.debug({ command, seconds }, 'ffmpeg.done');
  return { stderrTail: tail, seconds };
}

/** How a run ended badly, before it has its command and its last lines. */
class RunEnd extends Error {
  override readonly name = 'RunEnd';
  readonly reason: FailureReason;
  readonly code: number | undefined;
  readonly signal: string | undefined;
  constructor(reason: FailureReason, said: string) {
    super(said);
    this.reason = reason;
    this.code = Number(/exited with code (\d+)/.exec(said)?.[1] ?? Number.NaN) || undefined;
    this.signal = /killed with signal (\w+)/.exec(said)?.[1];
  }
}

async function runThroughFluent(argv: readonly string[], order: RunOrder, tail: string[]) {
  const command = createCommand(argv);
  const limits = { seconds: DEFAULT_SECONDS, silentSeconds: DEFAULT_SILENT_SECONDS, ...order.limits };
  let running = false;
  const watch = watchRun(limits, order.signal, () => {
    if (running) command.kill('SIGKILL');
  });
  const progress = readMarks(order, watch);
  command.on('stderr', (line: string) => {
    if (line === '' || (order.onBytes && progress.take(line))) return;
    if (tail.push(line) > TAIL_LINES) tail.shift();
    order.onLine?.(line);
  });
  const stdout = openStdout(order, watch, progress);
  const ended = new Promise<void>((resolve, reject) => {
    command.once('end', () => resolve());
    command.once('error', (cause: Error) => reject(cause));
  });
  try {
    await inTurn(async () => {
      if (watch.stopped) throw new RunEnd(watch.stopped, 'stopped before it began');
      await Promise.race([startRun(command, argv, stdout.target), ended]);
    });
    running = true;
    if (watch.stopped) command.kill('SIGKILL');
    await ended;
    await stdout.drained();
  } catch (cause) {
    throw describeEnd(cause, watch);
  } finally {
    watch.end();
  }
}

function readMarks(order: RunOrder, watch: RunWatch): ProgressReader {
  let mark = '';
  const reader: ProgressReader = new ProgressReader((progress) => {
    if (reader.mark !== mark) watch.alive();
    mark = reader.mark;
    order.onProgress?.(progress);
  });
  return reader;
}

/** Where FFmpeg's stdout goes: the reader of progress, or the order's own consumer (which is waited for). */
function openStdout(order: RunOrder, watch: RunWatch, progress: ProgressReader) {
  const cut = lineCutter((line) => progress.take(line));
  const target = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (!order.onBytes) {
        cut(chunk);
        return done();
      }
      Promise.resolve(order.onBytes(chunk)).then(() => {
        watch.alive();
        done();
      }, done);
    },
  });
  const sourceClosed = new Promise<void>((resolve) => {
    target.once('pipe', (source: Readable) => source.once('close', () => resolve()));
  });
  const drained = async () => {
    await sourceClosed;
    target.end();
    await finished(target);
  };
  return { target, drained };
}

// fluent-ffmpeg keeps the program's path for the whole process: from setting it to the start, runs go one at a time.
let lastStart: Promise<unknown> = Promise.resolve();

function inTurn(start: () => Promise<void>): Promise<void> {
  const mine = lastStart.then(start, start);
  lastStart = mine;
  return mine;
}

/**
 * Before a run, fluent-ffmpeg asks FFmpeg for its formats and encoders: that fails behind walls, its lists are wrong from
 * FFmpeg 7 on, and our presets know what they need. So it is told that every `-f` of ours exists.
 */
function createCommand(argv: readonly string[]): Fluent.FfmpegCommand {
  const formats = argv.filter((_, index) => argv[index - 1] === '-f');
  const known = Object.fromEntries(formats.map((name) => [name, { canMux: true, canDemux: true }]));
  const answer = (list: object) => ({ value: (tell: (cause: null, list: object) => void) => tell(null, list) });
  const command = Fluent({ niceness: NICENESS, stdoutLines: 1 });
  return Object.defineProperties(command, { availableFormats: answer(known), availableEncoders: answer({}) });
}

/** Resolves when the process runs. The stream is not ended with the process: fluent-ffmpeg would take that for a failure. */
function startRun(command: Fluent.FfmpegCommand, argv: readonly string[], target: Writable): Promise<void> {
  const [program = '', ...words] = argv;
  return new Promise((resolve) => {
    command.once('start', () => resolve());
    // Each word as an argument of its own: given as one array, it splits a word that holds one space.
    command
      .setFfmpegPath(program)
      .outputOptions(...words)
      .output(target, { end: false })
      .run();
  });
}

function describeEnd(cause: unknown, watch: RunWatch): unknown {
  if (cause instanceof RunEnd) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  if (watch.stopped) return new RunEnd(watch.stopped, said);
  if (cause instanceof Error && 'outputStreamError' in cause) return cause.outputStreamError;
  if (/exited with code/.test(said)) return new RunEnd('exit', said);
  return /killed with signal/.test(said) ? new RunEnd('signal', said) : new RunEnd('start', said);
}

// fluent-ffmpeg looks these two old words up in its encoder list and may add an option behind them.
function refuseOldCodecWords(tokens: readonly string[]): void {
  if (tokens.includes('-acodec') || tokens.includes('-vcodec')) throw new RangeError('write -c:a and -c:v');
}
