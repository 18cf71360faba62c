import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateFilm } from '../../../src/engine/ffmpeg/gate.ts';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import { type DeliveryPreset, readDeliveryPresets } from '../../../src/engine/film/delivery-preset.ts';
import { describeSource } from '../../../src/engine/film/describe-source.ts';
import type { FilmOrder } from '../../../src/engine/film/film-order.ts';
import { type MadeFile, type MadeFilm, makeFilm } from '../../../src/engine/film/make-film.ts';
import { findPreset } from '../../../src/engine/film/preset-variants.ts';
import { readLook } from '../../../src/engine/graphics/look.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { PRESET_FOLDER, shot } from '../../unit/film/films.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia, projectRoot } from '../lavfi.ts';

// Shorter than a station's: what stands round a film is made alike at every length.
const LAYOUT = { barsSeconds: 5, tone: { hertz: 1000, dbfs: -18 }, cardSeconds: 4, blackSeconds: 3, tailSeconds: 3 };
const HEAD = 300;
const FILM = 100;
const TAIL = 75;
// One of each wrapper of long groups; D-10's pictures go MXF's way.
const PAIR = ['sd-mpeg2', 'sd-mpeg2-slate'];
const OTHERS = ['h264-ts-sd-slate', 'xdcam-hd422-slate'];
const SLATED = ['sd-mpeg2-slate', ...OTHERS];

const { folder, remove } = filmFolder('slate');
const at = (name: string) => join(folder, name);
let media: Media;
let order: FilmOrder;
let first: MadeFilm;
let corrected: MadeFilm;
let others: MadeFilm;

beforeAll(async () => {
  media = await openMedia();
  const presets = new Map<string, DeliveryPreset>();
  for (const [name, preset] of await readDeliveryPresets(PRESET_FOLDER))
    presets.set(name, preset.slate ? { ...preset, slate: LAYOUT } : preset);
  const named = (names: readonly string[]) => names.flatMap((name) => findPreset(presets, name) ?? []);
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=5'];
  const tone = ['-f', 'lavfi', '-i', 'aevalsrc=0.2*sin(2*PI*300*t)*(0.6+0.4*sin(2*PI*3*t)):s=48000:d=5'];
  const path = ffmpeg(at('clip.mp4'), [...picture, ...tone, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac']);
  const { facts } = await gateFilm(media.runner, path, 'clip');
  if (!facts) throw new Error('no facts');
  const source = await describeSource(media.runner, { path, sha256: 'a'.repeat(64), facts });
  const cue = (line: string) => ({ startFrame: frames(20), endFrame: frames(45), lines: [line] });
  order = {
    ...{ shots: [shot(source, 10, 70)], lengthFrames: frames(FILM), endCardFrom: frames(60), number: 'UJN-0093' },
    ...{ texts: { name: 'सुनीता बाई', place: ['उज्जैन'] }, department: 'जनसम्पर्क विभाग', language: 'hi' },
    scheme: { names: ['लाड़ली बहना योजना'], colour: '#D81B60', helpline: '181' },
    look: await readLook(join(projectRoot, 'watermarks/sober')),
    ...{ markCorner: 'left', cues: [cue('पहले छत टपकती थी')], presets: named(PAIR) },
  };
  const parts = { runner: media.runner, madeOn: '2026-11-28' };
  first = await makeFilm(order, { ...parts, outFolder: at('first') });
  const formers = new Map(first.files.map(({ preset, path: own, madeOf }) => [preset, { path: own, madeOf }]));
  const right = { ...order, cues: [cue('पहले छत चूती थी')] };
  corrected = await makeFilm(right, { ...parts, outFolder: at('corrected'), formers });
  others = await makeFilm({ ...order, presets: named(OTHERS) }, { ...parts, outFolder: at('others') });
});
afterAll(remove);

const fileOf = (film: MadeFilm, preset: string): MadeFile => {
  const { files } = film === first && OTHERS.includes(preset) ? others : film;
  const found = files.find((file) => file.preset === preset);
  if (!found) throw new Error(`no ${preset}`);
  return found;
};

/** What plain FFmpeg says. */
function said(program: 'ffmpeg' | 'ffprobe', words: readonly string[]): string {
  const done = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(done.stderr);
  return program === 'ffmpeg' ? `${done.stdout}${done.stderr}` : done.stdout;
}

/** A hash of each whole picture, as plain FFmpeg decodes it. */
function pictures(path: string): string[] {
  const words = [
    '-nostdin',
    '-v',
    'error',
    '-i',
    path,
    '-map',
    '0:v',
    '-fps_mode',
    'passthrough',
    '-f',
    'framemd5',
    '-',
  ];
  const lines = said('ffmpeg', words).split('\n');
  return lines.filter((line) => /^0,/.test(line)).map((line) => line.split(',').at(-1)?.trim() ?? '');
}

/** Peak of some seconds of a file's sound, and the pitch of a sine there. */
function heard(path: string, from: number, seconds: number) {
  const window = `atrim=start=${from}:end=${from + seconds},volumedetect,astats=measure_overall=none`;
  const log = said('ffmpeg', [
    '-nostdin',
    '-hide_banner',
    '-i',
    path,
    '-map',
    '0:a:0',
    '-af',
    window,
    '-f',
    'null',
    '-',
  ]);
  const value = (pattern: RegExp) => Number(pattern.exec(log)?.[1] ?? Number.NaN);
  return { peakDb: value(/max_volume: (\S+) dB/), hertz: value(/Zero crossings rate: (\S+)/) * 24_000 };
}

describe('a film with slate', { timeout: 240_000 }, () => {
  it.each(SLATED)('%s passes its quality control and holds head, film and tail', (preset) => {
    const { qc, frames: count, remade } = fileOf(first, preset);
    expect(qc.checks.filter(({ passed }) => passed !== true)).toEqual([]);
    expect(count).toBe(HEAD + FILM + TAIL);
    expect(remade).toEqual([]);
  });

  it('leaves no clean file that nobody ordered', () => {
    expect(others.files.map(({ preset }) => preset)).toEqual(OTHERS);
  });

  it('shows the very pictures of the clean file, from the frame that the layout says', () => {
    const clean = pictures(fileOf(first, 'sd-mpeg2').path);
    const all = pictures(fileOf(first, 'sd-mpeg2-slate').path);
    expect(all.slice(HEAD, HEAD + FILM)).toEqual(clean);
    expect(new Set(all.slice(0, 125)).size).toBeLessThan(13);
    expect(all).toHaveLength(HEAD + FILM + TAIL);
  });

  it.each(SLATED)('%s sounds at −18 dBFS and 1 kHz over the bars, and not at all beside the film', (preset) => {
    const { path } = fileOf(first, preset);
    const tone = heard(path, 0.1, 4.8);
    expect(tone.peakDb).toBeCloseTo(-18, 0);
    expect(Math.abs(tone.hertz - 1000)).toBeLessThan(3);
    expect(heard(path, 5.1, 6.8).peakDb).toBeLessThan(-60);
    expect(heard(path, 12.5, 1).peakDb).toBeGreaterThan(-30);
    expect(heard(path, 16.1, 2.5).peakDb).toBeLessThan(-60);
  });

  it('counts so that the film begins at 10:00:00:00, in the wrapper and in the groups', () => {
    const wrapper = ['-v', 'error', '-show_entries', 'format_tags=timecode', '-of', 'csv=p=0'];
    expect(said('ffprobe', [...wrapper, fileOf(first, 'xdcam-hd422-slate').path]).trim()).toBe('09:59:48:00');
    for (const preset of ['sd-mpeg2-slate', 'xdcam-hd422-slate']) {
      const groups = ['-v', 'error', '-select_streams', 'v', '-show_entries', 'frame_tags=timecode', '-of', 'csv=p=0'];
      const found = said('ffprobe', [...groups, fileOf(first, preset).path]).match(/\d\d:\d\d:\d\d:\d\d/g) ?? [];
      expect(found.slice(0, 2)).toEqual(['09:59:48:00', '09:59:48:12']);
      expect(found).toContain('10:00:00:00');
      expect(found.at(-1)).toBe('10:00:06:22');
    }
  });

  it('is made anew of a clean file into which a corrected word was spliced', () => {
    const { path, qc, remade } = fileOf(corrected, 'sd-mpeg2-slate');
    expect(corrected.whole).toEqual([]);
    expect(fileOf(corrected, 'sd-mpeg2').remade).not.toEqual([]);
    expect([qc.passed, remade]).toEqual([true, []]);
    const clean = pictures(fileOf(corrected, 'sd-mpeg2').path);
    expect(pictures(path).slice(HEAD, HEAD + FILM)).toEqual(clean);
    expect(clean).not.toEqual(pictures(fileOf(first, 'sd-mpeg2').path));
  });
});
