import type { Frames } from '../../kernel/frames.ts';
import type { CodedPicture } from './fit-shot.ts';

/** What the gate found out about a clip's sound; undefined where there is none. */
export interface ShotSound {
  /** Index among all streams of the file. */
  readonly streamIndex: number;
  readonly channels: number;
}

/** What the gate found out about a clip, as far as a film needs it. */
export interface ShotSource {
  readonly path: string;
  readonly sha256: string;
  /** Forced on FFmpeg, so that a list of other files named .mp4 stays unread. */
  readonly demuxer: string;
  readonly videoStreamIndex: number;
  readonly picture: CodedPicture;
  /** Light above television's: the transfer that the file is tagged with. */
  readonly hdr: 'none' | 'hlg' | 'pq';
  /** Fields are in the picture (seen by idet, or flagged). */
  readonly interlaced: boolean;
  /** Tagged as standard definition colour; untagged is taken as BT.709. */
  readonly sdColour: boolean;
  readonly sound: ShotSound | undefined;
}

/** A piece of a clip in the film: from `fromFrame` up to, not including, `toFrame`, counted at 25 in the clip. */
export interface Shot {
  readonly source: ShotSource;
  readonly fromFrame: Frames;
  readonly toFrame: Frames;
}
