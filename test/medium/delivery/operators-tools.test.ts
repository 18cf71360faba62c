import { type ExecFileOptions, execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testClock } from '../../contract/catalogue.ts';
import { testService } from '../../contract/http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog } from '../../contract/on-air.ts';
import { freePort } from '../../e2e/line/service-process.ts';
import { makeFilm, moving } from '../lavfi.ts';
import { has, hasMpv, hasVlc, playWithMpv, playWithVlc } from '../playlists/players.ts';

const DAY = '2026-11-25';

/** An operator's address with the programs that stand on operators' machines: not our code, and not our tests' code. */
describe('an operator’s own tools', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prerna-zip-'));
  const run = (program: string, words: readonly string[], options: ExecFileOptions = {}) =>
    promisify(execFile)(program, words, { cwd: folder, encoding: 'utf8', ...options });
  let service: ReturnType<typeof testService>;
  let server: Server;
  let own: string;
  let cuts: OnAirCut[];
  const films = () => cuts.map((cut) => `${cut.house}.mpg`);

  beforeAll(async () => {
    const port = await freePort();
    service = testService({ PRERNA_PORT: String(port) }, testClock());
    server = createAdaptorServer({ fetch: service.http.fetch }) as Server;
    await once(server.listen(port, '127.0.0.1'), 'listening');
    const crew = await lineCrew(service.app);
    cuts = [];
    for (const seconds of [0.4, 0.6]) {
      const path = makeFilm(join(folder, `${seconds}.mpg`), [...moving(seconds), '-c:v', 'mpeg2video', '-c:a', 'mp2']);
      cuts.push(await approvedCut(service.app, crew, readFileSync(path)));
    }
    putLog(
      service.app,
      'ujn-01',
      DAY,
      cuts.map((cut, index) => [`07:58:0${index}`, cut] as const),
    );
    own = `http://127.0.0.1:${port}${operatorAddress(service.app, 'example-ujjain')}`;
    chmodSync(folder, 0o755);
  });

  afterAll(async () => {
    server?.closeAllConnections();
    server?.close();
    await service?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(!has('curl'))('curl goes on with a file that was cut, and has the same bytes', async () => {
    const [cut] = cuts;
    const address = `${own}/files/sd-mpeg2/${cut?.house}.mpg`;
    const whole = cut?.bytes('sd-mpeg2') ?? Buffer.alloc(0);
    await run('curl', ['--fail', '--silent', '--range', '0-9999', '--output', 'cut.mpg', address]);
    expect(readFileSync(join(folder, 'cut.mpg')).byteLength).toBe(10_000);
    await run('curl', ['--fail', '--silent', '--continue-at', '-', '--output', 'cut.mpg', address]);
    expect(readFileSync(join(folder, 'cut.mpg')).equals(whole)).toBe(true);
  });

  it.skipIf(!has('unzip') || !has('sha256sum'))('unzip opens the package, sha256sum -c finds it whole', async () => {
    const zip = await (await fetch(`${own}/packages/${DAY}.zip`)).arrayBuffer();
    mkdirSync(join(folder, 'day'));
    writeFileSync(join(folder, 'day.zip'), Buffer.from(zip));
    await run('unzip', ['-q', 'day.zip', '-d', 'day']);
    const { stdout } = await run('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: join(folder, 'day') });
    const lines = String(stdout).trim().split('\n');
    for (const film of films()) expect(lines).toContain(`sd-mpeg2/${film}: OK`);
    expect(lines.every((line) => line.endsWith(': OK'))).toBe(true);
  });

  it.skipIf(!has('unzip') || !hasVlc)('VLC plays the list that lies in the package, by double click', async () => {
    const { stdout } = await run('find', ['day', '-name', '*.m3u']);
    const list = join(folder, String(stdout).trim());
    expect(await playWithVlc(list, folder)).toEqual(films());
  });

  it.skipIf(!hasVlc).each(['xspf', 'm3u8'])('VLC plays the %s of the address to its end', async (dialect) => {
    expect(await playWithVlc(`${own}/channels/ujn-01/logs/${DAY}.${dialect}`, folder)).toEqual(films());
  });

  it.skipIf(!hasMpv)('mpv plays the m3u8 of the address to its end', async () => {
    expect(await playWithMpv(`${own}/channels/ujn-01/logs/${DAY}.m3u8`)).toEqual(films());
  });
});
