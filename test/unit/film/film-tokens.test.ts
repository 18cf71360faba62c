import { describe, expect, it } from 'vitest';
import { filmCommand } from '../../../src/engine/film/film-tokens.ts';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { expectGolden } from '../../golden/golden.ts';
import { clip, layers, presetsNamed, shot } from './films.ts';
import { formatCommand } from './format-command.ts';

const portrait = clip({
  path: '/clips/portrait.mp4',
  picture: { width: 960, height: 720, pixelAspect: { num: 1, den: 1 }, rotation: 270 },
});

async function planOf(names: readonly string[]) {
  return planFilm({
    lengthFrames: frames(150),
    shots: [shot(clip(), 50, 110), shot(portrait, 0, 40)],
    graphics: layers,
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

  it('maps the slowest encoder first, for FFmpeg counts the first output', async () => {
    const plan = await planOf(['sd-mpeg2', 'web', 'xdcam-hd422', 'h264-ts']);
    expect(plan.outputs.map(({ preset }) => preset.name)).toEqual(['h264-ts', 'web', 'xdcam-hd422', 'sd-mpeg2']);
  });

  it('strips every output of what a phone wrote into the clip', async () => {
    const { outputs } = filmCommand(await planOf(['sd-mpeg2', 'web']), [minus23]);
    for (const { tokens } of outputs)
      expect(tokens.join(' ')).toContain('-map_metadata -1 -map_metadata:s -1 -map_chapters -1');
  });
});

const minus23 = { targetLufs: -23, file: 'sound-0.wav' };
