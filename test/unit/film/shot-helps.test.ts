import { describe, expect, it } from 'vitest';
import { flattenTokens } from '../../../src/engine/ffmpeg/run-order.ts';
import { filmKey } from '../../../src/engine/film/film-key.ts';
import { filmCommand } from '../../../src/engine/film/film-tokens.ts';
import { motionTokens } from '../../../src/engine/film/find-motions.ts';
import { enlargeMotions, MotionFileError } from '../../../src/engine/film/motion-file.ts';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { decideHelps, decideLight, type ShotHelps } from '../../../src/engine/film/shot-helps.ts';
import type { SightMeasures } from '../../../src/engine/senses/sight.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, layers, presetsNamed, shot } from './films.ts';

const good: SightMeasures = { shake: 0, noise: 0.4, light: 120, highlight: 210, bright: 0.02 };

/** What the LUT makes of a lightness. */
function lit(value: number, { gain, gamma }: { gain: number; gamma: number }): number {
  return 255 * Math.min(1, (value * gain) / 255) ** gamma;
}

describe('the light of a shot', () => {
  it.each([
    ['a dark picture', { light: 31, highlight: 72 }, 31],
    ['a face in shadow', { light: 90, highlight: 230, faceLight: 42 }, 42],
    ['a picture that is too bright', { light: 190, highlight: 255, bright: 0.5 }, 190],
    ['a washed-out face', { light: 150, highlight: 250, faceLight: 220 }, 220],
  ])('is brought towards the middle in %s, and nothing that was drawn turns white', (_, measured, now) => {
    const change = decideLight({ ...good, ...measured });
    if (!change) throw new Error('unchanged');
    expect(Math.abs(lit(now, change) - 125)).toBeLessThan(Math.abs(now - 125) * 0.85);
    if (now < 125) expect(measured.highlight * change.gain).toBeLessThanOrEqual(Math.max(201, measured.highlight));
    if (now > 125) expect(change.gain).toBe(1);
    expect([lit(0, change), lit(255, change)]).toEqual([0, 255]);
  });

  it.each([[{}], [{ light: 60, faceLight: 110 }], [{ light: 200, faceLight: 150 }]])(
    'is left where it is good (%o)',
    (is) => {
      expect(decideLight({ ...good, ...is })).toBeUndefined();
    },
  );
});

describe('the helps of a shot', () => {
  it('are those that were asked for, as strong as was measured', () => {
    expect(decideHelps([], good)).toEqual({});
    expect(decideHelps(['steady', 'denoise'], { ...good, noise: 4 })).toEqual({
      steady: true,
      denoise: { strength: 7.6 },
    });
    expect(decideHelps(['denoise'], { ...good, noise: 20 }).denoise?.strength).toBe(16);
  });

  it('are not guessed: what was never measured is left alone', () => {
    expect(decideHelps(['denoise', 'exposure'], undefined)).toEqual({});
    expect(decideHelps(['steady'], undefined)).toEqual({ steady: true });
  });
});

const all: ShotHelps = { steady: true, denoise: { strength: 4 }, exposure: { gain: 1.5, gamma: 0.8, colour: 1.2 } };

async function planOf(helps: ShotHelps | undefined, source = clip()) {
  return planFilm({
    lengthFrames: frames(100),
    shots: [{ ...shot(source, 50, 150), ...(helps && { helps }) }],
    graphics: { ...layers, layers: [] },
    captions: undefined,
    presets: await presetsNamed('web'),
    motionFolder: '/work',
  });
}

describe('the plan of a shot with helps', () => {
  it('steadies, cleans and lights the scaled picture in that order, before it is turned', async () => {
    const picture = { width: 2160, height: 3840, pixelAspect: { num: 1, den: 1 }, rotation: 90 as const };
    const { chains } = filmCommand(await planOf(all, clip({ picture, fields: 'top-first' })), []);
    const names = chains[0]?.filters.map(({ name }) => name) ?? [];
    const order = [
      'bwdif',
      'fps',
      'scale',
      'format',
      'vidstabtransform',
      'hqdn3d',
      'lutyuv',
      'transpose',
      'tpad',
      'trim',
    ];
    expect(names.filter((name) => order.includes(name)).slice(0, order.length)).toEqual(order);
  });

  it('takes grain out before a picture is enlarged, and after it is made smaller, then as much weaker', async () => {
    const sized = (width: number, height: number) =>
      clip({ picture: { width, height, pixelAspect: { num: 1, den: 1 }, rotation: 0 } });
    const names = async (source: ReturnType<typeof clip>) =>
      filmCommand(await planOf({ denoise: { strength: 4 } }, source), []).graph.match(
        /scale=w=|hqdn3d=luma_spatial=\d+/g,
      );
    expect((await names(sized(960, 540)))?.slice(0, 2)).toEqual(['hqdn3d=luma_spatial=4', 'scale=w=']);
    expect((await names(sized(3840, 2160)))?.slice(0, 2)).toEqual(['scale=w=', 'hqdn3d=luma_spatial=2']);
  });

  it('is written for FFmpeg with our own file’s name and the legal range', async () => {
    const { graph } = filmCommand(await planOf(all), []);
    expect(graph).toContain('vidstabtransform=input=/work/motions-0.trf:smoothing=15:maxshift=76:optzoom=1:crop=keep');
    expect(graph).toContain('lutyuv=y=16+219*pow(clip((val-16)*1.5/219\\,0\\,1)\\,0.8)');
  });

  it('is another film, and without helps the same as ever', async () => {
    const made = { version: '1', ffmpeg: '5.1' };
    const order = (helps?: ShotHelps) =>
      ({ shots: [{ ...shot(clip(), 0, 100), ...(helps && { helps }) }] }) as unknown as Parameters<typeof filmKey>[0];
    expect(filmKey(order(all), made)).not.toBe(filmKey(order(), made));
    expect(filmCommand(await planOf({}), []).graph).toBe(filmCommand(await planOf(undefined), []).graph);
  });

  it('sees motion small, on the pictures that the film will have', async () => {
    const picture = { width: 3840, height: 2160, pixelAspect: { num: 1, den: 1 }, rotation: 0 as const };
    const [planned] = (await planOf(all, clip({ picture, fields: 'bottom-first' }))).shots;
    if (!planned) throw new Error('no shot');
    const words = flattenTokens(motionTokens(planned, { file: '/work/motions-0.trf', more: {} })).join(' ');
    expect(words).toContain('-ss 2.00 -t 4.20');
    expect(words).toContain('parity=bff:deint=all,fps=fps=25:start_time=0,scale=w=640:h=360');
    expect(words).toContain('vidstabdetect=result=/work/motions-0.trf');
  });
});

describe('motions seen small', () => {
  const small =
    'VID.STAB 1\n#      accuracy = 12\nFrame 1 (List 0 [])\nFrame 2 (List 1 [(LM 2 -5 452 81 48 0.29 0.22)])\n';

  it('are enlarged to the film’s size, their contrast and match as they were', () => {
    expect(enlargeMotions(small, 3)).toContain('(LM 6 -15 1356 243 144 0.29 0.22)');
  });

  it.each(['', 'TRF1\u0000', 'VID.STAB 1\n'])('are refused when they are none (%j)', (text) => {
    expect(() => enlargeMotions(text, 3)).toThrow(MotionFileError);
  });
});
