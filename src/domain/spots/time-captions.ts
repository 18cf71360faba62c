import { captionRoom } from '../../engine/captions/caption-room.ts';
import { readCaptions } from '../../engine/captions/read-captions.ts';
import { type TimingWarning, timeByVoice } from '../../engine/captions/time-by-voice.ts';
import type { Look } from '../../engine/graphics/look.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { editSpot } from './edit-spot.ts';
import type { SpotDocument } from './spot-document.ts';
import { getSpot, type Spot } from './spots.store.ts';

export interface CaptionWish {
  readonly spotId: string;
  readonly version: number;
  /** A script (a line a caption), or an SRT or WebVTT file; told apart by what it holds. */
  readonly bytes: Uint8Array;
  readonly clipFrames: Frames;
  readonly look: Look;
}

export interface TimedSpot {
  readonly spot: Spot;
  readonly warnings: readonly TimingWarning[];
}

type Cues = SpotDocument['cues'];

/** Puts captions on the clip: a file's at its own times, a script's over where somebody speaks (rough: alignment comes later). */
export function timeCaptions(parts: { catalogue: Catalogue }, by: Person, wish: CaptionWish): Decision<TimedSpot> {
  const spot = getSpot(parts.catalogue.rows, by, wish.spotId);
  const read = readCaptions(wish.bytes);
  const timed =
    read.cues.length > 0
      ? { cues: insideClip(read.cues, wish.clipFrames), warnings: [] }
      : timeScript(spot, read.untimed, wish);
  // A full stop alone would take the place of all that is there.
  if (!timed.cues.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))
    return refuse({ code: 'caption.empty', user: 'caption.empty', tech: 'no caption in what was given' });
  const edited = editSpot(parts, by, {
    spotId: spot.id,
    version: wish.version,
    document: { ...spot.document, cues: timed.cues },
  });
  return edited.ok ? allow({ spot: edited.value, warnings: timed.warnings }) : edited;
}

function timeScript(
  spot: Spot,
  lines: readonly string[],
  { clipFrames, look }: CaptionWish,
): { cues: Cues; warnings: readonly TimingWarning[] } {
  const room = captionRoom(look, 'sd', [spot.document.name, spot.document.village].filter(Boolean));
  const voice = spot.spoken.map((span) => ({
    fromSeconds: span.fromFrame / FRAME_RATE,
    toSeconds: span.toFrame / FRAME_RATE,
  }));
  const { cues, warnings } = timeByVoice(lines.join('\n'), voice, room, clipFrames);
  return { cues: insideClip(cues, clipFrames), warnings };
}

/** A caption is one text in the document; one that begins after the clip's end is not for this film. */
function insideClip(
  cues: readonly { startFrame: Frames; endFrame: Frames; lines: readonly string[] }[],
  clipFrames: Frames,
): Cues {
  return cues
    .filter((cue) => cue.startFrame < clipFrames)
    .map(({ startFrame, endFrame, lines }) => ({
      startFrame,
      endFrame: endFrame < clipFrames ? endFrame : clipFrames,
      text: lines.join(' '),
    }));
}
