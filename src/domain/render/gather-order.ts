import { join } from 'node:path';
import type { FilmFacts } from '../../engine/ffmpeg/film-facts.ts';
import { gateFilm } from '../../engine/ffmpeg/gate.ts';
import type { Media } from '../../engine/ffmpeg/media.ts';
import type { MediaRunner } from '../../engine/ffmpeg/run-order.ts';
import { readDeliveryPresets } from '../../engine/film/delivery-preset.ts';
import { describeSource } from '../../engine/film/describe-source.ts';
import type { FilmOrder } from '../../engine/film/film-order.ts';
import { lackingHelp } from '../../engine/film/lacking-help.ts';
import { findPreset } from '../../engine/film/preset-variants.ts';
import type { BlobStore } from '../../kernel/blobs.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';
import { RefusalError } from '../../kernel/refusal.ts';
import { findDistrict, findScheme, readStandingLook } from '../directory/index.ts';
import { readClip } from '../intake/index.ts';
import { type Cut, findSpotSight, type Spot } from '../spots/index.ts';
import { orderFilm } from './order-film.ts';
import { listPresets } from './render.store.ts';

interface GatherParts {
  readonly catalogue: Catalogue;
  readonly blobs: BlobStore;
  readonly media: Media;
  readonly projectRoot: string;
}

/** Everything that decides a cut's films; the clip's file is held until `release`. Throws when the clip no longer passes. */
export async function gatherOrder(
  parts: GatherParts,
  { cut, spot }: { cut: Cut; spot: Spot },
  signal: AbortSignal,
): Promise<{ order: FilmOrder; release(): Promise<void> }> {
  const { rows } = parts.catalogue;
  const clip = readClip(rows, spot.clipId);
  const cutOrder = spot.document.cuts.find((c) => c.lengthSeconds * FRAME_RATE === cut.lengthFrames);
  const scheme = findScheme(rows, spot.document.scheme);
  if (!clip.originalHash || !cutOrder || !scheme)
    throw new Error(`cut ${cut.id} cannot be made: clip, length or scheme is missing`);
  const film = await parts.blobs.checkout(clip.originalHash);
  try {
    // The bytes are named by their hash: what the gate found in them at intake still holds.
    const facts = clip.facts ?? (await gateAnew(parts.media.runner, film.path, signal));
    const known = { path: film.path, sha256: clip.originalHash, facts };
    const source = await describeSource(parts.media.runner, known, signal);
    const { look, department } = await readStandingLook(parts, spot.document.look, spot.district);
    const lacking = lackingHelp(spot.document.helps ?? [], parts.media.capabilities);
    if (lacking) throw new RefusalError(lacking);
    const sight = findSpotSight(rows, spot.id);
    const all = await readDeliveryPresets(join(parts.projectRoot, 'presets/delivery'));
    const order = orderFilm({
      number: spot.number,
      document: spot.document,
      cut: cutOrder,
      source,
      looks: sight?.looks,
      measured: sight?.measured,
      voice: spot.spoken.map((span) => ({
        fromSeconds: span.fromFrame / FRAME_RATE,
        toSeconds: span.toFrame / FRAME_RATE,
      })),
      scheme,
      districtName: findDistrict(rows, spot.district)?.[spot.document.language] ?? '',
      department: department[spot.document.language],
      look,
      presets: listPresets(rows, spot.district).flatMap((name) => findPreset(all, name) ?? []),
    });
    return { order, release: film.release };
  } catch (error) {
    await film.release();
    throw error;
  }
}

/** For a clip whose facts were not kept. */
async function gateAnew(runner: MediaRunner, path: string, signal: AbortSignal): Promise<FilmFacts> {
  const { facts, refusal } = await gateFilm(runner, path, 'clip', signal);
  if (!facts) throw new Error(`the clip no longer passes the gate: ${refusal?.tech}`);
  return facts;
}
