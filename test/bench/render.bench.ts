import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMedia, type Media } from '../../src/engine/ffmpeg/media.ts';
import { type DeliveryPreset, readDeliveryPresets } from '../../src/engine/film/delivery-preset.ts';
import { drawFilm } from '../../src/engine/film/draw-film.ts';
import { chooseAspect } from '../../src/engine/film/film-canvas.ts';
import { finishSound } from '../../src/engine/film/finish-sound.ts';
import { planFilm } from '../../src/engine/film/plan-film.ts';
import { writeLayers } from '../../src/engine/film/write-layers.ts';
import * as cases from './bench-cases.ts';
import { BENCH_KINDS, type BenchKind, drawClip, orderFilm } from './bench-films.ts';
import { CostTable } from './cost-table.ts';
import { type Cost, countedRunner } from './counted-runner.ts';
import { type FixCost, measureFixes } from './fix-cases.ts';
import { onOneCore } from './one-core.ts';
import { meltEdit, plainEdit } from './plain-edit.ts';
import { takeTurns } from './take-turns.ts';

const root = join(import.meta.dirname, '../..');
const PRESETS = ['sd-mpeg2', 'xdcam-hd422', 'h264-ts', 'web', 'whatsapp'];
const USAGE = `npm run bench:render [-- [--quick] [--costs | --fix | --scaling] [--seconds N] [--kind ${BENCH_KINDS.join('|')}]]`;

/**
 * CPU of one film in five presets beside its floor (the same encoders alone on ready raw frames, and the decoding of the used
 * part), our graph in a process per preset, plain FFmpeg and melt doing the same edit. Each kind of clip; nine rounds of floor
 * and one process (`--quick`: one round, 6 s), one round of the rest (`--costs`: these alone).
 *
 * A machine that others use is slower by a half in one moment than in the next: in each round floor and film take turns of half
 * a second, and the figure is the middle of the rounds. Once all on one core, where no other core's work weighs in, once on all
 * cores with the floor's parts one after another, once with all of them at once.
 *
 * Then what a corrected caption and a changed name cost of a 30 s spot's first render (`--fix`: this alone), and how many films
 * an hour come out with one and more at once (`--scaling`: this alone).
 */
export async function run(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  const folder = mkdtempSync(join(tmpdir(), 'prerna-bench-'));
  try {
    const media = await openMedia('auto');
    const all = await readDeliveryPresets(join(root, 'presets/delivery'));
    const presets = PRESETS.flatMap((name) => all.get(name) ?? []);
    console.log(
      `${wish.seconds} s spot, ${PRESETS.join(' + ')}, middle of ${wish.rounds}, FFmpeg ${media.tools.version.text}`,
    );
    const bench = { media, presets, folder };
    if ((wish.only ?? 'costs') === 'costs') for (const kind of wish.kinds) await measureKind(bench, kind, wish);
    // Behind walls a program is not this process's own child, and its CPU not counted here.
    if ((wish.only ?? 'fix') === 'fix') await measureFixed({ ...bench, media: await openMedia('off') }, wish);
    if ((wish.only ?? 'scaling') === 'scaling') await measureScaling(bench, wish);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function openMedia(sandbox: 'auto' | 'off'): Promise<Media> {
  return createMedia({
    ffmpegPath: process.env['FFMPEG_PATH'],
    ffprobePath: process.env['FFPROBE_PATH'],
    searchPath: (process.env['PATH'] ?? '').split(':'),
    projectRoot: root,
    sandbox,
  });
}

type Table = 'costs' | 'fix' | 'scaling';

interface Wish {
  readonly seconds: number;
  readonly rounds: number;
  readonly kinds: readonly BenchKind[];
  /** One table alone; missing: all. */
  readonly only: Table | undefined;
  readonly fixSeconds: number;
}

const VALUES = ['--seconds', '--kind'];
const FLAGS = [...VALUES, '--quick', '--costs', '--fix', '--scaling'];

function readWish(words: readonly string[]): Wish {
  const after = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const quick = words.includes('--quick');
  const seconds = Number(after('--seconds') ?? (quick ? 6 : 12));
  const kinds = BENCH_KINDS.filter((kind) => (after('--kind') ?? kind) === kind);
  const known = words.every((word, at) => FLAGS.includes(word) || VALUES.includes(words[at - 1] ?? ''));
  if (!known || !Number.isInteger(seconds) || seconds < 5 || kinds.length === 0) throw new RangeError(USAGE);
  const fixSeconds = Number(after('--seconds') ?? (quick ? 12 : 30));
  const only = (['costs', 'fix', 'scaling'] as const).find((name) => words.includes(`--${name}`));
  return { seconds, rounds: quick ? 1 : 9, kinds, only, fixSeconds };
}

interface Bench {
  readonly media: Media;
  readonly presets: readonly DeliveryPreset[];
  readonly folder: string;
}

async function measureKind(bench: Bench, kind: BenchKind, wish: Wish): Promise<void> {
  const film = await prepareFilm(bench, { kind, seconds: wish.seconds, name: kind });
  await cases.dumpRaw(bench.media.runner, film);
  const table = new CostTable();
  for (let round = 0; round < wish.rounds; round += 1) {
    const once = round === 0 ? otherWays(film) : [];
    for (const { name, work } of once) {
      const cost = await work(bench.media.runner);
      if (cost) table.keep(name, cost);
    }
    await onOneCore(() => measurePair(bench, film, { table, way: 'one core', floor: oneAfterAnother }));
    await measurePair(bench, film, { table, way: 'all cores', floor: oneAfterAnother });
    await measurePair(bench, film, { table, way: 'all cores, floor at once', floor: allAtOnce });
  }
  table.print(kind);
  await printQuality(bench.media, film);
  removeFilm(film);
}

function removeFilm({ workFolder, floorFolder }: cases.BenchFilm): void {
  for (const folder of [workFolder, floorFolder]) rmSync(folder, { recursive: true });
}

/** The floor's parts, and the one process that takes turns with them. */
async function measurePair(
  { media: { runner } }: Bench,
  film: cases.BenchFilm,
  { table, way, floor }: { readonly table: CostTable; readonly way: string; readonly floor: FloorWay },
): Promise<void> {
  const pair = { floor: noCost(), film: noCost() };
  await takeTurns([
    { folder: film.floorFolder, work: () => floor(floorParts(film), countedRunner(runner, pair.floor)) },
    // What it leaves is looked at below.
    { folder: film.workFolder, work: () => cases.oneProcess(countedRunner(runner, pair.film), film) },
  ]);
  table.keepPair(way, pair);
}

type FloorPart = (runner: Runner) => Promise<void>;
type FloorWay = (parts: readonly FloorPart[], runner: Runner) => Promise<void>;

const oneAfterAnother: FloorWay = async (parts, runner) => {
  for (const part of parts) await part(runner);
};
const allAtOnce: FloorWay = async (parts, runner) => {
  await Promise.all(parts.map((part) => part(runner)));
};

interface Prepared {
  readonly kind: BenchKind;
  readonly seconds: number;
  /** Of its own folder. */
  readonly name: string;
}

async function prepareFilm(bench: Bench, { kind, seconds, name }: Prepared): Promise<cases.BenchFilm> {
  const { media, presets, folder } = bench;
  const [workFolder, floorFolder] = [join(folder, `work-${name}`), join(folder, `floor-${name}`)];
  for (const made of [workFolder, floorFolder]) mkdirSync(made);
  const path = drawClip(folder, kind, seconds);
  const order = await orderFilm(media, { path, seconds, presets });
  const drawn = await drawFilm(order, chooseAspect(order.presets), { textFolder: workFolder });
  const input = { ...order, ...drawn };
  const plan = planFilm(input);
  await writeLayers(drawn.graphics, workFolder);
  const { finished: sounds } = await finishSound(plan, { runner: media.runner, workFolder });
  return { input, plan, sounds, workFolder, floorFolder };
}

/** One, two, four … films at once, up to one a core. */
async function measureScaling(bench: Bench, { kinds: [kind], seconds }: Wish): Promise<void> {
  if (!kind) return;
  const cores = availableParallelism();
  console.log(`\n**films at once on ${cores} cores**, ${kind}, ${seconds} s, encoding alone\n`);
  console.log('| at once | seconds for all | films an hour |\n| --- | --- | --- |');
  for (let many = 1; many <= cores; many *= 2) {
    const films = [];
    for (let one = 0; one < many; one += 1)
      films.push(await prepareFilm(bench, { kind, seconds, name: `scaling-${many}-${one}` }));
    const start = performance.now();
    await Promise.all(films.map((film) => cases.oneProcess(bench.media.runner, film)));
    const took = (performance.now() - start) / 1000;
    for (const film of films) removeFilm(film);
    console.log(`| ${many} | ${took.toFixed(1)} | ${((many * 3600) / took).toFixed(0)} |`);
  }
}

const noCost = (): Cost => ({ cpuSeconds: 0, peakMb: 0 });

type Runner = Media['runner'];
interface Way {
  readonly name: string;
  work(runner: Runner): Promise<Cost | undefined>;
}

function floorParts(film: cases.BenchFilm): FloorPart[] {
  const encoders = film.plan.outputs.map(
    (_, index): FloorPart =>
      (runner) =>
        cases.encodeRaw(runner, film, index),
  );
  return [...encoders, (runner) => cases.decodeUsed(runner, film)];
}

function otherWays(film: cases.BenchFilm): Way[] {
  return [
    counted('plain FFmpeg, five processes', (runner) => plainEdit(runner, film)),
    counted('our graph, five processes', (runner) => cases.manyProcesses(runner, film)),
    { name: 'melt, web file alone', work: async () => meltEdit(film) },
  ];
}

function counted(name: string, run: (runner: Runner) => Promise<void>): Way {
  return {
    name,
    work: async (runner) => {
      const cost = noCost();
      await run(countedRunner(runner, cost));
      return cost;
    },
  };
}

async function measureFixed({ media, presets, folder }: Bench, { kinds: [kind], fixSeconds }: Wish): Promise<void> {
  if (!kind) return;
  const path = drawClip(folder, kind, fixSeconds);
  const order = await orderFilm(media, { path, seconds: fixSeconds, presets });
  const costs = await measureFixes(media, order, folder);
  const first = costs.get('first render');
  if (!first) throw new Error('no first render');
  console.log(`\n**a ${fixSeconds} s spot made again**, ${kind}: CPU s of everything, one round\n`);
  console.log(
    '| film | making | share | quality control | share with it | encoded |\n| --- | --- | --- | --- | --- | --- |',
  );
  for (const [name, cost] of costs) console.log(fixRow(name, cost, first));
}

function fixRow(name: string, { making, checking, encodedShare, ranges, whole }: FixCost, first: FixCost): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const all = (making + checking) / (first.making + first.checking);
  const encoded = whole === '' ? `${percent(encodedShare)} of frames (${ranges})` : `whole: ${whole}`;
  const columns = [name, making.toFixed(1), percent(making / first.making), checking.toFixed(1), percent(all), encoded];
  return `| ${columns.join(' | ')} |`;
}

async function printQuality({ runner }: Media, film: cases.BenchFilm): Promise<void> {
  console.log('\n| file | frames | SSIM-Y against its filtered master | bits a second, decoder’s buffer |');
  console.log('| --- | --- | --- | --- |');
  for (const [index, { file }] of film.plan.outputs.entries()) {
    const frames = await cases.countFrames(runner, film, index);
    const ssim = await cases.lumaSsim(runner, film, index);
    const bits = await cases.judgeBits(runner, film, index);
    console.log(`| ${file} | ${frames} of ${film.plan.lengthFrames} | ${ssim.toFixed(4)} | ${bits} |`);
  }
}
