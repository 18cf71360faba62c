import { allow, type Decision } from '../../kernel/refusal.ts';
import type { CaptionCue } from '../captions/cue.ts';
import type { Box } from '../graphics/drawing.ts';
import { type FilmOrder, measureName } from '../graphics/lay-film.ts';
import type { NameStand } from '../graphics/name-stand.ts';
import type { Way } from './choose-clear.ts';
import { type CaptionMode, type CaptionStand, captionBoxes, type StandingCue, standCue } from './stand-captions.ts';

/** One way for the name and the captions under it. */
export interface NameWay extends Way {
  readonly stand: NameStand;
  readonly mode: CaptionMode;
  readonly cues: readonly StandingCue[];
}

const WIDE: readonly (readonly [NameStand['form'], NameStand['place'], CaptionMode])[] = [
  ['full', 'home', 'above'],
  ['compact', 'home', 'above'],
  ['compact', 'home', 'above-lines'],
  ['compact', 'mirrored', 'above'],
  ['full', 'home', 'beside'],
  ['compact', 'home', 'beside'],
  ['compact', 'mirrored', 'beside'],
  ['single', 'home', 'above'],
  ['single', 'home', 'beside'],
  ['single', 'mirrored', 'beside'],
  ['single', 'home', 'above-small'],
  ['compact', 'high', 'usual'],
  ['single', 'high', 'lines'],
  ['single', 'high', 'lowest'],
  ['single', 'high', 'small'],
  ['single', 'high', 'under'],
];

// Nothing fits beside a name there.
const NARROW: typeof WIDE = [
  ['full', 'home', 'above'],
  ['compact', 'home', 'above'],
  ['compact', 'home', 'above-lines'],
  ['single', 'home', 'above'],
  ['single', 'home', 'above-lines'],
  ['single', 'home', 'above-small'],
  ['compact', 'high', 'usual'],
  ['compact', 'high', 'lines'],
  ['compact', 'high', 'small'],
  ['single', 'high', 'lines'],
  ['single', 'high', 'lowest'],
  ['single', 'high', 'small'],
  ['single', 'high', 'under'],
];

/** Every way that the words fit in, the one that the look was drawn for first; undefined where no name stands. */
export function nameWays(
  order: FilmOrder,
  under: readonly CaptionCue[],
  room: Omit<CaptionStand, 'name'>,
): Decision<[NameWay, ...NameWay[]] | undefined> {
  const [width, height] = order.look.aspects[order.aspect].canvas;
  const ways: NameWay[] = [];
  const boxes = new Map<string, Box | undefined>();
  for (const [form, place, mode] of width > height ? WIDE : NARROW) {
    const stand = { form, place };
    const key = `${form} ${place}`;
    if (!boxes.has(key)) {
      const measured = measureName({ ...order, name: stand });
      if (!measured.ok) return measured;
      boxes.set(key, measured.value);
    }
    const name = boxes.get(key);
    if (!name) return allow(undefined);
    const cues = standAll(under, mode, { ...room, name });
    if (cues) ways.push({ stand, mode, cues, names: [name], captions: captionBoxes(cues, room.canvas) });
  }
  const [first, ...others] = ways;
  if (!first) throw new Error('captions stand above a name in any case');
  return allow([first, ...others]);
}

/** All in one mode, or undefined where one of them does not fit so. */
function standAll(cues: readonly CaptionCue[], mode: CaptionMode, room: CaptionStand) {
  const stood = cues.map((cue) => standCue(cue, mode, room));
  return stood.every((one) => one !== undefined) ? stood.flat() : undefined;
}
