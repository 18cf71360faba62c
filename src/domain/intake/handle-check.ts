import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { DerivativeError } from '../../engine/ffmpeg/derivative.ts';
import type { FilmFacts } from '../../engine/ffmpeg/film-facts.ts';
import { refuseShort } from '../../engine/ffmpeg/film-refusals.ts';
import { type GateResult, gateFilm } from '../../engine/ffmpeg/gate.ts';
import type { Media } from '../../engine/ffmpeg/media.ts';
import { makePoster } from '../../engine/ffmpeg/poster.ts';
import { makeProxy } from '../../engine/ffmpeg/proxy.ts';
import { FfmpegError } from '../../engine/ffmpeg/run-order.ts';
import { makeWaveform } from '../../engine/ffmpeg/waveform.ts';
import type { BlobHash, BlobStore } from '../../kernel/blobs.ts';
import type { Catalogue, Change, Rows } from '../../kernel/catalogue.ts';
import { leastClipFor, SHORTEST_SOLD } from '../../kernel/film-length.ts';
import { toSeconds } from '../../kernel/frames.ts';
import type { JobHandler, JobRun } from '../../kernel/job-run.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { watchPace } from '../../kernel/watch-pace.ts';
import { readClip } from './clip.store.ts';
import { stepTo } from './clip.ts';
import { checkClipJob } from './intake.jobs.ts';
import { clips } from './intake.table.ts';
import { tellWhenReady } from './save-who.ts';

interface Parts {
  readonly catalogue: Catalogue;
  readonly blobs: BlobStore;
  readonly media: Media;
}

/** What a checked film brings: kept as text and hashes, ready for its row. */
interface Checked {
  readonly facts: string;
  readonly posterHash: BlobHash;
  readonly proxyHash: BlobHash;
  readonly waveformHash: BlobHash | null;
}

type Verdict = { readonly ready: Checked } | { readonly refused: Refusal };

/** `intake.check`: the gate; then poster, proxy and waveform, or a refusal with its sentence. */
export function checkClipHandler(parts: Parts): JobHandler<{ clipId: string }> {
  return async ({ clipId }, run) => {
    const clip = readClip(parts.catalogue.rows, clipId);
    if (clip.state !== 'checking' || !clip.originalHash) return;
    const verdict = await judge(parts, clip.originalHash, run);
    parts.catalogue.change((change) => {
      settle(change, clip.id, verdict);
      run.finish(change);
    });
  };
}

async function judge(parts: Parts, original: BlobHash, run: JobRun): Promise<Verdict> {
  const twin = findCheckedTwin(parts.catalogue.rows, original);
  if (twin) return { ready: twin };
  const film = await parts.blobs.checkout(original);
  try {
    const gate = await gateFilm(parts.media.runner, film.path, 'clip', run.signal);
    const refusal = refuseShortFirst(gate);
    if (refusal) return { refused: refusal };
    return { ready: await deriveAll(parts, film.path, gate, run) };
  } catch (cause) {
    // A film that the gate let pass and that still cannot be drawn, try after try, is the film's fault.
    if (!isFilmsFault(cause) || run.signal.aborted || run.attempt < checkClipJob.attempts) throw cause;
    return { refused: { code: 'film.unreadable', user: 'clip.refused.unreadable', tech: cause.message } };
  } finally {
    await film.release();
  }
}

/** The gate lets pass what makes any film; on cable nothing is sold below ten seconds. */
function refuseShortFirst({ facts, refusal }: GateResult): Refusal | undefined {
  if (refusal && refusal.code !== 'film.short') return refusal;
  const least = leastClipFor(SHORTEST_SOLD);
  return facts && facts.durationSeconds < toSeconds(least) ? refuseShort(facts.durationSeconds, least) : refusal;
}

function isFilmsFault(cause: unknown): cause is Error {
  return cause instanceof DerivativeError || (cause instanceof FfmpegError && cause.facts.reason !== 'start');
}

async function deriveAll({ blobs, media }: Parts, path: string, gate: GateResult, run: JobRun): Promise<Checked> {
  const { facts } = gate;
  if (!facts) throw new Error('the gate let a film pass without measuring it');
  const folder = await run.scratch();
  const order = { path, facts, signal: run.signal };
  run.progress(0.2);
  const [poster, proxy] = [join(folder, 'poster.jpg'), join(folder, 'proxy.mp4')];
  await makePoster(media, { ...order, out: poster });
  await makeProxy(media, { ...order, out: proxy, onProgress: tellProxy(run, facts.durationSeconds) });
  const waveform = facts.sound ? await makeWaveform(media, order) : undefined;
  const { hash: posterHash } = await blobs.putFile(poster);
  const { hash: proxyHash } = await blobs.putFile(proxy);
  const stored = waveform && (await blobs.putBytes(Buffer.from(JSON.stringify(waveform))));
  return { facts: describe(facts, gate), posterHash, proxyHash, waveformHash: stored?.hash ?? null };
}

/** Nearly all of the time goes into it. */
function tellProxy(run: JobRun, durationSeconds: number) {
  const secondsLeft = watchPace();
  return ({ outTimeSeconds }: { readonly outTimeSeconds: number }) => {
    const share = 0.25 + 0.65 * Math.min(1, outTimeSeconds / Math.max(1, durationSeconds));
    run.progress(share, {
      secondsLeft: secondsLeft({ share, elapsedSeconds: performance.now() / 1000, isEven: true }),
    });
  };
}

function describe(facts: FilmFacts, { warnings }: GateResult): string {
  return JSON.stringify({ ...facts, warnings: warnings.map((warning) => warning.user) });
}

/** The same bytes, checked before (in any district: what is made of a film depends on its bytes alone). */
function findCheckedTwin(rows: Rows, original: BlobHash): Checked | undefined {
  const twin = rows
    .select({ id: clips.id })
    .from(clips)
    .where(and(eq(clips.originalHash, original), eq(clips.state, 'ready')))
    .limit(1)
    .get();
  const clip = twin && readClip(rows, twin.id);
  if (!clip?.facts || !clip.posterHash || !clip.proxyHash) return undefined;
  const { posterHash, proxyHash } = clip;
  return { facts: JSON.stringify(clip.facts), posterHash, proxyHash, waveformHash: clip.waveformHash ?? null };
}

function settle(change: Change, clipId: string, verdict: Verdict): void {
  const before = readClip(change.rows, clipId);
  const checkedAt = change.at.toISOString();
  const set: Partial<typeof clips.$inferInsert> =
    'ready' in verdict
      ? { ...verdict.ready, state: stepTo(before.state, 'ready'), checkedAt }
      : { refusal: JSON.stringify(verdict.refused), state: stepTo(before.state, 'refused'), checkedAt };
  change.rows.update(clips).set(set).where(eq(clips.id, clipId)).run();
  const act = 'ready' in verdict ? 'clip.ready' : 'clip.refuse';
  const detail = 'ready' in verdict ? {} : { code: verdict.refused.code };
  change.audit({ actor: 'system', act, subject: clipId, detail });
  tellWhenReady(change, before);
}
