import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';
import type { CaptionCue } from '../captions/cue.ts';
import { timeByVoice } from '../captions/time-by-voice.ts';
import type { VoicedSpan } from '../captions/voiced-spans.ts';
import { type CaptionRoom, wrapCaption } from '../captions/wrap-caption.ts';
import type { Shot } from './film-order.ts';

/** A shot, where its clip begins among the clips laid end to end (captions count from the first), and what is said in it. */
export interface ToldShot {
  readonly shot: Shot;
  readonly clipStart: Frames;
  /** In seconds of the clip. */
  readonly voice: readonly VoicedSpan[];
}

// Less of a caption than this can't be read (Netflix: 21 frames at 25).
export const SHORTEST_CUE = 21;

/**
 * Captions timed on the clips, moved to where their parts stand in the film: each in the shot that holds most of it, once.
 * What no part shows long enough to be read is left out.
 */
export function placeCues(cues: readonly CaptionCue[], shots: readonly ToldShot[]): CaptionCue[] {
  const stands = standsOf(shots);
  const placed = cues.flatMap((cue) => placeCue(cue, stands) ?? []);
  return placed.sort((a, b) => a.startFrame - b.startFrame);
}

/** A shot's speech among the clips laid end to end, and where it begins in the film. */
interface Stand {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

function standsOf(shots: readonly ToldShot[]): Stand[] {
  let at = 0;
  return shots.map(({ shot, clipStart }) => {
    const stand = { from: shot.fromFrame + clipStart, to: (shot.voiceToFrame ?? shot.toFrame) + clipStart, at };
    at += shot.toFrame - shot.fromFrame;
    return stand;
  });
}

function placeCue(cue: CaptionCue, stands: readonly Stand[]): CaptionCue | undefined {
  const pieces = stands.map(({ from, to, at }) => ({
    start: Math.max(cue.startFrame, from),
    end: Math.min(cue.endFrame, to),
    move: at - from,
  }));
  // Equal ones stay in their order: the first counts.
  const [most] = pieces.sort((a, b) => b.end - b.start - (a.end - a.start));
  if (!most || most.end - most.start < SHORTEST_CUE) return undefined;
  return { ...cue, startFrame: frames(most.start + most.move), endFrame: frames(most.end + most.move) };
}

/** Where somebody speaks in the film, in its seconds. */
export function placeVoice(shots: readonly ToldShot[]): VoicedSpan[] {
  let at = 0;
  const spans: VoicedSpan[] = [];
  for (const { shot, voice } of shots) {
    const [from, to] = [shot.fromFrame / FRAME_RATE, (shot.voiceToFrame ?? shot.toFrame) / FRAME_RATE];
    for (const span of voice) {
      const start = Math.max(span.fromSeconds, from);
      const end = Math.min(span.toSeconds, to);
      if (end > start) spans.push({ fromSeconds: at + start - from, toSeconds: at + end - from });
    }
    at += (shot.toFrame - shot.fromFrame) / FRAME_RATE;
  }
  return spans;
}

/** Where somebody speaks in the clips laid end to end, in seconds. */
export function joinVoices(shots: readonly ToldShot[]): VoicedSpan[] {
  return shots.flatMap(({ clipStart, voice }) =>
    voice.map(({ fromSeconds, toSeconds }) => ({
      fromSeconds: fromSeconds + clipStart / FRAME_RATE,
      toSeconds: toSeconds + clipStart / FRAME_RATE,
    })),
  );
}

/** Captions as a file has them, made to fit the picture: kept where they fit, broken anew or cut into several where not. */
export function fitCues(cues: readonly CaptionCue[], voice: readonly VoicedSpan[], room: CaptionRoom): CaptionCue[] {
  return cues.flatMap((cue) => {
    if (cue.lines.length <= 2 && cue.lines.every((line) => isLineOf(line, room))) return [cue];
    const text = cue.lines.join(' ');
    const whole = wrapCaption(text, room);
    return whole.fits ? [{ ...cue, lines: whole.lines }] : cutCue(cue, text, voice, room);
  });
}

function isLineOf(line: string, room: CaptionRoom): boolean {
  return room.measure(line) <= room.maxWidth && [...line].length <= room.maxCodePoints;
}

/** Its words over the voice within its own times; nothing leaves them. */
function cutCue(cue: CaptionCue, text: string, voice: readonly VoicedSpan[], room: CaptionRoom): CaptionCue[] {
  const [from, to] = [cue.startFrame / FRAME_RATE, cue.endFrame / FRAME_RATE];
  const inside = voice
    .map((span) => ({ fromSeconds: Math.max(span.fromSeconds, from), toSeconds: Math.min(span.toSeconds, to) }))
    .filter((span) => span.toSeconds > span.fromSeconds);
  const heard = inside.length > 0 ? inside : [{ fromSeconds: from, toSeconds: to }];
  return timeByVoice(text, heard, room, cue.endFrame).cues.map((one) => ({
    ...one,
    startFrame: frames(Math.max(one.startFrame, cue.startFrame)),
  }));
}
