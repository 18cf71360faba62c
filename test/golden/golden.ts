import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = dirname(fileURLToPath(import.meta.url));

/** Compares bytes with a golden file; `npm run golden` writes it anew, and the diff is the review. */
export function expectGolden(name: string, bytes: Uint8Array | string): void {
  const made = Buffer.from(bytes);
  const path = join(folder, name);
  if (process.env['PRERNA_GOLDEN'] === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, made);
  }
  const golden = readFileSync(path);
  // Text first: a difference reads better than two lists of bytes.
  expect(made.toString('utf8')).toBe(golden.toString('utf8'));
  expect(made.equals(golden)).toBe(true);
}

export function readGolden(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}
