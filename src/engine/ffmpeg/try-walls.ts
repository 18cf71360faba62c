import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MediaTools } from './find-tools.ts';
import { runProgram } from './run-program.ts';
import type { WalledRun } from './walls.ts';

/** What a trial of walls showed. `gaps` is empty when they hold. */
export interface WallTrial {
  /** FFmpeg itself runs behind them and reads a file that it was given. */
  readonly runs: boolean;
  readonly gaps: readonly string[];
}

type Wall = (run: WalledRun) => string[];

const TRIAL_SECONDS = 15;

/** Lets FFmpeg itself, behind the walls, read a canary that it was given, one that it was not given, and call a port of this machine. */
export async function tryWalls(wall: Wall, tools: MediaTools): Promise<WallTrial> {
  const folder = await mkdtemp(join(tmpdir(), 'prerna-walls-'));
  try {
    const canary = join(folder, 'canary');
    await writeFile(canary, Buffer.alloc(4096));
    const given = await readThrough(wall, tools, canary, [canary]);
    if (given !== undefined) return { runs: false, gaps: [`FFmpeg does not run behind it: ${given}`] };
    // One canary in the temporary folder, one that lies beside our own code.
    const stolen = [canary, import.meta.filename].map((path) => readThrough(wall, tools, path, []));
    const readable = (await Promise.all(stolen)).some((failure) => failure === undefined);
    const gaps = [
      ...(readable ? ['a run can read files that it was not given'] : []),
      ...((await callsOut(wall, tools)) ? ['a run can connect to the network'] : []),
    ];
    return { runs: true, gaps };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** undefined when the file could be read (as raw sound: any bytes will do), otherwise why not. */
async function readThrough(wall: Wall, tools: MediaTools, path: string, reads: string[]): Promise<string | undefined> {
  const input = ['-f', 'u8', '-ar', '8000', '-ac', '1', '-i', `file:${path}`];
  const argv = [tools.ffmpeg, '-nostdin', '-v', 'error', ...input, '-f', 'null', '-'];
  const end = await runProgram(wall({ argv, reads }), { seconds: TRIAL_SECONDS });
  return end.code === 0 ? undefined : end.stderr.trim().split('\n').at(-1) || `ended by ${end.signal ?? end.code}`;
}

async function callsOut(wall: Wall, tools: MediaTools): Promise<boolean> {
  let called = false;
  const server = createServer((socket) => {
    called = true;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const call = ['-f', 'mpegts', '-i', `tcp://127.0.0.1:${port}?timeout=2000000`];
  const argv = [tools.ffmpeg, '-nostdin', '-v', 'error', ...call, '-f', 'null', '-'];
  await runProgram(wall({ argv, reads: [] }), { seconds: TRIAL_SECONDS });
  await new Promise((resolve) => server.close(resolve));
  return called;
}
