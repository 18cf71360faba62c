// All that can be odd about a clip, one after another on the same drawn films: they are dear to make twice.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateFilm } from '../../../src/engine/ffmpeg/gate.ts';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import { makePoster } from '../../../src/engine/ffmpeg/poster.ts';
import { findSourceStills } from '../../../src/engine/film/find-source-stills.ts';
import { fitShot } from '../../../src/engine/film/fit-shot.ts';
import { frameShot } from '../../../src/engine/film/frame-shot.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { makeFilm as ffmpeg, filmFolder, meanColour, openMedia } from '../lavfi.ts';
import { sharedMedia } from './looking.ts';
import { sourceOf, viewShot } from './shot-view.ts';

const { folder, remove } = filmFolder('sources');
const at = (name: string) => join(folder, name);
let media: Media;
beforeAll(async () => {
  media = await openMedia();
});
afterAll(remove);

const lavfi = (graph: string) => ['-f', 'lavfi', '-i', graph];
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '8', '-pix_fmt', 'yuv420p'];
const left = { x: 100, y: 400, width: 200, height: 200 };
const right = { ...left, x: 1600 };
const middle = { x: 860, y: 440, width: 200, height: 200 };

/** Colours within so many of 255 of each other. */
function near(seen: readonly number[], wanted: readonly number[], slack = 6) {
  const off = Math.max(...seen.map((part, index) => Math.abs(part - (wanted[index] ?? 0))));
  expect(off, `${seen} instead of ${wanted}`).toBeLessThanOrEqual(slack);
}

/** Red on the left, green above right, blue below right: no turn or mirror looks like another. */
const FLAG =
  'color=black:s=640x360:r=25:d=2,format=gbrp,drawbox=c=0xc02020:t=fill,drawbox=x=320:w=320:h=180:c=0x20a020:t=fill,drawbox=x=320:y=180:w=320:h=180:c=0x2020c0:t=fill,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p';
const RED = [192, 32, 32];
const GREEN = [32, 160, 32];
const BLUE = [32, 32, 192];

/** Writes a matrix (a b c d) into the film's only track, as phones do: no FFmpeg needs to agree. */
function withMatrix(path: string, [a = 1, b = 0, c = 0, d = 1]: readonly number[]): string {
  const bytes = readFileSync(path);
  const place = bytes.indexOf('tkhd') + 44;
  for (const [index, value] of [a, b, 0, c, d, 0].entries()) bytes.writeInt32BE(value * 0x10000, place + index * 4);
  const turned = at(`matrix-${[a, b, c, d]}.mp4`);
  writeFileSync(turned, bytes);
  return turned;
}

describe('a clip that stands still', () => {
  it('is told from a film that stands still: by the clip alone, to its last picture', async () => {
    // Two seconds move, two stand; the shot asks for a second more than there is.
    const half = ffmpeg(at('half-still.mp4'), [
      ...lavfi('testsrc2=s=320x240:r=25:d=2,tpad=stop_mode=clone:stop_duration=2'),
      ...h264,
    ]);
    const source = await sourceOf(media, half);
    const fit = fitShot(source.picture, { width: 1920, height: 1080 });
    const shots = [
      { source, fit, fromFrame: frames(0), frames: frames(25) },
      { source, fit, fromFrame: frames(25), frames: frames(100) },
    ];
    const stills = await findSourceStills(shots, media);
    expect(stills).toHaveLength(1);
    expect(stills[0]?.startSeconds).toBeCloseTo(2, 1);
    expect(stills[0]?.endSeconds).toBeCloseTo(4, 1);
  });

  it('stands still where all that moves is cut off', async () => {
    // A clock in the corner of a wide, turned picture: an upright canvas shows its middle.
    const corner = ffmpeg(at('corner.mp4'), [
      ...lavfi(
        'color=teal:s=640x360:r=25:d=2[ground];testsrc2=s=120x80:r=25:d=2[clock];[ground][clock]overlay=500:260',
      ),
      ...h264,
    ]);
    const stills = async (path: string, canvas: { width: number; height: number }, side?: 'right') => {
      const source = await sourceOf(media, path);
      const shot = { source, fromFrame: frames(0), toFrame: frames(50), ...(side && { framing: side }) };
      const { fit } = frameShot(shot, { canvas, portraitWindow: undefined });
      return findSourceStills([{ ...shot, fit, frames: frames(50) }], media);
    };
    const upright = { width: 1080, height: 1920 };
    const wide = { width: 1920, height: 1080 };
    expect(await stills(corner, wide)).toEqual([]);
    expect(await stills(corner, upright)).toEqual([{ startSeconds: 0, endSeconds: 2 }]);
    expect(await stills(corner, upright, 'right')).toEqual([]);
    const turned = withMatrix(corner, [0, 1, -1, 0]);
    expect(await stills(turned, upright)).toEqual([]);
    expect(await stills(turned, wide)).toEqual([]);
  });
});

describe('a display matrix', () => {
  let flat: string;
  beforeAll(() => {
    flat = ffmpeg(at('flag.mp4'), [...lavfi(FLAG), ...h264]);
  });
  const corners = [
    { x: 100, y: 100, width: 100, height: 100 },
    { x: 1700, y: 100, width: 100, height: 100 },
    { x: 1700, y: 900, width: 100, height: 100 },
    { x: 100, y: 900, width: 100, height: 100 },
  ];

  it.each([
    ['upright', [1, 0, 0, 1], [RED, GREEN, BLUE, RED]],
    ['mirrored', [-1, 0, 0, 1], [GREEN, RED, RED, BLUE]],
    ['upside down', [-1, 0, 0, -1], [BLUE, RED, RED, GREEN]],
    ['upside down in a mirror', [1, 0, 0, -1], [RED, BLUE, GREEN, RED]],
    ['skewed: not believed', [1, 1, -1, 1], [RED, GREEN, BLUE, RED]],
  ])('is honoured when it says %s', async (_, matrix, colours) => {
    const view = await viewShot(await sourceOf(media, withMatrix(flat, matrix)), 0, 25);
    for (const [index, corner] of corners.entries()) near(view.colour(5, corner), colours[index] ?? []);
  });

  // Between its sides a turned 16:9 picture stands on 656–1264.
  const turnedCorners = [
    { x: 700, y: 100, width: 100, height: 100 },
    { x: 1120, y: 100, width: 100, height: 100 },
    { x: 1120, y: 900, width: 100, height: 100 },
    { x: 700, y: 900, width: 100, height: 100 },
  ];
  it.each([
    ['a quarter turn right', [0, 1, -1, 0], [RED, RED, GREEN, BLUE]],
    ['a quarter turn left', [0, -1, 1, 0], [GREEN, BLUE, RED, RED]],
    ['mirrored, then right', [0, -1, -1, 0], [BLUE, GREEN, RED, RED]],
    ['mirrored, then left', [0, 1, 1, 0], [RED, RED, BLUE, GREEN]],
  ])('is honoured when it says %s', async (_, matrix, colours) => {
    const path = withMatrix(flat, matrix);
    const view = await viewShot(await sourceOf(media, path), 0, 25);
    // The film lies: red is on its left, so it is above or below when turned.
    for (const [index, corner] of turnedCorners.entries()) near(view.colour(5, corner), colours[index] ?? [], 12);
    const poster = at(`${matrix}.jpg`);
    const { facts } = await gateFilm(media.runner, path, 'clip');
    if (!facts) throw new Error('no facts');
    await makePoster(media, { path, facts, out: poster });
    for (const [index, crop] of ['0:0', 'iw-40:0', 'iw-40:ih-40', '0:ih-40'].entries()) {
      const { red, green, blue } = meanColour(poster, `crop=40:40:${crop}`);
      near([red, green, blue], colours[index] ?? [], 24);
    }
  });
});

describe('a shape', () => {
  const square = 'color=0x404040:s=%:r=25:d=1.2,drawbox=x=iw/2-ih/8*S:y=ih*3/8:w=ih/4*S:h=ih/4:c=white:t=fill';
  it.each([
    ['4:3', '640x480', 1],
    ['anamorphic PAL', '720x576', 64 / 45],
    ['anamorphic NTSC', '720x480', 32 / 27],
    ['twice as wide', '640x360', 2],
    ['an odd size', '853x479', 1],
    ['a tiny one', '320x240', 1],
    ['wider than television', '960x400', 1],
  ])('%s keeps squares square', async (name, size, sar) => {
    const graph = `${square.replace('%', size).replaceAll('S', String(1 / sar))},setsar=${sar}`;
    const pixels = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '8', '-pix_fmt', 'yuv444p'];
    const path = ffmpeg(at(`${name.replaceAll(/\W/g, '-')}.mp4`), [...lavfi(graph), ...pixels]);
    const view = await viewShot(await sourceOf(media, path), 0, 25);
    const white = (x: number, y: number) => (view.colour(3, { x, y, width: 20, height: 20 })[0] ?? 0) > 150;
    const run = (cells: readonly boolean[]) => cells.filter(Boolean).length;
    const across = run(Array.from({ length: 96 }, (_, index) => white(index * 20, 540)));
    const down = run(Array.from({ length: 54 }, (_, index) => white(960, index * 20)));
    expect(across).toBeGreaterThan(10);
    expect(Math.abs(across - down)).toBeLessThanOrEqual(1);
  });
});

describe('a rate', () => {
  // Brightness says the time: 0 s is black, 4 s is white.
  const clock = (rate: string, seconds = 4) =>
    `color=black:s=320x180:r=${rate}:d=${seconds},geq=lum=16+219*T/4:cb=128:cr=128`;
  it.each(['24', '25', '30000/1001', '50', '60', '10'])(
    'of %s pictures a second becomes 25, at the same times',
    async (rate) => {
      const path = ffmpeg(at(`rate-${rate.replace('/', '-')}.mp4`), [...lavfi(clock(rate)), ...h264]);
      const view = await viewShot(await sourceOf(media, path), 25, 75);
      expect(view.frames).toBe(50);
      for (const frame of [0, 25, 49]) {
        const seconds = ((view.colour(frame, middle)[0] ?? 0) / 255) * 4;
        // A slow film holds a picture for a tenth of a second; FFmpeg rounds to the nearest.
        expect(Math.abs(seconds - (25 + frame) / 25)).toBeLessThan(rate === '10' ? 0.12 : 0.06);
      }
    },
  );

  it('that varies becomes even, with every moment in its place', async () => {
    const gaps = "select='not(between(mod(n,20),3,12))'";
    const path = ffmpeg(at('vfr.mp4'), [...lavfi(`${clock('30')},${gaps}`), ...h264, '-fps_mode', 'vfr']);
    const view = await viewShot(await sourceOf(media, path), 25, 75);
    expect(view.frames).toBe(50);
    const seconds = ((view.colour(25, middle)[0] ?? 0) / 255) * 4;
    expect(Math.abs(seconds - 2)).toBeLessThan(0.4);
  });

  it('and length that the header lies about are found by reading', async () => {
    const path = ffmpeg(at('lie.avi'), [...lavfi(clock('25')), '-c:v', 'mpeg4', '-q:v', '3']);
    const bytes = readFileSync(path);
    // The header's own numbers: microseconds a picture, and pictures in all.
    const main = bytes.indexOf('avih') + 8;
    bytes.writeUInt32LE(1_000_000, main);
    bytes.writeUInt32LE(999_999, main + 16);
    bytes.writeUInt32LE(999_999, bytes.indexOf('strh') + 8 + 32);
    writeFileSync(path, bytes);
    const { facts } = await gateFilm(media.runner, path, 'clip');
    expect(facts).toMatchObject({ durationSeconds: 4, picture: { frames: 100, fps: 25 } });
  });

  it('whose picture starts late shows its first picture from the start, in step with the sound', async () => {
    const sound = ['-f', 'lavfi', '-i', 'sine=d=4'];
    const path = ffmpeg(at('late.mp4'), ['-itsoffset', '0.6', ...lavfi(clock('25', 3)), ...sound, ...h264]);
    const view = await viewShot(await sourceOf(media, path), 0, 50);
    expect(view.frames).toBe(50);
    const seconds = (frame: number) => ((view.colour(frame, middle)[0] ?? 0) / 255) * 4;
    expect(seconds(0)).toBeLessThan(0.1);
    expect(Math.abs(seconds(40) - 1)).toBeLessThan(0.06);
  });
});

describe('fields', () => {
  // A bar that moves so fast that woven fields show as a comb.
  const moving = (rate: number, size: string) =>
    `color=0x303030:s=${size}:r=${rate}:d=3,drawbox=w=iw/8:h=ih:c=white:t=fill:x=0,scroll=h=0.02`;
  it.each([
    ['top first, though flagged progressive', 'interleave_top', 'top-first', ['-field_order', 'progressive']],
    [
      'bottom first, though flagged top first',
      'interleave_bottom',
      'bottom-first',
      ['-flags', '+ildct+ilme', '-x264-params', 'tff=1'],
    ],
  ])('%s are seen in the picture and woven away', async (name, mode, fields, flags) => {
    const graph = `${moving(50, '720x576')},tinterlace=${mode}`;
    const path = ffmpeg(at(`${mode}.mp4`), [...lavfi(graph), ...h264, ...flags]);
    const source = await sourceOf(media, path);
    expect([name, source.fields]).toEqual([name, fields]);
    expect(Math.round(source.picturesPerSecond)).toBe(50);
    expect((await viewShot(source, 0, 50)).frames).toBe(50);
  });

  it('that only a flag speaks of are left alone', async () => {
    const flags = ['-flags', '+ildct+ilme', '-x264-params', 'tff=1'];
    const path = ffmpeg(at('flagged.mp4'), [...lavfi(moving(25, '720x576')), ...h264, ...flags]);
    expect((await sourceOf(media, path)).fields).toBeUndefined();
  });
});

describe('colour', () => {
  const patches = [
    [26, 26, 26],
    [115, 115, 115],
    [191, 191, 191],
    [235, 235, 235],
    [191, 40, 40],
    [40, 160, 40],
    [40, 60, 180],
    [224, 172, 140],
  ];
  const hex = (rgb: readonly number[]) => rgb.map((part) => part.toString(16).padStart(2, '0')).join('');
  const boxes = patches.map((rgb, at) => `drawbox=x=${at * 80}:w=80:h=360:c=0x${hex(rgb)}:t=fill`).join(',');
  // Drawn as RGB, so that a patch is exactly what its number says.
  const chart = `color=black:s=640x360:r=25:d=1.04,format=gbrp,${boxes}`;
  const tagged = (primaries: string, transfer: string, matrix: string) => [
    ...['-color_primaries', primaries, '-color_trc', transfer, '-colorspace', matrix],
  ];
  const x265 = (lossless: string) => [
    '-c:v',
    'libx265',
    '-preset',
    'ultrafast',
    '-x265-params',
    `log-level=error:${lossless}`,
  ];
  const toHdr = (transfer: string) =>
    `scale=out_color_matrix=bt709:out_range=tv,format=yuv444p,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,zscale=t=linear:npl=203,format=gbrpf32le,zscale=npl=203:t=${transfer}:p=2020:m=2020_ncl:r=tv,format=yuv420p10le`;

  async function seen(path: string) {
    const view = await viewShot(await sourceOf(media, path), 0, 25);
    return patches.map((_, index) => view.colour(3, { x: index * 240 + 60, y: 440, width: 120, height: 200 }));
  }

  it.each([
    ['BT.709', ['-vf', 'scale=out_color_matrix=bt709:out_range=tv', ...h264, ...tagged('bt709', 'bt709', 'bt709')], 3],
    ['no tags at all', ['-vf', 'scale=out_color_matrix=bt709:out_range=tv', ...h264], 3],
    [
      'a tag that cannot be',
      ['-vf', 'scale=out_color_matrix=bt709:out_range=tv', ...h264, '-bsf:v', 'h264_metadata=matrix_coefficients=8'],
      3,
    ],
    [
      'PAL colours',
      ['-vf', 'scale=out_color_matrix=bt601:out_range=tv', ...h264, ...tagged('bt470bg', 'bt709', 'bt470bg')],
      6,
    ],
    [
      'NTSC colours',
      [
        '-vf',
        'scale=out_color_matrix=smpte170m:out_range=tv',
        ...h264,
        ...tagged('smpte170m', 'smpte170m', 'smpte170m'),
      ],
      6,
    ],
    [
      'full range',
      [
        '-vf',
        'scale=out_color_matrix=bt709:out_range=pc',
        ...h264,
        '-pix_fmt',
        'yuvj420p',
        ...tagged('bt709', 'bt709', 'bt709'),
      ],
      4,
    ],
    [
      'full range in PAL colours',
      [
        '-vf',
        'scale=out_color_matrix=bt601:out_range=pc',
        ...h264,
        '-pix_fmt',
        'yuvj420p',
        ...tagged('bt470bg', 'bt709', 'bt470bg'),
      ],
      6,
    ],
    ['HLG', ['-vf', toHdr('arib-std-b67'), ...x265('lossless=1'), ...tagged('bt2020', 'arib-std-b67', 'bt2020nc')], 8],
    ['PQ', ['-vf', toHdr('smpte2084'), ...x265('lossless=1'), ...tagged('bt2020', 'smpte2084', 'bt2020nc')], 8],
    [
      'HLG of which only the transfer is tagged',
      ['-vf', toHdr('arib-std-b67'), ...x265('lossless=1'), ...tagged('unknown', 'arib-std-b67', 'unknown')],
      8,
    ],
    [
      'HLG in AV1 of 10 bit',
      [
        '-vf',
        toHdr('arib-std-b67'),
        '-c:v',
        'libsvtav1',
        '-preset',
        '12',
        '-crf',
        '12',
        ...tagged('bt2020', 'arib-std-b67', 'bt2020nc'),
      ],
      10,
    ],
  ])('%s comes out as what the patches are', async (name, words, slack) => {
    const path = ffmpeg(at(`${name.replaceAll(/\W/g, '-')}.mp4`), [...lavfi(chart), ...words]);
    const colours = await seen(path);
    for (const [index, patch] of patches.entries()) near(colours[index] ?? [], patch, slack);
  });

  it('of old television tape, which has no tags, is known by its codec', async () => {
    const words = [
      '-vf',
      'scale=720:576:out_color_matrix=bt601:out_range=tv,format=yuv420p',
      '-c:v',
      'mpeg2video',
      '-q:v',
      '2',
    ];
    const path = ffmpeg(at('tape.mpg'), [...lavfi(chart), ...words]);
    const source = await sourceOf(media, path);
    expect(source.colour).toEqual({ light: 'sdr', matrix: 'bt601', primaries: 'bt709', range: 'tv' });
  });
});

describe('a film of more than one picture track', () => {
  it('is the track that is marked as default', async () => {
    const words = [...lavfi('color=red:s=640x360:d=1.2'), ...lavfi('color=blue:s=320x180:d=1.2')];
    const marks = ['-map', '0', '-map', '1', '-disposition:v:0', '0', '-disposition:v:1', 'default'];
    const source = await sourceOf(media, ffmpeg(at('two.mp4'), [...words, ...marks, ...h264]));
    expect(source.videoStreamIndex).toBe(1);
    const view = await viewShot(source, 0, 25);
    // SD colours read as HD: near to blue, far from red.
    for (const side of [left, right]) near(view.colour(3, side), [0, 0, 255], 30);
  });
});

// Seconds that each really holds, as frames at 25; two of them are shorter than the gate takes.
const FIELD_FILMS = [
  ['phone/android-rotate180-vfr-mono.mp4', 50],
  ['phone/hdr10-av1-portrait.mp4', 75],
  ['phone/iphone14pro-hlg-dolbyvision-portrait-silent.mov', 40],
  ['phone/old-phone-h263-amr.3gp', 100],
  ['phone/pixel-selfie-two-video-tracks.mp4', 40],
  ['phone/rails-anamorphic-sar3x2.mp4', 100],
  ['phone/rails-no-audio.mp4', 100],
  ['camera/avchd-60i.mts', 25],
  ['camera/pcm-in-mov-1080p50.mov', 50],
  ['people/asl-book.mkv', 50],
  ['people/one-by-one-person-139s.mp4', 100],
  ['general/mdn-rabbit-720x480.webm', 75],
] as const;

describe.skipIf(!sharedMedia || !existsSync(sharedMedia))('films from the field (../shared/media)', () => {
  it.each(FIELD_FILMS)('%s gives every frame of a shot', async (name, count) => {
    const view = await viewShot(await sourceOf(media, join(sharedMedia ?? '', name)), 0, count);
    expect(view.frames).toBe(count);
  });
});
