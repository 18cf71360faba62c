import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createMedia } from '../engine/ffmpeg/media.ts';
import type { MediaRunner } from '../engine/ffmpeg/run-order.ts';
import { type SheetCell, writeContactSheet } from '../engine/film/contact-sheet.ts';
import { openTextFolder } from '../engine/film/draw-film.ts';
import { drawStills, type StillsOrder } from '../engine/film/draw-stills.ts';
import { ASPECTS } from '../engine/graphics/layers.ts';
import { LOOK_NAMES } from '../engine/graphics/look-names.ts';
import { RefusalError } from '../kernel/refusal.ts';
import { readConfig } from '../platform/config.ts';
import { type Command, type CommandInput, EXIT, type ExitCode, textOption } from './command.ts';
import { type GalleryFilm, orderMediaFilm, orderShowFilm } from './gallery-order.ts';

const text = { type: 'string' } as const;

/** Every look as pictures, for eyes and for comparing: by the plan and graph that make the films. */
export const gallery: Command = {
  name: 'gallery',
  usage: 'prerna gallery [--out DIR] [--media DIR] [--json]',
  summary:
    'Draws each look × canvas × language as PNG with a contact sheet; with --media every film of a folder through all looks.',
  options: { out: text, media: text },
  run: runGallery,
};

async function runGallery(input: CommandInput): Promise<ExitCode> {
  const config = readConfig();
  const out = resolve(textOption(input, 'out') ?? 'gallery');
  const media = textOption(input, 'media');
  const { runner } = await createMedia(config);
  await mkdir(out, { recursive: true });
  const parts = { runner, root: config.projectRoot, out };
  const drawn = media === undefined ? await drawShow(parts) : await drawMedia(parts, resolve(media));
  input.answer(
    drawn,
    drawn.pictures.map(({ file, refused }) => `  ${file}${refused ? `: ${refused}` : ''}`).join('\n'),
  );
  return EXIT.done;
}

interface GalleryParts {
  readonly runner: MediaRunner;
  readonly root: string;
  readonly out: string;
}

interface Drawn {
  readonly sheets: readonly string[];
  readonly pictures: readonly { readonly file: string; readonly refused?: string }[];
}

/** Each look × canvas × language from the demo's clips. */
async function drawShow(parts: GalleryParts): Promise<Drawn> {
  const pictures: { file: string }[] = [];
  const sheets: string[] = [];
  for (const look of LOOK_NAMES) {
    const cells: SheetCell[] = [];
    for (const aspect of ASPECTS)
      for (const language of ['hi', 'en'] as const) {
        const film = await orderShowFilm({ ...parts, look, aspect, language });
        const file = `${look}-${aspect}-${language}.png`;
        cells.push({ label: `${look} · ${aspect} · ${language}`, file: await keepStills(film, parts, file) });
        pictures.push({ file });
      }
    sheets.push(await keepSheet(cells, parts, `${look}-contact.png`));
  }
  return { sheets, pictures };
}

// A picture of this many rows is still opened by every viewer.
const ROWS_A_SHEET = 24;

/** Every film of a folder and its folders, in each look; a film that is refused is listed with its sentence. */
async function drawMedia(parts: GalleryParts, folder: string): Promise<Drawn> {
  const pictures: { file: string; refused?: string }[] = [];
  const cells: SheetCell[] = [];
  for (const path of await listFilms(folder)) {
    const name = path.slice(folder.length + 1);
    try {
      for (const look of LOOK_NAMES) {
        const film = await orderMediaFilm({ ...parts, look, path });
        const file = `${String(pictures.length).padStart(3, '0')}-${look}.png`;
        cells.push({ label: `${name} · ${look}`, file: await keepStills(film, parts, file) });
        pictures.push({ file: `${file} ${name}` });
      }
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      pictures.push({ file: name, refused: error.refusal.code });
    }
  }
  const sheets: string[] = [];
  for (let from = 0; from < cells.length; from += ROWS_A_SHEET)
    sheets.push(await keepSheet(cells.slice(from, from + ROWS_A_SHEET), parts, `media-contact-${sheets.length}.png`));
  return { sheets, pictures };
}

async function listFilms(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const films = found.filter(
    (entry) => entry.isFile() && /\.(mp4|mov|m4v|mkv|webm|3gp|avi|mpg|mpeg|ts|mts|mxf)$/i.test(entry.name),
  );
  return films.map((entry) => join(entry.parentPath, entry.name)).sort();
}

async function keepStills(film: GalleryFilm, { runner, out }: GalleryParts, file: string): Promise<string> {
  const still: StillsOrder = film;
  return inWorkFolder(out, async (workFolder) => {
    const made = await drawStills(still, { runner, workFolder });
    await copyFile(made, join(out, file));
    return join(out, file);
  });
}

async function keepSheet(cells: readonly SheetCell[], { runner, out }: GalleryParts, file: string): Promise<string> {
  await inWorkFolder(out, async (workFolder) => {
    const to = join(workFolder, 'sheet.png');
    await writeContactSheet(cells, { runner, workFolder, to, width: 1280 });
    await copyFile(to, join(out, file));
  });
  return basename(file);
}

/** A new folder whose path may stand in a filter, gone afterwards. */
async function inWorkFolder<T>(out: string, work: (folder: string) => Promise<T>): Promise<T> {
  const own = await mkdtemp(join(out, '.drawing-'));
  const safe = await openTextFolder(own);
  try {
    return await work(safe.folder);
  } finally {
    await safe.release();
    await rm(own, { recursive: true, force: true });
  }
}
