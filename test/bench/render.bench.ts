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
import { type Cost, countedRunner } from './counted-runner.ts';
import { type FixCost, measureFixes } from './fix-cases.ts';
import { meltEdit, plainEdit } from './plain-edit.ts';

const root = join(import.meta.dirname, '../..');
const PRESETS = ['sd-mpeg2', 'xdcam-hd422', 'h264-ts', 'web', 'whatsapp'];
const USAGE = 'npm run bench:render [-- [--quick] [--fix | --scaling] [--seconds N] [--kind landscape|portrait|hdr]]';

/**
 * CPU of one film in five presets against its floor (the same encoders alone on ready raw frames, and the decoding of the
 * used part), our graph in a process per preset, plain FFmpeg and melt doing the same edit. Each kind of clip; the lowest of
 * five interleaved rounds of floor and one process (`--quick`: one round, 6 s), one round of the rest. The floor's parts run
 * one after another, as render targets mean it, and once all at once, as one process does its own: the two differ by a tenth. A
 * round of the floor counts whole: six short parts each find a quiet moment that no long run finds. Then what a corrected
 * caption and a changed name cost of a 30 s spot's first render (`--fix`: this alone), and how many films an hour come out
 * with one and more at once (`--scaling`: this alone).
 */
export async function run(words: readonly string[]): Promise<void> {
  const wish = readWish(words);
  const folder = mkdtempSync(join(tmpdir(), 'prerna-bench-'));
  try {
    const media = await openMedia('auto');
    const all = await readDeliveryPresets(join(root, 'presets/delivery'));
    const presets = PRESETS.flatMap((name) => all.get(name) ?? []);
    console.log(
      `${wish.seconds} s spot, ${PRESETS.join(' + ')}, lowest of ${wish.rounds}, FFmpeg ${media.tools.version.text}`,
    );
    const bench = { media, presets, folder };
    if (wish.only === undefined) for (const kind of wish.kinds) await measureKind(bench, kind, wish);
    // Behind walls a program is not this process's own child, and its CPU not counted here.
    if (wish.only !== 'scaling') await measureFixed({ ...bench, media: await openMedia('off') }, wish);
    if (wish.only !== 'fix') await measureScaling(bench, wish);
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

interface Wish {
  readonly seconds: number;
  readonly rounds: number;
  readonly kinds: readonly BenchKind[];
  /** One table alone; missing: all. */
  readonly only: 'fix' | 'scaling' | undefined;
  readonly fixSeconds: number;
}

function readWish(words: readonly string[]): Wish {
  const after = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const quick = words.includes('--quick');
  const seconds = Number(after('--seconds') ?? (quick ? 6 : 12));
  const kinds = BENCH_KINDS.filter((kind) => (after('--kind') ?? kind) === kind);
  if (!Number.isInteger(seconds) || seconds < 5 || kinds.length === 0) throw new RangeError(USAGE);
  const fixSeconds = Number(after('--seconds') ?? (quick ? 12 : 30));
  const only = (['fix', 'scaling'] as const).find((name) => words.includes(`--${name}`));
  return { seconds, rounds: quick ? 1 : 5, kinds, only, fixSeconds };
}

interface Bench {
  readonly media: Media;
  readonly presets: readonly DeliveryPreset[];
  readonly folder: string;
}

async function measureKind(bench: Bench, kind: BenchKind, wish: Wish): Promise<void> {
  const { runner } = bench.media;
  const film = await prepareFilm(bench, { kind, seconds: wish.seconds, name: kind });
  await cases.dumpRaw(runner, film);
  const lowest = new Map<string, Cost>();
  for (let round = 0; round < wish.rounds; round += 1) {
    const ways = round === 0 ? [...otherWays(film), ...pairedWays(film)] : pairedWays(film);
    const floor: Cost = { cpuSeconds: 0, peakMb: 0 };
    for (const { name, work } of ways) {
      const cost = await work(runner);
      keepLowest(lowest, name, cost);
      if (isFloorPart(name)) floor.cpuSeconds += cost?.cpuSeconds ?? Number.NaN;
    }
    keepLowest(lowest, FLOOR, floor);
  }
  printCosts(kind, lowest);
  await printQuality(bench.media, film);
  rmSync(film.workFolder, { recursive: true });
}

interface Prepared {
  readonly kind: BenchKind;
  readonly seconds: number;
  /** Of its own folder. */
  readonly name: string;
}

async function prepareFilm(bench: Bench, { kind, seconds, name }: Prepared): Promise<cases.BenchFilm> {
  const { media, presets, folder } = bench;
  const workFolder = join(folder, `work-${name}`);
  mkdirSync(workFolder);
  const path = drawClip(folder, kind, seconds);
  const order = await orderFilm(media, { path, seconds, presets });
  const drawn = await drawFilm(order, chooseAspect(order.presets), { textFolder: workFolder });
  const input = { ...order, ...drawn };
  const plan = planFilm(input);
  await writeLayers(drawn.graphics, workFolder);
  const { finished: sounds } = await finishSound(plan, { runner: media.runner, workFolder });
  return { input, plan, sounds, workFolder };
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
    for (const film of films) rmSync(film.workFolder, { recursive: true });
    console.log(`| ${many} | ${took.toFixed(1)} | ${((many * 3600) / took).toFixed(0)} |`);
  }
}

type Runner = Media['runner'];
interface Way {
  readonly name: string;
  work(runner: Runner): Promise<Cost | undefined>;
}

const FLOOR = 'floor, one after another';
const FLOOR_AT_ONCE = 'floor, all at once';

function isFloorPart(name: string): boolean {
  return name.startsWith('encoder') || name === 'decoding';
}

/** What is held against each other. */
function pairedWays(film: cases.BenchFilm): Way[] {
  const parts: Way[] = [
    ...film.plan.outputs.map(({ preset }, index) =>
      counted(`encoder ${preset.name}`, (runner) => cases.encodeRaw(runner, film, index)),
    ),
    counted('decoding', (runner) => cases.decodeUsed(runner, film)),
  ];
  const atOnce = async (runner: Runner) => {
    const costs = await Promise.all(parts.map(({ work }) => work(runner)));
    return { cpuSeconds: costs.reduce((sum, cost) => sum + (cost?.cpuSeconds ?? 0), 0), peakMb: 0 };
  };
  return [
    ...parts,
    { name: FLOOR_AT_ONCE, work: atOnce },
    // What it leaves is looked at below.
    counted('one process', (runner) => cases.oneProcess(runner, film)),
  ];
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
      const cost: Cost = { cpuSeconds: 0, peakMb: 0 };
      await run(countedRunner(runner, cost));
      return cost;
    },
  };
}

function keepLowest(lowest: Map<string, Cost>, name: string, cost: Cost | undefined): void {
  const before = lowest.get(name);
  if (cost && (!before || cost.cpuSeconds < before.cpuSeconds)) lowest.set(name, cost);
}

function printCosts(kind: BenchKind, lowest: ReadonlyMap<string, Cost>): void {
  const parts = [...lowest].filter(([name]) => isFloorPart(name));
  const others = [...lowest].filter(([name]) => !isFloorPart(name) && name !== FLOOR && name !== FLOOR_AT_ONCE);
  const alone = lowest.get(FLOOR)?.cpuSeconds ?? Number.NaN;
  const together = lowest.get(FLOOR_AT_ONCE)?.cpuSeconds ?? Number.NaN;
  const line = (name: string, { cpuSeconds, peakMb }: Cost) => {
    const shares = [together, alone].map((floor) => (cpuSeconds / floor).toFixed(2));
    console.log(`| ${[name, cpuSeconds.toFixed(1), ...shares, peakMb ? peakMb.toFixed(0) : ''].join(' | ')} |`);
  };
  console.log(
    `\n**${kind}**\n\n| way | CPU s | × ${FLOOR_AT_ONCE} | × ${FLOOR} | peak MB |\n| --- | --- | --- | --- | --- |`,
  );
  for (const [name, cost] of parts) line(name, cost);
  line(FLOOR, { cpuSeconds: alone, peakMb: 0 });
  line(FLOOR_AT_ONCE, { cpuSeconds: together, peakMb: 0 });
  for (const [name, cost] of others) line(name, cost);
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
