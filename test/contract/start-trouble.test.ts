import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'prerna-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function serve(settings: Readonly<Record<string, string>>) {
  const env = { ...process.env, PRERNA_DATA_DIR: folder, PRERNA_LOG_LEVEL: 'silent', ...settings };
  return spawnSync('node', ['scripts/prerna.mjs', 'serve'], { encoding: 'utf8', env, timeout: 50_000 });
}

it('a port that is taken is said in a sentence with what to do, without a stack', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { status, stderr } = serve({ PRERNA_PORT: String(port) });
  other.close();
  expect(status).toBe(2);
  expect(stderr.trim()).toBe(
    `PRERNA_PORT: another program listens at 127.0.0.1:${port}. Choose another one: PRERNA_PORT=8081 npm start`,
  );
});

it('so is a data folder that cannot be one', () => {
  writeFileSync(join(folder, 'file'), '');
  const { status, stderr } = serve({ PRERNA_DATA_DIR: join(folder, 'file', 'data') });
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^PRERNA_DATA_DIR: .*\/file\/data cannot be written \(ENOTDIR.*\)\. Give this user the folder/,
  );
  expect(stderr).not.toContain('    at ');
});
