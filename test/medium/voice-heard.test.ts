import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { measureVoice } from '../../src/engine/captions/measure-voice.ts';
import { filmFolder, makeFilm, openMedia } from './lavfi.ts';

const { folder, remove } = filmFolder('voice');
afterAll(remove);

it('hears where a clip speaks, over the hiss of a room', async () => {
  // A tone of 300 Hz from 0.5 to 1.5 s and from 2.2 to 3.4 s stands for a voice.
  const speech =
    "aevalsrc='0.3*sin(600*PI*t)*(between(t,0.5,1.5)+between(t,2.2,3.4))+0.004*(random(0)-0.5)':s=48000:d=4";
  const film = makeFilm(join(folder, 'spoken.mka'), ['-f', 'lavfi', '-i', speech, '-c:a', 'pcm_s16le']);
  const media = await openMedia();
  const spans = await measureVoice({ path: film, demuxer: 'matroska', streamIndex: 0 }, { runner: media.runner });
  const near = (seconds: number) => expect.closeTo(seconds, 1);
  expect(spans).toEqual([
    { fromSeconds: near(0.48), toSeconds: near(1.53) },
    { fromSeconds: near(2.18), toSeconds: near(3.43) },
  ]);
});
