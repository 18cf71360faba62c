// What a clip's lines look like decides whether it is woven: its flag and a flat ground deceive.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia } from '../lavfi.ts';
import { sharedMedia } from './looking.ts';
import { sourceOf } from './shot-view.ts';

const { folder, remove } = filmFolder('source-fields');
let media: Media;
beforeAll(async () => {
  media = await openMedia();
});
afterAll(remove);

const WALL = 'color=0x9a8f80:s=720x576';
/** A flat wall with one thing before it that moves at so many pictures a second. */
const before = (thing: string, path: string) => (rate: number) =>
  `${WALL}:r=${rate}:d=2[wall];color=${thing}:r=${rate}:d=2[thing];[wall][thing]overlay=${path},format=yuv420p`;
// Far away a mouth is a seven-hundredth of the picture.
const mouth = before('0x402020:s=48x14', "x='340+4*cos(4*PI*t)':y='280+12*sin(4*PI*t)'");
// By a line or two in a picture: what fields look like.
const slowMouth = before('0x402020:s=40x12', "x=340:y='280+6*sin(4*PI*t)'");
const strip = before('0xf0f0f0:s=300x60', "x='-300+200*t':y=400");
const still = (rate: number) => `${WALL}:r=${rate}:d=2,drawgrid=w=60:h=61,format=yuv420p`;
const sky = (rate: number) => `gradients=s=720x576:r=${rate}:d=2:c0=0x5080c0:c1=0xb0d0f0:speed=0.002,format=yuv420p`;
const GRAIN = 'noise=alls=12:allf=t';
const TOP = 'tinterlace=interleave_top';
const BOTTOM = 'tinterlace=interleave_bottom';

const flag = (order: 'tff' | 'bff') => ['-flags', '+ildct+ilme', '-x264-params', `${order}=1`];
const whole: readonly string[] = [];

/** What is filmed, its flag, and what it is. */
const FILMS: readonly (readonly [said: string, graph: string, flags: readonly string[], fields: string | undefined])[] =
  [
    ['a mouth before a flat wall', mouth(25), whole, undefined],
    ['a mouth before a flat wall, with grain', `${mouth(25)},${GRAIN}`, whole, undefined],
    ['a mouth that moves by a line or two', slowMouth(25), whole, undefined],
    ['grain over an even sky', `${sky(25)},${GRAIN}`, whole, undefined],
    ['drawn patterns of fine lines', 'testsrc2=s=720x576:r=25:d=2', whole, undefined],
    ['whole pictures in an interlaced file', strip(25), flag('tff'), undefined],
    ['whole pictures with grain in an interlaced file', `${strip(25)},${GRAIN}`, flag('tff'), undefined],
    ['a strip in fields, top first', `${strip(50)},${TOP}`, flag('tff'), 'top-first'],
    ['a strip in fields, bottom first', `${strip(50)},${BOTTOM}`, flag('bff'), 'bottom-first'],
    ['fields under the other order’s flag', `${strip(50)},${BOTTOM}`, flag('tff'), 'bottom-first'],
    ['fields without a flag', `${strip(50)},${TOP}`, whole, 'top-first'],
    ['fields without a flag, with grain', `${strip(50)},${GRAIN},${TOP}`, whole, 'top-first'],
    ['a mouth in fields before a flat wall', `${mouth(50)},${TOP}`, whole, 'top-first'],
    ['a cinema film on 60 fields', 'testsrc2=s=720x480:r=24000/1001:d=2,telecine', flag('tff'), 'top-first'],
    // Nothing is combed where nothing moves: the flag's word costs nothing.
    ['fields at rest: by their flag', `${still(50)},${TOP}`, flag('tff'), 'top-first'],
    ['fields at rest under grain: by their flag', `${still(50)},${GRAIN},${BOTTOM}`, flag('bff'), 'bottom-first'],
    ['a picture at rest under grain', `${still(25)},${GRAIN}`, whole, undefined],
  ];

describe('a clip’s fields', () => {
  it.each(FILMS)('are judged by what moves: %s', async (said, graph, flags, fields) => {
    const path = join(folder, `${said.replaceAll(/\W+/g, '-')}.mp4`);
    const words = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-pix_fmt', 'yuv420p', ...flags];
    expect((await sourceOf(media, ffmpeg(path, ['-f', 'lavfi', '-i', graph, ...words]))).fields).toBe(fields);
  });

  it('are found at the end of a clip whose middle rests', async () => {
    const late = before(
      '0xf0f0f0:s=300x60',
      "x='if(lt(t,4.8),100,100+300*(t-4.8))':y=400",
    )(50).replaceAll('d=2', 'd=6');
    const words = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-pix_fmt', 'yuv420p'];
    const path = ffmpeg(join(folder, 'late.mp4'), ['-f', 'lavfi', '-i', `${late},${TOP}`, ...words]);
    expect((await sourceOf(media, path)).fields).toBe('top-first');
  });

  it('keep their order in a picture that is turned over', async () => {
    const words = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-pix_fmt', 'yuv420p', ...flag('tff')];
    const flat = ffmpeg(join(folder, 'flat.mp4'), ['-f', 'lavfi', '-i', `${strip(50)},${TOP}`, ...words]);
    const turned = join(folder, 'turned.mp4');
    ffmpeg(turned, ['-i', flat, '-c', 'copy', '-metadata:s:v', 'rotate=180']);
    const source = await sourceOf(media, turned);
    expect([source.picture.rotation, source.fields]).toEqual([180, 'top-first']);
  });
});

// None is woven: the one flagged interlaced holds whole pictures.
const WHOLE_FILMS = [
  'camera/avchd-60i.mts',
  'camera/gopro-timecode-gpmd-loud.mp4',
  'phone/awesome movie webcam.mov',
  'people/asl-school.mkv',
  'general/long-362s-lowbitrate.mp4',
  'general/mdn-frog-720x480.mp4',
] as const;

describe.skipIf(!sharedMedia || !existsSync(sharedMedia))('films from the field (../shared/media)', () => {
  it.each(WHOLE_FILMS)('%s is whole', async (name) => {
    expect((await sourceOf(media, join(sharedMedia ?? '', name))).fields).toBeUndefined();
  });
});
