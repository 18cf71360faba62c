import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { rasterise } from '../graphics/raster.ts';
import { svgOf } from '../graphics/svg.ts';
import { lineInBlock } from '../graphics/text-line.ts';
import { missingLetters } from '../graphics/text-width.ts';
import { type Chain, filter, formatGraph } from './filter-graph.ts';

export interface SheetCell {
  readonly label: string;
  /** A PNG. */
  readonly file: string;
}

const LABEL = { height: 28, em: 18 } as const;

export interface SheetParts {
  readonly runner: MediaRunner;
  readonly workFolder: string;
  /** The sheet's own path, written by way of the work folder. */
  readonly to: string;
  /** Of the whole sheet, px. */
  readonly width: number;
  /** Cells beside one another; their pictures must be of one shape then. */
  readonly columns: number;
}

/** Pictures in rows, each under its label, every one as wide as its column. */
export async function writeContactSheet(
  cells: readonly SheetCell[],
  { runner, workFolder, to, width: whole, columns }: SheetParts,
): Promise<void> {
  const width = Math.floor(whole / columns);
  const labels = await Promise.all(cells.map((cell, index) => writeLabel(cell.label, { index, width, workFolder })));
  const inputs = cells.flatMap((cell, index) => [labels[index] ?? '', cell.file]);
  const pictures = inputs.map((_, index) => ({
    from: [`${index}:v`],
    filters: [
      filter('scale', { w: width, h: -2, force_original_aspect_ratio: 'decrease' }),
      filter('pad', { w: width, h: 'ih', color: 'black' }),
      filter('setsar', { sar: '1' }),
    ],
    to: [`picture${index}`],
  }));
  const standing = cells.map((_, index) => stack([`picture${2 * index}`, `picture${2 * index + 1}`], `cell${index}`));
  const rows = rowsOf(cells.length, columns).map((row, index) => ({
    from: row.map((cell) => `cell${cell}`),
    filters: [
      ...(row.length > 1 ? [filter('hstack', { inputs: row.length })] : []),
      filter('pad', { w: width * columns, h: 'ih', color: 'black' }),
    ],
    to: [`row${index}`],
  }));
  const sheet = stack(
    rows.flatMap((row) => row.to),
    'sheet',
  );
  await runner.ffmpeg({
    tokens: [
      ...inputs.map((file) => ['-f', 'image2', '-pattern_type', 'none', '-i', `file:${file}`]),
      ['-filter_complex', formatGraph([...pictures, ...standing, ...rows, sheet])],
      ['-map', '[sheet]', '-frames:v', '1', '-f', 'image2', `file:${to}`],
    ],
    reads: [...new Set([workFolder, ...inputs])],
    writes: workFolder,
  });
}

function rowsOf(count: number, columns: number): number[][] {
  const rows = Array.from({ length: Math.ceil(count / columns) }, (_, row) => row * columns);
  return rows.map((first) => Array.from({ length: Math.min(columns, count - first) }, (_, at) => first + at));
}

/** One below another; one alone stays as it is. */
function stack(from: readonly string[], to: string): Chain {
  return { from, filters: [from.length > 1 ? filter('vstack', { inputs: from.length }) : filter('null')], to: [to] };
}

async function writeLabel(
  label: string,
  { index, width, workFolder }: { index: number; width: number; workFolder: string },
): Promise<string> {
  const box = { x: 0, y: 0, width, height: LABEL.height };
  const style = { font: 'Mukta 600', em: LABEL.em, fill: '#FFFFFF', ground: '#0E1B2C' } as const;
  const lost = new Set(missingLetters(style.font, label));
  const text = [...label].map((letter) => (lost.has(letter) ? '?' : letter)).join('');
  const part = {
    box,
    shapes: [{ kind: 'slab', box, fill: style.ground } as const, lineInBlock(text, { ...box, x: 10 }, style)],
  };
  const file = join(workFolder, `label-${index}.png`);
  await writeFile(file, await rasterise(svgOf([{ part }], box)));
  return file;
}
