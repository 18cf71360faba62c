import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveShaping } from '../../src/engine/ffmpeg/capabilities.ts';
import type { FilmFacts } from '../../src/engine/ffmpeg/film-facts.ts';
import { gateFilm } from '../../src/engine/ffmpeg/gate.ts';
import type { Media } from '../../src/engine/ffmpeg/media.ts';
import { makePoster } from '../../src/engine/ffmpeg/poster.ts';
import { makeProxy } from '../../src/engine/ffmpeg/proxy.ts';
import { makeWaveform } from '../../src/engine/ffmpeg/waveform.ts';
import { filmFolder, makeFilm, meanColour, moving, openMedia, projectRoot } from './lavfi.ts';

const { folder, remove } = filmFolder('derive');
const at = (name: string) => join(folder, name);
let media: Media;

beforeAll(async () => {
  media = await openMedia();
});
afterAll(remove);

const factsOf = async (path: string): Promise<FilmFacts> => {
  const { facts } = await gateFilm(media.runner, path, 'clip');
  if (!facts) throw new Error(`no film: ${path}`);
  return facts;
};

/** Top half red, bottom half blue, and stored turned so that the matrix brings the red up. */
const turnedFilm = (name: string, turn: string, rotate: number) => {
  const stored = ['-f', 'lavfi', '-i', `color=red:s=640x360:d=2,drawbox=y=180:h=180:color=blue:t=fill,${turn}`];
  const flat = makeFilm(at(`flat-${name}`), [
    ...stored,
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
  ]);
  return makeFilm(at(name), ['-i', flat, '-c', 'copy', '-metadata:s:v:0', `rotate=${rotate}`]);
};

describe('the proxy', () => {
  it("is a small MP4 that starts at once, with the source's rate and no word about place or phone", async () => {
    const path = makeFilm(at('hd.mp4'), [...moving(2, '1920x1080', 30), '-metadata', 'location=+23.17+075.78/']);
    const out = at('hd-proxy.mp4');
    const made = await makeProxy(media, { path, facts: await factsOf(path), out });
    expect(made).toEqual({ width: 960, height: 540, rate: { num: 30, den: 1 }, frames: 60 });
    const bytes = readFileSync(out).toString('latin1');
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect(bytes).not.toContain('+23.17');
    expect(await factsOf(out)).toMatchObject({
      picture: { codec: 'h264', pixelFormat: 'yuv420p', rotation: 0 },
      sound: { codec: 'aac' },
    });
  });

  it.each([
    ['right.mp4', 'transpose=cclock', 270],
    ['left.mp4', 'transpose=clock', 90],
    ['down.mp4', 'hflip,vflip', 180],
  ])('stands upright where the phone was held otherwise: %s', async (name, turn, rotate) => {
    const path = turnedFilm(name, turn, rotate);
    const facts = await factsOf(path);
    const proxy = at(`proxy-${name}`);
    expect(await makeProxy(media, { path, facts, out: proxy })).toMatchObject({ width: 640, height: 360 });
    const poster = at(`poster-${name}.jpg`);
    expect(await makePoster(media, { path, facts, out: poster })).toEqual({ width: 640, height: 360 });
    // The original itself, as FFmpeg's own turning shows it, is the measure.
    for (const file of [path, proxy, poster]) {
      expect(meanColour(file, 'crop=iw:ih/4:0:0').red).toBeGreaterThan(200);
      expect(meanColour(file, 'crop=iw:ih/4:0:ih*3/4').blue).toBeGreaterThan(200);
    }
  });

  it('keeps the shape of a film whose samples are not square, and is never enlarged', async () => {
    const path = makeFilm(at('wide.mp4'), [...moving(1.2, '320x240'), '-vf', 'setsar=2']);
    const made = await makeProxy(media, { path, facts: await factsOf(path), out: at('wide-proxy.mp4') });
    expect(made).toMatchObject({ width: 640, height: 240 });
  });

  it('has 25 pictures a second when the source is faster or uneven', async () => {
    const path = makeFilm(at('fast.mp4'), moving(2, '320x240', 60));
    const made = await makeProxy(media, { path, facts: await factsOf(path), out: at('fast-proxy.mp4') });
    expect(made).toMatchObject({ rate: { num: 25, den: 1 }, frames: 50 });
  });

  it('is made of an HDR film', async () => {
    const tags = ['-vf', 'setparams=color_trc=arib-std-b67:color_primaries=bt2020:colorspace=bt2020nc'];
    const path = makeFilm(at('hlg.mp4'), [
      ...moving(1.2),
      ...tags,
      '-color_trc',
      'arib-std-b67',
      '-color_primaries',
      'bt2020',
      '-colorspace',
      'bt2020nc',
    ]);
    const out = at('hlg-proxy.mp4');
    await makeProxy(media, { path, facts: await factsOf(path), out });
    expect((await factsOf(out)).picture).toMatchObject({ hdr: false, colour: { transfer: 'bt709' } });
  });
});

describe('the waveform', () => {
  it('shows where it is loud', async () => {
    const words = [
      '-f',
      'lavfi',
      '-i',
      'testsrc2=s=320x240:d=3',
      '-f',
      'lavfi',
      '-i',
      "aevalsrc='if(between(t,1,2),0.5*sin(880*PI*t),0)':d=3",
    ];
    const path = makeFilm(at('loud.mp4'), words);
    const { pointsPerSecond, peaks } = await makeWaveform(media, { path, facts: await factsOf(path) });
    expect(peaks.length / pointsPerSecond).toBeCloseTo(3, 0);
    const mean = (from: number, to: number) => peaks.slice(from, to).reduce((sum, it) => sum + it, 0) / (to - from);
    expect(mean(22, 38)).toBeGreaterThan(100);
    expect(mean(22, 38)).toBeLessThan(150);
    expect(mean(2, 18)).toBeLessThan(5);
    expect(mean(44, 58)).toBeLessThan(5);
  });

  it('of a silent film is empty', async () => {
    const path = makeFilm(at('silent.mp4'), [...moving(1.2), '-an']);
    expect((await makeWaveform(media, { path, facts: await factsOf(path) })).peaks).toEqual([]);
  });
});

it('knows what FFmpeg was built with, and proves the shaping of Hindi', async () => {
  expect(media.capabilities).toMatchObject({ libx264: true, mpeg2video: true, mxf: true, libass: true });
  expect(await proveShaping(media.runner)).toBe(true);
});

const phones = join(projectRoot, '../../shared/media/phone');
it.skipIf(!existsSync(phones)).each([
  ['iphone14pro-hlg-dolbyvision-portrait-silent.mov', 540, 960],
  ['old-phone-h263-amr.3gp', 504, 288],
  ['pixel-selfie-two-video-tracks.mp4', 540, 720],
  ['android-rotate180-vfr-mono.mp4', 960, 540],
])('makes poster, proxy and waveform of %s', async (name, width, height) => {
  const path = join(phones, name);
  const facts = await factsOf(path);
  expect(await makeProxy(media, { path, facts, out: at(`${name}.mp4`) })).toMatchObject({ width, height });
  expect(await makePoster(media, { path, facts, out: at(`${name}.jpg`) })).toEqual({ width, height });
  const { peaks } = await makeWaveform(media, { path, facts });
  expect(peaks.length > 0).toBe(facts.sound !== null);
});
