import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateFilm } from '../../src/engine/ffmpeg/gate.ts';
import type { Media } from '../../src/engine/ffmpeg/media.ts';
import { filmFolder, makeFilm, moving, openMedia, projectRoot } from './lavfi.ts';

const { folder, remove } = filmFolder('gate');
const at = (name: string) => join(folder, name);
let media: Media;
let whole: string;

beforeAll(async () => {
  media = await openMedia();
  whole = makeFilm(at('whole.mp4'), moving(3));
});
afterAll(remove);

const gate = (path: string, profile: 'clip' | 'recording' = 'clip') => gateFilm(media.runner, path, profile);
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content);
  return at(name);
};
const refusal = (code: string) => ({ verdict: 'refuse', code });

describe('a good film', () => {
  it('is accepted with its measured facts', async () => {
    const result = await gate(whole);
    expect(result).toMatchObject({ verdict: 'accept', warnings: [] });
    expect(result.facts).toMatchObject({
      container: 'mp4',
      durationSeconds: 3,
      picture: { codec: 'h264', frames: 75, rate: { num: 25, den: 1 }, vfr: false, hdr: false, rotation: 0 },
      sound: { codec: 'aac', channels: 1 },
    });
  });

  it.each(['राम कथा.mp4', 'a%03d:b.mp4', `${'😀'.repeat(62)}abc.mp4`])(
    'is accepted under the name %s',
    async (name) => {
      copyFileSync(whole, at(name));
      expect((await gate(at(name))).verdict).toBe('accept');
    },
  );

  it('is accepted without sound, and people are told', async () => {
    const result = await gate(makeFilm(at('silent.mp4'), [...moving(2), '-an']));
    expect(result).toMatchObject({ verdict: 'accept', facts: { sound: null } });
    expect(result.warnings.map((it) => it.code)).toEqual(['film.silent']);
  });

  it('has square pixels where the stream names a shape that no camera makes, and people are told', async () => {
    // A transport stream says nothing beside what its picture says; an MP4's own word would go before that.
    const lie = ['-i', whole, '-c', 'copy', '-bsf:v', 'h264_metadata=sample_aspect_ratio=1/10'];
    const { warnings, facts } = await gate(makeFilm(at('drawn-out.ts'), lie));
    expect(warnings.map((it) => it.code)).toEqual(['film.pixelShape']);
    expect(facts?.picture).toMatchObject({ sar: { num: 1, den: 1 }, displayWidth: facts?.picture?.width });
  });

  it.each([
    ['mkv', ['-f', 'matroska'], 'matroska'],
    ['ts', ['-f', 'mpegts'], 'mpegts'],
    ['avi', ['-c:v', 'mpeg4', '-c:a', 'mp3'], 'avi'],
    ['mpg', ['-c:v', 'mpeg2video', '-c:a', 'mp2', '-f', 'vob'], 'mpeg'],
    ['mov', ['-c:a', 'pcm_s16le'], 'mov'],
    ['webm', ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus'], 'webm'],
  ])('is known by its bytes as %s, whatever its name says', async (name, words, container) => {
    const film = at(`${name}.bin`);
    copyFileSync(makeFilm(at(`kind.${name}`), [...moving(1.2), ...words]), film);
    expect(await gate(film)).toMatchObject({ verdict: 'accept', facts: { container, picture: { frames: 30 } } });
  });

  it.each([
    [90, 90, 240, 320],
    [180, 180, 320, 240],
    [270, -90, 240, 320],
  ])('is turned by %s degrees as its matrix says', async (said, rotation, displayWidth, displayHeight) => {
    const film = makeFilm(at(`turned-${said}.mp4`), [
      '-i',
      whole,
      '-c',
      'copy',
      '-metadata:s:v:0',
      `rotate=${360 - said}`,
    ]);
    const { facts } = await gate(film);
    expect(facts?.picture).toMatchObject({ width: 320, height: 240, displayWidth, displayHeight });
    expect(Math.abs(facts?.picture?.rotation ?? 0)).toBe(Math.abs(rotation));
  });

  it('is seen to vary in rate when it does', async () => {
    const words = ['-vf', "select='not(between(mod(n,20),3,9))'", '-fps_mode', 'vfr'];
    const { facts } = await gate(makeFilm(at('vfr.mp4'), [...moving(3, '320x240', 30), ...words]));
    expect(facts?.picture?.vfr).toBe(true);
  });

  it('is seen to be HDR by its transfer', async () => {
    const words = [
      '-vf',
      'setparams=color_trc=arib-std-b67',
      '-color_trc',
      'arib-std-b67',
      '-color_primaries',
      'bt2020',
    ];
    expect((await gate(makeFilm(at('hlg.mp4'), [...moving(1.2), ...words]))).facts?.picture?.hdr).toBe(true);
  });

  it('has its cover picture left aside', async () => {
    const cover = makeFilm(at('cover.jpg'), ['-f', 'lavfi', '-i', 'color=red:s=2000x2000:d=0.04', '-frames:v', '1']);
    const words = [
      '-i',
      cover,
      '-i',
      whole,
      '-map',
      '0',
      '-map',
      '1',
      '-c',
      'copy',
      '-disposition:v:0',
      'attached_pic',
    ];
    const { facts } = await gate(makeFilm(at('covered.mp4'), words));
    expect(facts?.picture).toMatchObject({ codec: 'h264', width: 320 });
  });
});

describe('a film that is refused', () => {
  it('is empty', async () => {
    expect(await gate(write('empty.mp4', ''))).toMatchObject({ ...refusal('film.empty'), facts: null });
  });

  it('is a text', async () => {
    expect(await gate(write('text.mp4', 'नमस्ते, यह फ़िल्म नहीं है।'))).toMatchObject(refusal('film.notFilm'));
  });

  it.each([
    ['hls.mp4', '#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nwhole.mp4\n#EXT-X-ENDLIST\n'],
    ['concat.mp4', 'ffconcat version 1.0\nfile whole.mp4\n'],
    ['bare.mp4', "file 'whole.mp4'\n"],
  ])('is a list that would read a neighbour: %s', async (name, text) => {
    expect(await gate(write(name, text))).toMatchObject(refusal('film.playlist'));
  });

  it('has lost its index with its end', async () => {
    copyFileSync(whole, at('cut.mp4'));
    truncateSync(at('cut.mp4'), statSync(whole).size - 3000);
    expect(await gate(at('cut.mp4'))).toMatchObject(refusal('film.cut'));
  });

  it('has its index but not all its pictures', async () => {
    const film = makeFilm(at('front.mp4'), ['-i', whole, '-c', 'copy', '-movflags', '+faststart']);
    truncateSync(film, Math.round(statSync(film).size * 0.6));
    expect(await gate(film)).toMatchObject(refusal('film.cut'));
  });

  it('has sound only, unless it is a recording', async () => {
    const film = makeFilm(at('sound.m4a'), ['-f', 'lavfi', '-i', 'sine=d=2']);
    expect(await gate(film)).toMatchObject(refusal('film.noPicture'));
    expect(await gate(film, 'recording')).toMatchObject({ verdict: 'accept', facts: { picture: null } });
  });

  it('is shorter than a second', async () => {
    const result = await gate(makeFilm(at('short.mp4'), moving(0.3)));
    expect(result).toMatchObject({ ...refusal('film.short'), refusal: { params: { n: 0.3 } } });
  });

  it('is longer than half an hour', async () => {
    const still = ['-f', 'lavfi', '-i', 'color=s=160x144:r=5:d=1801', '-c:v', 'libx264', '-preset', 'ultrafast'];
    const film = makeFilm(at('long.mp4'), still);
    expect(await gate(film)).toMatchObject(refusal('film.long'));
  });

  it('is larger than 4K', async () => {
    const still = ['-f', 'lavfi', '-i', 'color=s=7680x4320:r=5:d=1.2', '-c:v', 'libx264', '-preset', 'ultrafast'];
    const result = await gate(makeFilm(at('8k.mp4'), still));
    expect(result).toMatchObject({ ...refusal('film.large'), refusal: { params: { raster: '7680x4320' } } });
  });

  it('is smaller than 144 lines', async () => {
    expect(await gate(makeFilm(at('tiny.mp4'), moving(1.2, '128x96')))).toMatchObject(refusal('film.small'));
  });

  it('runs at two pictures a second', async () => {
    expect(await gate(makeFilm(at('slow.mp4'), moving(3, '160x144', 2)))).toMatchObject(refusal('film.rate'));
  });

  it('runs at 100,000 pictures a second', async () => {
    const words = ['-frames:v', '2000', '-video_track_timescale', '100000', '-an'];
    const film = makeFilm(at('fast.mp4'), [...moving(1, '160x144', 100_000), ...words]);
    expect(await gate(film)).toMatchObject(refusal('film.rate'));
  });

  it('is of a kind that we do not decode', async () => {
    const film = makeFilm(at('wmv.avi'), [...moving(1.2), '-c:v', 'wmv2', '-an']);
    expect(await gate(film)).toMatchObject(refusal('film.codec'));
    const flash = makeFilm(at('flash.flv'), [...moving(1.2), '-c:v', 'flv', '-an']);
    expect(await gate(flash)).toMatchObject(refusal('film.codec'));
  });

  it('is locked', async () => {
    const bytes = readFileSync(whole).toString('latin1').replaceAll('avc1', 'encv');
    expect(await gate(write('locked.mp4', Buffer.from(bytes, 'latin1')))).toMatchObject(refusal('film.protected'));
  });

  it('is hollow: an index over nothing', async () => {
    const bytes = readFileSync(whole);
    const media = bytes.indexOf('mdat') + 4;
    bytes.fill(0, media, media + bytes.readUInt32BE(media - 8) - 8);
    expect(await gate(write('hollow.mp4', bytes))).toMatchObject(refusal('film.unreadable'));
  });
});

it('flags a film that is damaged in the middle, and still takes it', async () => {
  const bytes = readFileSync(whole);
  const middle = bytes.indexOf('mdat') + Math.round(bytes.readUInt32BE(bytes.indexOf('mdat') - 4) / 2);
  bytes.fill(0x55, middle, middle + 2000);
  expect(await gate(write('damaged.mp4', bytes))).toMatchObject({ verdict: 'flag', code: 'film.damaged' });
});

it('rejects, and does not refuse, when the file is not there', async () => {
  await expect(gate(at('nowhere.mp4'))).rejects.toThrow('ENOENT');
});

const shared = join(projectRoot, '../../shared/media');
const zoo = ['broken', 'phone', 'camera', 'people', 'general'];
const films = existsSync(shared)
  ? zoo.flatMap((it) => readdirSync(join(shared, it)).map((name) => `${it}/${name}`))
  : [];

describe.skipIf(films.length === 0)('films from the field (../shared/media)', () => {
  // What is not listed is accepted.
  const expected: Readonly<Record<string, string>> = {
    'broken/broken.mp4': 'film.cut',
    'broken/corrupt.mkv': 'film.unreadable',
    'broken/empty.flv': 'film.codec',
    'broken/no_timescale.mp4': 'film.damaged',
    'phone/pixel-portrait-4k60.mp4': 'film.short',
    'phone/rails-audio-only.mp4': 'film.noPicture',
    'phone/iphone4s-selfie-sideways.mov': 'film.short',
    'camera/avchd-60i.mts': 'film.short',
    'camera/ntsc-dv-like-ac3.mp4': 'film.short',
    'general/mpegts-scte35.ts': 'film.short',
  };

  it.each(films)('%s gets its verdict', async (name) => {
    const result = await gate(join(shared, name));
    expect(result.code).toBe(expected[name]);
  });

  it('takes the moving track, not the row of stills, of a motion photo', async () => {
    const { facts } = await gate(join(shared, 'phone/pixel-selfie-two-video-tracks.mp4'));
    expect(facts?.picture).toMatchObject({ index: 0, rotation: 90, displayWidth: 1080, displayHeight: 1440 });
  });

  it("counts a camcorder's fields as pictures", async () => {
    const { facts } = await gate(join(shared, 'camera/avchd-60i.mts'));
    expect(facts?.picture).toMatchObject({ frames: 31, rate: { num: 30000, den: 1001 }, fieldOrder: 'tt' });
  });
});
