import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import { type FilmSound, finishSound } from '../../../src/engine/film/finish-sound.ts';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, layers, presetsNamed, shot } from '../../unit/film/films.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia } from '../lavfi.ts';
import { heard } from './looking.ts';

const { folder, remove } = filmFolder('sound');
const presets = await presetsNamed('web', 'xdcam-hd422-india');
let media: Media;

beforeAll(async () => {
  media = await openMedia();
});
afterAll(remove);

/** A plan of six seconds whose sound is this expression, one channel after another. */
async function finish(name: string, expression: string): Promise<{ sound: FilmSound; file(index: number): string }> {
  const workFolder = join(folder, name);
  mkdirSync(workFolder);
  const path = ffmpeg(join(folder, `${name}.mkv`), [
    ...['-f', 'lavfi', '-i', `aevalsrc='${expression}':s=48000:d=6`, '-c:a', 'pcm_f32le'],
  ]);
  const source = clip({ path, demuxer: 'matroska', sound: { streamIndex: 0, channels: 2 } });
  const graphics = { ...layers, layers: [] };
  const shots = [shot(source, 0, 150)];
  const plan = planFilm({ lengthFrames: frames(150), shots, graphics, captions: undefined, presets });
  const sound = await finishSound(plan, { runner: media.runner, workFolder });
  return { sound, file: (index) => join(workFolder, sound.finished[index]?.file ?? '') };
}

const syllables = '(0.5+0.5*sin(2*PI*4*t))';

describe('the finished sound', () => {
  it.each([
    ['faint', `0.03*sin(2800*t)*${syllables}|0.03*sin(2800*t)*${syllables}`],
    ['clipped', `max(-1,min(1,3*sin(2000*t)*${syllables}))|max(-1,min(1,3*sin(2000*t)*${syllables}))`],
    ['clicks', `0.02*sin(900*t)+gte(mod(t,0.5),0.49)*0.9*sin(9000*t)|0.02*sin(900*t)`],
    ['one-sided', `0|0.1*sin(1500*t)*${syllables}`],
  ])('of a %s recording is within 0.1 LU of each target, its peaks held', async (name, expression) => {
    const { sound, file } = await finish(name, expression);
    expect(sound.voice).toBe('voice');
    for (const [index, { targetLufs }] of sound.finished.entries()) {
      const { lufs, truePeakDbtp } = heard(file(index));
      expect(Math.abs(lufs - targetLufs)).toBeLessThanOrEqual(0.1 + 1e-9);
      expect(truePeakDbtp).toBeLessThanOrEqual(-1);
    }
  });

  it('of room tone is left as it is', async () => {
    const { sound, file } = await finish('room', '0.001*(random(0)-0.5)|0.001*(random(1)-0.5)');
    expect(sound.voice).toBe('quiet');
    expect(heard(file(0)).lufs).toBeLessThan(-60);
  });
});
