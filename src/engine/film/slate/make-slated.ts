import { frames } from '../../../kernel/frames.ts';
import { fullnessAfter } from '../../qc/buffer-model.ts';
import type { PictureStream } from '../../qc/film-measurement.ts';
import { readContainer } from '../../qc/measure-film.ts';
import type { DeliveryPreset } from '../delivery-preset.ts';
import { programmeStart } from '../encoder-tokens.ts';
import type { JoinParts } from '../segments/join-film.ts';
import { writePictures } from '../write-layers.ts';
import { joinSlated } from './join-slated.ts';
import { slateCommand } from './slate-command.ts';
import { slateOf } from './slate-layout.ts';
import { drawSlatePictures } from './slate-pictures.ts';
import type { SlateFilm } from './slate-texts.ts';

export interface SlatedOrder {
  /** A slated one. */
  readonly preset: DeliveryPreset;
  /** The clean file, by its whole path: measured and right. */
  readonly clean: string;
  readonly film: SlateFilm;
  /** A name in the work folder. */
  readonly to: string;
}

/**
 * Writes the file with slate: the clean file's own pictures and sound between a head and a tail; the programme is copied, bit
 * by bit. What it leaves is not proved yet. Throws RefusalError for words that fit nowhere on the card, FfmpegError.
 */
export async function makeSlated({ preset, clean, film, to }: SlatedOrder, parts: JoinParts): Promise<void> {
  const { runner, workFolder, signal } = parts;
  await writeHead(preset, film, workFolder);
  const facts = await readContainer(runner, { path: clean, signal });
  const [picture] = facts.pictures;
  if (!picture) throw new Error('a clean film without a picture');
  const length = frames(picture.packets);
  await runner.ffmpeg({
    tokens: slateCommand(preset, {
      folder: workFolder,
      fullness: fullnessBehind(preset, picture),
      tailTimecode: frames(programmeStart(preset) + length),
    }),
    reads: [workFolder],
    writes: workFolder,
    signal,
  });
  await joinSlated({ preset, clean, facts, lengthFrames: length, to }, parts);
}

/** A picture a second, the bars' as often as they last. */
async function writeHead(preset: DeliveryPreset, film: SlateFilm, folder: string): Promise<void> {
  const { bars, card } = await drawSlatePictures(preset, film);
  const seconds = [...Array.from({ length: slateOf(preset).barsSeconds }, () => bars), ...card];
  await writePictures(folder, 'slate', seconds);
}

function fullnessBehind({ picture: { bitrate } }: DeliveryPreset, { pictureBytes }: PictureStream): number {
  const kbps = bitrate.kind === 'constant' ? bitrate.kbps : bitrate.ceilingKbps;
  return fullnessAfter(pictureBytes, { bufferBits: bitrate.bufferBits, kbps });
}
