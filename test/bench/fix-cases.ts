import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Media } from '../../src/engine/ffmpeg/media.ts';
import type { FilmOrder } from '../../src/engine/film/film-order.ts';
import { type MadeFilm, makeFilm } from '../../src/engine/film/make-film.ts';

/** What one film took: CPU seconds of this process and all its programs, and the share of its frames that was encoded. */
export interface FixCost {
  readonly making: number;
  /** Quality control and hashing: the same for every film. */
  readonly checking: number;
  readonly encodedShare: number;
  /** By preset, from–to. */
  readonly ranges: string;
  readonly whole: string;
}

/** A first render, then the same film with one word of one caption corrected, with another name, and with both unchanged. */
export async function measureFixes(media: Media, order: FilmOrder, folder: string): Promise<Map<string, FixCost>> {
  const middle = Math.floor(order.cues.length / 2);
  const cues = order.cues.map((cue, index) => (index === middle ? { ...cue, lines: ['यह वही कैप्शन है'] } : cue));
  const costs = new Map<string, FixCost>();
  const measure = async (name: string, wanted: FilmOrder, former?: MadeFilm) => {
    const { film, cost } = await makeCounted(media, wanted, {
      outFolder: join(folder, name.replaceAll(' ', '-')),
      former,
    });
    costs.set(name, cost);
    return film;
  };
  const first = await measure('first render', order);
  await measure('caption fix', { ...order, cues }, first);
  await measure('changed name', { ...order, texts: { ...order.texts, name: 'सरिता बाई' } }, first);
  return costs;
}

interface CountedParts {
  readonly outFolder: string;
  readonly former: MadeFilm | undefined;
}

async function makeCounted(media: Media, order: FilmOrder, { outFolder, former }: CountedParts) {
  mkdirSync(outFolder, { recursive: true });
  const formers = former && new Map(former.files.map(({ preset, path, madeOf }) => [preset, { path, madeOf }]));
  const start = cpuSeconds();
  let checkingFrom: number | undefined;
  const film = await makeFilm(order, {
    runner: media.runner,
    outFolder,
    formers,
    onProgress: ({ step }) => {
      if (step === 'checking') checkingFrom ??= cpuSeconds();
    },
  });
  const end = cpuSeconds();
  const failed = film.files.filter(({ qc }) => !qc.passed).map(({ preset }) => preset);
  if (failed.length > 0) throw new Error(`quality control failed: ${failed.join(', ')}`);
  if (former) rmSync(outFolder, { recursive: true });
  const making = (checkingFrom ?? end) - start;
  return { film, cost: { making, checking: end - start - making, ...encodedOf(film, order) } };
}

function encodedOf({ files, whole }: MadeFilm, { lengthFrames }: FilmOrder) {
  const counted = files.map(({ preset, remade }) => {
    const ranges = remade ?? [{ fromFrame: 0, toFrame: lengthFrames }];
    const frames = ranges.reduce((sum, { fromFrame, toFrame }) => sum + toFrame - fromFrame, 0);
    return { frames, said: `${preset} ${ranges.map(({ fromFrame, toFrame }) => `${fromFrame}–${toFrame}`).join(' ')}` };
  });
  const frames = counted.reduce((sum, one) => sum + one.frames, 0);
  return {
    encodedShare: frames / (files.length * lengthFrames),
    ranges: counted.map(({ said }) => said).join(', '),
    whole: whole.join('; '),
  };
}

// Linux counts in hundredths of a second, whatever its own clock runs at.
const TICKS = 100;

/** CPU seconds of this process and of every program that it started and that has ended. */
function cpuSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // Behind the name, which may hold anything: utime, stime, cutime and cstime are fields 14–17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}
