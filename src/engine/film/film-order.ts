import type { Frames } from '../../kernel/frames.ts';
import type { CaptionCue } from '../captions/cue.ts';
import type { VoicedSpan } from '../captions/voiced-spans.ts';
import type { FilmScheme } from '../graphics/lay-film.ts';
import type { Look } from '../graphics/look.ts';
import type { LowerThirdTexts } from '../graphics/lower-third.ts';
import type { BedName } from '../music/bed-names.ts';
import type { Look as SeenFace } from '../senses/sight.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import type { CodedPicture } from './fit-shot.ts';
import type { Framing } from './framing.ts';
import type { ShotHelps } from './shot-helps.ts';
import type { SourceColour } from './source-colour.ts';

/** What the gate found out about a clip's sound. */
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
  readonly colour: SourceColour;
  /** Fields are in the picture, and which comes first (seen, or flagged where nothing could be seen). */
  readonly fields: 'top-first' | 'bottom-first' | undefined;
  /** Different pictures or fields a second: from 45 on there is motion for true 50i. */
  readonly picturesPerSecond: number;
  readonly sound: ShotSound | undefined;
}

/** A piece of a clip in the film: from `fromFrame` up to, not including, `toFrame`, counted at 25 in the clip. */
export interface Shot {
  readonly source: ShotSource;
  readonly fromFrame: Frames;
  readonly toFrame: Frames;
  /** The sound ends here already; missing: with the picture. */
  readonly voiceToFrame?: Frames;
  /** What was seen of the person, in the clip's frames; missing: nobody looked. */
  readonly looks?: readonly SeenFace[];
  /** Which part is shown where the canvas has no room for all; missing: round the face. */
  readonly framing?: Framing;
  /** What was switched on for the picture; missing: nothing. */
  readonly helps?: ShotHelps;
}

/** A bed, and where in the film (s) somebody speaks: there it steps back. */
export interface FilmMusic {
  readonly bed: BedName;
  readonly spoken: readonly VoicedSpan[];
}

/** One film to be made: everything that decides its bytes, beside the programs that make it. */
export interface FilmOrder {
  /** The spot's own number, for a slate; missing: it has none. */
  readonly number?: string | undefined;
  /** Together exactly the frames before `endCardFrom`. */
  readonly shots: readonly Shot[];
  /** The whole spot, end card included. */
  readonly lengthFrames: Frames;
  readonly endCardFrom: Frames;
  readonly texts: LowerThirdTexts;
  readonly scheme: FilmScheme | undefined;
  /** Whose film it is: stands on the end card. */
  readonly department: string;
  /** Its whole data, not its name: a district may have changed it. */
  readonly look: Look;
  /** A bed under the voice; missing: none. */
  readonly music?: FilmMusic | undefined;
  /** What the big figure says; missing: there is none. */
  readonly quote?: string | undefined;
  readonly markCorner: 'left' | 'right';
  /** In film time, all before `endCardFrom`. */
  readonly cues: readonly CaptionCue[];
  readonly language: 'hi' | 'en';
  readonly presets: readonly DeliveryPreset[];
  /** The film's frame that is its poster; missing: the middle of the name's stand. */
  readonly posterFrame?: Frames;
}
