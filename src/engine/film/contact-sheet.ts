import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { rasterise } from '../graphics/raster.ts';
import { svgOf } from '../graphics/svg.ts';
import { lineInBlock } from '../graphics/text-line.ts';
import { missingLetters } from '../graphics/text-width.ts';
import { filter, formatGraph } from './filter-graph.ts';

export interface SheetCell {
  readonly label: string;
  /** A PNG. */
  readonly file: string;
}

const LABEL = { height: 28, em: 18 } as const;

/** Pictures one below another, each under its label, every one as wide as the widest. Written to `to` by way of the work folder. */
export async function writeContactSheet(
  cells: readonly SheetCell[],
  { runner, workFolder, to, width }: { runner: MediaRunner; workFolder: string; to: string; width: number },
): Promise<void> {
  const labels = await Promise.all(cells.map((cell, index) => writeLabel(cell.label, { index, width, workFolder })));
  const inputs = cells.flatMap((cell, index) => [labels[index] ?? '', cell.file]);
  const rows = inputs.map((_, index) => ({
    from: [`${index}:v`],
    filters: [
      filter('scale', { w: width, h: -2, force_original_aspect_ratio: 'decrease' }),
      filter('pad', { w: width, h: 'ih', color: 'black' }),
      filter('setsar', { sar: '1' }),
    ],
    to: [`row${index}`],
  }));
  const stack = {
    from: rows.flatMap((row) => row.to),
    filters: [filter('vstack', { inputs: inputs.length })],
    to: ['sheet'],
  };
  await runner.ffmpeg({
    tokens: [
      ...inputs.map((file) => ['-f', 'image2', '-pattern_type', 'none', '-i', `file:${file}`]),
      ['-filter_complex', formatGraph([...rows, stack])],
      ['-map', '[sheet]', '-frames:v', '1', '-f', 'image2', `file:${to}`],
    ],
    reads: [...new Set([workFolder, ...inputs])],
    writes: workFolder,
  });
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
