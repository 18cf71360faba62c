import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { type FilmCommand, type FinishedSound, filmCommand, renderWords } from './film-tokens.ts';
import type { RenderPlan } from './plan-film.ts';

export interface RenderParts {
  readonly runner: MediaRunner;
  /** Holds the layers and sounds; the encoded files are written into it. */
  readonly workFolder: string;
  /** Frames of the first (slowest) output that are done. */
  onFrame?(frame: number): void;
  readonly signal?: AbortSignal | undefined;
}

/** Encodes every output of the plan in one process. What it leaves in the work folder is not proved yet. */
export async function renderFilm(
  plan: RenderPlan,
  sounds: readonly FinishedSound[],
  parts: RenderParts,
): Promise<void> {
  await runFilmCommand(plan, filmCommand(plan, sounds), parts);
}

/** Runs a command that draws this plan, or a piece of it. */
export async function runFilmCommand(plan: RenderPlan, command: FilmCommand, parts: RenderParts): Promise<void> {
  const { workFolder } = parts;
  const captions = plan.captions ? [plan.captions.file, plan.captions.fontsFolder] : [];
  const motions = plan.shots.flatMap(({ helps }) => helps.motionFile ?? []);
  await parts.runner.ffmpeg({
    tokens: [renderWords(command, workFolder)],
    reads: [...new Set([workFolder, ...plan.shots.map((shot) => shot.source.path), ...captions, ...motions])],
    writes: workFolder,
    onProgress: (progress) => parts.onFrame?.(progress.frame),
    signal: parts.signal,
  });
}
