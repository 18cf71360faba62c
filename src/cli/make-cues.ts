import { captionRoom } from '../engine/captions/caption-room.ts';
import type { CaptionCue } from '../engine/captions/cue.ts';
import { decodeText } from '../engine/captions/decode-text.ts';
import { readCaptions } from '../engine/captions/read-captions.ts';
import { timeByVoice } from '../engine/captions/time-by-voice.ts';
import type { CaptionRoom } from '../engine/captions/wrap-caption.ts';
import type { DeliveryPreset } from '../engine/film/delivery-preset.ts';
import { chooseAspect } from '../engine/film/film-canvas.ts';
import type { FilmWarning } from '../engine/film/film-warning.ts';
import { fitCues, joinVoices, placeCues, placeVoice, type ToldShot } from '../engine/film/place-captions.ts';
import type { Look } from '../engine/graphics/look.ts';
import type { Frames } from '../kernel/frames.ts';
import type { MakeWish } from './make-wish.ts';

export interface CaptionParts {
  readonly shots: readonly ToldShot[];
  readonly endCardFrom: Frames;
  readonly presets: readonly DeliveryPreset[];
  readonly look: Look;
}

interface ToldCaptions {
  readonly cues: readonly CaptionCue[];
  readonly warnings: readonly FilmWarning[];
}

/** The wish's captions in film time: from a file with times, or a script laid over the voice. */
export function tellCaptions(wish: MakeWish, parts: CaptionParts): ToldCaptions {
  const names = [wish.name, wish.place].filter((text) => text !== undefined);
  const room = captionRoom(parts.look, chooseAspect(parts.presets), names);
  if (wish.script) return fromScript(decodeText(wish.script), room, parts);
  if (!wish.captions) return { cues: [], warnings: [] };
  const read = readCaptions(wish.captions);
  // No time of them can be read: the words are laid over the voice.
  if (read.cues.length === 0) {
    const { cues, warnings } = fromScript(read.untimed.join('\n'), room, parts);
    return { cues, warnings: [{ code: 'film.captions-untimed', user: 'film.warn.captionsUntimed' }, ...warnings] };
  }
  const fitted = fitCues(read.cues, joinVoices(parts.shots), room);
  const lost = read.untimed.length;
  const warnings: FilmWarning[] =
    lost > 0 ? [{ code: 'film.lost-captions', user: 'film.warn.lostCaptions', params: { n: lost } }] : [];
  const cues = placeCues(fitted, parts.shots);
  const outside = fitted.length - cues.length;
  if (cues.length === 0) warnings.push({ code: 'film.captions-elsewhere', user: 'film.warn.captionsElsewhere' });
  else if (outside > 0)
    warnings.push({ code: 'film.captions-outside', user: 'film.warn.captionsOutside', params: { n: outside } });
  return { cues, warnings };
}

function fromScript(text: string, room: CaptionRoom, { shots, endCardFrom }: CaptionParts): ToldCaptions {
  const told = timeByVoice(text, placeVoice(shots), room, endCardFrom);
  const known = {
    rough: { code: 'film.rough-captions', user: 'film.warn.roughCaptions' },
    'no-voice': { code: 'film.captions-without-voice', user: 'film.warn.noVoiceForCaptions' },
    'too-much-text': { code: 'film.too-much-script', user: 'film.warn.tooMuchScript' },
  };
  return { cues: told.cues, warnings: told.warnings.map((warning) => known[warning]) };
}
