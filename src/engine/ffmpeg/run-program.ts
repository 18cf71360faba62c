import { spawn } from 'node:child_process';

/** What a short program said before it ended. `code` is null when a signal ended it. */
export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

interface ProgramLimits {
  readonly seconds: number;
  readonly signal?: AbortSignal | undefined;
  /** stdout and stderr are each cut here. */
  readonly maxBytes?: number;
}

/**
 * Runs a program that answers and ends (ffprobe, `-version`, the sandbox's self-test); no shell, no stdin. Resolves however it
 * ends; rejects only when it cannot be started. At the time limit, on abort, or when it says too much, its whole process group is killed.
 */
export function runProgram(argv: readonly string[], limits: ProgramLimits): Promise<ProgramEnd> {
  const [program = '', ...words] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const kill = () => killGroup(child.pid);
    const stdout = collect(child.stdout, limits.maxBytes ?? 64 * 2 ** 20, kill);
    const stderr = collect(child.stderr, 2 ** 20, kill);
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, limits.seconds * 1000);
    limits.signal?.addEventListener('abort', kill, { once: true });
    if (limits.signal?.aborted) kill();
    const end = () => {
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', kill);
    };
    child.once('error', (cause) => {
      end();
      reject(cause);
    });
    child.once('close', (code, signal) => {
      end();
      resolve({ code, signal, timedOut, stdout: stdout(), stderr: stderr() });
    });
  });
}

function collect(stream: NodeJS.ReadableStream, maxBytes: number, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    else tooMuch();
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (cause) {
    // Already gone: what we wanted.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause;
  }
}

/** The argument list as one line for a shell. */
export function quoteCommand(argv: readonly string[]): string {
  return argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');
}
