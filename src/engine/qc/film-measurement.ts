import type { FieldsSeen } from '../fields/weigh-fields.ts';
import type { Witness } from '../film/witness.ts';
import type { Flashes } from './flashes.ts';
import type { MultiplexClock } from './multiplex-clock.ts';
import type { PictureGroups } from './picture-groups.ts';
import type { KindSpan } from './picture-kinds.ts';

/** A stretch of a film in seconds from its first picture; `end` is missing where it reaches the last. */
export interface Stretch {
  readonly startSeconds: number;
  readonly endSeconds: number | undefined;
}

export interface PictureStream {
  readonly codec: string;
  readonly profile: string;
  readonly width: number;
  readonly height: number;
  /** As ffprobe writes fractions: `64:45`, `25/1`. */
  readonly pixelAspect: string;
  readonly frameRate: string;
  readonly averageRate: string;
  readonly fieldOrder: string;
  readonly pixelFormat: string;
  readonly colour: {
    readonly range: string;
    readonly primaries: string;
    readonly transfer: string;
    readonly matrix: string;
  };
  readonly startSeconds: number;
  readonly packets: number;
  readonly bits: number;
  /** Of each picture, in stored order. */
  readonly pictureBytes: readonly number[];
  /** Distances between key pictures, in frames of the stored order. */
  readonly gopLengths: readonly number[];
}

export interface SoundStream {
  readonly codec: string;
  readonly sampleRate: number;
  readonly channels: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** What a demuxer alone sees: nothing is decoded. */
export interface ContainerFacts {
  readonly format: string;
  readonly sizeBytes: number;
  readonly pictures: readonly PictureStream[];
  readonly sounds: readonly SoundStream[];
  readonly otherStreams: number;
  /** Time code of the first picture, where the wrapper has one. */
  readonly timecode: string | undefined;
}

/** Pictures counted by what they are: the flag that each carries, and what their lines look like. */
export interface FieldFacts {
  readonly flagged: FieldsSeen;
  /** Looked at (idet, and where it suspects fields, by what moves); 25 whole pictures in an interlaced file look progressive and are. */
  readonly seen: FieldsSeen;
}

/** One second of a stereo pair. */
export interface SoundWindow {
  readonly leftDb: number;
  readonly rightDb: number;
  /** Of left and right: 1 alike, 0 unrelated, −1 inverted. */
  readonly correlation: number;
}

/** One second of a file's first two channels. */
export interface HeardSecond {
  readonly peaksDb: readonly number[];
  /** Of the first: times that it crosses nothing, for each of its samples. */
  readonly crossings: number;
}

/**
 * What decoding every picture and sample once brought to light. Of a file with slate: frames, errors, fields, groups and kinds
 * of all of it, everything else of the programme alone.
 */
export interface DecodedFacts {
  readonly frames: number;
  /** Errors that the decoder wrote; a clean film has none. */
  readonly errors: readonly string[];
  readonly black: readonly Stretch[];
  readonly freezes: readonly Stretch[];
  /** Mean share of pixels whose luma lies outside 16–235. */
  readonly outOfRange: number | undefined;
  readonly kinds: readonly KindSpan[];
  /** Second by second, of a file with slate alone. */
  readonly heard?: readonly HeardSecond[] | undefined;
  readonly fields: FieldFacts;
  readonly groups: PictureGroups;
  readonly flashes: Flashes;
  readonly witness: Witness;
  readonly sound:
    | {
        readonly lufs: number;
        readonly truePeakDbtp: number;
        /** The loudest three seconds and the loudest 400 ms; undefined where the preset asks for neither. */
        readonly loudest?: { readonly shortTermLufs: number; readonly momentaryLufs: number } | undefined;
        /** Second by second; empty where it is no pair. */
        readonly windows: readonly SoundWindow[];
        readonly silences: readonly Stretch[];
      }
    | undefined;
}

/** MediaInfo's names for what broadcasters ask for; undefined fields are what it did not say. */
export interface TradeNames {
  readonly format: string | undefined;
  readonly formatProfile: string | undefined;
  readonly commercialName: string | undefined;
  readonly gop: string | undefined;
  readonly gopOpenClosed: string | undefined;
  readonly scanType: string | undefined;
  readonly scanOrder: string | undefined;
  readonly streamable: string | undefined;
}

/** Everything measured on one finished file. */
export interface FilmMeasurement {
  readonly container: ContainerFacts;
  readonly decoded: DecodedFacts;
  /** undefined when MediaInfo could not read the file. */
  readonly names: TradeNames | undefined;
  /** Of transport and program streams; undefined where the file has no such clock. */
  readonly clock: MultiplexClock | undefined;
}
