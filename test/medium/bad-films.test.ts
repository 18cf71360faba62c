import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../src/cli/commands.ts';
import { filmFolder, makeFilm, moving } from './lavfi.ts';

const { folder, remove } = filmFolder('bad');
const at = (name: string) => join(folder, name);
const small = ['-c:v', 'libx264', '-preset', 'ultrafast'];

beforeAll(() => {
  writeFileSync(at('text.mp4'), 'नमस्ते, यह फ़िल्म नहीं है।\n'.repeat(30));
  writeFileSync(at('hls.mp4'), '#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nshort.mp4\n#EXT-X-ENDLIST\n');
  makeFilm(at('short.mp4'), moving(0.3));
  copyFileSync(makeFilm(at('whole.mp4'), moving(2)), at('cut.mp4'));
  truncateSync(at('cut.mp4'), statSync(at('whole.mp4')).size - 2000);
  makeFilm(at('sound.mp4'), ['-f', 'lavfi', '-i', 'sine=d=2']);
  makeFilm(at('8k.mp4'), ['-f', 'lavfi', '-i', 'color=s=7680x4320:r=5:d=1.2', ...small]);
  const fast = ['-frames:v', '2000', '-video_track_timescale', '100000', '-an'];
  makeFilm(at('fast.mp4'), [...moving(1, '160x144', 100_000), ...fast]);
});
afterAll(remove);
afterEach(() => {
  vi.restoreAllMocks();
});

/** A command line in this process: exit code and the one document that it prints. */
async function prerna(...words: string[]) {
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const code = await runCommand([...words, '--json']);
  return { code, answer: JSON.parse(printed) };
}

describe('what people send by mistake', () => {
  it.each([
    ['text.mp4', 'film.notFilm'],
    ['hls.mp4', 'film.playlist'],
    ['cut.mp4', 'film.cut'],
    ['sound.mp4', 'film.noPicture'],
    ['short.mp4', 'film.short'],
    ['8k.mp4', 'film.large'],
    ['fast.mp4', 'film.rate'],
  ])('%s: make says a code and two whole sentences, and leaves nothing', async (name, code) => {
    const made = await prerna('make', at(name), '--out', at('none'));
    expect(made).toMatchObject({ code: 3, answer: { refusal: { code } } });
    const { hi, en } = made.answer.refusal.message;
    expect(hi).toMatch(/[ऀ-ॿ].*।$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(`${hi} ${en}`).not.toMatch(/[{}]|undefined|Error|\/tmp/);
    expect(existsSync(at('none'))).toBe(false);
  });

  it('a film without sound, under a name of 255 bytes with pictures in it, is made, and people are told', async () => {
    const name = `${'🎬'.repeat(58)} "फ़";[x].mp4`;
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    makeFilm(at('silent.mp4'), [...moving(4, '640x360'), '-an']);
    copyFileSync(at('silent.mp4'), at(name.padStart(name.length + 255 - Buffer.byteLength(name), 'a')));
    const [long = ''] = readdirSync(folder).filter((one) => one.endsWith(name));
    expect(Buffer.byteLength(long)).toBe(255);
    const made = await prerna('make', at(long), '--out', at('out'), '--length', '4', '--presets', 'whatsapp');
    expect(made).toMatchObject({ code: 0, answer: { deliverables: [{ file: 'whatsapp.mp4', qc: { passed: true } }] } });
    const codes = made.answer.warnings.map((warning: { code: string }) => warning.code);
    expect(codes).toContain('film.silent');
    expect(readFileSync(at('out/whatsapp.mp4')).toString('latin1')).not.toContain(Buffer.from('🎬').toString('latin1'));
  });
});
