import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTools, type MediaTools } from '../../src/engine/ffmpeg/find-tools.ts';
import { createMediaRunner } from '../../src/engine/ffmpeg/run.ts';
import { FfmpegError, type MediaRunner, type RunOrder } from '../../src/engine/ffmpeg/run-order.ts';
import { chooseSandbox, proveSandbox } from '../../src/engine/ffmpeg/sandbox.ts';
import type { SandboxTier } from '../../src/engine/ffmpeg/walls.ts';

const projectRoot = join(import.meta.dirname, '../..');
const searchPath = (process.env.PATH ?? '').split(':');
const folder = mkdtempSync(join(tmpdir(), 'prerna-run-'));
let tools: MediaTools;

beforeAll(async () => {
  tools = await findTools({ ffmpegPath: undefined, ffprobePath: undefined, searchPath, projectRoot });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runnerIn = async (tier: SandboxTier): Promise<MediaRunner> =>
  createMediaRunner({ tools, sandbox: await chooseSandbox(tier, searchPath) });

const endless = (marker: string): RunOrder => ({
  tokens: [
    ['-re', '-f', 'lavfi', '-i', 'color=s=64x64'],
    ['-metadata', `title=${marker}`],
    ['-f', 'null', '-'],
  ],
  reads: [],
});

const runningWith = (marker: string): number =>
  spawnSync('pgrep', ['-fc', `title=${marker}`], { encoding: 'utf8' }).stdout.trim() === '0' ? 0 : 1;

const failureOf = (run: Promise<unknown>): Promise<FfmpegError> =>
  run.then(
    () => Promise.reject(new Error('the run ended well')),
    (cause) => (cause instanceof FfmpegError ? cause : Promise.reject(cause)),
  );

describe.each(['bubblewrap', 'plain', 'none'] as const)('behind %s', (tier) => {
  const usable = tier !== 'bubblewrap' || spawnSync('bwrap', ['--ro-bind', '/', '/', 'true']).status === 0;

  it.skipIf(!usable)('writes a film, tells its progress, keeps a name with one space whole', async () => {
    const runner = await runnerIn(tier);
    const file = join(folder, `राम कथा ${tier}.mp4`);
    const frames: number[] = [];
    const result = await runner.ffmpeg({
      tokens: [
        ['-f', 'lavfi', '-i', 'testsrc2=s=160x120:d=1'],
        ['-metadata', 'title=राम कथा'],
        null,
        false,
        ['-c:v', 'libx264', `file:${file}`],
      ],
      reads: [],
      writes: folder,
      onProgress: (progress) => frames.push(progress.frame),
    });
    expect(frames.at(-1)).toBe(25);
    expect(result.seconds).toBeGreaterThan(0);
    const facts = await runner.ffprobe({ tokens: [['-show_format', `file:${file}`]], reads: [file] });
    expect(facts).toMatchObject({ format: { tags: { title: 'राम कथा' } } });
  });

  it.skipIf(!usable)('kills the run within a second of an abort', async () => {
    const runner = await runnerIn(tier);
    const abort = new AbortController();
    const marker = `abort-${tier}-${process.pid}`;
    const run = failureOf(runner.ffmpeg({ ...endless(marker), signal: abort.signal, onProgress: () => abort.abort() }));
    const failure = await run;
    expect(failure.facts.reason).toBe('aborted');
    await wait(1000);
    expect(runningWith(marker)).toBe(0);
  });

  it.skipIf(!usable)('hands over the bytes of the last output, waiting for a slow taker', async () => {
    const runner = await runnerIn(tier);
    let bytes = 0;
    await runner.ffmpeg({
      tokens: [
        ['-f', 'lavfi', '-i', 'color=s=64x64:d=2'],
        ['-pix_fmt', 'gray', '-f', 'rawvideo'],
      ],
      reads: [],
      async onBytes(chunk) {
        await wait(5);
        bytes += chunk.length;
      },
    });
    expect(bytes).toBe(64 * 64 * 50);
  });
});

it('says the exit code, the last lines and the command when a run fails', async () => {
  const runner = await runnerIn('plain');
  const failure = await failureOf(
    runner.ffmpeg({ tokens: [['-i', 'file:/nowhere.mp4', '-f', 'null', '-']], reads: [] }),
  );
  expect(failure.facts).toMatchObject({ reason: 'exit', code: 1 });
  expect(failure.facts.stderrTail.join('\n')).toContain('No such file');
  expect(failure.facts.command).toContain('-i file:/nowhere.mp4');
});

it('says so when the program cannot be started', async () => {
  const runner = createMediaRunner({
    tools: { ffmpeg: '/nowhere/ffmpeg', ffprobe: tools.ffprobe },
    sandbox: await chooseSandbox('none', searchPath),
  });
  const failure = await failureOf(runner.ffmpeg({ tokens: [['-version']], reads: [] }));
  expect(failure.facts.code).toBe(127);
});

it('ends a run that gets on no more', async () => {
  const runner = await runnerIn('plain');
  const fifo = join(folder, 'never');
  spawnSync('mkfifo', [fifo]);
  const order = {
    tokens: [['-f', 'u8', '-i', `file:${fifo}`, '-f', 'null', '-']],
    reads: [fifo],
    limits: { silentSeconds: 1 },
  };
  expect((await failureOf(runner.ffmpeg(order))).facts.reason).toBe('silent');
});

it('ends a run at its time limit though it still gets on', async () => {
  const runner = await runnerIn('plain');
  const failure = await failureOf(runner.ffmpeg({ ...endless('time'), limits: { seconds: 1 } }));
  expect(failure.facts.reason).toBe('time');
});

it('gives the failure of the taker of bytes as it is', async () => {
  const runner = await runnerIn('plain');
  const run = runner.ffmpeg({
    tokens: [['-f', 'lavfi', '-i', 'color=s=64x64:d=2', '-f', 'rawvideo']],
    reads: [],
    onBytes: () => Promise.reject(new Error('the taker is full')),
  });
  await expect(run).rejects.toThrow('the taker is full');
});

it('keeps the environment of the service from FFmpeg', async () => {
  const sandbox = await chooseSandbox('plain', searchPath);
  const walled = sandbox.wall({ argv: ['/usr/bin/env'], reads: [] });
  const said = spawnSync(walled[0] ?? '', walled.slice(1), {
    env: { ...process.env, SECRET: 'word' },
    encoding: 'utf8',
  });
  expect(said.stdout).toContain('LANG=C.UTF-8');
  expect(said.stdout).not.toContain('SECRET');
});

it('leaves a film short with exit 0 in sight: the frames that were told are fewer than planned', async () => {
  const runner = await runnerIn('plain');
  const file = join(folder, 'short.mp4');
  let frames = 0;
  await runner.ffmpeg({
    tokens: [
      ['-f', 'lavfi', '-i', 'testsrc2=s=320x240:d=4'],
      ['-c:v', 'libx264', '-fs', '20000', `file:${file}`],
    ],
    reads: [],
    writes: folder,
    onProgress: (progress) => {
      frames = progress.frame;
    },
  });
  expect(frames).toBeLessThan(100);
});

describe('the sandbox', () => {
  it('is proved by a live trial, or says what does not hold', async () => {
    const sandbox = await proveSandbox({ mode: 'auto', searchPath }, tools);
    if (sandbox.tier === 'bubblewrap') expect(sandbox.proved).toBe(true);
    else expect(sandbox.reasons.length).toBeGreaterThan(0);
  });

  it('says that the plain tier hides no files', async () => {
    const withoutBwrap = { mode: 'auto', searchPath: [linkTools(['env', 'prlimit', 'setpriv'])] } as const;
    const sandbox = await proveSandbox(withoutBwrap, tools);
    expect(sandbox).toMatchObject({ tier: 'plain', proved: false });
    expect(sandbox.reasons).toContain('plain: a run can read files that it was not given');
    await expect(proveSandbox({ ...withoutBwrap, mode: 'required' }, tools)).rejects.toThrow('apt-get install');
  });
});

/** A folder that holds only these of the system's programs. */
function linkTools(names: readonly string[]): string {
  const only = mkdtempSync(join(folder, 'path-'));
  for (const name of names) {
    const found = spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim();
    spawnSync('ln', ['-s', found, join(only, name)]);
  }
  return only;
}

it.each(['bubblewrap', 'plain'] as const)(
  'leaves no FFmpeg behind when the service is killed, behind %s',
  async (tier) => {
    const marker = `orphan-${tier}-${process.pid}`;
    const script = join(folder, `orphan-${tier}.mjs`);
    const from = (name: string) => JSON.stringify(join(projectRoot, 'src/engine/ffmpeg', name));
    writeFileSync(
      script,
      `import { createMediaRunner } from ${from('run.ts')};
import { chooseSandbox } from ${from('sandbox.ts')};
const sandbox = await chooseSandbox('${tier}', process.env.PATH.split(':'));
const runner = createMediaRunner({ tools: ${JSON.stringify({ ffmpeg: tools.ffmpeg, ffprobe: tools.ffprobe })}, sandbox });
await runner.ffmpeg({ ...${JSON.stringify(endless(marker))}, onProgress: () => console.log('going') });`,
    );
    const service = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => {
      service.stdout.once('data', resolve);
      service.once('exit', resolve);
    });
    expect(runningWith(marker)).toBe(1);
    service.kill('SIGKILL');
    await wait(1000);
    expect(runningWith(marker)).toBe(0);
    expect(readFileSync(script, 'utf8')).toContain(marker);
  },
);
