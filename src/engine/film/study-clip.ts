import { FRAME_RATE } from '../../kernel/frames.ts';
import { measureVoice } from '../captions/measure-voice.ts';
import type { VoicedSpan } from '../captions/voiced-spans.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { lookAtClip } from '../senses/look-at-clip.ts';
import type { Senses } from '../senses/open-senses.ts';
import type { ClipSight } from '../senses/sight.ts';
import type { ShotSource } from './film-order.ts';
import type { SpeechRun } from './sentences.ts';

/** A clip, or its proxy, as far as it is heard and looked at. */
export type StudySource = Pick<ShotSource, 'path' | 'demuxer' | 'videoStreamIndex' | 'picture' | 'sound'> & {
  /** Missing: television's, as a proxy has it. */
  readonly colour?: ShotSource['colour'] | undefined;
  /** Pictures a second. */
  readonly fps: number;
};

export interface StudiedClip {
  /** In seconds of the clip. */
  readonly voice: readonly VoicedSpan[];
  /** The same in frames at 25. */
  readonly speech: readonly SpeechRun[];
  readonly sight: ClipSight;
  /** No net for speech: any loud sound was taken for a voice. */
  readonly byLevel: boolean;
}

/** Where a clip is spoken in and what is seen in it. Rejects with FfmpegError or SensesError. */
export async function studyClip(
  source: StudySource,
  parts: { readonly runner: MediaRunner; readonly senses: Senses; readonly signal?: AbortSignal | undefined },
): Promise<StudiedClip> {
  const { path, demuxer, videoStreamIndex, picture, colour, sound, fps } = source;
  const voice = sound ? await measureVoice({ path, demuxer, streamIndex: sound.streamIndex }, parts) : [];
  const sight = await lookAtClip({ path, demuxer, streamIndex: videoStreamIndex, picture, colour, fps }, parts);
  return { voice, speech: voice.map(toRun), sight, byLevel: parts.senses.lack.speech !== undefined };
}

function toRun({ fromSeconds, toSeconds }: VoicedSpan): SpeechRun {
  return { fromFrame: Math.floor(fromSeconds * FRAME_RATE), toFrame: Math.ceil(toSeconds * FRAME_RATE) };
}
