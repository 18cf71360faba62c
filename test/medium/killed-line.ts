// One road from upload to remade film, seen from outside only: its steps follow one another and share the service that is killed.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isSameProcess, listDescendants } from './process-list.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'scripts/prerna.mjs');
const film = join(root, 'presets/demo/clips/svanidhi-raju.mp4');
const run = promisify(execFile);

/** Where the service is killed, and up to how long (ms) after that moment. */
const PLACES = [
  { place: 'upload', upToMs: 0 },
  { place: 'check', upToMs: 2500 },
  { place: 'draft', upToMs: 1000 },
  { place: 'render', upToMs: 4000 },
  { place: 'render', upToMs: 12_000 },
  { place: 'remake', upToMs: 8000 },
] as const;

type Place = (typeof PLACES)[number]['place'];

export interface Kill {
  readonly film: number;
  readonly place: string;
  readonly afterMs: number;
  /** Processes that the service had started and that lived on two seconds after its death. */
  readonly leftOver: number;
}

export interface KilledLine {
  readonly kills: readonly Kill[];
  /** Films sent, and of those the ones whose stored SHA-256 is the sent file's. */
  readonly films: number;
  readonly rightHashes: number;
  /** Cuts that were sent, first ones and those with a word corrected. */
  readonly cuts: readonly MadeCut[];
  readonly fsck: { readonly clean: boolean; readonly exitCode: number; readonly said: string };
}

export interface MadeCut {
  readonly remade: boolean;
  /** `cut.render` rows of the audit: 1 when it was made once. */
  readonly madeTimes: number;
  /** Its stored films, and of those the ones that `prerna qc` passes. */
  readonly films: number;
  readonly passed: number;
}

/**
 * Takes small clips along the line (upload, check, draft, render, render again with a word corrected) in a folder, killing the
 * service at each place of a clip without warning and starting it again over the same folder. It knows the service from outside only: HTTP, commands, the catalogue's rows.
 */
export async function killTheLine(
  dataDir: string,
  wanted: { kills: number; tell?: (kill: Kill) => void },
): Promise<KilledLine> {
  const line = await openLine(dataDir);
  const kills: Kill[] = [];
  const clips: string[] = [];
  try {
    for (let n = 0; kills.length < wanted.kills; n += 1) {
      const places = PLACES.slice(0, wanted.kills - kills.length);
      clips.push(
        await line.takeFilm(n, async (place) => {
          const next = places.filter((one) => one.place === place)[
            kills.filter((k) => k.film === n && k.place === place).length
          ];
          if (!next) return false;
          const afterMs = Math.floor(Math.random() * next.upToMs);
          await sleep(afterMs);
          const kill = { film: n, place, afterMs, leftOver: await line.kill() };
          kills.push(kill);
          wanted.tell?.(kill);
          await line.start();
          return true;
        }),
      );
    }
  } finally {
    await line.stop();
  }
  const { rightHashes, cuts } = readRows(dataDir, clips);
  const made = [];
  for (const cut of cuts) made.push(await judgeCut(line.env, dataDir, cut));
  return { kills, films: clips.length, rightHashes, cuts: made, fsck: await fsck(line.env) };
}

/** Answers true when it killed and started again: look once more. */
type MayKill = (place: Place) => Promise<boolean>;

async function openLine(dataDir: string) {
  const port = await freePort();
  const env = {
    ...process.env,
    PRERNA_DATA_DIR: dataDir,
    PRERNA_PORT: String(port),
    PRERNA_WORKERS: '1',
    PRERNA_LOG_LEVEL: 'silent',
    PRERNA_ADMIN_PASSWORD: 'सही घोड़ा बैटरी',
  };
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(process.execPath, [program, 'serve'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    await until(
      'the service answers',
      async () => (await fetch(`${origin}/healthz`).catch(() => undefined))?.ok === true,
    );
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  await start();
  const { stdout } = await run(
    process.execPath,
    [program, 'token', 'create', '--user', 'admin', '--name', 'kills', '--json'],
    { env },
  );
  const { token } = JSON.parse(stdout) as { token: string };
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'hi', ...init.headers },
    });
  return {
    env,
    start,
    stop: () => end('SIGTERM'),
    async kill() {
      const started = listDescendants(child?.pid ?? -1);
      await end('SIGKILL');
      await sleep(2000);
      return started.filter(isSameProcess).length;
    },
    takeFilm: (n: number, mayKill: MayKill) => takeFilm(ask, n, mayKill),
  };
}

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

async function takeFilm(ask: Ask, n: number, mayKill: MayKill): Promise<string> {
  // Each film has bytes of its own behind its last atom.
  const bytes = Buffer.concat([readFileSync(film), freeAtom(n)]);
  const clipId = await upload(ask, n, { bytes, mayKill });
  const sent = await ask(`/send/${clipId}/who`, {
    method: 'POST',
    body: new URLSearchParams({ name: 'राजू वर्मा', village: 'शाजापुर', scheme: 'PMS', change: '', amount: '' }),
  });
  if (sent.status !== 303) throw new Error(`who: ${sent.status} ${(await sent.text()).slice(0, 300)}`);
  await mayKill('check');
  await until('the clip is ready', async () => (await read(ask, `/api/v1/clips/${clipId}`))['state'] === 'ready');
  await mayKill('draft');
  const spot = await until('the spot is drafted', async () => {
    const { items } = (await read(ask, '/api/v1/spots?limit=100')) as { items: { id: string; clipId: string }[] };
    return items.find((one) => one.clipId === clipId)?.id;
  });
  await sendSpot(ask, spot, () => mayKill('render'));
  await correctWord(ask, spot);
  await sendSpot(ask, spot, () => mayKill('remake'));
  return clipId;
}

async function sendSpot(ask: Ask, spot: string, mayKill: () => Promise<boolean>): Promise<void> {
  await expectOk(ask(`/api/v1/spots/${spot}/send`, { method: 'POST' }));
  while (await mayKill());
  await until('the films are made', async () => {
    const { cuts } = (await read(ask, `/api/v1/spots/${spot}`)) as { cuts: { id: string; state: string }[] };
    const sent = cuts.find(({ state }) => state === 'sent');
    const made = (await read(ask, `/api/v1/cuts/${sent?.id}`)) as { films: unknown[] };
    return made.films.length > 0;
  });
}

/** Takes the spot back and gives it one caption, as if somebody had typed it. */
async function correctWord(ask: Ask, spot: string): Promise<void> {
  await expectOk(ask(`/api/v1/spots/${spot}/take-back`, { method: 'POST' }));
  const shown = await expectOk(ask(`/api/v1/spots/${spot}`));
  const { document } = (await shown.json()) as { document: Record<string, unknown> };
  const cues = [{ startFrame: 20, endFrame: 60, text: 'अब पक्का घर है' }];
  const headers = { 'content-type': 'application/json', 'if-match': shown.headers.get('etag') ?? '' };
  const body = JSON.stringify({ ...document, cues });
  await expectOk(ask(`/api/v1/spots/${spot}`, { method: 'PUT', headers, body }));
}

/** tus: five pieces, with a kill after one of them; after it the service says how far it came. */
async function upload(ask: Ask, n: number, { bytes, mayKill }: { bytes: Buffer; mayKill: MayKill }): Promise<string> {
  const meta = { filename: `film-${n}.mp4`, district: 'SJP', scheme: 'PMS' };
  const metadata = Object.entries(meta).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  const tus = { 'tus-resumable': '1.0.0' };
  const opened = await ask('/api/v1/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata.join(',') },
  });
  const address = opened.headers.get('location') ?? '';
  const clipId = opened.headers.get('prerna-clip') ?? '';
  if (opened.status !== 201) throw new Error(`upload: ${opened.status} ${await opened.text()}`);
  const killAfter = Math.floor(Math.random() * 5);
  for (let piece = 0; piece < 5; piece += 1) {
    const told = await ask(address, { method: 'HEAD', headers: tus });
    const offset = Number(told.headers.get('upload-offset'));
    const end = piece === 4 ? bytes.length : Math.max(offset, Math.floor((bytes.length * (piece + 1)) / 5));
    const body = new Uint8Array(bytes.subarray(offset, end));
    const headers = { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    const patched = ask(address, { method: 'PATCH', headers, body });
    if (piece !== killAfter) await expectOk(patched);
    // The answer may be lost with the service: what counts is what it says afterwards.
    else await Promise.all([patched.catch(() => undefined), mayKill('upload')]);
  }
  await until('the upload is whole', async () => {
    const told = await ask(address, { method: 'HEAD', headers: tus });
    const offset = Number(told.headers.get('upload-offset'));
    const headers = { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    if (told.ok && offset < bytes.length)
      await expectOk(ask(address, { method: 'PATCH', headers, body: new Uint8Array(bytes.subarray(offset)) }));
    return offset === bytes.length;
  });
  expectedHashes.set(clipId, createHash('sha256').update(bytes).digest('hex'));
  return clipId;
}

const expectedHashes = new Map<string, string>();

function freeAtom(n: number): Buffer {
  const atom = Buffer.alloc(16);
  atom.writeUInt32BE(16, 0);
  atom.write('free', 4, 'latin1');
  atom.writeUInt32BE(n, 8);
  atom.writeUInt32BE(Math.floor(Math.random() * 2 ** 32), 12);
  return atom;
}

async function read(ask: Ask, path: string): Promise<Record<string, unknown>> {
  return (await (await expectOk(ask(path))).json()) as Record<string, unknown>;
}

async function expectOk(asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  return answer;
}

async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const end = performance.now() + 120_000;
  while (performance.now() < end) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await sleep(200);
  }
  throw new Error(`waited two minutes in vain: ${what}`);
}

interface CutRow {
  readonly remade: boolean;
  readonly madeTimes: number;
  readonly files: readonly { readonly preset: string; readonly blob: string; readonly extension: string }[];
}

function readRows(dataDir: string, clips: readonly string[]): { rightHashes: number; cuts: CutRow[] } {
  const file = new DatabaseSync(join(dataDir, 'catalogue.db'), { readOnly: true });
  const hashOf = file.prepare('SELECT original_hash AS hash FROM clips WHERE id = ?');
  const cutsOf = file.prepare(`SELECT c.id FROM cuts c JOIN spots s ON s.id = c.spot_id
    WHERE s.clip_id = ? ORDER BY c.rowid`);
  const madeTimes = file.prepare(`SELECT count(*) AS n FROM audit_rows WHERE act = 'cut.render' AND subject = ?`);
  const filesOf = file.prepare('SELECT preset, blob, extension FROM deliverables WHERE cut_id = ?');
  const rightHashes = clips.filter((id) => hashOf.get(id)?.['hash'] === expectedHashes.get(id)).length;
  const cuts = clips.flatMap((clip) =>
    cutsOf.all(clip).map(({ id = '' }, at) => ({
      remade: at > 0,
      madeTimes: Number(madeTimes.get(id)?.['n']),
      files: filesOf.all(id).map(({ preset, blob, extension }) => ({
        ...{ preset: String(preset), blob: String(blob), extension: String(extension) },
      })),
    })),
  );
  file.close();
  return { rightHashes, cuts };
}

async function judgeCut(env: NodeJS.ProcessEnv, dataDir: string, cut: CutRow): Promise<MadeCut> {
  let passed = 0;
  for (const { preset, blob } of cut.files) {
    const path = join(dataDir, 'blobs', blob.slice(0, 2), blob.slice(2, 4), blob);
    const words = [program, 'qc', path, '--preset', preset, '--json'];
    const { stdout } = await run(process.execPath, words, { env, maxBuffer: 2 ** 26 }).catch(
      (e: { stdout: string }) => e,
    );
    if ((JSON.parse(stdout) as { passed: boolean }).passed) passed += 1;
  }
  return { remade: cut.remade, madeTimes: cut.madeTimes, films: cut.files.length, passed };
}

async function fsck(env: NodeJS.ProcessEnv): Promise<KilledLine['fsck']> {
  const done = await run(process.execPath, [program, 'fsck', '--json'], { env, maxBuffer: 2 ** 26 }).then(
    ({ stdout }) => ({ exitCode: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ exitCode: error.code, stdout: error.stdout }),
  );
  const { clean } = JSON.parse(done.stdout) as { clean: boolean };
  return { clean, exitCode: done.exitCode, said: clean ? '' : done.stdout };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
