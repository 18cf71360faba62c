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
import { type HeardFile, keepHeard, recallHeard, type ToldClip } from './heard-file.ts';

export interface Hearing {
  readonly runner: MediaRunner;
  readonly modelsFolder: string;
  readonly signal: AbortSignal;
  /** What an earlier run by the same programs heard, by the clips' SHA-256. */
  readonly known: ReadonlyMap<string, HeardFile>;
}

export interface HeardClips {
  readonly clips: readonly HeardClip[];
  readonly voices: readonly (readonly VoicedSpan[])[];
  readonly warnings: readonly FilmWarning[];
  /** To be kept for the next run, by the clips' SHA-256. */
  readonly heard: Readonly<Record<string, HeardFile>>;
}

/** Each clip through the gate, looked at and listened to. Throws RefusalError with the gate's own reason. */
export async function hearClips(paths: readonly string[], hearing: Hearing): Promise<HeardClips> {
  const files = [];
  for (const path of paths) files.push({ path, sha256: await hashFile(path) });
  const senses = await sensesFor(files, hearing);
  const heard = [];
  try {
    for (const file of files) {
      // What was just heard goes the same way as what is remembered, so that the same film comes of it.
      const kept =
        hearing.known.get(file.sha256) ?? keepHeard(await hearClip(file, { ...hearing, senses: needed(senses) }));
      heard.push({ ...recallHeard(kept, file.path), kept });
    }
  } finally {
    await senses?.close();
  }
  const lack = senses?.lack ?? {};
  return {
    clips: heard.map(({ clip }) => clip),
    voices: heard.map(({ voice }) => voice),
    warnings: [...heard.flatMap(({ warnings }) => warnings), ...lackWarnings(lack)],
    // What was heard without a sense is heard again once it is there.
    heard: Object.keys(lack).length > 0 ? {} : Object.fromEntries(heard.map(({ kept }) => [kept.source.sha256, kept])),
  };
}

/** undefined where every clip is known. */
async function sensesFor(
  files: readonly { readonly sha256: string }[],
  { known, modelsFolder, signal }: Hearing,
): Promise<Senses | undefined> {
  return files.every(({ sha256 }) => known.has(sha256)) ? undefined : openSenses(modelsFolder, signal);
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an unknown clip needs the senses');
  return value;
}

async function hearClip(
  { path, sha256 }: { readonly path: string; readonly sha256: string },
  { runner, signal, senses }: Pick<Hearing, 'runner' | 'signal'> & { readonly senses: Senses },
): Promise<ToldClip> {
  const { refusal, facts, warnings } = await gateFilm(runner, path, 'clip', signal);
  if (refusal) throw new RefusalError(refusal);
  if (!facts?.picture) throw new Error(`${path}: accepted without facts`);
  const source = await describeSource(runner, { path, sha256, facts }, signal);
  const studied = await studyClip({ ...source, fps: facts.picture.fps }, { runner, senses, signal });
  const { voice, speech } = studied;
  const { width, height } = facts.picture;
  const { demuxer, videoStreamIndex: streamIndex } = source;
  const recorded = { path, demuxer, streamIndex, width, height, durationSeconds: facts.durationSeconds };
  const sight = withNoise(studied.sight, await sampleNoise(recorded, { runner, signal }));
  // 1e-6: a length of whole frames may come as 29.999999.
  const clipFrames = frames(Math.floor(facts.durationSeconds * FRAME_RATE + 1e-6));
  const told = warnings.map(({ code, user, params }) => ({ code, user, ...(params && { params }) }));
  const lies = sight.lies ? [{ code: 'film.lies', user: 'film.warn.lies' }] : [];
  return { clip: { source, clipFrames, speech, sight }, voice, warnings: [...told, ...lies] };
}

/** What the draft did without; the doctor says how to mend it. */
function lackWarnings(lack: Senses['lack']): FilmWarning[] {
  const speech = lack.speech === undefined ? [] : [{ code: 'film.speech-by-level', user: 'film.warn.speechByLevel' }];
  const faces = lack.faces === undefined ? [] : [{ code: 'film.faces-unseen', user: 'film.warn.facesUnseen' }];
  return [...speech, ...faces];
}
