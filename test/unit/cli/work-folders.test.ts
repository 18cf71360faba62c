import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clearDeadWork, clearOwnWork } from '../../../src/cli/work-folders.ts';
import { openWork } from '../../../src/engine/film/work-folder.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { holderName } from '../../../src/platform/jobs/lease-holder.ts';

const out = mkdtempSync(join(tmpdir(), 'prerna-work-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** The name that another process of this machine has. */
function holderOf(pid: number): string {
  const [place, boot] = holderName().split('#');
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return [place, boot, pid, line.slice(line.lastIndexOf(')') + 2).split(' ')[19]].join('#');
}

describe.skipIf(process.platform !== 'linux')('folders of half-made films', () => {
  it('of a killed make are cleared, those of a living one and of others are left', async () => {
    const child = spawn('sleep', ['60']);
    const other = holderOf(child.pid ?? 0);
    await openWork(out, other);
    await openWork(out, holderName());
    writeFileSync(join(out, 'web.mp4'), 'a film');
    clearDeadWork(out, systemClock);
    expect(readdirSync(out)).toHaveLength(3);
    child.kill('SIGKILL');
    await once(child, 'exit');
    clearDeadWork(out, systemClock);
    expect(readdirSync(out)).toHaveLength(2);
    clearOwnWork(out);
    expect(readdirSync(out)).toEqual(['web.mp4']);
  });

  it('that nobody signed are cleared once they are old', () => {
    mkdirSync(join(out, '.making-abc123'));
    clearDeadWork(out, systemClock);
    expect(readdirSync(out)).toContain('.making-abc123');
    utimesSync(join(out, '.making-abc123'), 0, 0);
    clearDeadWork(out, systemClock);
    expect(readdirSync(out)).not.toContain('.making-abc123');
  });
});
