import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';
import { allow, type Decision, type Refusal, refuse } from '../../kernel/refusal.ts';
import { SHORTEST_FILM } from '../graphics/film-times.ts';
import { type ChosenPart, choosePart, type SpeechRun } from './choose-part.ts';
import type { Shot, ShotSource } from './film-order.ts';

/** A clip with what is said in it, in frames at 25. */
export interface HeardClip {
  readonly source: ShotSource;
  readonly clipFrames: Frames;
  readonly speech: readonly SpeechRun[];
}

export interface SpotWish {
  /** Shown one after another. */
  readonly clips: readonly HeardClip[];
  /** The whole spot; undefined: the longest usual length that the clips fill. */
  readonly lengthFrames: Frames | undefined;
  /** Of the only clip. */
  readonly part: { readonly fromFrame: Frames; readonly toFrame: Frames } | undefined;
}

export interface ComposedSpot {
  readonly shots: readonly Shot[];
  readonly lengthFrames: Frames;
  readonly endCardFrom: Frames;
  readonly reasons: readonly ChosenPart['reason'][];
}

/** Length, end card and the best parts of the clips. Refuses clips that do not fill what is wished. */
export function composeSpot(wish: SpotWish): Decision<ComposedSpot> {
  const parts = wish.part ? cutOut(wish.clips, wish.part) : allow(wish.clips.map((clip) => ({ clip, offset: 0 })));
  if (!parts.ok) return parts;
  const total = parts.value.reduce((sum, { clip }) => sum + clip.clipFrames, 0);
  const length = wish.lengthFrames ?? (wish.part ? lengthFor(total) : usualLength(total));
  const body = length - endCardFrames(length);
  const refusal = tooShort(length) ?? lacking(total, body, length, wish);
  if (refusal) return refuse(refusal);
  const shots: Shot[] = [];
  const reasons: ChosenPart['reason'][] = [];
  let left = body;
  for (const [index, { clip, offset }] of parts.value.entries()) {
    const share = index === parts.value.length - 1 ? left : Math.floor((body * clip.clipFrames) / total);
    left -= share;
    const part = choosePart(clip.clipFrames, frames(share), clip.speech);
    if (!part) return refuse(shortRefusal(clip.clipFrames, share));
    const shift = (frame: Frames) => frames(frame + offset);
    shots.push({
      source: clip.source,
      fromFrame: shift(part.fromFrame),
      toFrame: shift(part.toFrame),
      voiceToFrame: shift(part.voiceToFrame),
    });
    reasons.push(part.reason);
  }
  return allow({ shots, lengthFrames: frames(length), endCardFrom: frames(body), reasons });
}

// Three seconds, so that its words stand for two; a 10 s spot has only two to give, and less than that shrinks with it.
function endCardFrames(length: number): number {
  return length > 250 ? 75 : Math.max(25, Math.floor(length / 5));
}

function lengthFor(body: number): number {
  const short = Math.ceil(body * 1.25);
  return short <= 250 ? Math.max(short, body + 25) : body + 75;
}

// What cable breaks are sold in (s); longer ones only when somebody asks.
const USUAL_SECONDS = [30, 20, 15, 10];

function usualLength(total: number): number {
  const filled = USUAL_SECONDS.map((length) => length * FRAME_RATE).find(
    (length) => length - endCardFrames(length) <= total,
  );
  return filled ?? lengthFor(total);
}

function cutOut(clips: readonly HeardClip[], part: NonNullable<SpotWish['part']>): Decision<Piece[]> {
  const [clip] = clips;
  if (!clip || part.toFrame > clip.clipFrames || part.fromFrame >= part.toFrame) {
    const have = inSeconds(clip?.clipFrames ?? 0);
    const tech = `frames ${part.fromFrame}–${part.toFrame} of ${clip?.clipFrames ?? 0}`;
    return refuse({ code: 'film.part', user: 'film.refused.part', tech, params: { have } });
  }
  const within = clip.speech.map((run) => ({
    fromFrame: Math.max(run.fromFrame, part.fromFrame) - part.fromFrame,
    toFrame: Math.min(run.toFrame, part.toFrame) - part.fromFrame,
  }));
  const speech = within.filter((run) => run.toFrame > run.fromFrame);
  const cut = { ...clip, clipFrames: frames(part.toFrame - part.fromFrame), speech };
  return allow([{ clip: cut, offset: part.fromFrame }]);
}

interface Piece {
  readonly clip: HeardClip;
  readonly offset: number;
}

function tooShort(length: number): Refusal | undefined {
  if (length >= SHORTEST_FILM) return undefined;
  const least = inSeconds(SHORTEST_FILM);
  return { code: 'film.length', user: 'film.refused.length', tech: `${length} frames`, params: { least } };
}

function lacking(total: number, body: number, length: number, { part }: SpotWish): Refusal | undefined {
  if (total >= body) return undefined;
  if (!part) return shortRefusal(total, body);
  const params = { length: inSeconds(length), need: inSeconds(body, Math.ceil), have: inSeconds(total) };
  const tech = `the part has ${total} frames, the body ${body}`;
  return { code: 'film.part-length', user: 'film.refused.partLength', tech, params };
}

function shortRefusal(have: number, need: number): Refusal {
  const params = { have: inSeconds(have), need: inSeconds(need, Math.ceil) };
  return { code: 'film.short', user: 'film.refused.short', tech: `${have} frames, ${need} needed`, params };
}

/** Tenths, needed time rounded up and present time down: "2.4 s, 2.4 needed" would tell nobody anything. */
function inSeconds(count: number, round: (value: number) => number = Math.floor): string {
  return String(round((count * 10) / FRAME_RATE) / 10);
}
