import { execFile, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdings } from '../../../src/domain/delivery/delivery.table.ts';
import { testClock } from '../../contract/catalogue.ts';
import { testService } from '../../contract/http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog, withdrawCut } from '../../contract/on-air.ts';

const has = (tool: string) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined;

describe.skipIf(!has('curl'))('the Linux script against a running service', () => {
  let service: ReturnType<typeof testService>;
  let server: Server;
  let folder: string;
  let script: string;
  let cuts: OnAirCut[];
  let base: string;
  /** When set, a film's answer breaks off after so many bytes. */
  let cutAfter: number | undefined;
  let served: { path: string; range: string | undefined; status: number }[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prerna-fetch-'));
    server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    service = testService({ PRERNA_PUBLIC_URL: origin }, testClock());
    served = [];
    cutAfter = undefined;
    const listen = getRequestListener(service.http.fetch);
    server.on('request', (request, response) => {
      const path = request.url ?? '';
      const one = { path, range: request.headers.range, status: 0 };
      served.push(one);
      response.on('close', () => {
        one.status = response.statusCode;
      });
      if (cutAfter !== undefined && path.includes('/files/')) breakOff(response, cutAfter);
      void listen(request, response);
    });
    const crew = await lineCrew(service.app);
    cuts = [await approvedCut(service.app, crew), await approvedCut(service.app, crew)];
    putLog(
      service.app,
      'ujn-01',
      '2026-11-25',
      cuts.map((cut, index) => [`1${index}:58`, cut] as const),
    );
    base = operatorAddress(service.app, 'example-ujjain');
    script = join(folder, 'prerna-linux.sh');
    writeFileSync(script, await (await fetch(`${origin}${base}/scripts/prerna-linux.sh`)).text());
    chmodSync(script, 0o700);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const spots = () => join(folder, 'spots');
  const film = (cut: OnAirCut | undefined) => join(spots(), 'sd-mpeg2', `${cut?.house}.mpg`);
  const run = (env: Record<string, string> = {}) =>
    new Promise<{ code: number; said: string }>((done) => {
      const options = { env: { ...process.env, ...env }, timeout: 30_000 };
      execFile('sh', [script, spots()], options, (error, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
      );
    });
  const isWhole = (cut: OnAirCut | undefined) => readFileSync(film(cut)).equals(cut?.bytes('sd-mpeg2') ?? Buffer.of());
  const reply = () => JSON.parse(service.app.catalogue.rows.select().from(holdings).get()?.reply ?? '{}');

  it('brings every film and list of the coming days, says so, and fetches nothing twice', async () => {
    expect(await run()).toMatchObject({ code: 0, said: expect.stringContaining('all films are here') });
    for (const cut of cuts) expect(isWhole(cut)).toBe(true);
    const lists = readdirSync(spots()).filter((name) => name.startsWith('ujn-01_2026-11-25.'));
    expect(lists.length).toBeGreaterThan(0);
    expect(readFileSync(join(spots(), lists[0] ?? ''), 'utf8')).toContain(`sd-mpeg2/${cuts[0]?.house}.mpg`);
    expect(reply()).toMatchObject({ missing: [], changed: [], extra: [] });
    expect(reply().have).toHaveLength(2);
    served.length = 0;
    expect((await run()).code).toBe(0);
    expect(served.filter((one) => one.path.includes('/files/'))).toEqual([]);
  });

  it('goes on where a cut line stopped, and no half film is ever under its name', async () => {
    cutAfter = 20_000;
    const broken = await run();
    expect(broken.code).toBe(1);
    expect(existsSync(film(cuts[0]))).toBe(false);
    expect(reply().missing).toHaveLength(2);
    cutAfter = undefined;
    served.length = 0;
    expect((await run()).code).toBe(0);
    expect(served.filter((one) => one.path.includes('/files/'))).toMatchObject([
      { range: expect.stringMatching(/^bytes=[1-9]\d*-$/), status: 206 },
      { range: expect.stringMatching(/^bytes=[1-9]\d*-$/), status: 206 },
    ]);
    for (const cut of cuts) expect(isWhole(cut)).toBe(true);
  });

  it('goes on after it was killed in the middle', async () => {
    cutAfter = Number.NaN;
    const child = spawn('sh', [script, spots()], { detached: true, stdio: 'ignore' });
    const gone = new Promise((done) => child.once('close', done));
    await expect.poll(() => served.some((one) => one.path.includes('/files/')), { timeout: 10_000 }).toBe(true);
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
    await gone;
    cutAfter = undefined;
    expect(await run()).toMatchObject({ code: 0 });
    for (const cut of cuts) expect(isWhole(cut)).toBe(true);
  });

  it('puts a film that was changed on this machine right again, and names what is not ours', async () => {
    await run();
    const [first] = cuts;
    const size = statSync(film(first)).size;
    writeFileSync(film(first), Buffer.alloc(size, 7));
    writeFileSync(join(spots(), 'sd-mpeg2', 'OTHER.mpg'), 'x');
    expect((await run()).code).toBe(0);
    expect(isWhole(first)).toBe(true);
    expect(reply().extra).toEqual(['sd-mpeg2/OTHER.mpg']);
  });

  it('deletes a recalled film, names it in REMOVE.txt until "removed" was said, and says it only when told to', async () => {
    await run();
    const [first, second] = cuts;
    if (first) withdrawCut(service.app, first);
    expect((await run()).code).toBe(0);
    expect([existsSync(film(first)), existsSync(film(second))]).toEqual([false, true]);
    expect(readFileSync(join(spots(), 'REMOVE.txt'), 'utf8')).toContain(first?.house);
    expect(readFileSync(join(spots(), 'REMOVE.txt'), 'utf8')).toContain('सहमति वापस ली');
    expect(await run({ PRERNA_ACK: 'yes' })).toMatchObject({ said: expect.stringContaining('reported as removed') });
    expect(existsSync(join(spots(), 'REMOVE.txt'))).toBe(false);
    const manifest = await (await service.http.request(`${base}/manifest.txt`)).text();
    expect(manifest).toMatch(new RegExp(`^remove ${first?.house} \\S+ yes$`, 'm'));
  });

  it('changes nothing when the service is not there', async () => {
    await run();
    expect(await run({ PRERNA_ADDRESS: 'http://127.0.0.1:9/o/x' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('nothing was changed'),
    });
    for (const cut of cuts) expect(isWhole(cut)).toBe(true);
  });
});

/** Sends the head and so many bytes, then drops the line; NaN: sends nothing and holds the line. */
function breakOff(response: import('node:http').ServerResponse, bytes: number): void {
  const write = response.write.bind(response) as (chunk: unknown) => boolean;
  let left = bytes;
  response.write = ((chunk: Uint8Array) => {
    if (Number.isNaN(left)) return false;
    const part = chunk.subarray(0, left);
    left -= part.length;
    write(part);
    if (left <= 0) setTimeout(() => response.destroy(), 50);
    return true;
  }) as typeof response.write;
  response.end = (() => response) as typeof response.end;
}

it.skipIf(!has('pwsh'))('the Windows script is PowerShell without a fault', () => {
  const path = join(import.meta.dirname, '../../../src/web/assets/prerna-windows.ps1');
  const ask = `$faults = $null; [void][Management.Automation.Language.Parser]::ParseFile('${path}', [ref]$null, [ref]$faults); $faults.Count`;
  const parsed = spawnSync('pwsh', ['-NoProfile', '-NonInteractive', '-Command', ask], { encoding: 'utf8' });
  expect(parsed.stdout.trim()).toBe('0');
});
