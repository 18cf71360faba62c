import type { FilmFacts, PictureFacts } from '../ffmpeg/film-facts.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { ShotSource } from './film-order.ts';
import type { Rotation } from './fit-shot.ts';
import { seeFields } from './see-fields.ts';
import { decideColour } from './source-colour.ts';

/** A clip that has passed the gate. */
export interface GatedClip {
  readonly path: string;
  readonly sha256: string;
  readonly facts: FilmFacts;
}

/** What a film needs of a clip; looks for fields in the picture where there may be some. Throws when it has no picture. */
export async function describeSource(runner: MediaRunner, clip: GatedClip, signal?: AbortSignal): Promise<ShotSource> {
  const { picture, sound, demuxer, durationSeconds } = clip.facts;
  if (!picture) throw new Error(`${clip.path} has no picture`);
  const lined = { path: clip.path, demuxer, durationSeconds, picture };
  const fields = mayHoldFields(picture) ? await seeFields(lined, { runner, signal }) : undefined;
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
function mayHoldFields(picture: PictureFacts): boolean {
  const flagged = picture.fieldOrder !== 'progressive' && picture.fieldOrder !== 'unknown';
  return flagged || (picture.rotation === 0 && INTERLACED_RASTERS.includes(picture.height) && picture.fps < 49);
}
