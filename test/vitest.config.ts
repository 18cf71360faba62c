import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const jsx = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;

// unit: pure, fast, parallel · contract: one suite for every adapter of a port · medium: real FFmpeg and SQLite ·
// e2e: the real service in a real browser. Films are encoded one at a time: two cores.
const project = (name: string, serial: boolean, timeoutSeconds: number) => ({
  oxc: jsx,
  test: {
    name,
    root,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeoutSeconds * 1000,
    hookTimeout: timeoutSeconds * 1000,
    fileParallelism: !serial,
    ...(serial ? { maxWorkers: 1 } : {}),
  },
});

export default defineConfig({
  root,
  test: {
    reporters: ['default', './test/reporter.ts'],
    projects: [
      project('unit', false, 20),
      project('contract', true, 60),
      project('medium', true, 180),
      project('e2e', true, 300),
    ],
  },
});
