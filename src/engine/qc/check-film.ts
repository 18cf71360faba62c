import { FRAME_RATE } from '../../kernel/frames.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { framesAround } from '../film/slate/slate-layout.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { FilmMeasurement, Stretch } from './film-measurement.ts';
import { judgeFilm } from './judge-film.ts';
import { finishedInput, measureFilm } from './measure-film.ts';
import type { QcCheck, QcReport } from './qc-report.ts';

export interface CheckOrder {
  /** Whole path of a finished file. */
  readonly path: string;
  readonly preset: DeliveryPreset;
  readonly expected: FilmExpectation;
  /** Where nothing moves in the clips, asked for when the film's picture stands still. */
  findStills?(): Promise<readonly Stretch[]>;
  readonly signal?: AbortSignal | undefined;
}

export interface CheckedFilm {
  readonly report: QcReport;
  /** Pictures that were decoded. */
  readonly frames: number;
}

/** Measures one finished file against its preset and order; a fault at a place shows its picture. Rejects with FfmpegError when the file can't be read. */
export async function checkFilm(runner: MediaRunner, order: CheckOrder): Promise<CheckedFilm> {
  const measured = await measureFilm(runner, order);
  const { passed, checks } = await judge(measured, order);
  const shown: QcCheck[] = [];
  for (const check of checks) shown.push(await withThumbnail(runner, check, order));
  return { report: { passed, checks: shown }, frames: measured.decoded.frames };
}

async function judge(measured: FilmMeasurement, { preset, expected, findStills }: CheckOrder): Promise<QcReport> {
  const judged = judgeFilm(measured, preset, expected);
  const stands = judged.checks.some(({ id, passed }) => id === 'freeze' && passed === false);
  return stands && findStills ? judgeFilm(measured, preset, { ...expected, stills: await findStills() }) : judged;
}

async function withThumbnail(runner: MediaRunner, check: QcCheck, order: CheckOrder): Promise<QcCheck> {
  const { path, signal, preset } = order;
  const head = framesAround(preset).head / FRAME_RATE;
  if (check.passed !== false || check.at === undefined) return check;
  const parts: Uint8Array[] = [];
  await runner.ffmpeg({
    tokens: [
      // A frame later than the fault begins: a fault that lies between two pictures is in the second.
      ...finishedInput(path, ['-ss', (head + check.at + 1 / FRAME_RATE).toFixed(2)]),
      ['-map', '0:v:0', '-frames:v', '1'],
      // JPEG is full range in BT.601 by its own definition.
      ['-vf', `scale=${thumbnailSize(preset)}:flags=area:out_color_matrix=bt601:out_range=pc,setsar=1,format=yuvj420p`],
      ['-q:v', '6', '-map_metadata', '-1', '-f', 'mjpeg'],
    ],
    reads: [path],
    onBytes: (chunk) => void parts.push(Uint8Array.from(chunk)),
    signal,
  });
  const jpeg = Buffer.concat(parts);
  // Past the last picture there is none to show.
  return jpeg.length === 0 ? check : { ...check, thumbnail: `data:image/jpeg;base64,${jpeg.toString('base64')}` };
}

const THUMBNAIL_EDGE = 320;

/** As the picture is shown, whatever its pixels' shape, the longer edge 320; both even, as yuvj420p wants them. */
function thumbnailSize({ picture }: DeliveryPreset): string {
  const { raster, pixelAspect } = picture;
  const shown = (raster.width * pixelAspect.num) / (raster.height * pixelAspect.den);
  const even = (edge: number) => Math.round(edge / 2) * 2;
  return shown >= 1
    ? `${THUMBNAIL_EDGE}:${even(THUMBNAIL_EDGE / shown)}`
    : `${even(THUMBNAIL_EDGE * shown)}:${THUMBNAIL_EDGE}`;
}
