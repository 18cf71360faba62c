import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { killTheLine } from './killed-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-kills-'));

// Left-over processes are looked for in /proc.
describe.skipIf(!existsSync('/proc/self/stat'))('the line, its service killed five times', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loses nothing, makes the film once, and leaves no process behind', { timeout: 300_000 }, async () => {
    const line = await killTheLine(folder, { kills: 5 });
    expect(line.kills.map(({ place }) => place)).toEqual(['upload', 'check', 'draft', 'render', 'render']);
    expect(line.kills.filter(({ leftOver }) => leftOver > 0)).toEqual([]);
    expect(line.fsck).toEqual({ clean: true, exitCode: 0, said: '' });
    expect({ films: line.films, rightHashes: line.rightHashes }).toEqual({ films: 1, rightHashes: 1 });
    expect(line.madeTimes).toEqual([1]);
  });
});
