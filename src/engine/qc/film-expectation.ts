import type { Frames } from '../../kernel/frames.ts';
import type { CaptionCue } from '../captions/cue.ts';
import type { CaptionRoom } from '../captions/wrap-caption.ts';
import type { Witness } from '../film/witness.ts';
import type { Stretch } from './film-measurement.ts';

/** What the order says of the finished film; what is missing here can't be judged. */
export interface FilmExpectation {
  readonly frames?: Frames | undefined;
  /** First frame of the end card: from there silence and a still picture are meant. */
  readonly endCardFrame?: Frames | undefined;
  /** Cards that stand still over most of the picture while somebody speaks on. */
  readonly cards?: readonly { readonly startFrame: number; readonly endFrame: number }[] | undefined;
  /** Where nothing moves in the clips themselves: a picture that stands there is the clip's, no fault of the film. */
  readonly stills?: readonly Stretch[] | undefined;
  readonly cues?: readonly CaptionCue[] | undefined;
  /** The safe room that the look gives captions. */
  readonly room?: CaptionRoom | undefined;
  /** What the film's own master looks like. */
  readonly witness?: Witness | undefined;
  /** `quiet`: the clip has no voice to lift, and staff have been told. */
  readonly sound: 'voice' | 'quiet';
}
