import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Frames, frames } from '../../../kernel/frames.ts';
import type { Token } from '../../ffmpeg/run-order.ts';
import type { ContainerFacts, SoundStream } from '../../qc/film-measurement.ts';
import { finishedInput } from '../../qc/measure-film.ts';
import type { DeliveryPreset } from '../delivery-preset.ts';
import { CLEAN, containerTokens } from '../encoder-tokens.ts';
import { appendFiles, findSoundOffset, type JoinParts, writeList } from '../segments/join-film.ts';
import { type FilmPart, splitTokens } from '../segments/join-tokens.ts';
import { pieceForm } from '../segments/piece-tokens.ts';
import { slateEnd, soundForm } from './slate-command.ts';
import { framesAround } from './slate-layout.ts';

export interface SlateJoin {
  readonly preset: DeliveryPreset;
  readonly clean: string;
  readonly facts: ContainerFacts;
  readonly lengthFrames: Frames;
  readonly to: string;
}

/** Head, programme and tail behind one another, pictures and each sound stream; nothing is encoded. */
export async function joinSlated(film: SlateJoin, parts: JoinParts): Promise<void> {
  const { preset, facts, to } = film;
  const { workFolder, runner, signal } = parts;
  const programme = await takeApart(film, parts);
  const all = listParts(film, programme.pictures);
  const names = all.map(({ file }) => file);
  const bare = pieceForm(preset) === 'mpeg2video';
  const pictures = bare ? await appendFiles(names, parts) : await writeList(all, preset, parts);
  const ends = [slateEnd(preset, 'head'), slateEnd(preset, 'tail')] as const;
  const sounds: string[] = [];
  for (const [at, own] of programme.sounds.entries())
    sounds.push(await appendFiles([ends[0].sounds[at] ?? '', own, ends[1].sounds[at] ?? ''], parts));
  const offset = bare ? 0 : await findSoundOffset(pictures, facts, parts);
  await runner.ffmpeg({
    tokens: wrapTokens(film, { pictures, sounds, offset: offset + soundLead(facts) }, workFolder),
    reads: [workFolder],
    writes: workFolder,
    signal,
  });
  for (const file of [...names, ...sounds]) if (file !== to) await rm(join(workFolder, file), { force: true });
}

/** The clean file's pictures and sound streams as files of the work folder. */
async function takeApart({ preset, clean, facts, lengthFrames }: SlateJoin, { runner, workFolder, signal }: JoinParts) {
  const stem = `programme-${preset.name}`;
  const pictures = `${stem}-0.${pieceForm(preset)}`;
  const sounds = facts.sounds.map((_, at) => `${stem}-sound-${at}.${soundForm(preset)}`);
  const within = (file: string) => `file:${join(workFolder, file)}`;
  // A cut that is never reached: the same words as for a splice leave one file.
  const whole = { cuts: [lengthFrames], to: join(workFolder, `${stem}-%d.${pieceForm(preset)}`) };
  await runner.ffmpeg({
    tokens: splitTokens(preset, clean, whole),
    reads: [clean],
    writes: workFolder,
    signal,
  });
  await runner.ffmpeg({
    tokens: [
      ...finishedInput(clean),
      ...sounds.map((file, at): Token => {
        return ['-map', `0:a:${at}`, '-c', 'copy', '-f', soundForm(preset), within(file)];
      }),
    ],
    reads: [clean],
    writes: workFolder,
    signal,
  });
  return { pictures, sounds };
}

function listParts({ preset, lengthFrames }: SlateJoin, programme: string): FilmPart[] {
  const { head, tail } = framesAround(preset);
  const until = frames(head + lengthFrames);
  return [
    { file: slateEnd(preset, 'head').pictures, range: { fromFrame: frames(0), toFrame: head } },
    { file: programme, range: { fromFrame: head, toFrame: until } },
    { file: slateEnd(preset, 'tail').pictures, range: { fromFrame: until, toFrame: frames(until + tail) } },
  ];
}

/** Bare sound begins at nothing: what the clean file's stands behind its first stream is said anew (s). */
function soundLead({ pictures, sounds }: ContainerFacts): number {
  const starts = [...pictures, ...sounds].map(({ startSeconds }) => startSeconds);
  return (sounds[0]?.startSeconds ?? 0) - Math.min(...starts);
}

interface Wrapped {
  readonly pictures: string;
  readonly sounds: readonly string[];
  readonly offset: number;
}

function wrapTokens({ preset, facts, to }: SlateJoin, { pictures, sounds, offset }: Wrapped, folder: string): Token[] {
  const within = (file: string) => `file:${join(folder, file)}`;
  const bare = pieceForm(preset) === 'mpeg2video';
  return [
    bare ? ['-r', '25', '-f', 'mpegvideo'] : ['-f', 'concat'],
    ['-i', within(pictures)],
    ...sounds.map((file, at): Token => {
      return ['-itsoffset', offset.toFixed(6), ...bareSound(preset, facts.sounds[at]), '-i', within(file)];
    }),
    ['-map', '0:v:0', ...sounds.flatMap((_, at) => ['-map', `${at + 1}:a`]), '-c', 'copy'],
    ...CLEAN,
    ...containerTokens(preset),
    [within(to)],
  ];
}

/** How a bare sound stream is read again. */
function bareSound(preset: DeliveryPreset, sound: SoundStream | undefined): string[] {
  const form = soundForm(preset);
  // The reader of Layer III reads Layer II too.
  if (form === 'mp2') return ['-f', 'mp3'];
  return ['-f', form, '-ar', String(sound?.sampleRate ?? 0), '-ac', String(sound?.channels ?? 0)];
}
