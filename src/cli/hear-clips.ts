import { measureVoice } from '../engine/captions/measure-voice.ts';
import type { VoicedSpan } from '../engine/captions/voiced-spans.ts';
import { gateFilm } from '../engine/ffmpeg/gate.ts';
import type { MediaRunner } from '../engine/ffmpeg/run-order.ts';
import type { HeardClip } from '../engine/film/compose-spot.ts';
import { describeSource } from '../engine/film/describe-source.ts';
import type { FilmWarning } from '../engine/film/make-film.ts';
import { hashFile } from '../engine/film/publish-file.ts';
import { FRAME_RATE, frames } from '../kernel/frames.ts';
import { RefusalError } from '../kernel/refusal.ts';

export interface Hearing {
  readonly runner: MediaRunner;
  readonly signal: AbortSignal;
}

export interface HeardClips {
  readonly clips: readonly HeardClip[];
  readonly voices: readonly (readonly VoicedSpan[])[];
  readonly warnings: readonly FilmWarning[];
}

/** Each clip through the gate, looked at and listened to. Throws RefusalError with the gate's own reason. */
export async function hearClips(paths: readonly string[], { runner, signal }: Hearing): Promise<HeardClips> {
  const heard = [];
  for (const path of paths) heard.push(await hearClip(path, { runner, signal }));
  return {
    clips: heard.map(({ clip }) => clip),
    voices: heard.map(({ voice }) => voice),
    warnings: heard.flatMap(({ warnings }) => warnings),
  };
}

async function hearClip(path: string, { runner, signal }: Hearing) {
  const { refusal, facts, warnings } = await gateFilm(runner, path, 'clip', signal);
  if (refusal) throw new RefusalError(refusal);
  if (!facts) throw new Error(`${path}: accepted without facts`);
  const source = await describeSource(runner, { path, sha256: await hashFile(path), facts }, signal);
  const sound = source.sound && { path, demuxer: source.demuxer, streamIndex: source.sound.streamIndex };
  const voice = sound ? await measureVoice(runner, sound, signal) : [];
  const clip: HeardClip = {
    source,
    // 1e-6: a length of whole frames may come as 29.999999.
    clipFrames: frames(Math.floor(facts.durationSeconds * FRAME_RATE + 1e-6)),
    speech: voice.map(({ fromSeconds, toSeconds }) => ({
      fromFrame: Math.floor(fromSeconds * FRAME_RATE),
      toFrame: Math.ceil(toSeconds * FRAME_RATE),
    })),
  };
  const told = warnings.map(({ code, user, params }) => ({ code, user, ...(params && { params }) }));
  return { clip, voice, warnings: told };
}
