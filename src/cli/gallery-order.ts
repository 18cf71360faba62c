import { join } from 'node:path';
import { gateFilm } from '../engine/ffmpeg/gate.ts';
import type { MediaRunner } from '../engine/ffmpeg/run-order.ts';
import { readDeliveryPresets } from '../engine/film/delivery-preset.ts';
import { describeSource } from '../engine/film/describe-source.ts';
import type { StillsOrder } from '../engine/film/draw-stills.ts';
import type { FilmOrder, Shot } from '../engine/film/film-order.ts';
import { hashFile } from '../engine/film/publish-file.ts';
import type { Aspect } from '../engine/graphics/layers.ts';
import { readLook } from '../engine/graphics/look.ts';
import type { LookName } from '../engine/graphics/look-names.ts';
import { SAMPLE_WORDS } from '../engine/graphics/sample-film.ts';
import { FRAME_RATE, frames } from '../kernel/frames.ts';
import { RefusalError } from '../kernel/refusal.ts';

export type GalleryFilm = StillsOrder;

interface FilmParts {
  readonly runner: MediaRunner;
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

/** Eleven seconds of a demo clip: as short as a film with a big figure can be. Shown: name, caption, figure, end card. */
export async function orderShowFilm(
  parts: FilmParts & { readonly aspect: Aspect; readonly language: 'hi' | 'en' },
): Promise<GalleryFilm> {
  const { aspect, language } = parts;
  const said = SAMPLE_WORDS[language];
  const clip = join(parts.root, 'presets/demo/clips', aspect === '9x16' ? 'ladli-rekha.mp4' : 'awas-sunita.mp4');
  const [length, body] = [frames(285), frames(210)];
  const order: FilmOrder = {
    ...(await filmOf(parts, { path: clip, aspect, body })),
    lengthFrames: length,
    endCardFrom: body,
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
    cues: [{ startFrame: frames(96), endFrame: frames(124), lines: said.lines }],
    language,
  };
  return { order, aspect, picks: [70, 110, 180, 280], height: 360 };
}

/** Three seconds from a film's middle: name with a one-line caption, a caption alone, the end card. */
export async function orderMediaFilm(parts: FilmParts & { readonly path: string }): Promise<GalleryFilm> {
  const said = SAMPLE_WORDS.hi;
  const [length, body] = [frames(75), frames(50)];
  const order: FilmOrder = {
    ...(await filmOf(parts, { path: parts.path, aspect: 'sd', body })),
    lengthFrames: length,
    endCardFrom: body,
    texts: said.texts,
    scheme: { names: said.names, colour: '#D81B60', helpline: '181', office: said.office },
    department: said.department,
    cues: [
      { startFrame: frames(2), endFrame: frames(27), lines: [said.lines[0]] },
      { startFrame: frames(29), endFrame: frames(50), lines: said.lines },
    ],
    language: 'hi',
  };
  return { order, aspect: 'sd', picks: [15, 40, 73], height: 240 };
}

type Taken = Pick<FilmOrder, 'shots' | 'look' | 'markCorner' | 'presets'>;

/** The middle of a clip; refused by the gate as any clip is, and when it is shorter than what is shown. */
async function filmOf(
  { runner, root, look }: FilmParts,
  { path, aspect, body }: { readonly path: string; readonly aspect: Aspect; readonly body: number },
): Promise<Taken> {
  const { refusal, facts } = await gateFilm(runner, path, 'clip');
  if (refusal) throw new RefusalError(refusal);
  if (!facts) throw new Error(`${path}: accepted without facts`);
  const source = await describeSource(runner, { path, sha256: await hashFile(path), facts });
  const whole = Math.floor(facts.durationSeconds * FRAME_RATE);
  // A clip that is shorter holds its last picture: here only the looks are looked at.
  const from = frames(Math.max(0, Math.floor((whole - body) / 2)));
  const shot: Shot = { source, fromFrame: from, toFrame: frames(from + body) };
  const preset = (await readDeliveryPresets(join(root, 'presets/delivery'))).get(PRESET[aspect]);
  if (!preset) throw new Error(`no preset ${PRESET[aspect]}`);
  const data = await readLook(join(root, 'watermarks', look));
  return { shots: [shot], look: data, markCorner: 'left', presets: [preset] };
}
