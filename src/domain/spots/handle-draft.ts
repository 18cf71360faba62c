import { measureVoice } from '../../engine/captions/measure-voice.ts';
import { gateFilm } from '../../engine/ffmpeg/gate.ts';
import type { MediaRunner } from '../../engine/ffmpeg/run-order.ts';
import { describeSource } from '../../engine/film/describe-source.ts';
import type { BlobStore } from '../../kernel/blobs.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';
import type { JobHandler } from '../../kernel/job-run.ts';
import { readBeneficiary } from '../consent/index.ts';
import { readClip } from '../intake/index.ts';
import { draftSpot } from './draft-spot.ts';
import { clipFrames } from './spot-document.ts';
import { findSpotOfClip } from './spots.store.ts';

export interface DraftParts {
  readonly catalogue: Catalogue;
  readonly blobs: BlobStore;
  readonly runner: MediaRunner;
}

/** `spots.draft`: hears where the clip is spoken in, then makes its spot. */
export function draftHandler(parts: DraftParts): JobHandler<{ clipId: string; beneficiaryId: string }> {
  return async ({ clipId, beneficiaryId }, run) => {
    const { rows } = parts.catalogue;
    if (findSpotOfClip(rows, clipId)) return;
    const clip = readClip(rows, clipId);
    const person = readBeneficiary(rows, beneficiaryId);
    const spoken = await listenTo(parts, clip, run.signal);
    const beneficiary = {
      id: person.id,
      name: person.name,
      village: person.village ?? '',
      benefit: person.changeLine ?? '',
    };
    const scheme = clip.scheme ?? person.scheme;
    if (!scheme) throw new Error(`clip ${clipId} is ready without a scheme`);
    const { district, uploadedBy } = clip;
    draftSpot(parts, { clipId, district, uploadedBy, beneficiary, scheme, clipFrames: clipFrames(clip), spoken });
  };
}

async function listenTo({ blobs, runner }: DraftParts, clip: ReturnType<typeof readClip>, signal: AbortSignal) {
  if (!clip.originalHash) throw new Error(`clip ${clip.id} has no bytes`);
  const film = await blobs.checkout(clip.originalHash);
  try {
    const { facts } = await gateFilm(runner, film.path, 'clip', signal);
    if (!facts?.picture) throw new Error(`clip ${clip.id} no longer passes the gate`);
    const source = await describeSource(runner, { path: film.path, sha256: clip.originalHash, facts }, signal);
    if (!source.sound) return [];
    const sound = { path: film.path, demuxer: source.demuxer, streamIndex: source.sound.streamIndex };
    const voice = await measureVoice(runner, sound, signal);
    return voice.map(({ fromSeconds, toSeconds }) => ({
      fromFrame: Math.floor(fromSeconds * FRAME_RATE),
      toFrame: Math.ceil(toSeconds * FRAME_RATE),
    }));
  } finally {
    await film.release();
  }
}
