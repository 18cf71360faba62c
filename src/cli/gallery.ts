import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createMedia } from '../engine/ffmpeg/media.ts';
import type { MediaRunner } from '../engine/ffmpeg/run-order.ts';
import { type SheetCell, writeContactSheet } from '../engine/film/contact-sheet.ts';
import { openTextFolder } from '../engine/film/draw-film.ts';
import { drawStills, type StillsOrder } from '../engine/film/draw-stills.ts';
import { ASPECTS, type Aspect } from '../engine/graphics/layers.ts';
import { LOOK_NAMES, type LookName } from '../engine/graphics/look-names.ts';
import { openSenses, type Senses } from '../engine/senses/open-senses.ts';
import { RefusalError } from '../kernel/refusal.ts';
import { readConfig } from '../platform/config.ts';
import { type Command, type CommandInput, EXIT, type ExitCode, textOption, wrongUse } from './command.ts';
import { type GalleryFilm, MEDIA_BODY, orderMediaFilm, orderShowFilm, readClip, takeMiddle } from './gallery-order.ts';

const text = { type: 'string' } as const;

/** Every look as pictures, for eyes and for comparing: by the plan and graph that make the films. */
export const gallery: Command = {
  name: 'gallery',
  usage: 'prerna gallery [--out DIR] [--media DIR [--canvas NAME]] [--json]',
  summary:
    'Draws each look × canvas × language as PNG with a contact sheet; with --media every film of a folder through all looks.',
  options: { out: text, media: text, canvas: text },
  run: runGallery,
};

async function runGallery(input: CommandInput): Promise<ExitCode> {
  const config = readConfig();
  const out = resolve(textOption(input, 'out') ?? 'gallery');
  const media = textOption(input, 'media');
  const { runner } = await createMedia(config);
  await mkdir(out, { recursive: true });
  const senses = await openSenses(join(config.projectRoot, 'presets/models'));
  const parts = { runner, senses, root: config.projectRoot, out };
  try {
    const drawn = media === undefined ? await drawShow(parts) : await drawMedia(resolve(media), canvasOf(input), parts);
    const lines = drawn.pictures.map(
      ({ file, refused, failed }) => `  ${[file, refused ?? failed].filter(Boolean).join(': ')}`,
    );
    input.answer(drawn, lines.join('\n'));
    return drawn.pictures.some(({ failed }) => failed !== undefined) ? EXIT.failed : EXIT.done;
  } finally {
    await senses.close();
  }
}

/** Letters as old sets show them, unless another canvas is asked for. */
function canvasOf(input: CommandInput): Aspect {
  const name = textOption(input, 'canvas') ?? 'sd';
  const found = ASPECTS.find((aspect) => aspect === name);
  if (!found) throw wrongUse('cli.oneOf', { option: '--canvas', known: ASPECTS.join(', ') });
  return found;
}

interface GalleryParts {
  readonly runner: MediaRunner;
  readonly senses: Senses;
  readonly root: string;
  readonly out: string;
}

interface Drawn {
  readonly sheets: readonly string[];
  readonly pictures: readonly DrawnPicture[];
}

interface DrawnPicture {
  readonly file: string;
  /** Its refusal's code. */
  readonly refused?: string;
  readonly failed?: string;
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
    sheets.push(await keepSheet(cells, { ...parts, columns: 1, file: `${look}-contact.png` }));
  }
  return { sheets, pictures };
}

// A picture of this many is still opened by every viewer.
const CELLS_A_SHEET = 18;

/**
 * Every film of a folder and its folders, in each look on one canvas; a film that is refused is listed with its
 * sentence, one that failed with its error. Pictures that are there from an earlier run are kept.
 */
async function drawMedia(folder: string, aspect: Aspect, parts: GalleryParts): Promise<Drawn> {
  const pictures: DrawnPicture[] = [];
  const cells: SheetCell[] = [];
  for (const path of await listFilms(folder)) {
    const name = path.slice(folder.length + 1);
    const wanted = LOOK_NAMES.map((look) => ({ look, file: `${stemOf(name)}-${look}-${aspect}.png` }));
    try {
      if (wanted.some(({ file }) => !existsSync(join(parts.out, file))))
        await drawMediaFilm(path, { aspect, wanted }, parts);
      pictures.push(...wanted.map(({ file }) => ({ file })));
      cells.push(
        ...wanted.map(({ look, file }) => ({
          label: `${name} · ${look} · ${aspect}`,
          file: join(parts.out, file),
        })),
      );
    } catch (error) {
      const refused = error instanceof RefusalError;
      pictures.push({ file: name, ...(refused ? { refused: error.refusal.code } : { failed: String(error) }) });
    }
  }
  const sheets: string[] = [];
  for (let from = 0; from < cells.length; from += CELLS_A_SHEET)
    sheets.push(
      await keepSheet(cells.slice(from, from + CELLS_A_SHEET), {
        ...{ ...parts, columns: isNarrow(aspect) ? LOOK_NAMES.length : 1 },
        file: `media-contact-${sheets.length}.png`,
      }),
    );
  return { sheets, pictures };
}

interface WantedPictures {
  readonly aspect: Aspect;
  readonly wanted: readonly { readonly look: LookName; readonly file: string }[];
}

async function drawMediaFilm(path: string, { aspect, wanted }: WantedPictures, parts: GalleryParts): Promise<void> {
  const shots = await takeMiddle(await readClip(parts.runner, path), MEDIA_BODY, parts);
  for (const { look, file } of wanted)
    if (!existsSync(join(parts.out, file)))
      await keepStills(await orderMediaFilm({ ...parts, look, aspect, shots }), parts, file);
}

/** A name for files, told apart from others that lose the same signs. */
function stemOf(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, '-');
  return `${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
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

async function keepSheet(
  cells: readonly SheetCell[],
  { runner, out, columns, file }: GalleryParts & { readonly columns: number; readonly file: string },
): Promise<string> {
  await inWorkFolder(out, async (workFolder) => {
    const to = join(workFolder, 'sheet.png');
    await writeContactSheet(cells, { runner, workFolder, to, columns, width: columns > 1 ? 1920 : 1280 });
    await copyFile(to, join(out, file));
  });
  return basename(file);
}

/** Pictures that leave room for a film's other looks beside them. */
function isNarrow(aspect: Aspect): boolean {
  return aspect === '9x16' || aspect === '1x1';
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
