import { join } from 'node:path';
import { gateFilm } from '../engine/ffmpeg/gate.ts';
import type { MediaRunner } from '../engine/ffmpeg/run-order.ts';
import { readDeliveryPresets } from '../engine/film/delivery-preset.ts';
import { describeSource } from '../engine/film/describe-source.ts';
import type { StillsOrder } from '../engine/film/draw-stills.ts';
import type { FilmOrder, Shot, ShotSource } from '../engine/film/film-order.ts';
import { hashFile } from '../engine/film/publish-file.ts';
import type { Aspect } from '../engine/graphics/layers.ts';
import { readLook } from '../engine/graphics/look.ts';
import type { LookName } from '../engine/graphics/look-names.ts';
import { SAMPLE_WORDS } from '../engine/graphics/sample-film.ts';
import { lookAtClip } from '../engine/senses/look-at-clip.ts';
import type { Senses } from '../engine/senses/open-senses.ts';
import { FRAME_RATE, frames } from '../kernel/frames.ts';
import { RefusalError } from '../kernel/refusal.ts';

export type GalleryFilm = StillsOrder;

interface FilmParts {
  readonly runner: MediaRunner;
  readonly senses: Senses;
  readonly root: string;
  readonly look: LookName;
}

// One preset for each canvas; 16x9 and sd differ by what is drawn.
const PRESET: Readonly<Record<Aspect, string>> = {
  '16x9': 'web',
  sd: 'whatsapp',
  'sd-14x9': 'sd-mpeg2-14x9',
  'sd-4x3': 'sd-mpeg2-4x3',
  '9x16': 'social-9x16',
  '1x1': 'social-1x1',
};

/** A clip that has passed the gate. */
export interface GalleryClip {
  readonly source: ShotSource;
  readonly wholeFrames: number;
  readonly fps: number;
}

/** Throws RefusalError as the gate does. */
export async function readClip(runner: MediaRunner, path: string): Promise<GalleryClip> {
  const { refusal, facts } = await gateFilm(runner, path, 'clip');
  if (refusal) throw new RefusalError(refusal);
  if (!facts?.picture) throw new Error(`${path}: accepted without facts`);
  const source = await describeSource(runner, { path, sha256: await hashFile(path), facts });
  return { source, wholeFrames: Math.floor(facts.durationSeconds * FRAME_RATE), fps: facts.picture.fps };
}

/** The middle of a clip, with the faces that are seen in it. A clip that is shorter is shown again. */
export async function takeMiddle(
  { source, wholeFrames, fps }: GalleryClip,
  body: number,
  { runner, senses }: Pick<FilmParts, 'runner' | 'senses'>,
): Promise<Shot[]> {
  const shown = Math.min(body, wholeFrames);
  const from = frames(Math.floor((wholeFrames - shown) / 2));
  const { path, demuxer, videoStreamIndex: streamIndex, picture } = source;
  const window = { fromFrame: from, frames: shown };
  const { looks } = await lookAtClip({ path, demuxer, streamIndex, picture, fps, window }, { runner, senses });
  const shots: Shot[] = [];
  for (let left = body; left > 0; left -= shown)
    shots.push({ source, fromFrame: from, toFrame: frames(from + Math.min(left, shown)), looks });
  return shots;
}

const SHOW_BODY = frames(240);

/**
 * Twelve seconds of a demo clip: time for a big figure, and for a caption to be read, in two parts on narrow canvases. Shown:
 * name, caption, figure, end card.
 */
export async function orderShowFilm(
  parts: FilmParts & { readonly aspect: Aspect; readonly language: 'hi' | 'en' },
): Promise<GalleryFilm> {
  const { aspect, language, runner, root } = parts;
  const said = SAMPLE_WORDS[language];
  const file = aspect === '9x16' ? 'ladli-rekha.mp4' : 'awas-sunita.mp4';
  const shots = await takeMiddle(await readClip(runner, join(root, 'presets/demo/clips', file)), SHOW_BODY, parts);
  const order: FilmOrder = {
    ...(await lookOf(parts, shots)),
    lengthFrames: frames(315),
    endCardFrom: SHOW_BODY,
    texts: said.texts,
    quote: said.texts.benefit,
    scheme: {
      names: said.names,
      colour: '#1565C0',
      helpline: '181',
      office: said.office,
      url: 'https://example.org/awas',
    },
    department: said.department,
    cues: [{ startFrame: frames(96), endFrame: frames(156), lines: said.lines }],
    language,
  };
  return { order, aspect, picks: [70, 112, 205, 310], height: 360 };
}

/** What is shown of a film of a folder. */
export const MEDIA_BODY = frames(100);

/** Five seconds, four of them from a film's middle: name with a one-line caption, a caption alone, the end card. */
export async function orderMediaFilm(
  parts: FilmParts & { readonly aspect: Aspect; readonly shots: readonly Shot[] },
): Promise<GalleryFilm> {
  const said = SAMPLE_WORDS.hi;
  const order: FilmOrder = {
    ...(await lookOf(parts, parts.shots)),
    lengthFrames: frames(125),
    endCardFrom: MEDIA_BODY,
    texts: said.texts,
    scheme: { names: said.names, colour: '#D81B60', helpline: '181', office: said.office },
    department: said.department,
    cues: [
      { startFrame: frames(2), endFrame: frames(44), lines: [said.lines[0]] },
      { startFrame: frames(46), endFrame: MEDIA_BODY, lines: said.lines },
    ],
    language: 'hi',
  };
  return { order, aspect: parts.aspect, picks: [27, 60, 123], height: 320 };
}

type Taken = Pick<FilmOrder, 'shots' | 'look' | 'markCorner' | 'presets'>;

async function lookOf(
  { root, look, aspect }: FilmParts & { readonly aspect: Aspect },
  shots: readonly Shot[],
): Promise<Taken> {
  const preset = (await readDeliveryPresets(join(root, 'presets/delivery'))).get(PRESET[aspect]);
  if (!preset) throw new Error(`no preset ${PRESET[aspect]}`);
  return { shots, look: await readLook(join(root, 'watermarks', look)), markCorner: 'left', presets: [preset] };
}
