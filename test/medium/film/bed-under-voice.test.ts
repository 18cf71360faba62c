import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureVoice } from '../../../src/engine/captions/measure-voice.ts';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import type { FilmMusic, ShotSource } from '../../../src/engine/film/film-order.ts';
import { finishSound } from '../../../src/engine/film/finish-sound.ts';
import { placeVoice } from '../../../src/engine/film/place-captions.ts';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { writeBed } from '../../../src/engine/film/write-bed.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, layers, presetsNamed, shot } from '../../unit/film/films.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia } from '../lavfi.ts';
import { heard } from './looking.ts';

const { folder, remove } = filmFolder('beds');
const presets = await presetsNamed('web');
// A woman speaks for some eleven seconds.
const CLIP = join(import.meta.dirname, '../../../presets/demo/clips/awas-sunita.mp4');
const [LENGTH, CARD] = [frames(300), frames(225)];
let media: Media;

beforeAll(async () => {
  media = await openMedia();
});
afterAll(remove);

/** The voice of a demo clip for nine seconds, three of end card after it. */
async function finish(name: string, source: ShotSource, music: FilmMusic | undefined) {
  const workFolder = join(folder, name);
  mkdirSync(workFolder);
  const end = layers.layers.map((layer) => ({
    ...layer,
    startFrame: layer.name === 'end-card' ? CARD : layer.startFrame,
  }));
  const graphics = { ...layers, layers: end.filter((layer) => layer.name === 'end-card') };
  const shots = [shot(source, 0, CARD)];
  const plan = planFilm({ lengthFrames: LENGTH, shots, graphics, captions: undefined, presets });
  const order = { music, lengthFrames: LENGTH, endCardFrom: CARD, quote: undefined, cues: [] };
  const bed = await writeBed(order, join(workFolder, 'bed.wav'));
  const sound = await finishSound(plan, { runner: media.runner, workFolder, bed });
  return {
    sound,
    bed: bed ?? '',
    mix: join(workFolder, 'mix.wav'),
    file: join(workFolder, sound.finished[0]?.file ?? ''),
  };
}

/** Both sides' mean at 16 kHz. */
function samples(path: string): Float32Array {
  const words = ['-nostdin', '-v', 'error', '-i', path, '-ac', '1', '-ar', '16000', '-f', 'f32le', '-'];
  const { stdout } = spawnSync('ffmpeg', words, { maxBuffer: 2 ** 26 });
  return new Float32Array(stdout.buffer, stdout.byteOffset, stdout.length / 4);
}

type Span = { readonly fromSeconds: number; readonly toSeconds: number };

/** Power over all these spans together, in dB. */
function levelDb(sound: Float32Array, spans: readonly Span[]): number {
  const parts = spans.map(({ fromSeconds, toSeconds }) => sound.subarray(fromSeconds * 16_000, toSeconds * 16_000));
  const samplesOf = parts.reduce((sum, part) => sum + part.length, 0);
  const power = parts.reduce((sum, part) => sum + part.reduce((inner, sample) => inner + sample ** 2, 0), 0);
  return 10 * Math.log10(power / samplesOf);
}

describe('a bed under a real voice', () => {
  it('lies 14 dB below it while it is spoken, 6 dB lower than in its own pauses, and leads on the end card', async () => {
    const source = clip({ path: CLIP, sound: { streamIndex: 1, channels: 2 } });
    const voice = await measureVoice({ path: CLIP, demuxer: 'mov', streamIndex: 1 }, { runner: media.runner });
    const spoken = placeVoice([{ shot: shot(source, 0, CARD), clipStart: frames(0), voice }]);
    expect(spoken.length).toBeGreaterThan(1);
    const alone = await finish('alone', source, undefined);
    const under = await finish('under', source, { bed: 'warm', spoken });
    const flat = await finish('flat', source, { bed: 'warm', spoken: [] });
    const [bed, undisturbed, mix] = [samples(under.bed), samples(flat.bed), samples(under.mix)];
    expect(levelDb(mix, spoken) - levelDb(bed, spoken)).toBeGreaterThan(14);
    expect(levelDb(undisturbed, spoken) - levelDb(bed, spoken)).toBeGreaterThan(6);
    const card = [{ fromSeconds: CARD / 25 + 0.4, toSeconds: LENGTH / 25 - 1 }];
    expect(levelDb(bed, card)).toBeGreaterThan(levelDb(bed, spoken) + 6);
    // Without a bed there is nothing on the card but silence.
    expect(levelDb(samples(alone.file), card)).toBeLessThan(-80);
    const { lufs, truePeakDbtp } = heard(under.file);
    expect(Math.abs(lufs + 23)).toBeLessThanOrEqual(0.1 + 1e-9);
    expect(truePeakDbtp).toBeLessThanOrEqual(-1);
    expect(levelDb(samples(under.file), [{ fromSeconds: LENGTH / 25 - 0.06, toSeconds: LENGTH / 25 }])).toBeLessThan(
      -80,
    );
  });

  it('brings a silent clip’s film to its loudness all the same, and says of the clip what is to be said', async () => {
    const path = ffmpeg(join(folder, 'room.mkv'), [
      ...['-f', 'lavfi', '-i', 'color=s=16x16:r=25:d=9'],
      ...['-f', 'lavfi', '-i', 'aevalsrc=0.001*(random(0)-0.5):s=48000:d=9', '-c:v', 'ffv1', '-c:a', 'pcm_f32le'],
    ]);
    const source = clip({ path, demuxer: 'matroska', sound: { streamIndex: 1, channels: 1 } });
    const { sound, file } = await finish('room', source, { bed: 'bold', spoken: [] });
    expect(sound).toMatchObject({ voice: 'voice', faults: expect.arrayContaining(['faint']) });
    expect(Math.abs(heard(file).lufs + 23)).toBeLessThanOrEqual(0.1 + 1e-9);
    const mute = await finish('mute', clip({ path, demuxer: 'matroska', sound: undefined }), {
      bed: 'sober',
      spoken: [],
    });
    expect(Math.abs(heard(mute.file).lufs + 23)).toBeLessThanOrEqual(0.1 + 1e-9);
  });
});
