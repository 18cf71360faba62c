import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { createMedia } from '../engine/ffmpeg/media.ts';
import { FfmpegError } from '../engine/ffmpeg/run-order.ts';
import { readDeliveryPresets } from '../engine/film/delivery-preset.ts';
import type { FilmExpectation } from '../engine/qc/film-expectation.ts';
import { judgeFilm } from '../engine/qc/judge-film.ts';
import { measureFilm } from '../engine/qc/measure-film.ts';
import type { QcReport } from '../engine/qc/qc-report.ts';
import { frames } from '../kernel/frames.ts';
import { RefusalError, unwrap } from '../kernel/refusal.ts';
import { readConfig } from '../platform/config.ts';
import { type Command, type CommandInput, EXIT, type ExitCode, textOption, UsageError } from './command.ts';
import { choosePresets } from './make-order.ts';

/** Measures a finished file against a delivery preset. */
export const qc: Command = {
  name: 'qc',
  usage: 'prerna qc FILE --preset NAME [--frames N] [--spot SPOT.json] [--json]',
  summary: 'Measures a finished film against a delivery preset; exits 0 when it passes.',
  options: { preset: { type: 'string' }, frames: { type: 'string' }, spot: { type: 'string' } },
  run: runQc,
};

async function runQc(input: CommandInput): Promise<ExitCode> {
  const [file, ...more] = input.positionals;
  const name = textOption(input, 'preset');
  if (!file || more.length > 0) throw new UsageError('give one FILE');
  if (!name) throw new UsageError('--preset NAME says what the file must be');
  const expected = readExpectation(input);
  const config = readConfig();
  const presets = await readDeliveryPresets(join(config.projectRoot, 'presets', 'delivery'));
  const [preset] = unwrap(choosePresets([name], presets));
  if (!preset) throw new UsageError('--preset NAME says what the file must be');
  const { runner } = await createMedia(config);
  const measured = await orRefuse(() => measureFilm(runner, { path: resolve(file) }));
  const report = judgeFilm(measured, preset, expected);
  input.answer(report, describe(report));
  return report.passed ? EXIT.done : EXIT.failed;
}

/** A file that no reader of ours opens is refused with a sentence; a run that we lost is our failure. */
async function orRefuse<T>(measure: () => Promise<T>): Promise<T> {
  try {
    return await measure();
  } catch (cause) {
    if (!(cause instanceof FfmpegError) || cause.facts.reason !== 'exit') throw cause;
    const tech = cause.facts.stderrTail.slice(-2).join(' | ');
    throw new RefusalError({ code: 'qc.unreadable', user: 'qc.refused.unreadable', tech });
  }
}

const frame = z
  .int()
  .min(0)
  .transform((count) => frames(count));
const spot = z.object({
  lengthFrames: frame,
  endCardFrame: frame.optional(),
  cues: z.array(z.object({ startFrame: frame, endFrame: frame, lines: z.array(z.string()) })).default([]),
  cards: z.array(z.object({ startFrame: frame, endFrame: frame })).default([]),
});
/** Either the spot itself or all that `make` printed. */
const spotFile = z.union([z.object({ spot }).transform((made) => made.spot), spot]);

function readExpectation(input: CommandInput): FilmExpectation {
  const path = textOption(input, 'spot');
  const told = path === undefined ? undefined : readSpot(path);
  return {
    frames: readFrames(textOption(input, 'frames')) ?? told?.lengthFrames,
    endCardFrame: told?.endCardFrame,
    cues: told?.cues,
    cards: told?.cards,
    sound: 'voice',
  };
}

function readFrames(text: string | undefined) {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError('--frames is a whole number of frames, such as 750');
  return frames(Number(text));
}

function readSpot(path: string): z.infer<typeof spot> {
  const parsed = spotFile.safeParse(readJson(path));
  if (!parsed.success) throw new UsageError(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new UsageError(`${path} can’t be read as JSON`, { cause });
  }
}

function describe({ passed, checks }: QcReport): string {
  const sign = { true: '✓', false: '✗', null: '–' };
  const rows = checks.map((check) => {
    const at = check.at === undefined ? '' : ` (${check.at} s)`;
    return `  ${sign[`${check.passed}`]} ${check.id.padEnd(16)} ${check.measured}${at}  [${check.limit}]`;
  });
  return [passed ? 'QC ✓' : 'QC ✗', ...rows].join('\n');
}
