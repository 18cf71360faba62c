import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateFilm } from '../../../src/engine/ffmpeg/gate.ts';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import { withFields } from '../../../src/engine/film/delivery-preset.ts';
import { describeSource } from '../../../src/engine/film/describe-source.ts';
import { drawFilm } from '../../../src/engine/film/draw-film.ts';
import { chooseAspect } from '../../../src/engine/film/film-canvas.ts';
import type { FilmOrder, ShotSource } from '../../../src/engine/film/film-order.ts';
import { type FilmCommand, filmCommand, pieceCommand } from '../../../src/engine/film/film-tokens.ts';
import { planFilm, type RenderPlan } from '../../../src/engine/film/plan-film.ts';
import { runFilmCommand } from '../../../src/engine/film/render-film.ts';
import { planPiece } from '../../../src/engine/film/segments/plan-piece.ts';
import { writeLayers } from '../../../src/engine/film/write-layers.ts';
import { readLook } from '../../../src/engine/graphics/look.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { presetsNamed, shot } from '../../unit/film/films.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia, projectRoot } from '../lavfi.ts';

const { folder, remove } = filmFolder('pieces');
let media: Media;
let thirty: ShotSource;
let sixty: ShotSource;
afterAll(remove);

async function clipOf(rate: number): Promise<ShotSource> {
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=480x270:r=${rate}:d=16`, '-c:v', 'libx264', '-preset', 'ultrafast'];
  const path = ffmpeg(join(folder, `${rate}.mp4`), [...picture, '-g', '60', '-pix_fmt', 'yuv420p']);
  const { facts } = await gateFilm(media.runner, path, 'clip');
  if (!facts) throw new Error('no facts');
  return describeSource(media.runner, { path, sha256: path, facts });
}

beforeAll(async () => {
  media = await openMedia();
  thirty = await clipOf(30);
  sixty = await clipOf(60);
});

interface Drawn {
  readonly plan: RenderPlan;
  readonly workFolder: string;
  readonly whole: readonly string[];
}

/** The film's pictures before their encoder, each by its hash. */
async function hashPictures(plan: RenderPlan, command: FilmCommand, workFolder: string): Promise<string[]> {
  const [, ...others] = command.outputs;
  const hashed = { tokens: ['-map', '[v0]', '-f', 'framemd5'], file: 'pictures.md5' };
  await runFilmCommand(plan, { ...command, outputs: [hashed, ...others] }, { runner: media.runner, workFolder });
  const lines = readFileSync(join(workFolder, 'pictures.md5'), 'utf8').split('\n');
  return lines.filter((line) => /^\d/.test(line)).map((line) => line.split(',').at(-1)?.trim() ?? '');
}

async function drawWhole(
  name: string,
  different: Pick<FilmOrder, 'shots' | 'lengthFrames' | 'presets' | 'quote'>,
): Promise<Drawn> {
  const workFolder = join(folder, name);
  mkdirSync(workFolder);
  const endCardFrom = frames(different.shots.reduce((sum, { fromFrame, toFrame }) => sum + toFrame - fromFrame, 0));
  const cue = (from: number) => ({ startFrame: frames(from), endFrame: frames(from + 40), lines: ['अब पक्का घर है'] });
  const order: FilmOrder = {
    ...different,
    endCardFrom,
    texts: { name: 'सुनीता बाई', place: ['उज्जैन'] },
    scheme: { names: ['लाड़ली बहना योजना'], colour: '#D81B60', helpline: '181' },
    department: 'जनसम्पर्क विभाग',
    look: await readLook(join(projectRoot, 'watermarks/sober')),
    markCorner: 'left',
    language: 'hi',
    cues: [cue(20), cue(80)],
  };
  const drawn = await drawFilm(order, chooseAspect(order.presets), { textFolder: workFolder });
  const plan = planFilm({ ...order, ...drawn });
  await writeLayers(drawn.graphics, workFolder);
  return { plan, workFolder, whole: await hashPictures(plan, filmCommand(plan, []), workFolder) };
}

async function hashPiece({ plan, workFolder }: Drawn, from: number, to: number): Promise<string[]> {
  const [output] = plan.outputs;
  if (!output) throw new Error('no output');
  const piece = planPiece(plan, [{ ...output, range: { fromFrame: frames(from), toFrame: frames(to) } }]);
  return hashPictures(
    piece,
    pieceCommand(piece, () => []),
    workFolder,
  );
}

describe('a piece of a film', () => {
  it('has the whole film’s very pictures: from the start, over a join, in the middle of a card, on the end card’s way, at the end', async () => {
    const shots = [shot(thirty, 7, 137), shot(thirty, 190, 320)];
    const film = await drawWhole('cards', {
      shots,
      lengthFrames: frames(300),
      presets: await presetsNamed('sd-mpeg2'),
      quote: '₹1,20,000',
    });
    expect(film.whole).toHaveLength(300);
    expect(new Set(film.whole).size).toBeGreaterThan(200);
    const move = film.plan.pictureMove;
    if (!move) throw new Error('the picture does not move');
    const inMove = move.startFrame + 5;
    for (const [from, to] of [
      [0, 12],
      [108, 156],
      [84, 96],
      [inMove, inMove + 12],
      [252, 276],
      [269, 277],
      [272, 290],
      [288, 300],
    ] as const)
      expect({ from, pictures: await hashPiece(film, from, to) }).toEqual({
        from,
        pictures: film.whole.slice(from, to),
      });
  });

  it('has the same fields', async () => {
    const presets = (await presetsNamed('sd-mpeg2')).map(withFields);
    const film = await drawWhole('fields', {
      shots: [shot(sixty, 7, 157)],
      lengthFrames: frames(200),
      presets,
      quote: undefined,
    });
    expect(film.plan.rate).toBe(50);
    for (const [from, to] of [
      [96, 108],
      [144, 168],
    ] as const)
      expect({ from, pictures: await hashPiece(film, from, to) }).toEqual({
        from,
        pictures: film.whole.slice(from, to),
      });
  });
});
