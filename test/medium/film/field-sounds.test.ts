import { mkdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import type { ShotSource } from '../../../src/engine/film/film-order.ts';
import { finishSound } from '../../../src/engine/film/finish-sound.ts';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, layers, presetsNamed, shot } from '../../unit/film/films.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia } from '../lavfi.ts';
import { heard, sharedMedia } from './looking.ts';
import { sourceOf } from './shot-view.ts';

const { folder, remove } = filmFolder('field-sounds');
const presets = await presetsNamed('web');
let media: Media;

beforeAll(async () => {
  media = await openMedia();
});
afterAll(remove);

const SOUND_ALONE: Readonly<Record<string, string>> = { '.wav': 'wav', '.flac': 'flac', '.opus': 'ogg' };

/** A clip as the gate knows it; a recording without a picture by its demuxer. */
async function sourceNamed(name: string): Promise<ShotSource> {
  const path = join(sharedMedia ?? '', name);
  const demuxer = SOUND_ALONE[extname(name)];
  return demuxer ? clip({ path, demuxer, sound: { streamIndex: 0, channels: 1 } }) : sourceOf(media, path);
}

// Frames of each; whether there is a voice to be lifted, only a faint room, or nothing at all.
const SOUNDS = [
  ['phone/awesome movie webcam.mov', 100, 'quiet'],
  ['phone/android-rotate180-vfr-mono.mp4', 50, 'quiet'],
  ['phone/old-phone-h263-amr.3gp', 100, 'voice'],
  ['phone/rails-no-audio.mp4', 75, 'none'],
  ['camera/pcm-in-mov-1080p50.mov', 25, 'voice'],
  ['people/commentary-42s-with-silences.mp4', 150, 'voice'],
  ['people/nasa-two-video-two-audio-subs.mp4', 100, 'voice'],
  ['general/aac51-rotate90.mp4', 50, 'voice'],
  ['general/mdn-rabbit-720x480.webm', 75, 'quiet'],
  ['general/silent-black-25s.mp4', 75, 'none'],
  ['speech/jfk-11s.flac', 150, 'voice'],
  ['speech-hindi/DERIVED-bulletin-54s.wav', 150, 'voice'],
  ['speech-hindi-train/s000.opus', 75, 'voice'],
] as const;

describe.skipIf(!sharedMedia)('sounds from the field (../shared/media), encoded', () => {
  it.each(SOUNDS)('%s', async (name, count, wanted) => {
    const workFolder = join(folder, name.replaceAll(/\W/g, '-'));
    mkdirSync(workFolder);
    const source = await sourceNamed(name);
    const graphics = { ...layers, layers: [] };
    const shots = [shot(source, 0, count)];
    const plan = planFilm({ lengthFrames: frames(count), shots, graphics, captions: undefined, presets });
    const { finished, voice, faults } = await finishSound(plan, { runner: media.runner, workFolder });
    const wav = join(workFolder, finished[0]?.file ?? '');
    const { lufs, truePeakDbtp } = heard(
      ffmpeg(join(workFolder, 'web.m4a'), ['-i', wav, '-c:a', 'aac', '-b:a', '192k']),
    );
    expect(voice).toBe(wanted === 'voice' ? 'voice' : 'quiet');
    // Why it does not land on its loudness is said.
    if (wanted === 'none') return expect(source.sound === undefined || faults.includes('silent')).toBe(true);
    expect(truePeakDbtp).toBeLessThanOrEqual(-1);
    if (wanted === 'quiet') expect(lufs).toBeLessThan(-40);
    else expect(Math.abs(lufs + 23)).toBeLessThanOrEqual(0.5);
  });
});
