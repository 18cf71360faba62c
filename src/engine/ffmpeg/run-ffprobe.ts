import {
  type FailureReason,
  FfmpegError,
  flattenTokens,
  NICENESS,
  type ProbeOrder,
  type RunnerParts,
  TAIL_LINES,
} from './run-order.ts';
import { type ProgramEnd, quoteCommand, runProgram } from './run-program.ts';

const PROBE_SECONDS = 60;

/** One question to ffprobe behind the walls; rejects with FfmpegError. */
export async function runFfprobe({ tools, sandbox, logger }: RunnerParts, order: ProbeOrder): Promise<unknown> {
  const words = ['-hide_banner', '-v', 'error', '-of', 'json', ...flattenTokens(order.tokens)];
  const walled = sandbox.wall({ argv: [tools.ffprobe, ...words], reads: order.reads });
  const argv = process.platform === 'win32' ? walled : ['nice', '-n', String(NICENESS), ...walled];
  const command = quoteCommand(argv);
  const end = await runProgram(argv, { seconds: order.limits?.seconds ?? PROBE_SECONDS, signal: order.signal });
  logger?.debug({ command, code: end.code, signal: end.signal }, 'ffprobe.done');
  const reason = findReason(end, order.signal);
  if (reason) throw describe(end, reason, command);
  for (const line of end.stderr.split('\n').filter(Boolean)) order.onLine?.(line);
  try {
    return JSON.parse(end.stdout);
  } catch (cause) {
    throw describe(end, 'exit', command, cause);
  }
}

function findReason(end: ProgramEnd, signal: AbortSignal | undefined): FailureReason | undefined {
  if (signal?.aborted) return 'aborted';
  if (end.timedOut) return 'time';
  if (end.code === null) return 'signal';
  return end.code === 0 ? undefined : 'exit';
}

function describe(end: ProgramEnd, reason: FailureReason, command: string, cause?: unknown): FfmpegError {
  const stderrTail = end.stderr.trimEnd().split('\n').slice(-TAIL_LINES);
  const { code, signal } = { code: end.code ?? undefined, signal: end.signal ?? undefined };
  return new FfmpegError({ program: 'ffprobe', reason, code, signal, stderrTail, command }, { cause });
}
