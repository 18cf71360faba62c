import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, vi } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Starts `prerna serve` as people do, with a clock that runs `laterMs` after the wall's, and waits until it answers. */
export async function startService(settings: NodeJS.ProcessEnv, laterMs: number) {
  const clock = ['--import', join(import.meta.dirname, 'moved-clock.child.ts')];
  const service = spawn(process.execPath, [...clock, join(root, 'scripts/prerna.mjs'), 'serve'], {
    cwd: root,
    env: { ...process.env, ...settings, PRERNA_TEST_LATER_MS: String(laterMs) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${settings['PRERNA_PORT']}/healthz`;
  const answers = async () => expect((await fetch(address).catch(() => undefined))?.ok).toBe(true);
  await vi.waitFor(answers, { timeout: 60_000, interval: 200 });
  return {
    /** SIGTERM; answers its exit code. */
    async stop(): Promise<number | null> {
      if (service.exitCode !== null) return service.exitCode;
      const exited = once(service, 'exit');
      service.kill('SIGTERM');
      await exited;
      return service.exitCode;
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
