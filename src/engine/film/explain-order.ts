import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatTimecode } from '../../kernel/timecode.ts';
import { flattenTokens, type MediaRunner, type RunOrder } from '../ffmpeg/run-order.ts';
import { quoteCommand } from '../ffmpeg/run-program.ts';
import type { Aspect } from '../graphics/layers.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import { drawFilm, openTextFolder } from './draw-film.ts';
import { fileStart } from './encoder-tokens.ts';
import { type ExplainedCommand, type ExplainedFilm, explainFilm } from './explain-film.ts';
import { listCanvases } from './film-canvas.ts';
import type { FilmOrder } from './film-order.ts';
import { findMotions } from './find-motions.ts';
import { finishSound } from './finish-sound.ts';
import { planFilm } from './plan-film.ts';
import { cleanName, cleanPresets } from './preset-variants.ts';
import { slateOf } from './slate/slate-layout.ts';
import { BED_FILE, writeBed } from './write-bed.ts';
import { writeLayers } from './write-layers.ts';

export interface ExplainOrderParts {
  readonly runner: MediaRunner;
  /** Graphics, captions and sound are put here and stay: the commands read them. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Draws and mixes what the film's commands read, then says what each of them is and why, one for each canvas; no picture is
 * encoded. Throws as makeFilm does.
 */
export async function explainOrder(order: FilmOrder, parts: ExplainOrderParts): Promise<ExplainedFilm> {
  const canvases = listCanvases(cleanPresets(order.presets));
  const explained: ExplainedFilm[] = [];
  for (const canvas of canvases) {
    const folder = canvases.length === 1 ? parts.folder : join(parts.folder, canvas.aspect);
    explained.push(await explainCanvas({ ...order, presets: canvas.presets }, canvas.aspect, { ...parts, folder }));
  }
  return {
    commands: explained.flatMap(({ commands }) => commands),
    text: [...explained.map(({ text }) => text), ...order.presets.filter(({ slated }) => slated).map(tellSlate)].join(
      '\n',
    ),
  };
}

function tellSlate(preset: DeliveryPreset): string {
  const { barsSeconds, cardSeconds, blackSeconds, tailSeconds } = slateOf(preset);
  const around = `bars and tone ${barsSeconds} s, card ${cardSeconds} s, black ${blackSeconds} s`;
  return `${preset.name}: ${around}; then the pictures and sound of ${cleanName(preset.name)}, copied; black ${tailSeconds} s. Starts at ${formatTimecode(fileStart(preset))}.\n`;
}

async function explainCanvas(order: FilmOrder, aspect: Aspect, parts: ExplainOrderParts): Promise<ExplainedFilm> {
  const { folder, signal } = parts;
  await mkdir(folder, { recursive: true });
  // Not released: a command that is pasted later needs its captions.
  const { folder: textFolder } = await openTextFolder(folder);
  const drawn = await drawFilm(order, aspect, { textFolder });
  const plan = planFilm({ ...order, ...drawn });
  await writeLayers(drawn.graphics, folder);
  const before: ExplainedCommand[] = [];
  const runner = noting(parts.runner, before);
  await findMotions(plan, { runner, signal });
  const bed = await writeBed(order, join(folder, BED_FILE));
  const { finished } = await finishSound(plan, { runner, workFolder: folder, bed, signal });
  return explainFilm(plan, order, { sounds: finished, before, workFolder: folder, chosen: drawn.chosen });
}

/** A runner that notes each run before it runs. */
function noting(runner: MediaRunner, commands: ExplainedCommand[]): MediaRunner {
  const noted = (order: RunOrder) => {
    const words = flattenTokens(order.tokens);
    commands.push({ purpose: purposeOf(words), command: quoteCommand(['ffmpeg', '-nostdin', '-y', ...words]) });
    return runner.ffmpeg(order);
  };
  return { ffmpeg: noted, ffprobe: (order) => runner.ffprobe(order) };
}

function purposeOf(words: readonly string[]): string {
  if (words.includes('[moved]'))
    return 'picture: how the camera moved, seen small; Prerna enlarges the numbers after it';
  if (words.includes('[mix]'))
    return 'sound: the voices of all shots, one after another, over the bed where there is one, and how loud they are';
  if (words.includes('[sound]')) return 'sound: lifted to a preset’s loudness, peaks held, measured again';
  return 'sound: levels of each channel, by which it is treated';
}
