import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { allow, type Decision, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type ChosenStreams, chooseStreams } from './choose-streams.ts';
import { describeFilm } from './describe-film.ts';
import { refuseDolbyVision } from './dolby-vision.ts';
import { explainFailure } from './explain-failure.ts';
import type { FilmFacts } from './film-facts.ts';
import type { KnownFilm } from './film-input.ts';
import { type FilmLimits, type FilmProfile, LIMITS, refuseRaster, refuseTimes } from './film-limits.ts';
import { refuseFilm, warnOfFilm } from './film-refusals.ts';
import { isMovCut } from './mov-atoms.ts';
import { believeShape } from './pixel-shape.ts';
import { type FilmHeader, probeHeader } from './probe-header.ts';
import { decodeSpan, type ReadThrough, readPictures, readRecording } from './read-film.ts';
import { FfmpegError, type MediaRunner } from './run-order.ts';
import { type Sniffed, sniffFile } from './sniff.ts';

/** What the intake gate says of a file. */
export interface GateResult {
  /** flag: taken, but damaged in places; people are told. */
  readonly verdict: 'accept' | 'flag' | 'refuse';
  /** Of the refusal, or of the damage. */
  readonly code?: string;
  readonly refusal?: Refusal;
  /** Damage, no sound: each with a message for people. */
  readonly warnings: readonly Refusal[];
  /** null when the file is no film that could be opened. A refused film's times may be its header's. */
  readonly facts: FilmFacts | null;
}

/** One gate run. */
interface Visit {
  readonly runner: MediaRunner;
  readonly film: KnownFilm;
  readonly container: string;
  readonly sizeBytes: number;
  readonly profile: FilmProfile;
  readonly limits: FilmLimits;
  readonly signal: AbortSignal | undefined;
}

/**
 * The intake gate: own sniff, then FFmpeg behind walls with allow-lists, the whole film read, the beginning and the end decoded.
 * Rejects only when it could not judge (abort, file gone, FFmpeg cannot be started), never with a film's own fault.
 */
export async function gateFilm(
  runner: MediaRunner,
  path: string,
  profile: FilmProfile,
  signal?: AbortSignal,
): Promise<GateResult> {
  const limits = LIMITS[profile];
  const whole = resolve(path);
  const { size: sizeBytes } = await stat(whole);
  if (sizeBytes > limits.maxBytes) return refused(refuseFilm(limits.codes.big, `${sizeBytes} bytes`));
  const known = judgeSniffed(await sniffFile(whole), limits);
  if (!known.ok) return refused(known.refusal);
  const { container, demuxer } = known.value;
  // A recording may still be growing.
  if (profile === 'clip' && demuxer === 'mov' && (await isMovCut(whole, sizeBytes)))
    return refused(refuseFilm('film.cut', 'a box reaches behind the end of the file'));
  return visitFilm({ runner, film: { path: whole, demuxer }, container, sizeBytes, profile, limits, signal });
}

function judgeSniffed(sniffed: Sniffed, limits: FilmLimits): Decision<{ container: string; demuxer: string }> {
  switch (sniffed.kind) {
    case 'film':
      return allow(sniffed);
    case 'sound':
      return limits.needsPicture ? refuse(refuseFilm('film.noPicture', sniffed.container)) : allow(sniffed);
    case 'foreign':
      return refuse(refuseFilm('film.codec', `container ${sniffed.container}`));
    case 'empty':
      return refuse(refuseFilm('film.empty', 'no bytes'));
    case 'playlist':
      return refuse(refuseFilm('film.playlist', 'the file is a list of other files'));
    case 'other':
      return refuse(refuseFilm('film.notFilm', 'no signature of a film'));
  }
}

async function visitFilm(visit: Visit): Promise<GateResult> {
  const header = await orRefusal(visit, () => probeHeader(visit.runner, visit.film, visit.signal));
  if (!header.ok) return refused(header.refusal);
  const chosen = chooseStreams(header.value.streams);
  const factsWith = (times?: ReadThrough) =>
    describeFilm({ ...visit, demuxer: visit.film.demuxer, header: header.value, chosen, times });
  const early = refuseStreams(chosen, visit.limits);
  if (early) return refused(early, factsWith());
  const read = await orRefusal(visit, () => readTimes(visit, header.value, chosen));
  if (!read.ok) return refused(read.refusal, factsWith());
  const facts = factsWith(read.value);
  const late = refuseTimes(facts, visit.limits) ?? refuseCut(header.value, chosen, read.value);
  if (late) return refused(late, facts);
  const decoded = await orRefusal(visit, () => decodeEnds(visit, facts));
  if (!decoded.ok) return refused(decoded.refusal, facts);
  const complaints = [...read.value.complaints, ...decoded.value.complaints];
  return judgeDecoded(facts, { ...decoded.value, complaints }, doubtShape(chosen));
}

function refuseStreams({ picture, sound }: ChosenStreams, limits: FilmLimits): Refusal | undefined {
  if (!picture) {
    const enough = sound && !limits.needsPicture;
    return enough ? undefined : refuseFilm('film.noPicture', 'no picture track');
  }
  if ([picture, sound].some((it) => it && /^enc/.test(it.codec_tag_string)))
    return refuseFilm('film.protected', picture.codec_tag_string);
  if (picture.codec_name === 'unknown') return refuseFilm('film.codec', `tag ${picture.codec_tag_string}`);
  return refuseDolbyVision(picture) ?? refuseRaster(picture.width, picture.height);
}

/** The film's times by reading it: all packets of a clip; a recording's length as a stream and its rate from the first half minute. */
async function readTimes(visit: Visit, header: FilmHeader, { picture, sound }: ChosenStreams): Promise<ReadThrough> {
  const { runner, film, signal } = visit;
  if (picture && visit.profile === 'clip') return readPictures(runner, film, picture.index, { signal });
  const indexes = [picture, sound].flatMap((it) => (it ? [it.index] : []));
  const whole = await readRecording(runner, film, indexes, signal);
  const silent = { startSeconds: header.format.start_time ?? 0, fps: 0, vfr: false };
  const beginning = picture ? await readPictures(runner, film, picture.index, { onlySeconds: 30, signal }) : silent;
  return { ...beginning, ...whole };
}

// A phone that lost power, a transfer that stopped: the header promises more than is there.
function refuseCut(header: FilmHeader, { picture }: ChosenStreams, read: ReadThrough): Refusal | undefined {
  const promised = picture?.duration ?? header.format.duration ?? 0;
  const stopped = read.complaints.find((line) => /partial file|ended prematurely|Truncat/i.test(line));
  if (!stopped || read.durationSeconds >= promised * 0.98) return undefined;
  return refuseFilm('film.cut', `${read.durationSeconds} of ${promised} s: ${stopped}`);
}

const HEAD_SECONDS = 20;
const TAIL_SECONDS = 5;

interface DecodedEnds {
  /** Pictures that came out of the beginning, and how many the packets promise there. */
  readonly frames: number;
  readonly expected: number;
  readonly complaints: readonly string[];
}

async function decodeEnds(
  { runner, film, signal }: Visit,
  { picture, sound, durationSeconds }: FilmFacts,
): Promise<DecodedEnds> {
  const indexes = [picture, sound].flatMap((it) => (it ? [it.index] : []));
  const head = await decodeSpan(runner, film, { indexes, from: 0, seconds: HEAD_SECONDS, signal });
  const rest = durationSeconds - HEAD_SECONDS;
  const from = Math.max(HEAD_SECONDS, durationSeconds - TAIL_SECONDS);
  const tail = rest > 0 ? await decodeSpan(runner, film, { indexes, from, seconds: TAIL_SECONDS, signal }) : undefined;
  const share = Math.min(1, HEAD_SECONDS / durationSeconds);
  const complaints = [...head.complaints, ...(tail?.complaints ?? [])];
  return { frames: head.frames, expected: (picture?.frames ?? 0) * share, complaints };
}

function doubtShape({ picture }: ChosenStreams): Refusal[] {
  const said = picture?.sample_aspect_ratio;
  if (!said || believeShape(said)) return [];
  return [warnOfFilm('film.pixelShape', `pixels of ${said.num}:${said.den}`)];
}

function judgeDecoded(facts: FilmFacts, decoded: DecodedEnds, doubts: readonly Refusal[]): GateResult {
  if (decoded.frames < decoded.expected / 2)
    return refused(refuseFilm('film.unreadable', `${decoded.frames} of ${decoded.expected} pictures decode`), facts);
  const { complaints } = decoded;
  const silent = facts.sound ? [] : [warnOfFilm('film.silent', 'no sound track')];
  const told = [...doubts, ...silent];
  if (complaints.length === 0) return { verdict: 'accept', warnings: told, facts };
  const damage = warnOfFilm('film.damaged', `${complaints.length} complaints: ${complaints[0]}`);
  return { verdict: 'flag', code: damage.code, warnings: [damage, ...told], facts };
}

/** A film's own fault becomes a refusal; what is not its fault goes on as an error. */
async function orRefusal<T>({ film, signal }: Visit, work: () => Promise<T>): Promise<Decision<T>> {
  try {
    return allow(await work());
  } catch (cause) {
    if (!(cause instanceof FfmpegError) || signal?.aborted) throw cause;
    const refusal = explainFailure(cause, film);
    if (!refusal) throw cause;
    return refuse(refusal);
  }
}

function refused(refusal: Refusal, facts: FilmFacts | null = null): GateResult {
  return { verdict: 'refuse', code: refusal.code, refusal, warnings: [], facts };
}
