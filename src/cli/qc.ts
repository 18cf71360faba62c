import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { captionRoom } from '../engine/captions/caption-room.ts';
import { createMedia } from '../engine/ffmpeg/media.ts';
import { FfmpegError } from '../engine/ffmpeg/run-order.ts';
import { type DeliveryPreset, readDeliveryPresets } from '../engine/film/delivery-preset.ts';
import { chooseAspect } from '../engine/film/film-canvas.ts';
import { WITNESS_RASTER } from '../engine/film/witness.ts';
import { ASPECTS, type Aspect } from '../engine/graphics/layers.ts';
import { readLook } from '../engine/graphics/look.ts';
import { checkFilm } from '../engine/qc/check-film.ts';
import type { FilmExpectation } from '../engine/qc/film-expectation.ts';
import type { QcReport } from '../engine/qc/qc-report.ts';
import { type Frames, frames } from '../kernel/frames.ts';
import { RefusalError, unwrap } from '../kernel/refusal.ts';
import { readConfig } from '../platform/config.ts';
import { sayCheck, sayFault } from '../web/locales/say-check.ts';
import { type Command, type CommandInput, EXIT, type ExitCode, flag, textOption, wrongUse } from './command.ts';
import { sayReport, withoutPictures } from './made-answer.ts';
import { choosePresets } from './make-order.ts';

/** Measures a finished file against a delivery preset. */
export const qc: Command = {
  name: 'qc',
  usage: 'prerna qc FILE --preset NAME [--frames N] [--spot SPOT.json] [--pictures] [--json]',
  summary: 'Measures a finished film against a delivery preset; exits 0 when it passes.',
  options: {
    preset: { type: 'string' },
    frames: { type: 'string' },
    spot: { type: 'string' },
    pictures: { type: 'boolean' },
  },
  run: runQc,
};

async function runQc(input: CommandInput): Promise<ExitCode> {
  const [file, ...more] = input.positionals;
  const name = textOption(input, 'preset');
  if (!file || more.length > 0) throw wrongUse('cli.oneFile');
  if (!name) throw wrongUse('cli.noPreset');
  const told = readTold(input);
  const config = readConfig();
  const presets = await readDeliveryPresets(join(config.projectRoot, 'presets', 'delivery'));
  const [preset] = unwrap(choosePresets([name], presets));
  if (!preset) throw wrongUse('cli.noPreset');
  const { runner } = await createMedia(config);
  const expected = await expectationOf(told, preset, join(config.projectRoot, 'watermarks'));
  const { report } = await orRefuse(() => checkFilm(runner, { path: resolve(file), preset, expected }));
  const said = sayReport(report);
  input.answer(flag(input, 'pictures') ? said : withoutPictures(said), describe(report));
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
const picture = z
  .base64()
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  .refine((luma) => luma.length === WITNESS_RASTER.width * WITNESS_RASTER.height, 'not 16 × 9 bytes');
const spot = z.object({
  lengthFrames: frame,
  endCardFrame: frame.optional(),
  cues: z.array(z.object({ startFrame: frame, endFrame: frame, lines: z.array(z.string()) })).default([]),
  cards: z.array(z.object({ startFrame: frame, endFrame: frame })).default([]),
  look: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  pictures: z.array(picture).optional(),
  canvas: z.enum(ASPECTS).optional(),
});
/** The spot itself, all that `make` printed, or the film.json that it left beside the films. */
const spotFile = z.union([
  z.object({ answer: z.object({ spot }) }).transform((left) => left.answer.spot),
  z.object({ spot }).transform((made) => made.spot),
  spot,
]);

/** What the words of the command say of the film. */
interface ToldFilm {
  readonly frames: Frames | undefined;
  readonly spot: z.infer<typeof spot> | undefined;
}

function readTold(input: CommandInput): ToldFilm {
  const path = textOption(input, 'spot');
  return { frames: readFrames(textOption(input, 'frames')), spot: path === undefined ? undefined : readSpot(path) };
}

async function expectationOf(
  { frames: count, spot: told }: ToldFilm,
  preset: DeliveryPreset,
  looksFolder: string,
): Promise<FilmExpectation> {
  const aspect = chooseAspect([preset]);
  const look = told?.look && (await readLook(join(looksFolder, told.look)));
  return {
    frames: count ?? told?.lengthFrames,
    endCardFrame: told?.endCardFrame,
    cues: told?.cues,
    cards: told?.cards,
    room: look ? captionRoom(look, aspect) : undefined,
    witness: told?.pictures && isOnCanvas(aspect, told.canvas) ? { seconds: told.pictures } : undefined,
    sound: 'voice',
  };
}

/** Pictures of one canvas say nothing of a file that was drawn on another; the two 16:9 ones show the same. */
function isOnCanvas(aspect: Aspect, canvas: Aspect = 'sd'): boolean {
  const wide = (one: Aspect) => one === '16x9' || one === 'sd';
  return aspect === canvas || (wide(aspect) && wide(canvas));
}

function readFrames(text: string | undefined) {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw wrongUse('cli.frames');
  return frames(Number(text));
}

function readSpot(path: string): z.infer<typeof spot> {
  const parsed = spotFile.safeParse(readJson(path));
  if (!parsed.success) throw wrongUse('cli.noSpot', { path, why: z.prettifyError(parsed.error) });
  return parsed.data;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw wrongUse('cli.noJson', { path }, cause);
  }
}

/** Each check by its sign and in words; of a fault its whole sentence, in both languages. */
function describe({ passed, checks }: QcReport): string {
  const sign = { true: '✓', false: '✗', null: '–' };
  const rows = checks.flatMap((check) => {
    const [hi, en] = [sayCheck('hi', check), sayCheck('en', check)];
    const row = `  ${sign[`${check.passed}`]} ${check.id.padEnd(16)} ${hi.name} · ${en.name}`;
    if (check.passed === false) return [row, `      ${sayFault('hi', check)}`, `      ${sayFault('en', check)}`];
    const found = [...new Set([hi.measured, en.measured])].join(' · ');
    return `${row}: ${found}${check.measured === check.limit ? '' : `  [${check.limit}]`}`;
  });
  return [passed ? 'QC ✓' : 'QC ✗', ...rows].join('\n');
}
