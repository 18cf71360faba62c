import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFilm as ffmpeg, filmFolder, moving, projectRoot } from '../lavfi.ts';
import { heard, pictureFacts, sharedMedia } from './looking.ts';

const { folder, remove } = filmFolder('make');
const at = (name: string) => join(folder, name);
afterAll(remove);

function prerna(...words: string[]) {
  const done = spawnSync('node', ['scripts/prerna.mjs', ...words, '--json'], { cwd: projectRoot, encoding: 'utf8' });
  return { code: done.status, answer: done.stdout === '' ? undefined : JSON.parse(done.stdout), stderr: done.stderr };
}

describe('prerna make', () => {
  it('makes the spot, remakes nothing from the same inputs, and qc agrees', () => {
    const clip = ffmpeg(at('राम कथा.mp4'), moving(4, '640x360'));
    const captions = at('c.srt');
    // Two lines that stand as one above the name.
    writeFileSync(captions, '1\n00:00:01,000 --> 00:00:02,500\nक्षेत्र की\nश्रीमती ज्ञानवती\n');
    const words = [
      'make',
      clip,
      '--out',
      at('out'),
      '--name',
      'राम "कथा"; [x]',
      '--length',
      '4',
      '--captions',
      captions,
    ];
    const made = prerna(...words, '--presets', 'whatsapp');
    expect(made).toMatchObject({
      code: 0,
      answer: {
        spot: { lengthFrames: 100, endCardFrame: 75, cues: [{ startFrame: 25, lines: ['क्षेत्र की', 'श्रीमती ज्ञानवती'] }] },
        deliverables: [{ preset: 'whatsapp', file: 'whatsapp.mp4', frames: 100, qc: { passed: true } }],
      },
    });
    expect(readFileSync(at('out/captions.srt'), 'utf8')).toContain('\r\nक्षेत्र की श्रीमती ज्ञानवती\r\n');
    expect(made.answer.spot).not.toHaveProperty('pictures');
    const told = prerna(...words, '--presets', 'whatsapp', '--explain');
    const pasted = told.answer.commands.at(-1).command;
    expect(existsSync(at('out/explain/whatsapp.mp4'))).toBe(false);
    expect(spawnSync('bash', ['-c', pasted], { encoding: 'utf8' }).status).toBe(0);
    expect(pictureFacts(at('out/explain/whatsapp.mp4'))).toMatchObject({ nb_read_frames: '100' });
    const film = at('out/whatsapp.mp4');
    const { mtimeMs } = statSync(film);
    const again = prerna(...words, '--presets', 'whatsapp', '--pictures');
    expect(again.answer).toMatchObject({ ...made.answer, seconds: expect.any(Number), unchanged: true });
    expect(again.answer.spot.pictures).toHaveLength(4);
    expect(statSync(film).mtimeMs).toBe(mtimeMs);
    const judged = prerna('qc', film, '--preset', 'whatsapp', '--spot', at('out/film.json').replace('film', 'none'));
    expect(judged.code).toBe(2);
    const whole = prerna('qc', film, '--preset', 'whatsapp', '--spot', at('out/film.json'));
    expect(whole).toMatchObject({ code: 0, answer: { passed: true } });
    expect(whole.answer.checks.filter((check: { passed: unknown }) => check.passed !== true)).toEqual([]);
    expect(prerna('qc', film, '--preset', 'web', '--frames', '99')).toMatchObject({
      code: 1,
      answer: { passed: false },
    });
  });

  it('makes of a corrected film only the groups of pictures that the word stands in', () => {
    const clip = ffmpeg(at('two.mp4'), moving(4, '640x360'));
    const captions = at('two.srt');
    const make = (word: string) => {
      writeFileSync(captions, `1\n00:00:01,000 --> 00:00:02,000\n${word}\n`);
      const words = ['--length', '4', '--captions', captions, '--presets', 'sd-mpeg2', '--out', at('corrected')];
      return prerna('make', clip, ...words).answer.deliverables[0];
    };
    const [first, second] = [make('कच्चा घर'), make('पक्का घर')];
    expect(first).toMatchObject({ frames: 100, qc: { passed: true } });
    expect(first.remade).toBeUndefined();
    expect(second).toMatchObject({ frames: 100, qc: { passed: true }, remade: [{ fromFrame: 24, toFrame: 60 }] });
    expect(second.sha256).not.toBe(first.sha256);
  });

  it('refuses with a sentence in both languages what is no film', () => {
    const text = at('text.mp4');
    writeFileSync(text, 'यह फ़िल्म नहीं है');
    const refused = prerna('make', text, '--out', at('none'));
    expect(refused).toMatchObject({ code: 3, answer: { refusal: { code: 'film.notFilm' } } });
    expect(refused.answer.refusal.message.hi).toMatch(/फ़िल्म/);
    expect(prerna('qc', text, '--preset', 'web')).toMatchObject({
      code: 3,
      answer: { refusal: { code: 'qc.unreadable' } },
    });
    expect(existsSync(at('none'))).toBe(false);
  });

  it.each([
    ['a signal', (child: ChildProcess) => child.kill('SIGTERM')],
    // As a kill −9 of the launcher closes its channel.
    ['the death of its launcher', (child: ChildProcess) => child.disconnect()],
  ])('stopped by %s says so in a sentence and leaves nothing', async (_, stop) => {
    const clip = ffmpeg(at('long.mp4'), moving(14, '640x360'));
    const words = ['make', clip, '--out', at('deep/stopped'), '--length', '12', '--presets', 'web'];
    const child = spawn('node', ['scripts/prerna.mjs', ...words], {
      cwd: projectRoot,
      env: { ...process.env, PRERNA_LAUNCHED: '1' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const said: string[] = [];
    child.stderr?.on('data', (chunk) => said.push(String(chunk)));
    // While it encodes: its folder is there.
    while (!existsSync(at('deep/stopped')) && child.exitCode === null) await wait(20);
    const ended = once(child, 'exit');
    stop(child);
    expect((await ended)[0]).toBe(143);
    expect(said.join('')).toBe('काम रोक दिया गया। अधूरी फ़ाइलें हटा दी गईं।\nStopped. What was half made is gone.\n');
    expect(existsSync(at('deep'))).toBe(false);
    const left = spawnSync('pgrep', ['-f', at('deep/stopped')], { encoding: 'utf8' });
    expect(left.stdout).toBe('');
  });
});

describe.skipIf(!sharedMedia)('a real portrait clip with Hindi speech (../shared/media)', () => {
  it('becomes four broadcast files of 250 frames at −23 LUFS', { timeout: 900_000 }, () => {
    const clip = join(sharedMedia ?? '', 'speech-hindi/DERIVED-selfie-portrait-hindi-54s.mp4');
    const words = ['--name', 'सुनीता बाई', '--place', 'उज्जैन', '--scheme', 'PMA', '--length', '10'];
    const made = prerna('make', clip, ...words, '--out', at('real'));
    expect(made.stderr).toBe('');
    expect(made.code).toBe(0);
    for (const name of ['sd-mpeg2.mpg', 'xdcam-hd422.mxf', 'h264-ts.ts', 'web.mp4']) {
      const film = join(folder, 'real', name);
      expect(pictureFacts(film)).toMatchObject({ nb_read_frames: '250', r_frame_rate: '25/1' });
      const { lufs, truePeakDbtp } = heard(film, name.endsWith('mxf') ? 2 : 1);
      expect(Math.abs(lufs + 23)).toBeLessThanOrEqual(0.5);
      expect(truePeakDbtp).toBeLessThanOrEqual(-1);
    }
  });
});
