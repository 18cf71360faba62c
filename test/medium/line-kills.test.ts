import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { killTheLine } from './killed-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-kills-'));

// Left-over processes are looked for in /proc.
describe.skipIf(!existsSync('/proc/self/stat'))('the line, its service killed six times', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loses nothing, makes each cut once and right, and leaves no process behind', { timeout: 400_000 }, async () => {
    const line = await killTheLine(folder, { kills: 6 });
    expect(line.kills.map(({ place }) => place)).toEqual(['upload', 'check', 'draft', 'render', 'render', 'remake']);
    expect(line.kills.filter(({ leftOver }) => leftOver > 0)).toEqual([]);
    expect(line.fsck).toEqual({ clean: true, exitCode: 0, said: '' });
    expect({ films: line.films, rightHashes: line.rightHashes }).toEqual({ films: 1, rightHashes: 1 });
    const cuts = line.cuts.map(({ films, ...cut }) => ({ ...cut, some: films > 0, failed: films - cut.passed }));
    expect(cuts).toMatchObject([
      { remade: false, madeTimes: 1, some: true, failed: 0 },
      { remade: true, madeTimes: 1, some: true, failed: 0 },
    ]);
  });
});
