import { join } from 'node:path';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { type FinishedSound, filmCommand } from './film-tokens.ts';
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
  const { workFolder } = parts;
  const command = filmCommand(plan, sounds);
  const within = (file: string) => `file:${join(workFolder, file)}`;
  const captions = plan.captions ? [plan.captions.file, plan.captions.fontsFolder] : [];
  await parts.runner.ffmpeg({
    tokens: [
      ...command.clips.flat(),
      ...command.inputs.map(({ tokens, file }) => [...tokens, '-i', within(file)]),
      ['-filter_complex', command.graph],
      ...command.outputs.map(({ tokens, file }) => [...tokens, within(file)]),
    ],
    reads: [...new Set([workFolder, ...plan.shots.map((shot) => shot.source.path), ...captions])],
    writes: workFolder,
    onProgress: (progress) => parts.onFrame?.(progress.frame),
    signal: parts.signal,
  });
}
