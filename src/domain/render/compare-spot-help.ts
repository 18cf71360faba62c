import type { Media } from '../../engine/ffmpeg/media.ts';
import { type ComparedHelp, compareHelp } from '../../engine/film/compare-help.ts';
import { describeProxy } from '../../engine/film/describe-proxy.ts';
import { describeSource } from '../../engine/film/describe-source.ts';
import { lackingHelp } from '../../engine/film/lacking-help.ts';
import { decideHelps, type HelpName } from '../../engine/film/shot-helps.ts';
import type { BlobStore } from '../../kernel/blobs.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { RefusalError } from '../../kernel/refusal.ts';
import { readClip } from '../intake/index.ts';
import { clipFrames, cutEnd, findSpotSight, type Spot, type SpotSight } from '../spots/index.ts';

interface CompareParts {
  readonly catalogue: Catalogue;
  readonly blobs: BlobStore;
  readonly media: Pick<Media, 'runner' | 'capabilities'>;
}

/**
 * A help on the spot's own clip, before and after; undefined where it would change nothing. Throws RefusalError where this
 * FFmpeg can't give it.
 */
export async function compareSpotHelp(
  { catalogue: { rows }, blobs, media }: CompareParts,
  { spot, help }: { readonly spot: Spot; readonly help: HelpName },
  signal?: AbortSignal,
): Promise<ComparedHelp | undefined> {
  const lacking = lackingHelp([help], media.capabilities);
  if (lacking) throw new RefusalError(lacking);
  const clip = readClip(rows, spot.clipId);
  const sight = findSpotSight(rows, spot.id);
  const helps = decideHelps([help], sight?.measured);
  if (!clip.originalHash || !clip.facts || Object.keys(helps).length === 0) return undefined;
  const fromFrame = tellingFrame(spot, { help, sight, last: clipFrames(clip) - MOST_COMPARED });
  // A shake is seen in little as well, and three passes over a phone's original take half a minute.
  const small = help === 'steady' && clip.proxyHash && (await blobs.stat(clip.proxyHash)) ? clip.proxyHash : undefined;
  const film = await blobs.checkout(small ?? clip.originalHash);
  try {
    const { runner } = media;
    const kept = { path: film.path, sha256: small ?? clip.originalHash };
    const source = small
      ? await describeProxy(runner, kept, signal)
      : // Checked when it came: a picture of it needs no second gate.
        await describeSource(runner, { ...kept, facts: clip.facts }, signal);
    return await compareHelp({ source, fromFrame, helps }, { runner, signal });
  } finally {
    await film.release();
  }
}

// Three seconds: longer than any comparison.
const MOST_COMPARED = 75;

/** Inside the cut: where it shakes, or where a face is seen best. */
function tellingFrame(
  { document: { cuts } }: Spot,
  { help, sight, last }: { help: HelpName; sight: SpotSight | undefined; last: number },
): number {
  const [cut] = cuts;
  const [from, until] = cut ? [cut.fromFrame, cutEnd(cut)] : [0, last];
  const inside = (frame: number) => frame >= from && frame < until;
  const shaking = sight?.poor.find(({ why, fromFrame }) => why === 'shaky' && inside(fromFrame))?.fromFrame;
  const [seen] = (sight?.looks ?? [])
    .filter(({ atFrame, face }) => face && inside(atFrame))
    .toSorted((a, b) => b.detail - a.detail);
  const wanted = (help === 'steady' ? shaking : seen?.atFrame) ?? Math.floor((from + until) / 2);
  return Math.max(0, Math.min(wanted, last));
}
