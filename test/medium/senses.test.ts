import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { measureVoice } from '../../src/engine/captions/measure-voice.ts';
import type { Media } from '../../src/engine/ffmpeg/media.ts';
import { lookAtClip } from '../../src/engine/senses/look-at-clip.ts';
import { openSenses, type Senses, SensesError } from '../../src/engine/senses/open-senses.ts';
import { filmFolder, makeFilm, openMedia, projectRoot } from './lavfi.ts';

const MODELS = join(projectRoot, 'presets/models');
const { folder, remove } = filmFolder('senses');
let media: Media;
let senses: Senses;

beforeAll(async () => {
  media = await openMedia();
  senses = await openSenses(MODELS);
});
afterAll(async () => {
  await senses.close();
  remove();
});

const upright = (width: number, height: number) => ({
  width,
  height,
  pixelAspect: { num: 1, den: 1 },
  rotation: 0 as const,
});

function look(path: string, width: number, height: number) {
  const source = { path, demuxer: 'mov', streamIndex: 0, picture: upright(width, height), fps: 25 };
  return lookAtClip(source, { runner: media.runner, senses });
}

function lavfi(name: string, ...words: readonly string[]): string {
  return makeFilm(join(folder, name), [...words, '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']);
}

const demo = z.object({
  clips: z.array(z.object({ id: z.string(), cues: z.array(z.tuple([z.number(), z.number()])) })),
});

describe('a spoken clip with a drawn face', () => {
  const clip = join(projectRoot, 'presets/demo/clips/awas-sunita.mp4');

  it('is heard where its script is said, and nowhere else', async () => {
    const spans = await measureVoice({ path: clip, demuxer: 'mov', streamIndex: 1 }, { runner: media.runner, senses });
    const { clips } = demo.parse(parse(readFileSync(join(projectRoot, 'presets/demo/demo.yaml'), 'utf8')));
    const cues = clips.find(({ id }) => id === 'awas-sunita')?.cues ?? [];
    expect(Math.abs((spans[0]?.fromSeconds ?? -9) - (cues[0]?.[0] ?? 9))).toBeLessThan(0.4);
    expect(Math.abs((spans.at(-1)?.toSeconds ?? -9) - (cues.at(-1)?.[1] ?? 9))).toBeLessThan(0.4);
  });

  it('shows a face in nearly every look, with the mouth in its lower half', async () => {
    const { looks, poor, lies } = await look(clip, 960, 540);
    expect(lies).toBeUndefined();
    const faces = looks.flatMap(({ face }) => (face ? [face] : []));
    expect(faces.length).toBeGreaterThan(looks.length * 0.8);
    for (const { box, mouthLine } of faces) {
      expect(mouthLine).toBeGreaterThan(box.y + box.height * 0.5);
      expect(mouthLine).toBeLessThan(box.y + box.height * 1.05);
    }
    expect(poor).toEqual([]);
  });
});

describe('a clip whose file says a turn that is wrong', () => {
  it('is known by its people, who stand upright once it is turned', async () => {
    const clip = join(projectRoot, 'presets/demo/clips/ladli-rekha.mp4');
    const path = lavfi('lies.mp4', '-i', clip, '-t', '3', '-vf', 'transpose=cclock', '-an');
    expect((await look(path, 960, 540)).lies).toBe(90);
  });
});

describe('two people beside each other', () => {
  it('are both seen, and how each of them holds the head', async () => {
    const clip = join(projectRoot, 'presets/demo/clips/awas-sunita.mp4');
    const graph = '[0:v]trim=duration=2,crop=480:540,split[a][b];[b]hflip[c];[a][c]hstack';
    const path = lavfi('two.mp4', '-i', clip, '-filter_complex', graph, '-an');
    const { looks } = await look(path, 960, 540);
    expect(looks.length).toBeGreaterThanOrEqual(2);
    for (const { face, others } of looks) {
      expect(others).toHaveLength(1);
      const both = [face, others?.[0]].flatMap((one) => one ?? []).toSorted((a, b) => a.box.x - b.box.x);
      const middles = both.map(({ box }) => box.x + box.width / 2);
      expect(middles[0]).toBeLessThan(0.5);
      expect(middles[1]).toBeGreaterThan(0.5);
      for (const { turned } of both) expect(Math.abs(turned ?? 9)).toBeLessThan(0.3);
    }
  });
});

describe('sound without speech', () => {
  it.each([
    ['wind', 'anoisesrc=color=brown:amplitude=0.5:d=6,tremolo=f=0.4:d=0.8'],
    ['a room', 'anoisesrc=color=pink:amplitude=0.01:d=6'],
    ['music', "aevalsrc='0.2*sin(2*PI*262*t)+0.15*sin(2*PI*330*t)+0.15*sin(2*PI*392*t)*(0.5+0.5*sin(PI*4*t))':d=6"],
  ])('is not heard in %s', async (name, source) => {
    const path = makeFilm(join(folder, `${name}.mka`), ['-f', 'lavfi', '-i', source, '-c:a', 'pcm_s16le']);
    const heard = await measureVoice({ path, demuxer: 'matroska', streamIndex: 0 }, { runner: media.runner, senses });
    expect(heard).toEqual([]);
  });
});

describe('a clip looked at', () => {
  it('shows where it is black, frozen and covered, and no face where there is none', async () => {
    const [black, moving, frozen, cover] = [
      'color=black:s=320x180:r=25:d=2',
      'testsrc2=s=320x180:r=25:d=3',
      'testsrc2=s=320x180:r=25:d=0.04,loop=74:1',
      'color=0x803020:s=320x180:r=25:d=2,noise=alls=3:allf=t',
    ];
    const graph = `${black}[a];${moving}[b];${frozen}[c];${cover}[d];[a][b][c][d]concat=n=4:v=1`;
    const path = lavfi('poor.mp4', '-f', 'lavfi', '-i', graph);
    const sight = await look(path, 320, 180);
    const spans = sight.poor.map(({ why, fromFrame, toFrame }) => [why, fromFrame, toFrame]);
    const near = (frame: number) => expect.closeTo(frame, -1.3);
    expect(spans).toContainEqual(['black', 0, near(50)]);
    expect(spans).toContainEqual(['frozen', near(130), near(200)]);
    expect(spans).toContainEqual(['covered', near(200), near(250)]);
    expect(sight.looks.filter(({ face }) => face)).toEqual([]);
  });
});

describe('the senses’ thread', () => {
  it('leaves this one free while it looks', async () => {
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await look(join(projectRoot, 'presets/demo/clips/ladli-rekha.mp4'), 540, 960);
    clearInterval(ticking);
    // A look takes some 150 ms in its own thread; here nothing takes as long as one.
    expect(longest).toBeLessThan(150);
  });

  it('ends at an abort, and what was asked rejects', async () => {
    const stop = new AbortController();
    const mine = await openSenses(MODELS, stop.signal);
    const rgb = new Uint8Array(320 * 180 * 3);
    const asked = mine.look({ picture: { width: 320, height: 180, rgb }, faces: true });
    stop.abort();
    await expect(asked).rejects.toThrow(SensesError);
    await expect(mine.hear(new Float32Array(512))).rejects.toThrow(SensesError);
    await mine.close();
  });

  it('says which sense is lacking when its models are not there', async () => {
    const bare = await openSenses(folder);
    expect(bare.lack).toEqual({
      speech: expect.stringContaining('silero'),
      faces: expect.stringContaining('face-tiny'),
    });
    await bare.close();
  });
});

const shared = join(projectRoot, '../shared/media');

describe.skipIf(!existsSync(shared))('real clips (../shared/media)', () => {
  it('are heard to within 0.4 s of each sentence’s ends', async () => {
    const path = join(shared, 'speech-hindi/DERIVED-selfie-portrait-hindi-54s.mp4');
    const spans = await measureVoice({ path, demuxer: 'mov', streamIndex: 1 }, { runner: media.runner, senses });
    for (const [from, to] of SENTENCES) {
      const inside = spans.filter((span) => span.toSeconds > from + 0.4 && span.fromSeconds < to - 0.4);
      expect(Math.abs((inside[0]?.fromSeconds ?? -9) - from)).toBeLessThanOrEqual(0.4);
      expect(Math.abs((inside.at(-1)?.toSeconds ?? -9) - to)).toBeLessThanOrEqual(0.4);
    }
  });

  it('show their faces, and none where nobody is', async () => {
    expect(countFaces(await seen('people/asl-book.mkv', 'matroska'))).toBeGreaterThan(2);
    expect(countFaces(await seen('general/mdn-frog-720x480.mp4', 'mov'))).toBe(0);
  });
});

const countFaces = ({ looks }: { looks: readonly { face: unknown }[] }) => looks.filter(({ face }) => face).length;

function seen(name: string, demuxer: string) {
  const path = join(shared, name);
  const words = [
    '-v',
    'error',
    '-select_streams',
    'v:0',
    '-show_entries',
    'stream=width,height',
    '-of',
    'csv=p=0',
    path,
  ];
  const [width = 0, height = 0] = spawnSync('ffprobe', words, { encoding: 'utf8' }).stdout.split(',').map(Number);
  const source = { path, demuxer, streamIndex: 0, picture: upright(width, height), fps: 25 };
  return lookAtClip(source, { runner: media.runner, senses });
}

/** DERIVED-bulletin-54s.srt. */
const SENTENCES = [
  [0, 7.16],
  [7.76, 18.36],
  [18.96, 25.8],
  [26.4, 31.76],
  [32.36, 35.88],
  [36.48, 42.42],
  [43.02, 49.88],
  [50.48, 53.52],
] as const;
