import { join } from 'node:path';
import { probeHeader } from '../../engine/ffmpeg/probe-header.ts';
import type { MediaRunner } from '../../engine/ffmpeg/run-order.ts';
import { type StudiedClip, type StudySource, studyClip } from '../../engine/film/study-clip.ts';
import { withNoise } from '../../engine/senses/judge-sight.ts';
import { openSenses } from '../../engine/senses/open-senses.ts';
import { sampleNoise } from '../../engine/senses/sample-noise.ts';
import type { BlobStore } from '../../kernel/blobs.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { JobHandler } from '../../kernel/job-run.ts';
import { readBeneficiary } from '../consent/index.ts';
import { type Clip, readClip } from '../intake/index.ts';
import { draftSpot } from './draft-spot.ts';
import { clipFrames } from './spot-document.ts';
import { findSpotOfClip } from './spots.store.ts';

export interface DraftParts {
  readonly catalogue: Catalogue;
  readonly blobs: BlobStore;
  readonly runner: MediaRunner;
  readonly projectRoot: string;
}

/** `spots.draft`: hears where the clip is spoken in and looks at it, then makes its spot. */
export function draftHandler(parts: DraftParts): JobHandler<{ clipId: string; beneficiaryId: string }> {
  return async ({ clipId, beneficiaryId }, run) => {
    const { rows } = parts.catalogue;
    if (findSpotOfClip(rows, clipId)) return;
    const clip = readClip(rows, clipId);
    const person = readBeneficiary(rows, beneficiaryId);
    const studied = await study(parts, clip, run.signal);
    const sight = withNoise(studied.sight, await noiseOf(parts, clip, run.signal));
    const { speech, byLevel } = studied;
    const beneficiary = {
      id: person.id,
      name: person.name,
      village: person.village ?? '',
      benefit: person.changeLine ?? '',
    };
    const scheme = clip.scheme ?? person.scheme;
    if (!scheme) throw new Error(`clip ${clipId} is ready without a scheme`);
    const told = { clipId, district: clip.district, uploadedBy: clip.uploadedBy, beneficiary, scheme };
    // Silence and damage are seen by themselves.
    const doubts = clip.facts?.warnings.filter((key) => key === 'clip.warn.pixelShape');
    draftSpot(parts, { ...told, clipFrames: clipFrames(clip), spoken: speech, sight, byLevel, doubts });
  };
}

/** The proxy is heard and seen: upright, on the original's clock, and small even where the original is 4K. */
async function study(parts: DraftParts, clip: Clip, signal: AbortSignal): Promise<StudiedClip> {
  const { blobs, runner, projectRoot } = parts;
  if (!clip.proxyHash) throw new Error(`clip ${clip.id} has no proxy`);
  const proxy = await blobs.checkout(clip.proxyHash);
  try {
    const source = await describeProxy(runner, proxy.path, signal);
    const senses = await openSenses(join(projectRoot, 'presets/models'), signal);
    try {
      return await studyClip(source, { runner, senses, signal });
    } finally {
      await senses.close();
    }
  } finally {
    await proxy.release();
  }
}

/** The original's: the proxy's encoder has taken it out. */
async function noiseOf({ blobs, runner }: DraftParts, clip: Clip, signal: AbortSignal): Promise<number | undefined> {
  const picture = clip.facts?.picture;
  if (!clip.originalHash || !clip.facts || !picture) return undefined;
  const film = await blobs.checkout(clip.originalHash);
  try {
    const { demuxer, durationSeconds } = clip.facts;
    const { path } = film;
    const { streams } = await probeHeader(runner, { path, demuxer }, signal);
    const stored = streams.find((stream) => stream.index === picture.index);
    if (!stored) throw new Error(`clip ${clip.id} has no stream ${picture.index}`);
    const source = {
      path,
      demuxer,
      streamIndex: stored.index,
      width: stored.width,
      height: stored.height,
      durationSeconds,
    };
    return await sampleNoise(source, { runner, signal });
  } finally {
    await film.release();
  }
}

async function describeProxy(runner: MediaRunner, path: string, signal: AbortSignal): Promise<StudySource> {
  const { streams } = await probeHeader(runner, { path, demuxer: 'mov' }, signal);
  const seen = streams.find((stream) => stream.codec_type === 'video');
  const heard = streams.find((stream) => stream.codec_type === 'audio');
  if (!seen) throw new Error(`proxy ${path} has no picture`);
  const { num = 25, den = 1 } = seen.avg_frame_rate ?? {};
  return {
    path,
    demuxer: 'mov',
    videoStreamIndex: seen.index,
    picture: { width: seen.width, height: seen.height, pixelAspect: { num: 1, den: 1 }, rotation: 0 },
    sound: heard && { streamIndex: heard.index, channels: heard.channels },
    fps: num / den,
  };
}
