import type { App } from '../../app.ts';
import type { Person } from '../../domain/accounts/index.ts';
import type { Clip } from '../../domain/intake/index.ts';
import { bodyFrames, clipFrames, editSpot, type Spot, sendSpot } from '../../domain/spots/index.ts';
import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';
import { unwrap } from '../../kernel/refusal.ts';
import type { CastMember } from './cast.ts';

const LENGTH_SECONDS = 10;
// A breath before the first word.
const LEAD_SECONDS = 0.2;

/** Puts the script's captions and one cut of 10 s into a drafted spot, as its maker would. */
export function captionSpot(
  app: App,
  by: Person,
  spot: Spot,
  { member, clip }: { member: CastMember; clip: Clip },
): Spot {
  const { script, cues } = member.clip;
  const document = {
    ...spot.document,
    cues: cues.map(([start, end], index) => ({
      startFrame: toFrame(start),
      endFrame: toFrame(end),
      text: script[index] ?? '',
    })),
    cuts: [{ lengthSeconds: LENGTH_SECONDS, fromFrame: chooseFrom(member, clipFrames(clip)) }] as const,
  };
  return unwrap(
    editSpot(app, by, { spotId: spot.id, version: spot.version, document: { ...document, cuts: [...document.cuts] } }),
  );
}

export function sendCaptioned(app: App, by: Person, spot: Spot, clip: Clip): void {
  unwrap(sendSpot(app, by, spot.id, clipFrames(clip)));
}

/** The sentence's start from which the cut holds most whole sentences; for somebody else's film none that says the name. */
export function chooseFrom({ clip, withoutName }: Pick<CastMember, 'clip' | 'withoutName'>, whole: Frames): Frames {
  const body = bodyFrames(LENGTH_SECONDS);
  const starts = clip.cues.slice(withoutName ? 1 : 0).map(([start]) => toFrame(Math.max(0, start - LEAD_SECONDS)));
  const spoken = (from: number) =>
    clip.cues
      .filter(([start, end]) => toFrame(start) >= from && toFrame(end) <= from + body)
      .reduce((sum, [start, end]) => sum + end - start, 0);
  const possible = starts.filter((from) => from + body <= whole);
  return frames(possible.reduce((best, from) => (spoken(from) > spoken(best) ? from : best), possible[0] ?? 0));
}

function toFrame(seconds: number): Frames {
  return frames(Math.round(seconds * FRAME_RATE));
}
