import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testClock } from '../../contract/catalogue.ts';
import { testService } from '../../contract/http.ts';
import { approvedCut, lineCrew, operatorAddress, putLog } from '../../contract/on-air.ts';

const has = (tool: string) => spawnSync(tool, ['--help'], { stdio: 'ignore' }).error === undefined;

it.skipIf(!has('unzip') || !has('sha256sum'))(
  'an operator’s package unzips and passes sha256sum -c with the tools of any Linux',
  async () => {
    const service = testService({}, testClock());
    const folder = mkdtempSync(join(tmpdir(), 'prerna-zip-'));
    try {
      const cut = await approvedCut(service.app, await lineCrew(service.app));
      putLog(service.app, 'ujn-01', '2026-11-25', [['07:58', cut]]);
      const base = operatorAddress(service.app, 'example-ujjain');
      const answer = await service.http.request(`${base}/packages/2026-11-25.zip`);
      writeFileSync(join(folder, 'day.zip'), Buffer.from(await answer.arrayBuffer()));
      execFileSync('unzip', ['-q', 'day.zip'], { cwd: folder });
      const said = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: folder, encoding: 'utf8' });
      expect(said).toContain(`sd-mpeg2/${cut.house}.mpg: OK`);
      expect(
        said
          .trim()
          .split('\n')
          .every((line) => line.endsWith(': OK')),
      ).toBe(true);
    } finally {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
