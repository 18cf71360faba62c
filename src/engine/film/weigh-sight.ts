import type { ClipSight, PoorReason } from '../senses/sight.ts';

interface Span {
  readonly fromFrame: number;
  readonly toFrame: number;
}

// Against a frame of speech: nobody shows black or a frozen picture for a sentence; a shaken one may be worth it.
const COSTS: Readonly<Record<PoorReason, number>> = { black: 4, covered: 4, frozen: 2, blurred: 1, shaky: 0.6 };
// A face on screen is worth as much as a third of the speech that it says.
const FACE = 0.33;

/** What the pictures of a part are worth, in frames of speech. Nothing, when nobody looked. */
export function weighSight(sight: ClipSight | undefined): (part: Span) => number {
  if (!sight) return () => 0;
  return (part) => {
    const poor = sight.poor.reduce((sum, span) => sum + COSTS[span.why] * sharedFrames(part, span), 0);
    const looks = sight.looks.filter((look) => look.atFrame >= part.fromFrame && look.atFrame < part.toFrame);
    const faces = looks.filter((look) => look.face).length / Math.max(1, looks.length);
    return faces * FACE * (part.toFrame - part.fromFrame) - poor;
  };
}

export function sharedFrames(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.toFrame, b.toFrame) - Math.max(a.fromFrame, b.fromFrame));
}
