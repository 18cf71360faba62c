import type { VoicedSpan } from '../engine/captions/voiced-spans.ts';
import { gateFilm } from '../engine/ffmpeg/gate.ts';
import type { MediaRunner } from '../engine/ffmpeg/run-order.ts';
import type { HeardClip } from '../engine/film/compose-spot.ts';
import { describeSource } from '../engine/film/describe-source.ts';
import type { FilmWarning } from '../engine/film/film-warning.ts';
import { hashFile } from '../engine/film/publish-file.ts';
import { studyClip } from '../engine/film/study-clip.ts';
import { withNoise } from '../engine/senses/judge-sight.ts';
import { openSenses, type Senses } from '../engine/senses/open-senses.ts';
import { sampleNoise } from '../engine/senses/sample-noise.ts';
import { FRAME_RATE, frames } from '../kernel/frames.ts';
import { RefusalError } from '../kernel/refusal.ts';

export interface Hearing {
  readonly runner: MediaRunner;
  readonly modelsFolder: string;
  readonly signal: AbortSignal;
}

export interface HeardClips {
  readonly clips: readonly HeardClip[];
  readonly voices: readonly (readonly VoicedSpan[])[];
  readonly warnings: readonly FilmWarning[];
}

/** Each clip through the gate, looked at and listened to. Throws RefusalError with the gate's own reason. */
export async function hearClips(paths: readonly string[], hearing: Hearing): Promise<HeardClips> {
  const senses = await openSenses(hearing.modelsFolder, hearing.signal);
  const heard = [];
  try {
    for (const path of paths) heard.push(await hearClip(path, { ...hearing, senses }));
  } finally {
    await senses.close();
  }
  return {
    clips: heard.map(({ clip }) => clip),
    voices: heard.map(({ voice }) => voice),
    warnings: [...heard.flatMap(({ warnings }) => warnings), ...lackWarnings(senses)],
  };
}

async function hearClip(path: string, { runner, signal, senses }: Hearing & { readonly senses: Senses }) {
  const { refusal, facts, warnings } = await gateFilm(runner, path, 'clip', signal);
  if (refusal) throw new RefusalError(refusal);
  if (!facts?.picture) throw new Error(`${path}: accepted without facts`);
  const source = await describeSource(runner, { path, sha256: await hashFile(path), facts }, signal);
  const studied = await studyClip({ ...source, fps: facts.picture.fps }, { runner, senses, signal });
  const { voice, speech } = studied;
  const { width, height } = facts.picture;
  const { demuxer, videoStreamIndex: streamIndex } = source;
  const recorded = { path, demuxer, streamIndex, width, height, durationSeconds: facts.durationSeconds };
  const sight = withNoise(studied.sight, await sampleNoise(recorded, { runner, signal }));
  // 1e-6: a length of whole frames may come as 29.999999.
  const clipFrames = frames(Math.floor(facts.durationSeconds * FRAME_RATE + 1e-6));
  const told = warnings.map(({ code, user, params }) => ({ code, user, ...(params && { params }) }));
  return { clip: { source, clipFrames, speech, sight } satisfies HeardClip, voice, warnings: told };
}

/** What the draft did without; the doctor says how to mend it. */
function lackWarnings({ lack }: Senses): FilmWarning[] {
  const speech = lack.speech === undefined ? [] : [{ code: 'film.speech-by-level', user: 'film.warn.speechByLevel' }];
  const faces = lack.faces === undefined ? [] : [{ code: 'film.faces-unseen', user: 'film.warn.facesUnseen' }];
  return [...speech, ...faces];
}
