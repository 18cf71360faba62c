import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listPackageContents, type OpenFilm, zipPackage } from '../../../src/domain/delivery/index.ts';
import { messageIn } from '../../../src/web/locales/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string) => {
  try {
    execFileSync('sh', ['-c', 'command -v "$0"', program]);
    return true;
  } catch {
    return false;
  }
};

// Two films of sizes that no buffer divides, drawn from a hash so that they do not compress.
const bytesOf = (house: string, size: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(size / 32) }, (_, at) => createHash('sha256').update(`${house}${at}`).digest()),
  ).subarray(0, size);
const films = [bytesOf('A', 300_001), bytesOf('B', 70_003)].map((bytes, index) => {
  const house = `UJNPMA0000${index}`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { house, preset: 'sd-mpeg2', file: `${house}.mpg`, bytes: bytes.length, sha256, content: bytes };
});
const entries = listPackageContents({
  operator: 'क्षिप्रा केबल',
  day: '2026-11-24',
  films,
  playlists: [{ name: 'c1_2026-11-24.m3u8', bytes: new TextEncoder().encode('#EXTM3U\nsd-mpeg2/UJNPMA00000.mpg\n') }],
  withdrawn: [{ house: 'UJNAYB00041', title: 'अनिल बैरागी', reason: 'अनुमति वापस ली' }],
  say: (key, params) => messageIn('hi', key, params),
});
const contentOf = (house: string) => films.find((film) => film.house === house)?.content ?? Buffer.alloc(0);
const open: OpenFilm = async (film) =>
  (async function* chunks() {
    const content = contentOf(film.house);
    for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
  })();
const madeAt = new Date('2026-11-23T14:30:00Z');
const bytesIn = async (stream: ReadableStream<Uint8Array>) => Buffer.from(await new Response(stream).arrayBuffer());

describe('a package as a zip', () => {
  it('is exactly as long as it said, and the same each time', async () => {
    const { lengthBytes, stream } = zipPackage(entries, madeAt, open);
    const bytes = await bytesIn(stream);
    expect(bytes.length).toBe(lengthBytes);
    expect((await bytesIn(zipPackage(entries, madeAt, open).stream)).equals(bytes)).toBe(true);
  });
  it.skipIf(!has('unzip') || !has('sha256sum'))(
    'opens with unzip, and sha256sum -c finds every file whole',
    async () => {
      const path = join(folder, 'package.zip');
      writeFileSync(path, await bytesIn(zipPackage(entries, madeAt, open).stream));
      execFileSync('unzip', ['-t', path]);
      execFileSync('unzip', ['-q', path, '-d', join(folder, 'out')]);
      const checked = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], {
        cwd: join(folder, 'out'),
        encoding: 'utf8',
      });
      expect(checked.trim().split('\n')).toHaveLength(entries.length - 1);
      expect(checked).not.toContain('FAILED');
    },
  );
  it('breaks off when a film is shorter or longer than was promised', async () => {
    const wrong =
      (change: number): OpenFilm =>
      async () =>
        (async function* chunks() {
          yield Buffer.alloc(300_001 + change);
        })();
    await expect(bytesIn(zipPackage(entries, madeAt, wrong(-1)).stream)).rejects.toThrow('promised');
    await expect(bytesIn(zipPackage(entries, madeAt, wrong(1)).stream)).rejects.toThrow('promised');
  });
});
