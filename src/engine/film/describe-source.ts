import type { FilmFacts, PictureFacts } from '../ffmpeg/film-facts.ts';
import { guardedInput } from '../ffmpeg/film-input.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { ShotSource } from './film-order.ts';
import { filter, formatGraph } from './filter-graph.ts';
import type { Rotation } from './fit-shot.ts';
import { decideColour } from './source-colour.ts';

type Fields = ShotSource['fields'];

/** A clip that has passed the gate. */
export interface GatedClip {
  readonly path: string;
  readonly sha256: string;
  readonly facts: FilmFacts;
}

/** What a film needs of a clip; looks for fields in the picture where there may be some. Throws when it has no picture. */
export async function describeSource(runner: MediaRunner, clip: GatedClip, signal?: AbortSignal): Promise<ShotSource> {
  const { picture, sound, demuxer } = clip.facts;
  if (!picture) throw new Error(`${clip.path} has no picture`);
  const fields = mayHoldFields(clip.facts) ? await seeFields(runner, clip, signal) : undefined;
  return {
    path: clip.path,
    sha256: clip.sha256,
    demuxer,
    videoStreamIndex: picture.index,
    picture: {
      width: picture.width,
      height: picture.height,
      pixelAspect: picture.sar,
      rotation: clockwise(picture.rotation),
      mirrored: picture.mirrored,
    },
    colour: decideColour(picture),
    fields,
    picturesPerSecond: fields ? picture.fps * 2 : picture.fps,
    sound: sound ? { streamIndex: sound.index, channels: sound.channels } : undefined,
  };
}

/** The display matrix counts against the clock. */
function clockwise(rotation: 0 | 90 | -90 | 180): Rotation {
  return ({ 0: 0, 90: 270, '-90': 90, 180: 180 } as const)[rotation];
}

const INTERLACED_RASTERS = [480, 486, 576, 1080];

/** A turned picture is a phone's, and those never interlace; flagged films and television's rasters are looked at. */
function mayHoldFields({ picture }: FilmFacts): boolean {
  if (!picture) return false;
  const flagged = picture.fieldOrder !== 'progressive' && picture.fieldOrder !== 'unknown';
  return flagged || (picture.rotation === 0 && INTERLACED_RASTERS.includes(picture.height) && picture.fps < 49);
}

const SAMPLED_PICTURES = 60;

/** What idet sees in the film's middle decides, whatever the flag says; where it sees nothing, the flag. */
async function seeFields(runner: MediaRunner, clip: GatedClip, signal?: AbortSignal): Promise<Fields> {
  const { picture, durationSeconds } = clip.facts;
  const lines: string[] = [];
  const middle = Math.max(0, durationSeconds / 2 - 1).toFixed(2);
  const chain = { from: [`0:${picture?.index ?? 0}`], filters: [filter('idet')], to: ['seen'] };
  await runner.ffmpeg({
    tokens: [
      ['-v', 'info'],
      ...guardedInput({ path: clip.path, demuxer: clip.facts.demuxer }, ['-an', '-ss', middle]),
      ['-filter_complex', formatGraph([chain])],
      ['-map', '[seen]', '-frames:v', String(SAMPLED_PICTURES), '-f', 'null', '-'],
    ],
    reads: [clip.path],
    onLine: (line) => void lines.push(line),
    signal,
  });
  return decideFields(lines.join('\n'), picture?.fieldOrder ?? 'unknown');
}

/** Reads idet's last verdict over several pictures; `flag` is ffprobe's word for the field order. */
export function decideFields(log: string, flag: PictureFacts['fieldOrder']): Fields {
  const last = [...log.matchAll(/Multi frame detection: TFF:\s*(\d+) BFF:\s*(\d+) Progressive:\s*(\d+)/g)].at(-1);
  const [, top = 0, bottom = 0, progressive = 0] = (last ?? []).map(Number);
  if (top + bottom + progressive === 0) return FLAGS[flag];
  if (top + bottom <= progressive) return undefined;
  return top >= bottom ? 'top-first' : 'bottom-first';
}

// The second letter is the field that is shown first.
const FLAGS: Readonly<Record<PictureFacts['fieldOrder'], Fields>> = {
  progressive: undefined,
  unknown: undefined,
  tt: 'top-first',
  bt: 'top-first',
  bb: 'bottom-first',
  tb: 'bottom-first',
};
