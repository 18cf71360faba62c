import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { chooseAspect } from '../engine/film/film-canvas.ts';
import type { FilmOrder } from '../engine/film/film-order.ts';
import type { FilmWarning } from '../engine/film/film-warning.ts';
import type { MadeFile, MadeFilm } from '../engine/film/make-film.ts';
import { cleanName } from '../engine/film/preset-variants.ts';
import { hashFile } from '../engine/film/publish-file.ts';
import type { FormerFile } from '../engine/film/segments/choose-pieces.ts';
import { madeOf } from '../engine/film/segments/made-of.ts';
import { ASPECTS } from '../engine/graphics/layers.ts';
import type { QcReport } from '../engine/qc/qc-report.ts';
import type { Frames } from '../kernel/frames.ts';
import { messageIn } from '../web/locales/index.ts';
import { sayFault } from '../web/locales/say-check.ts';
import { type HeardFile, heardFile } from './heard-file.ts';
import type { ToldPart } from './tell-parts.ts';

const check = z.object({
  id: z.string(),
  measured: z.union([z.string(), z.number()]),
  limit: z.union([z.string(), z.number()]),
  passed: z.boolean().nullable(),
  at: z.number().optional(),
  thumbnail: z.string().optional(),
  message: z.object({ hi: z.string(), en: z.string() }).optional(),
});
const saidReport = z.object({ passed: z.boolean(), checks: z.array(check) });
const cue = z.object({ startFrame: z.int(), endFrame: z.int(), lines: z.array(z.string()) });
/** When a card covers the speaker. */
const card = z.object({ startFrame: z.int(), endFrame: z.int() });
const frameRange = z.object({ fromFrame: z.int(), toFrame: z.int() });
const file = z.object({ file: z.string(), bytes: z.int(), sha256: z.string() });

const message = z.object({ hi: z.string(), en: z.string() });
const part = z.object({
  clip: z.string(),
  fromSeconds: z.number(),
  toSeconds: z.number(),
  why: z.array(z.object({ code: z.string(), message })).readonly(),
});

const warning = z.object({ code: z.string(), message });

const madeAnswer = z.object({
  spot: z.object({
    lengthFrames: z.int(),
    /** The length that was asked for, or the usual one, where the clips do not fill it. */
    wantedFrames: z.int().optional(),
    endCardFrame: z.int(),
    look: z.string(),
    cues: z.array(cue),
    cards: z.array(card),
    /** The first picture of each second, 16 × 9, luma, base64: what any later file of it is held against. */
    pictures: z.array(z.string()),
    /** The canvas of those pictures. */
    canvas: z.enum(ASPECTS).optional(),
  }),
  deliverables: z.array(
    file.extend({
      preset: z.string(),
      frames: z.int(),
      qc: saidReport,
      /** What was encoded, the rest being kept of the film before; missing: everything. */
      remade: z.array(frameRange).optional(),
    }),
  ),
  poster: file,
  /** Missing where the film has none. */
  captions: z.object({ srt: file, vtt: file }).optional(),
  seconds: z.number(),
  /** Nothing was made: the films of an earlier run are the very same. */
  unchanged: z.literal(true).optional(),
  /** Which parts of the clips, and why. */
  parts: z.array(part).default([]),
  warnings: z.array(warning),
});

/** What `make` prints: paths relative to the output folder. */
export type MadeAnswer = z.infer<typeof madeAnswer>;

// Remembers in the output folder what was made there, and from what.
const MEMORY = 'film.json';
const memory = z.object({
  key: z.string(),
  answer: madeAnswer,
  /** Those of the answer that came up while the film was made. */
  filmWarnings: z.array(warning),
  /** The programs that made it, and what each file was made of, by preset. */
  makers: z.string().optional(),
  madeOf: z.record(z.string(), madeOf).optional(),
  /** What those programs heard and saw in the clips, by SHA-256: the next film of them need not listen again. */
  heard: z.record(z.string(), heardFile).default({}),
});

/** What was told of a film before it was made, and how long all of it took. */
export interface ToldFilm {
  readonly warnings: readonly FilmWarning[];
  readonly parts: readonly ToldPart[];
  /** The length that was wished where the clips do not fill it. */
  readonly wantedFrames: Frames | undefined;
}

/** The films of an earlier run from the very same inputs, told anew, when all its files are still what they were. */
export async function findMade(
  out: string,
  key: string,
  { warnings, parts, wantedFrames }: ToldFilm,
): Promise<Omit<MadeAnswer, 'seconds'> | undefined> {
  const before = await readMemory(out);
  if (before?.key !== key) return undefined;
  const { answer, filmWarnings } = before;
  const files = [...answer.deliverables, answer.poster, ...Object.values(answer.captions ?? {})];
  for (const one of files) if (!(await isAsMade(out, one))) return undefined;
  return {
    ...answer,
    spot: { ...answer.spot, wantedFrames },
    unchanged: true,
    // Nothing was encoded now, whatever was then.
    deliverables: answer.deliverables.map((one) => ({ ...one, remade: [] })),
    parts: [...parts],
    warnings: [...warnings.map(sayWarning), ...filmWarnings],
  };
}

/** The films of an earlier run by the same programs that passed and are still what they were, for another word in them. */
export async function findFormers(out: string, makers: string): Promise<Map<string, FormerFile>> {
  const formers = new Map<string, FormerFile>();
  const before = await readMemory(out);
  if (!before?.madeOf || before.makers !== makers) return formers;
  for (const film of before.answer.deliverables) {
    const made = before.madeOf[film.preset];
    if (made && film.qc.passed && (await isAsMade(out, film)))
      formers.set(film.preset, { path: resolve(out, basename(film.file)), madeOf: made });
  }
  return formers;
}

/** What was heard and seen in clips for the film before, by the same programs. */
export async function findHeard(out: string, makers: string): Promise<Map<string, HeardFile>> {
  const before = await readMemory(out);
  return new Map(before?.makers === makers ? Object.entries(before.heard) : []);
}

async function isAsMade(out: string, { file: name, sha256 }: { file: string; sha256: string }): Promise<boolean> {
  const there = join(out, basename(name));
  return existsSync(there) && (await hashFile(there)) === sha256;
}

async function readMemory(out: string): Promise<z.infer<typeof memory> | undefined> {
  const path = join(out, MEMORY);
  return existsSync(path) ? memory.safeParse(await readJson(path)).data : undefined;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    // A memory that can't be read is no memory: the film is made anew.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

export interface MakingFacts extends ToldFilm {
  readonly heard: Readonly<Record<string, HeardFile>>;
  readonly order: FilmOrder;
  readonly makers: string;
  readonly made: MadeFilm;
  readonly seconds: number;
}

/** Writes the QC report beside each file and the memory of the whole; answers what `make` prints. */
export async function writeMade(out: string, key: string, facts: MakingFacts): Promise<MadeAnswer> {
  const answer = answerOf(facts);
  // Empty files beside a film would be taken for captions that were lost.
  if (!isCaptioned(facts.made)) for (const { path } of [facts.made.srt, facts.made.vtt]) await rm(path);
  for (const { preset, qc: report } of answer.deliverables) await writeJson(join(out, `${preset}.qc.json`), report);
  const parts = Object.fromEntries(facts.made.files.map(({ preset, madeOf: made }) => [preset, made]));
  const filmWarnings = warningsOf(facts.made).map(sayWarning);
  await writeJson(join(out, MEMORY), {
    key,
    answer,
    filmWarnings,
    makers: facts.makers,
    madeOf: parts,
    heard: facts.heard,
  });
  return answer;
}

function isCaptioned({ srt }: MadeFilm): boolean {
  return srt.bytes > 0;
}

/** Of a file with slate what its clean one's is: its programme is that file's; undefined where that was made whole or not kept. */
function remadeOf({ preset, remade }: MadeFile, files: readonly MadeFile[]): MadeFile['remade'] {
  const clean = cleanName(preset);
  return clean === preset ? remade : files.find((file) => file.preset === clean)?.remade;
}

function answerOf({ order, made, warnings, parts, wantedFrames, seconds }: MakingFacts): MadeAnswer {
  const relative = ({ path, bytes, sha256 }: MadeFilm['poster']) => ({ file: basename(path), bytes, sha256 });
  return madeAnswer.parse({
    spot: {
      lengthFrames: order.lengthFrames,
      wantedFrames,
      endCardFrame: order.endCardFrom,
      look: order.look.name,
      cues: order.cues,
      cards: made.cards,
      pictures: made.witness.seconds.map((luma) => Buffer.from(luma).toString('base64')),
      canvas: chooseAspect(order.presets),
    },
    deliverables: made.files.map((one) => ({
      ...{ preset: one.preset, ...relative(one), frames: one.frames, qc: sayReport(one.qc) },
      remade: remadeOf(one, made.files),
    })),
    poster: relative(made.poster),
    ...(isCaptioned(made) && { captions: { srt: relative(made.srt), vtt: relative(made.vtt) } }),
    seconds: Number(seconds.toFixed(2)),
    parts,
    warnings: [...warnings, ...warningsOf(made)].map(sayWarning),
  });
}

/** A warning in both languages. */
export function sayWarning({ code, user, params }: FilmWarning): z.infer<typeof warning> {
  return { code, message: { hi: messageIn('hi', user, params), en: messageIn('en', user, params) } };
}

/** The report with a sentence in both languages beside each fault. */
export function sayReport({ passed, checks }: QcReport): z.infer<typeof saidReport> {
  const said = checks.map((one) =>
    one.passed === false ? { ...one, message: { hi: sayFault('hi', one), en: sayFault('en', one) } } : one,
  );
  return { passed, checks: said };
}

/** A report for scripts that want no pictures in it. */
export function withoutPictures({ passed, checks }: z.infer<typeof saidReport>): z.infer<typeof saidReport> {
  return { passed, checks: checks.map(({ thumbnail: _, ...rest }) => rest) };
}

/** The answer without the pictures of faults and of each second; both stand in files beside the films. */
export function answerWithoutPictures(answer: MadeAnswer) {
  const { pictures: _, ...spot } = answer.spot;
  const deliverables = answer.deliverables.map((one) => ({ ...one, qc: withoutPictures(one.qc) }));
  return { ...answer, spot, deliverables };
}

function warningsOf({ warnings, files }: MadeFilm): FilmWarning[] {
  const failures = files
    .filter((one) => !one.qc.passed)
    .map((one) => {
      const checks = one.qc.checks.filter((each) => each.passed === false).map((each) => each.id);
      const params = { preset: one.preset, checks: checks.join(', ') };
      return { code: 'film.qc-failed', user: 'film.warn.qcFailed', params };
    });
  return [...warnings, ...failures];
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.part`, `${JSON.stringify(value, null, 2)}\n`);
  await rename(`${path}.part`, path);
}
