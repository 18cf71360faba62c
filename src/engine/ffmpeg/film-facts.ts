/** What is known of a film: streams chosen, sizes, times measured by reading the whole file, never the header alone. */
export interface FilmFacts {
  /** mp4, mov, 3gp, matroska, webm, mpegts, avi, mpeg; a recording also wav, mp3, ogg, flac, aac. */
  readonly container: string;
  /** What guardedInput forces. */
  readonly demuxer: string;
  /** From the first picture to the end of the last one; of the sound when there is no picture. */
  readonly durationSeconds: number;
  readonly sizeBytes: number;
  readonly picture: PictureFacts | null;
  readonly sound: SoundFacts | null;
  /** Sound tracks in the file, taken or not. */
  readonly soundTracks: number;
}

export interface Ratio {
  readonly num: number;
  readonly den: number;
}

export interface PictureFacts {
  /** Stream index in the file, for `-map 0:N`. */
  readonly index: number;
  readonly codec: string;
  readonly profile: string | undefined;
  /** As stored: before shape and rotation. */
  readonly width: number;
  readonly height: number;
  /** Sample aspect; 1:1 when the file says nothing that could be true. */
  readonly sar: Ratio;
  /** As people see it: shape and rotation applied, even numbers. */
  readonly displayWidth: number;
  readonly displayHeight: number;
  /** Degrees counter-clockwise, as in the display matrix; other angles are not believed and count as 0. */
  readonly rotation: 0 | 90 | -90 | 180;
  /** Shown as in a mirror: turned over left to right before it is rotated. */
  readonly mirrored: boolean;
  /** Pictures that the file really holds. */
  readonly frames: number;
  /** Measured; the header's fraction when it agrees. */
  readonly rate: Ratio;
  readonly fps: number;
  readonly vfr: boolean;
  readonly pixelFormat: string;
  readonly fieldOrder: 'progressive' | 'tt' | 'bb' | 'tb' | 'bt' | 'unknown';
  readonly colour: ColourTags;
  /** By its transfer: hybrid log-gamma or PQ. */
  readonly hdr: boolean;
  /** Presentation time of the first picture (s): joins and sync start here. */
  readonly startSeconds: number;
}

/** undefined = untagged, to be taken for BT.709. */
export interface ColourTags {
  readonly range: string | undefined;
  readonly primaries: string | undefined;
  readonly transfer: string | undefined;
  readonly matrix: string | undefined;
}

export interface SoundFacts {
  readonly index: number;
  readonly codec: string;
  readonly channels: number;
  readonly layout: string | undefined;
  readonly sampleRate: number;
  readonly startSeconds: number;
}

/** The public form (interfaces: `probe`). */
export function describeFacts(film: FilmFacts) {
  const { picture, sound } = film;
  return {
    container: film.container,
    durationSeconds: round(film.durationSeconds),
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    rotation: picture?.rotation ?? null,
    fps: picture ? round(picture.fps) : null,
    vfr: picture?.vfr ?? null,
    hdr: picture?.hdr ?? null,
    codec: picture?.codec ?? null,
    audio: sound && {
      codec: sound.codec,
      channels: sound.channels,
      sampleRate: sound.sampleRate,
      tracks: film.soundTracks,
    },
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
