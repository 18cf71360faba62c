import { quoteCommand } from '../ffmpeg/run-program.ts';
import type { ArrangedPart } from './arrange-film.ts';
import { describeSteps } from './describe-steps.ts';
import type { FilmOrder } from './film-order.ts';
import { type FinishedSound, filmCommand, renderWords } from './film-tokens.ts';
import { uprightSize } from './fit-shot.ts';
import type { PlannedShot, RenderPlan } from './plan-film.ts';

/** One run of FFmpeg: what it is for, and a line that can be pasted into a shell. */
export interface ExplainedCommand {
  readonly purpose: string;
  readonly command: string;
}

export interface ExplainedFilm {
  readonly text: string;
  readonly commands: readonly ExplainedCommand[];
}

export interface ExplainParts {
  readonly sounds: readonly FinishedSound[];
  /** Runs that came before and made the sounds. */
  readonly before: readonly ExplainedCommand[];
  /** Whole path: holds graphics and sounds, takes the films. */
  readonly workFolder: string;
  /** Where name and captions stand because of the speaker's face. */
  readonly chosen?: readonly ArrangedPart[];
}

/** A plan in words: what each shot, step and option is for, and the commands. Pure: nothing is encoded. */
export function explainFilm(plan: RenderPlan, order: Pick<FilmOrder, 'presets'>, parts: ExplainParts): ExplainedFilm {
  const command = filmCommand(plan, parts.sounds);
  const words = ['ffmpeg', '-hide_banner', '-nostdin', '-y', ...renderWords(command, parts.workFolder)];
  const render = { purpose: `decode, filter and encode ${order.presets.length} files`, command: quoteCommand(words) };
  const commands = [...parts.before, render];
  const text = [
    heading(plan),
    ...plan.shots.map(describeShot),
    ...(parts.chosen ?? []).map(describeChosen),
    '',
    describeSteps(command),
    ...commands.map((one, index) => `\nCommand ${index + 1}: ${one.purpose}\n${one.command}`),
    '',
  ].join('\n');
  return { text, commands };
}

function heading({ lengthFrames, rate, canvas, shots, outputs }: RenderPlan): string {
  const seconds = (lengthFrames / 25).toFixed(2);
  const filtered = rate === 50 ? '50 pictures a second, two fields a frame where asked' : '25 pictures a second';
  return `Film of ${lengthFrames} frames (${seconds} s), drawn once at ${canvas.width}×${canvas.height}, ${filtered}: ${shots.length} shot(s) → ${outputs.length} file(s)`;
}

function describeShot(shot: PlannedShot, index: number): string {
  const { source, fromFrame, frames, fit, rate } = shot;
  const { width, height, pixelAspect, rotation, mirrored } = source.picture;
  const facts = [
    `${width}×${height}`,
    pixelAspect.num === pixelAspect.den ? undefined : `pixels ${pixelAspect.num}:${pixelAspect.den}`,
    rotation === 0 ? undefined : `turned ${rotation}° clockwise`,
    mirrored ? 'mirrored' : undefined,
    source.fields ? `fields, ${source.fields}` : undefined,
    source.colour.light === 'sdr' ? source.colour.matrix : `HDR (${source.colour.light})`,
    source.colour.range === 'full' ? 'full range' : undefined,
    `${Math.round(source.picturesPerSecond * 100) / 100} → ${rate} a second`,
    fit.strip > 0 ? `${fit.show.width} px wide between blurred sides` : 'fills the picture',
    describeFraming(shot),
  ].filter((fact) => fact !== undefined);
  return `  shot ${index + 1}: ${source.path}, ${frames} frames from ${fromFrame} (${facts.join(', ')})`;
}

/** Which part of the clip is shown and why; nothing where all of it is. */
function describeFraming({ fit, framedBy }: PlannedShot): string | undefined {
  if (framedBy.by === 'all') return undefined;
  const { width, height } = uprightSize(fit);
  const { show, from } = fit;
  const part = `shows ${show.width}×${show.height} of ${width}×${height} from ${from.x},${from.y}`;
  if (framedBy.by === 'asked') return `${part}: the ${framedBy.side}, as asked`;
  if (framedBy.by === 'middle') return `${part}: the middle, no steady face`;
  return `${part}: by the ${framedBy.by}, whole in ${framedBy.held} of ${framedBy.seen} looks`;
}

const CLEARNESS: Readonly<Record<ArrangedPart['clearness'], string>> = {
  clear: 'keeps its distance from the face',
  close: 'leaves eyes and mouth free',
  covers: 'the face fills the picture: no place is free',
};

function describeChosen({ startFrame, what, clearness }: ArrangedPart): string {
  return `  from frame ${startFrame}: ${what} (${CLEARNESS[clearness]})`;
}
