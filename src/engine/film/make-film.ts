import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Frames, frames } from '../../kernel/frames.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { QcReport } from '../qc/qc-report.ts';
import type { CheckedOutput } from './check-outputs.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import { type DrawnFilm, drawFilm, openTextFolder } from './draw-film.ts';
import { type EncodedCanvas, encodeCanvas } from './encode-canvas.ts';
import { listCanvases } from './film-canvas.ts';
import type { FilmOrder } from './film-order.ts';
import { type FilmWarning, noteWarning } from './film-warning.ts';
import { findMotions } from './find-motions.ts';
import { type FilmRange, type PlannedOutput, planFilm, type RenderPlan } from './plan-film.ts';
import { cleanName, cleanPresets } from './preset-variants.ts';
import { type PublishedFile, publishFile } from './publish-file.ts';
import type { FormerFile } from './segments/choose-pieces.ts';
import type { MadeOf } from './segments/made-of.ts';
import { slateFilm } from './slate/slate-texts.ts';
import { soundWarnings } from './sound-warnings.ts';
import { type FilmProgress, type Report, tellCanvas, tellEncoding, tellProgress } from './tell-progress.ts';
import { parseWitness, type Witness } from './witness.ts';
import { openWork } from './work-folder.ts';
import { writeLayers } from './write-layers.ts';
import { writePoster } from './write-poster.ts';
import { writeSidecars } from './write-sidecars.ts';

export interface FilmParts {
  readonly runner: MediaRunner;
  /** Where the finished files appear once all are made, each whole. */
  readonly outFolder: string;
  /** Signs the folder of half-made films, where several may make in one place. */
  readonly holder?: string | undefined;
  /** The film's last version, by preset, made by the same programs: what did not change is kept of it. */
  readonly formers?: ReadonlyMap<string, FormerFile> | undefined;
  /** Today, `YYYY-MM-DD`: stands on slates, and is needed only for them. */
  readonly madeOn?: string | undefined;
  onProgress?(progress: FilmProgress): void;
  readonly signal?: AbortSignal | undefined;
}

export interface MadeFile extends PublishedFile {
  readonly preset: string;
  readonly frames: Frames;
  readonly qc: QcReport;
  /** Kept with the file, the next version makes only what became different. */
  readonly madeOf: MadeOf;
  /** What was encoded; the rest was kept of the former file. undefined: all of it. */
  readonly remade: readonly FilmRange[] | undefined;
}

export interface MadeFilm {
  /** In the order of the order's presets. */
  readonly files: readonly MadeFile[];
  readonly poster: PublishedFile;
  readonly srt: PublishedFile;
  readonly vtt: PublishedFile;
  /** When a card covers the speaker: a still picture is meant there. */
  readonly cards: DrawnFilm['cards'];
  /** What the master looks like, against which any later file can be held. */
  readonly witness: Witness;
  readonly warnings: readonly FilmWarning[];
  /** For the log: why nothing was kept of former files that were there. */
  readonly whole: readonly string[];
}

/**
 * Makes one film in every preset of the order: one encoding process for each canvas, each file measured against its preset,
 * then moved to its name. A file that failed its QC is there too, and its report says so: who releases must look. Throws
 * RefusalError for texts that can't be drawn, FfmpegError when a run ends badly or is aborted; nothing half-made stays.
 */
export async function makeFilm(order: FilmOrder, parts: FilmParts): Promise<MadeFilm> {
  const workFolder = await openWork(parts.outFolder, parts.holder);
  const texts = await openTextFolder(workFolder);
  try {
    const canvases = listCanvases(cleanPresets(order.presets));
    const report = tellProgress(parts.onProgress);
    report({ share: 0, step: 'drawing' });
    // All are drawn before any is encoded: a text that fits one canvas and not another is refused at once.
    const drawn = [];
    for (const { aspect } of canvases) drawn.push(await drawFilm(order, aspect, { textFolder: texts.folder }));
    const made: MadeCanvas[] = [];
    for (const [index, canvas] of canvases.entries()) {
      const folder = await openWorkFolder(workFolder, canvas.aspect);
      const within = { ...parts, workFolder: folder, report: tellCanvas(report, index, canvases.length) };
      const slated = order.presets.filter((preset) => isSlateOf(preset, canvas.presets));
      made.push(await makeDrawn({ ...order, presets: canvas.presets, slated }, needed(drawn[index]), within));
    }
    const sides = await writeSides(order, { made: needed(made[0]), drawn: needed(drawn[0]) }, parts);
    // Only now does anything get its name: whoever is stopped before leaves nothing.
    const files = await publishCanvases(made, order, parts.outFolder);
    const beside = await publishSides(sides, parts.outFolder);
    report({ share: 1, step: 'done' });
    return gather(made, { files: inOrder(files, order), ...beside });
  } finally {
    await texts.release();
    await rm(workFolder, { recursive: true, force: true });
  }
}

interface WorkParts extends FilmParts {
  readonly workFolder: string;
}

interface CanvasParts extends WorkParts {
  readonly report: Report;
}

/** What one process made. */
interface MadeCanvas {
  readonly plan: RenderPlan;
  readonly workFolder: string;
  readonly encoded: EncodedCanvas;
  readonly cards: DrawnFilm['cards'];
  readonly warnings: readonly FilmWarning[];
  readonly whole: string | undefined;
}

/** One canvas's share of an order: its clean presets, and the slated ones that are made of them. */
type CanvasOrder = FilmOrder & { readonly slated: readonly DeliveryPreset[] };

function isSlateOf({ name, slated }: DeliveryPreset, clean: readonly DeliveryPreset[]): boolean {
  return slated === true && clean.some((one) => one.name === cleanName(name));
}

async function makeDrawn({ slated, ...order }: CanvasOrder, drawn: DrawnFilm, parts: CanvasParts): Promise<MadeCanvas> {
  const { workFolder, runner, signal, report } = parts;
  const { graphics, captions, portraitWindow, motionFolder } = drawn;
  const plan = planFilm({ ...order, graphics, captions, portraitWindow, motionFolder });
  await writeLayers(graphics, workFolder);
  const presets = plan.outputs.map(({ preset }) => preset);
  report({ share: 0, step: 'sound' });
  await findMotions(plan, { runner, signal });
  const encoded = await encodeCanvas(
    { order, drawn, plan, slated, slate: slateFilm(order, parts.madeOn) },
    {
      ...parts,
      formers: parts.formers ?? new Map(),
      ...tellEncoding({ lengthFrames: order.lengthFrames, presets, slated }, report),
    },
  );
  const warnings = warningsOf(order, drawn, encoded.sound);
  return { plan, workFolder, encoded, cards: drawn.cards, warnings, whole: encoded.whole };
}

/** The first canvas's poster and captions go with all files; a warning that several canvases have is said once. */
function gather(made: readonly MadeCanvas[], published: Pick<MadeFilm, 'files' | 'poster' | 'srt' | 'vtt'>): MadeFilm {
  const warnings = made.flatMap((canvas) => canvas.warnings);
  const said = new Map(warnings.map((warning) => [JSON.stringify(warning), warning]));
  return {
    ...{ ...published, witness: parseWitness(needed(made[0]).encoded.witness), cards: made[0]?.cards ?? [] },
    warnings: [...said.values()],
    whole: made.flatMap(({ whole }) => whole ?? []),
  };
}

async function openWorkFolder(parent: string, name: string): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder);
  return folder;
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a film is made on one canvas at least');
  return value;
}

/** Of the files that were made, those that were ordered: a clean one may have been made for its slated one alone. */
async function publishCanvases(
  made: readonly MadeCanvas[],
  { presets }: FilmOrder,
  outFolder: string,
): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (const { workFolder, encoded } of made) {
    const { now, sound, ranges } = encoded;
    const witness = encoded.witness.toString('base64');
    const ordered = ({ output }: CheckedOutput) => presets.some(({ name }) => name === output.preset.name);
    for (const { output, frames, qc } of encoded.checked.filter(ordered)) {
      const published = await publishFile(join(workFolder, output.file), outFolder);
      const preset = output.preset.name;
      const madeOf = { pictures: now.pictures, encoder: now.encoders.get(preset) ?? '', sound, witness };
      // Of a slated file nothing is encoded but what stands around the film.
      const remade = output.preset.slated ? [] : ranges?.get(preset);
      files.push({ ...published, preset, frames, qc, madeOf, remade });
    }
  }
  return files;
}

function inOrder(files: readonly MadeFile[], { presets }: FilmOrder): MadeFile[] {
  return presets.flatMap((preset) => files.filter((file) => file.preset === preset.name));
}

/** Poster and captions to stand beside the film; the captions broken as they are burned. */
async function writeSides(
  order: FilmOrder,
  { made, drawn }: { readonly made: MadeCanvas; readonly drawn: DrawnFilm },
  { runner, signal }: FilmParts,
) {
  const { plan, workFolder } = made;
  const poster = join(workFolder, 'poster.jpg');
  await writePoster(runner, {
    film: join(workFolder, bestToLookAt(plan.outputs).file),
    atFrame: order.posterFrame ?? posterFrame(plan),
    to: poster,
    folder: workFolder,
    signal,
  });
  return { poster, ...(await writeSidecars(drawn.sidecarCues, workFolder)) };
}

async function publishSides(paths: Readonly<Record<'poster' | 'srt' | 'vtt', string>>, outFolder: string) {
  return {
    poster: await publishFile(paths.poster, outFolder),
    srt: await publishFile(paths.srt, outFolder),
    vtt: await publishFile(paths.vtt, outFolder),
  };
}

function bestToLookAt(outputs: readonly PlannedOutput[]): PlannedOutput {
  const [best] = outputs.toSorted((a, b) => b.preset.picture.raster.width - a.preset.picture.raster.width);
  if (!best) throw new Error('a film has at least one output');
  return best;
}

/** The middle of the lower third's stand: face and name together. */
function posterFrame(plan: RenderPlan): Frames {
  const title = plan.layers.find((layer) => layer.stem.startsWith('lower-third'));
  if (!title) return frames(Math.floor(plan.bodyFrames / 2));
  return frames(title.startFrame + title.entryFrames + Math.floor(title.holdFrames / 2));
}

function warningsOf(order: FilmOrder, { graphics, chosen }: DrawnFilm, sound: MadeOf['sound']): FilmWarning[] {
  const silent = order.shots.every((shot) => shot.source.sound === undefined);
  const shorter = graphics.notes.map(noteWarning);
  const covered = chosen.some(({ clearness }) => clearness === 'covers');
  const face = covered ? [{ code: 'film.face-covered', user: 'film.warn.faceCovered' }] : [];
  return [...shorter, ...face, ...soundWarnings(sound, silent)];
}
