import type { StreamHeader } from './probe-header.ts';

/** The picture and the sound that people mean by "the film", out of all tracks. */
export interface ChosenStreams {
  readonly picture: StreamHeader | undefined;
  readonly sound: StreamHeader | undefined;
  readonly soundTracks: number;
}

/** Picture: no cover art; one that moves before a row of stills; marked default; the larger. Sound: default, more channels. */
export function chooseStreams(streams: readonly StreamHeader[]): ChosenStreams {
  const pictures = streams.filter((it) => it.codec_type === 'video' && it.disposition.attached_pic === 0);
  const sounds = streams.filter((it) => it.codec_type === 'audio' && it.codec_name !== 'unknown' && it.channels > 0);
  return {
    picture: first(pictures, (it) => [moves(it), it.disposition.default, it.width * it.height]),
    sound: first(sounds, (it) => [it.disposition.default, it.channels]),
    soundTracks: streams.filter((it) => it.codec_type === 'audio').length,
  };
}

// Phones put a second track of few large stills beside the film ("motion photo").
function moves({ avg_frame_rate: rate }: StreamHeader): number {
  return rate === undefined || rate.num / rate.den >= 5 ? 1 : 0;
}

/** The stream with the largest marks, compared one after the other; of equals, the earlier one. */
function first(streams: readonly StreamHeader[], marks: (stream: StreamHeader) => number[]): StreamHeader | undefined {
  return streams.toSorted((a, b) => {
    const [ours, theirs] = [marks(a), marks(b)];
    const differing = ours.findIndex((mark, index) => mark !== theirs[index]);
    return differing < 0 ? a.index - b.index : (theirs[differing] ?? 0) - (ours[differing] ?? 0);
  })[0];
}
