import { describe, expect, it } from 'vitest';
import { readDeliveryPresets, withFields } from '../../../src/engine/film/delivery-preset.ts';
import { explainFilm } from '../../../src/engine/film/explain-film.ts';
import { filmCommand, WITNESS_FILE } from '../../../src/engine/film/film-tokens.ts';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { expectGolden } from '../../golden/golden.ts';
import { clip, layers, PRESET_FOLDER, presetsNamed, shot } from './films.ts';
import { formatCommand } from './format-command.ts';

const portrait = clip({
  path: '/clips/portrait.mp4',
  picture: { width: 960, height: 720, pixelAspect: { num: 1, den: 1 }, rotation: 270 },
});

async function planOf(names: readonly string[], graphics = layers) {
  return planFilm({
    lengthFrames: frames(150),
    shots: [shot(clip(), 50, 110), shot(portrait, 0, 40)],
    graphics,
    captions: { file: '/work/captions.ass', fontsFolder: '/work/fonts' },
    presets: await presetsNamed(...names),
  });
}

describe('the command of a film', () => {
  it('decodes once, filters once and splits to the four presets of a spot', async () => {
    const plan = await planOf(['sd-mpeg2', 'xdcam-hd422', 'h264-ts', 'web']);
    expectGolden('commands/two-shots-four-presets.txt', formatCommand(filmCommand(plan, [minus23])));
  });

  it('makes every other preset too, each at its own loudness', async () => {
    const plan = await planOf(['xdcam-hd422-india', 'h264-ts-sd', 'whatsapp']);
    const command = filmCommand(plan, [minus23, { targetLufs: -20, file: 'sound-1.wav' }]);
    expectGolden('commands/two-shots-other-presets.txt', formatCommand(command));
  });

  it('makes D-10 and MPEG-2 at 14:9 for 4:3 sets, of a canvas drawn for them', async () => {
    const canvas = { width: 1680, height: 1080 };
    const plan = await planOf(['imx50', 'sd-mpeg2-14x9'], { ...layers, aspect: 'sd-14x9', canvas });
    expectGolden('commands/two-shots-14x9-presets.txt', formatCommand(filmCommand(plan, [minus23])));
  });

  it('shows wide clips upright round the face, or at the side that was asked for, and says so', async () => {
    const box = { x: 0.1, y: 0.2, width: 0.15, height: 0.25 };
    const face = { box, mouthLine: 0.4, eyesOpen: 0.3, lipsApart: 0.02, score: 0.9 };
    const looks = [50, 75, 100].map((atFrame) => ({ atFrame, detail: 40, face }));
    const presets = await presetsNamed('social-9x16');
    const plan = planFilm({
      lengthFrames: frames(150),
      shots: [{ ...shot(clip(), 50, 110), looks }, { ...shot(clip(), 0, 20), framing: 'right' }, shot(clip(), 20, 40)],
      graphics: { ...layers, canvas: { width: 1080, height: 1920 }, layers: layers.layers.slice(2) },
      captions: undefined,
      presets,
    });
    expectGolden('commands/three-shots-upright.txt', formatCommand(filmCommand(plan, [minus23])));
    const { text } = explainFilm(plan, { presets }, { sounds: [minus23], before: [], workFolder: '/work' });
    expect([...text.matchAll(/shows 1080×1920 of 3414×1920 from ([^)]+)\)/g)].map(([, told]) => told)).toEqual([
      '58,0: by the face, whole in 3 of 3 looks',
      '1868,0: the right, as asked',
      '1166,0: the middle, no steady face',
    ]);
  });

  it('filters 50 pictures a second where a clip has them and a preset asks for fields; the others get every second one', async () => {
    const [sd, web] = await presetsNamed('sd-mpeg2', 'web');
    if (!sd || !web) throw new Error('no preset');
    const fast = clip({ picturesPerSecond: 59.94 });
    const plan = planFilm({
      lengthFrames: frames(150),
      shots: [shot(fast, 50, 110), shot(portrait, 0, 40)],
      graphics: layers,
      captions: undefined,
      presets: [withFields(sd), withFields(web)],
    });
    expectGolden('commands/fields-and-frames.txt', formatCommand(filmCommand(plan, [minus23])));
  });

  it('bends HDR’s light in bands that fit a core’s cache, as many as the clip’s height has even parts', async () => {
    const hlg = { light: 'hlg', matrix: 'bt2020', primaries: 'bt2020', range: 'tv' } as const;
    const plan = planFilm({
      lengthFrames: frames(150),
      shots: [shot(clip({ colour: hlg }), 50, 110), shot({ ...portrait, colour: { ...hlg, light: 'pq' } }, 0, 40)],
      graphics: layers,
      captions: undefined,
      presets: await presetsNamed('web'),
    });
    expectGolden('commands/hdr.txt', formatCommand(filmCommand(plan, [minus23])));
  });

  it('filters 25 when no clip has more to show', async () => {
    const presets = (await presetsNamed('sd-mpeg2', 'web')).map(withFields);
    const input = { lengthFrames: frames(100), graphics: { ...layers, layers: [] }, captions: undefined, presets };
    expect(planFilm({ ...input, shots: [shot(portrait, 0, 100)] }).rate).toBe(25);
  });

  it('is explained step by step, to a line that can be pasted', async () => {
    const plan = await planOf(['sd-mpeg2', 'imx50', 'whatsapp']);
    const before = [{ purpose: 'sound', command: 'ffmpeg -i a.wav' }];
    const told = explainFilm(
      plan,
      { presets: plan.outputs.map(({ preset }) => preset) },
      {
        ...{ sounds: [minus23], before, workFolder: '/work/it’s here' },
      },
    );
    expect(told.commands).toHaveLength(2);
    expectGolden('commands/explained.txt', told.text);
  });

  it('has a reason for every step of every preset and kind of clip', async () => {
    const all = [...(await readDeliveryPresets(PRESET_FOLDER)).values()].map(withFields);
    const odd = clip({
      fields: 'bottom-first',
      picturesPerSecond: 50,
      picture: { ...portrait.picture, mirrored: true, rotation: 180 },
      colour: { light: 'hlg', matrix: 'bt2020', primaries: 'bt2020', range: 'tv' },
    });
    const wide = clip({ colour: { light: 'sdr', matrix: 'bt2020', primaries: 'bt2020', range: 'full' } });
    const helps = { steady: true, denoise: { strength: 3 }, exposure: { gain: 1.2, gamma: 0.9, colour: 1.1 } } as const;
    const shots = [{ ...shot(odd, 0, 40), helps }, shot(wide, 0, 30), shot(portrait, 0, 30)];
    const captions = { file: '/work/captions.ass', fontsFolder: '/work/fonts' };
    const plan = planFilm({
      lengthFrames: frames(150),
      shots,
      graphics: layers,
      captions,
      presets: all,
      motionFolder: '/work',
    });
    const sounds = [-23, -20].map((targetLufs) => ({ targetLufs, file: `sound${targetLufs}.wav` }));
    const told = explainFilm(plan, { presets: all }, { sounds, before: [], workFolder: '/work' });
    expect(told.text).toContain('tinterlace');
    expect(told.text).not.toMatch(/no reason is written/);
  });

  it('maps the slowest encoder first, for FFmpeg counts the first output', async () => {
    const plan = await planOf(['sd-mpeg2', 'web', 'xdcam-hd422', 'h264-ts']);
    expect(plan.outputs.map(({ preset }) => preset.name)).toEqual(['h264-ts', 'web', 'xdcam-hd422', 'sd-mpeg2']);
  });

  it('strips every output of what a phone wrote into the clip', async () => {
    const { outputs } = filmCommand(await planOf(['sd-mpeg2', 'web']), [minus23]);
    for (const { tokens } of outputs.filter(({ file }) => file !== WITNESS_FILE))
      expect(tokens.join(' ')).toContain('-map_metadata -1 -map_metadata:s -1 -map_chapters -1');
  });
});

const minus23 = { targetLufs: -23, file: 'sound-0.wav' };
