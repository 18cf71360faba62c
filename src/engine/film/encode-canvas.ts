import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ZodError } from 'zod';
import type { Frames } from '../../kernel/frames.ts';
import { FfmpegError, type MediaRunner } from '../ffmpeg/run-order.ts';
import type { FilmExpectation } from '../qc/film-expectation.ts';
import type { Stretch } from '../qc/film-measurement.ts';
import { type CheckedOutput, checkOutputs, UnfinishedFilmError } from './check-outputs.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import type { DrawnFilm } from './draw-film.ts';
import type { FilmOrder } from './film-order.ts';
import { WITNESS_FILE } from './film-tokens.ts';
import { findSourceStills } from './find-source-stills.ts';
import { finishSound } from './finish-sound.ts';
import type { FilmRange, PlannedOutput, RenderPlan } from './plan-film.ts';
import { cleanName } from './preset-variants.ts';
import { renderFilm } from './render-film.ts';
import type { FormerFile, KeyedFilm } from './segments/choose-pieces.ts';
import { keyFilm } from './segments/key-film.ts';
import type { MadeOf } from './segments/made-of.ts';
import { remakeFilm } from './segments/remake-film.ts';
import { makeSlated } from './slate/make-slated.ts';
import type { SlateFilm } from './slate/slate-texts.ts';
import { parseWitness } from './witness.ts';
import { BED_FILE, writeBed } from './write-bed.ts';

/** One canvas of a film: its layers lie in the work folder already. */
export interface CanvasFilm {
  /** With the canvas's own presets. */
  readonly order: FilmOrder;
  readonly drawn: DrawnFilm;
  readonly plan: RenderPlan;
  /** Files with slate that are made of the plan's own, and what their cards say. */
  readonly slated: readonly DeliveryPreset[];
  readonly slate: SlateFilm;
}

export interface EncodeParts {
  readonly runner: MediaRunner;
  readonly workFolder: string;
  /** The film's last version, by preset, made by the same programs. */
  readonly formers: ReadonlyMap<string, FormerFile>;
  readonly signal?: AbortSignal | undefined;
  onEncoded(share: number): void;
  /** The film is joined of former files and pieces: the share of its frames that is encoded. */
  onPieces(share: number): void;
  /** Joining did not do: all of it is made after all, from the beginning. */
  onAgain(): void;
  /** Before each file that is measured, by its index. */
  onCheck(index: number): void;
}

/** Encoded files of the work folder, each measured, with all that they were made of. */
export interface EncodedCanvas {
  readonly checked: readonly CheckedOutput[];
  readonly sound: MadeOf['sound'];
  readonly witness: Buffer;
  readonly now: KeyedFilm;
  /** What was made anew of each preset; undefined: everything. */
  readonly ranges: ReadonlyMap<string, readonly FilmRange[]> | undefined;
  /** For the log: why nothing could be kept of the former files that were there. */
  readonly whole: string | undefined;
}

type Encoded = Omit<EncodedCanvas, 'now' | 'whole'>;

/**
 * Encodes and measures every output of one canvas: where the former files allow, only what became different since; a joined
 * file that does not pass is made whole instead.
 */
export async function encodeCanvas(film: CanvasFilm, parts: EncodeParts): Promise<EncodedCanvas> {
  const now = await keyFilm(film.order, film.plan, film.drawn);
  const encoded = await encodeClean(film, now, parts);
  return { ...encoded, checked: [...encoded.checked, ...(await addSlated(film, encoded, parts))] };
}

async function encodeClean(film: CanvasFilm, now: KeyedFilm, parts: EncodeParts): Promise<EncodedCanvas> {
  if (parts.formers.size === 0) return { ...(await encodeWhole(film, now, parts)), now, whole: undefined };
  const remade = await tryRemake(film, now, parts);
  if (!('whole' in remade)) return { ...remade, now, whole: undefined };
  parts.onAgain();
  return { ...(await encodeWhole(film, now, parts)), now, ...remade };
}

/** Always of the clean file as it has just been made and measured: a slated one is never continued by itself. */
async function addSlated(film: CanvasFilm, clean: EncodedCanvas, parts: EncodeParts): Promise<CheckedOutput[]> {
  const checked: CheckedOutput[] = [];
  for (const [at, preset] of film.slated.entries()) {
    const onCheck = () => parts.onCheck(clean.checked.length + at);
    onCheck();
    const output = { preset, file: `${preset.name}.${preset.extension}` };
    const own = clean.checked.find((one) => one.output.preset.name === cleanName(preset.name));
    if (!own) throw new Error(`no clean file for ${preset.name}`);
    const order = { preset, clean: join(parts.workFolder, own.output.file), film: film.slate, to: output.file };
    await makeSlated(order, parts);
    checked.push(...(await check({ ...film, outputs: [output] }, clean, { ...parts, onCheck })));
  }
  return checked;
}

async function encodeWhole(film: CanvasFilm, now: KeyedFilm, parts: EncodeParts): Promise<Encoded> {
  const { plan } = film;
  const bed = await writeBed(film.order, join(parts.workFolder, BED_FILE));
  const { finished, voice, faults } = await finishSound(plan, { ...parts, bed });
  const onFrame = (frame: number) => parts.onEncoded(frame / plan.lengthFrames);
  await renderFilm(plan, finished, { ...parts, onFrame });
  const witness = await readWitness(join(parts.workFolder, WITNESS_FILE));
  const sound = { key: now.soundKey, voice, faults: [...faults] };
  const checked = await check({ ...film, outputs: plan.outputs }, { sound, witness }, parts);
  return { checked, sound, witness, ranges: undefined };
}

/** What FFmpeg should have left beside the files; throws UnfinishedFilmError where it did not, though it ended well. */
async function readWitness(path: string): Promise<Buffer> {
  try {
    const witness = await readFile(path);
    parseWitness(witness);
    return witness;
  } catch (cause) {
    throw new UnfinishedFilmError(`no pictures in little in ${WITNESS_FILE}, though FFmpeg ended well`, { cause });
  }
}

async function tryRemake(
  film: CanvasFilm,
  now: KeyedFilm,
  parts: EncodeParts,
): Promise<Encoded | { readonly whole: string }> {
  try {
    const { formers, onEncoded: onShare, onPieces } = parts;
    const remade = await remakeFilm(film.plan, { now, formers }, { ...parts, onShare, onPieces });
    if ('whole' in remade) return remade;
    const checked = await check({ ...film, outputs: film.plan.outputs }, remade, parts);
    const failed = checked.filter(({ qc }) => !qc.passed);
    return failed.length === 0 ? { ...remade, checked } : { whole: saidOf(failed) };
  } catch (error) {
    if (!isOfJoining(error)) throw error;
    return { whole: `could not be joined: ${error.message}` };
  }
}

/** A file that FFmpeg could not take apart or put together; an abort, a full disk's signal or a slip of ours is none. */
function isOfJoining(error: unknown): error is Error {
  if (error instanceof FfmpegError) return error.facts.reason === 'exit';
  return error instanceof UnfinishedFilmError || error instanceof ZodError;
}

function saidOf(failed: readonly CheckedOutput[]): string {
  const faults = failed.map(({ output, qc }) => {
    const ids = qc.checks.filter(({ passed }) => passed !== true).map(({ id, measured }) => `${id} (${measured})`);
    return `${output.preset.name}: ${ids.join(', ')}`;
  });
  return `joined, but ${faults.join('; ')}`;
}

function check(
  {
    order,
    drawn,
    plan,
    outputs,
  }: Pick<CanvasFilm, 'order' | 'drawn' | 'plan'> & { readonly outputs: readonly PlannedOutput[] },
  { sound, witness }: Pick<Encoded, 'sound' | 'witness'>,
  { onCheck: onFile, ...parts }: EncodeParts,
): Promise<CheckedOutput[]> {
  const expected: FilmExpectation & { readonly frames: Frames } = {
    ...{ frames: order.lengthFrames, endCardFrame: order.endCardFrom, cues: drawn.cues, room: drawn.captionRoom },
    ...{ witness: parseWitness(witness), cards: drawn.cards, sound: sound.voice },
  };
  let stills: Promise<readonly Stretch[]> | undefined;
  const findStills = () => (stills ??= findSourceStills(plan.shots, parts));
  return checkOutputs(outputs, expected, { ...parts, onFile, findStills });
}
