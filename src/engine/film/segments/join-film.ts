import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type Frames, frames } from '../../../kernel/frames.ts';
import type { MediaRunner } from '../../ffmpeg/run-order.ts';
import type { ContainerFacts } from '../../qc/film-measurement.ts';
import type { DeliveryPreset } from '../delivery-preset.ts';
import type { FilmRange, PlannedOutput } from '../plan-film.ts';
import { type FilmPart, joinList, joinTokens, splitTokens } from './join-tokens.ts';
import { pieceForm } from './piece-tokens.ts';

export interface JoinParts {
  readonly runner: MediaRunner;
  readonly workFolder: string;
  readonly signal?: AbortSignal | undefined;
}

export interface JoinedFilm {
  readonly output: PlannedOutput;
  /** Whole path of the file that lends everything else, and its packets. */
  readonly former: string;
  readonly facts: ContainerFacts;
  /** What was made anew, in order; names of the work folder. */
  readonly pieces: readonly FilmPart[];
  readonly lengthFrames: Frames;
}

/** Writes an output's file of the former one's groups and the new pieces; pictures and sound are copied, never encoded. */
export async function joinFilm(film: JoinedFilm, parts: JoinParts): Promise<void> {
  const { output, former, pieces } = film;
  const to = join(parts.workFolder, output.file);
  if (pieces.length === 0) return copyFile(former, to);
  const all = await splitFormer(film, parts);
  const bare = pieceForm(output.preset) === 'mpeg2video';
  const pictures = bare
    ? await appendFiles(
        all.map(({ file }) => file),
        parts,
      )
    : await writeList(all, output.preset, parts);
  const soundOffset = bare ? 0 : await findSoundOffset(pictures, film.facts, parts);
  await parts.runner.ffmpeg({
    tokens: joinTokens(output.preset, { folder: parts.workFolder, pictures, former, soundOffset, to: output.file }),
    reads: [parts.workFolder, former],
    writes: parts.workFolder,
    signal: parts.signal,
  });
  // A film of 50 Mb/s is three times on the disk by now.
  for (const { file } of all) await rm(join(parts.workFolder, file), { force: true });
}

/** Kept stretches and new pieces in the film's order. */
async function splitFormer(
  { output, former, pieces, lengthFrames }: JoinedFilm,
  parts: JoinParts,
): Promise<FilmPart[]> {
  const { preset } = output;
  const name = (number: number | string) => `kept-${preset.name}-${number}.${pieceForm(preset)}`;
  const edges = pieces.flatMap(({ range }) => [range.fromFrame, range.toFrame]);
  const cuts = edges.filter((frame) => frame > 0 && frame < lengthFrames);
  if (cuts.length > 0)
    await parts.runner.ffmpeg({
      tokens: splitTokens(preset, former, { cuts, to: join(parts.workFolder, name('%d')) }),
      reads: [former],
      writes: parts.workFolder,
      signal: parts.signal,
    });
  return [0, ...cuts].map((from, index): FilmPart => {
    const range: FilmRange = { fromFrame: frames(from), toFrame: frames(cuts[index] ?? lengthFrames) };
    return pieces.find((piece) => piece.range.fromFrame === from) ?? { file: name(index), range };
  });
}

/** Bare pictures behind one another: the first file grows, the others go. */
export async function appendFiles(
  [first, ...others]: readonly string[],
  { workFolder }: Pick<JoinParts, 'workFolder'>,
): Promise<string> {
  if (!first) throw new Error('a film of no parts');
  for (const file of others) {
    await pipeline(
      createReadStream(join(workFolder, file)),
      createWriteStream(join(workFolder, first), { flags: 'a' }),
    );
    await rm(join(workFolder, file));
  }
  return first;
}

export async function writeList(
  all: readonly FilmPart[],
  preset: DeliveryPreset,
  { workFolder }: Pick<JoinParts, 'workFolder'>,
): Promise<string> {
  const list = `list-${preset.name}.txt`;
  await writeFile(join(workFolder, list), joinList(all));
  return list;
}

const firstPacket = z.object({
  packets: z.tuple([z.object({ pts_time: z.coerce.number() })]),
  format: z.object({ start_time: z.coerce.number().optional() }),
});

/**
 * FFmpeg moves every input to its own start: the sound's must stand against the new pictures as it stood against the
 * former ones. A program stream's pictures begin a frame late once joined (MPEG-2 in NUT has no start).
 */
export async function findSoundOffset(list: string, facts: ContainerFacts, parts: JoinParts): Promise<number> {
  const probed = await parts.runner.ffprobe({
    tokens: [
      ['-show_entries', 'packet=pts_time:format=start_time', '-read_intervals', '%+#1'],
      ['-f', 'concat', '-i', `file:${join(parts.workFolder, list)}`],
    ],
    reads: [parts.workFolder],
    signal: parts.signal,
  });
  const { packets, format } = firstPacket.parse(probed);
  const [picture, sound] = [facts.pictures[0], facts.sounds[0]];
  if (!picture || !sound) throw new Error('a former film without picture or sound');
  const formerStart = Math.min(picture.startSeconds, ...facts.sounds.map(({ startSeconds }) => startSeconds));
  return packets[0].pts_time - (format.start_time ?? 0) - (picture.startSeconds - formerStart);
}
