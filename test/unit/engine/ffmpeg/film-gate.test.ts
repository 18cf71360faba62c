import { describe, expect, it } from 'vitest';
import { chooseStreams } from '../../../../src/engine/ffmpeg/choose-streams.ts';
import { guardedInput } from '../../../../src/engine/ffmpeg/film-input.ts';
import { LIMITS, refuseRaster, refuseTimes } from '../../../../src/engine/ffmpeg/film-limits.ts';
import { measureTimes, pairFields } from '../../../../src/engine/ffmpeg/measure-times.ts';
import { ProgressReader } from '../../../../src/engine/ffmpeg/progress.ts';
import { flattenTokens } from '../../../../src/engine/ffmpeg/run-order.ts';
import { quoteCommand } from '../../../../src/engine/ffmpeg/run-program.ts';
import { sniffHead } from '../../../../src/engine/ffmpeg/sniff.ts';
import { findVersionWarning, isFloorMet, parseVersion } from '../../../../src/engine/ffmpeg/version.ts';
import { buildWalls } from '../../../../src/engine/ffmpeg/walls.ts';

const head = (text: string) => Buffer.from(text.padEnd(64, '\0'), 'latin1');

describe('the sniff', () => {
  it.each([
    ['\0\0\0\x18ftypmp42', 'mp4'],
    ['\0\0\0\x18ftypqt  ', 'mov'],
    ['\0\0\0\x18ftyp3gp5', '3gp'],
    ['\0\0\0\x08wide', 'mov'],
    ['\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm', 'webm'],
    ['\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska', 'matroska'],
    ['RIFF\0\0\0\0AVI LIST', 'avi'],
    ['\0\0\x01\xba', 'mpeg'],
  ])('knows %j as %s', (bytes, container) => {
    expect(sniffHead(head(bytes))).toMatchObject({ kind: 'film', container });
  });

  it.each([188, 192, 204])('knows transport packets of %s bytes', (size) => {
    const bytes = Buffer.alloc(size * 6);
    for (let at = size === 192 ? 4 : 0; at < bytes.length; at += size) bytes[at] = 0x47;
    expect(sniffHead(bytes)).toMatchObject({ container: 'mpegts', demuxer: 'mpegts' });
  });

  it.each([
    '#EXTM3U\n',
    '\xef\xbb\xbf#EXTM3U',
    '\n ffconcat version 1.0',
    "file 'a.mp4'",
    '<MPD xmlns=""',
    '[playlist]',
  ])('knows %j as a list of other files', (text) => expect(sniffHead(head(text))).toEqual({ kind: 'playlist' }));

  it.each([
    ['', 'empty'],
    ['GIF89a', 'foreign'],
    ['\0\0\0\x18ftypheic', 'other'],
    ['\x89PNG', 'other'],
    ['%PDF-1.7', 'other'],
    ['<svg xmlns=', 'other'],
    ['OggS', 'sound'],
  ])('takes %j for no film', (bytes, kind) => {
    expect(sniffHead(Buffer.from(bytes, 'latin1')).kind).toBe(kind);
  });
});

describe('tokens', () => {
  it('are flattened without splitting a word', () => {
    expect(flattenTokens([['-metadata', 'title=राम कथा'], null, false, ['-y']])).toEqual([
      '-metadata',
      'title=राम कथा',
      '-y',
    ]);
  });

  it('put every list and the forced demuxer before the input', () => {
    const words = flattenTokens(guardedInput({ path: '/f/a:b%d.mp4', demuxer: 'mov' }, ['-ss', '3']));
    expect(words.at(-1)).toBe('file:/f/a:b%d.mp4');
    for (const option of [
      '-protocol_whitelist',
      '-format_whitelist',
      '-codec_whitelist',
      '-max_pixels',
      '-max_alloc',
      '-f',
      '-ss',
    ])
      expect(words.indexOf(option), option).toBeGreaterThan(-1);
    expect(words.indexOf('-i')).toBe(words.length - 2);
  });

  it('can be pasted into a shell', () => {
    expect(quoteCommand(['ffmpeg', '-i', "it's राम.mp4"])).toBe(`ffmpeg -i 'it'\\''s राम.mp4'`);
  });
});

describe('the walls', () => {
  const programs = {
    env: '/usr/bin/env',
    bwrap: '/usr/bin/bwrap',
    prlimit: '/usr/bin/prlimit',
    setpriv: '/usr/bin/setpriv',
  };
  const run = { argv: ['/opt/ff/ffmpeg', '-version'], reads: ['/data/work/in/a.mp4'], writes: '/data/work' };

  it('bind an outer folder before what lies in it', () => {
    const words = buildWalls('bubblewrap', programs, run);
    expect(words.indexOf('/data/work')).toBeLessThan(words.indexOf('/data/work/in/a.mp4'));
    expect(words).toContain('/opt/ff');
    expect(words).toContain('--die-with-parent');
    expect(words.slice(-2)).toEqual(run.argv);
  });

  it('die with their parent and forbid new rights in the plain tier', () => {
    const words = buildWalls('plain', programs, run);
    expect(words).toEqual(expect.arrayContaining(['--no-new-privs', '--pdeathsig', 'KILL', '--core=0']));
    expect(words).not.toContain('/usr/bin/bwrap');
  });

  it.each(['bubblewrap', 'plain', 'none'] as const)('start from an empty environment (%s)', (tier) => {
    expect(buildWalls(tier, programs, run).slice(0, 2)).toEqual(['/usr/bin/env', '-i']);
  });
});

describe('the version', () => {
  it.each([
    ['ffmpeg version 5.1.9-0+deb12u1 Copyright', true, true],
    ['ffmpeg version 5.1.10 Copyright', true, false],
    ['ffmpeg version n7.1.5 Copyright', true, false],
    ['ffmpeg version 7.0.2-static https://x', true, true],
    ['ffmpeg version 8.1.1 Copyright', true, true],
    ['ffmpeg version 8.2 Copyright', true, false],
    ['ffmpeg version N-118000-gabcdef Copyright', true, false],
    ['ffmpeg version 4.4.2-0ubuntu0 Copyright', false, true],
  ])('%s: usable %s, warned about %s', (line, usable, warned) => {
    const version = parseVersion(line);
    if (!version) throw new Error('not read');
    expect(isFloorMet(version)).toBe(usable);
    expect(findVersionWarning(version) !== undefined).toBe(warned);
  });

  it('is not read from another program', () => {
    expect(parseVersion('GNU bash, version 5.2')).toBeUndefined();
  });
});

describe('the limits', () => {
  const film = (durationSeconds: number, fps = 25) => ({
    durationSeconds,
    picture: { fps, frames: Math.round(durationSeconds * fps) } as never,
  });

  it.each([
    [1.04, 25, 'film.short'],
    [1.08, 25, undefined],
    [1800, 25, undefined],
    [1800.1, 25, 'film.long'],
    [10, 4.9, 'film.rate'],
    [10, 5, undefined],
    [10, 120.2, undefined],
    [10, 240, 'film.rate'],
    [0.01, 100_000, 'film.rate'],
  ])('a clip of %s s at %s is answered %s', (seconds, fps, code) => {
    expect(refuseTimes(film(seconds, fps), LIMITS.clip)?.code).toBe(code);
  });

  it('lets a recording run for 25 hours', () => {
    expect(refuseTimes(film(25 * 3600), LIMITS.recording)).toBeUndefined();
    expect(refuseTimes(film(25 * 3600 + 1), LIMITS.recording)?.code).toBe('recording.long');
  });

  it.each([
    [144, 256, undefined],
    [143, 256, 'film.small'],
    [4096, 2176, undefined],
    [7680, 4320, 'film.large'],
    [0, 0, 'film.unreadable'],
  ])('a picture of %sx%s is answered %s', (width, height, code) => {
    expect(refuseRaster(width, height)?.code).toBe(code);
  });
});

describe('the times', () => {
  const packets = (times: number[], lasts = 0.04) => times.map((at) => ({ at, lasts }));

  it('are measured from the packets, in any order', () => {
    const times = Array.from({ length: 50 }, (_, n) => 1 + n / 25).toReversed();
    expect(measureTimes(packets(times))).toMatchObject({ frames: 50, startSeconds: 1, durationSeconds: 2, vfr: false });
    expect(measureTimes(packets(times)).fps).toBeCloseTo(25);
  });

  it('forgive the rounding of a container to milliseconds', () => {
    const times = Array.from({ length: 60 }, (_, n) => Math.round((n * 1001) / 30) / 1000);
    expect(measureTimes(packets(times, 0.033)).vfr).toBe(false);
  });

  it('see a rate that changes', () => {
    const times = [
      ...Array.from({ length: 30 }, (_, n) => n / 30),
      ...Array.from({ length: 15 }, (_, n) => 1 + n / 15),
    ];
    expect(measureTimes(packets(times)).vfr).toBe(true);
  });

  it('of nothing are nothing', () => {
    expect(measureTimes([])).toEqual({ frames: 0, startSeconds: 0, durationSeconds: 0, fps: 0, vfr: false });
  });

  it('count two fields as one picture only where the header says interlaced', () => {
    expect(pairFields({ frames: 61, fps: 59.94 }, true, 29.97)).toMatchObject({ frames: 31, fps: 29.97 });
    expect(pairFields({ frames: 61, fps: 59.94 }, false, 29.97)).toMatchObject({ frames: 61 });
    expect(pairFields({ frames: 61, fps: 25 }, true, 25)).toMatchObject({ frames: 61 });
  });
});

it('takes of several tracks the one that moves, then the default, then the largest', () => {
  const track = {
    codec_type: 'video',
    disposition: { default: 1, attached_pic: 0 },
    avg_frame_rate: { num: 30, den: 1 },
  };
  const base = { index: 0, codec_name: 'h264', width: 640, height: 360, channels: 0, ...track } as never;
  const stills = { ...(base as object), index: 1, width: 4000, avg_frame_rate: { num: 1, den: 1 } } as never;
  const cover = { ...(base as object), index: 2, width: 4000, disposition: { default: 1, attached_pic: 1 } } as never;
  const larger = { ...(base as object), index: 3, width: 1280 } as never;
  expect(chooseStreams([base, stills, cover]).picture).toMatchObject({ index: 0 });
  expect(chooseStreams([base, stills, cover, larger]).picture).toMatchObject({ index: 3 });
  expect(chooseStreams([cover]).picture).toBeUndefined();
});

it('reads progress block by block and tells it from messages', () => {
  const told: unknown[] = [];
  const reader = new ProgressReader((progress) => told.push(progress));
  for (const line of ['frame=12', 'out_time_us=480000', 'total_size=N/A', 'speed=1.5x', 'progress=continue'])
    reader.take(line);
  expect(told).toEqual([{ frame: 12, outTimeSeconds: 0.48, speed: 1.5 }]);
  expect(reader.take('[libx264 @ 0x1] frame=I:1')).toBe(false);
});
