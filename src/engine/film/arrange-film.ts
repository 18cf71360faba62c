import { allow, type Decision } from '../../kernel/refusal.ts';
import type { CaptionCue } from '../captions/cue.ts';
import type { CaptionRoom } from '../captions/wrap-caption.ts';
import type { Span } from '../graphics/film-times.ts';
import type { FilmOrder } from '../graphics/lay-film.ts';
import { type NameStand, USUAL_NAME } from '../graphics/name-stand.ts';
import type { ShownFace } from '../graphics/shown-face.ts';
import { arrangeChip } from './arrange-chip.ts';
import { type Chosen, type Clearness, chooseClear, type Way } from './choose-clear.ts';
import { type NameWay, nameWays } from './name-ways.ts';
import { type CaptionMode, type CaptionStand, captionBoxes, type StandingCue, standCue } from './stand-captions.ts';

/** Where names and captions of a film stand, so that no face is covered. */
export interface FilmArrangement {
  readonly name: NameStand;
  readonly chipFrom: number | 'none';
  /** All captions in their places. */
  readonly cues: readonly StandingCue[];
  readonly chosen: readonly ArrangedPart[];
}

/** What was chosen for a time of the film, and whether eyes and mouth are free. */
export interface ArrangedPart {
  readonly startFrame: number;
  readonly what: string;
  readonly clearness: Clearness;
}

export interface ArrangeParts {
  /** Broken for the canvas, without those under a card. */
  readonly cues: readonly CaptionCue[];
  readonly room: CaptionRoom;
  /** Where faces are in that time, px of the canvas. */
  facesIn(span: { readonly startFrame: number; readonly endFrame: number }): readonly ShownFace[];
}

/** Chooses for the name, for the scheme beside the mark and for each caption. Refuses a text that fits nowhere. */
export function arrangeFilm(
  order: FilmOrder & { readonly times: { readonly lowerThird: readonly Span[]; readonly chip: Span } },
  parts: ArrangeParts,
): Decision<FilmArrangement> {
  const canvas = { look: order.look, aspect: order.aspect };
  const stands = order.times.lowerThird;
  const isUnder = (cue: CaptionCue) =>
    stands.some((span) => cue.startFrame < span.endFrame && cue.endFrame > span.startFrame);
  const under = parts.cues.filter(isUnder);
  const named = nameWays(order, under, { ...parts, canvas });
  if (!named.ok) return named;
  const chip = arrangeChip(order, around(order.times.chip, parts));
  if (!chip.ok) return chip;
  const height = order.look.aspects[order.aspect].canvas[1];
  const name = named.value && chooseClear(named.value, knownFaces(order, [...stands, ...under], parts), height);
  // Without a name nothing stands in the way of captions.
  const free = name ? parts.cues.filter((cue) => !isUnder(cue)) : parts.cues;
  const others = free.map((cue) => ({
    cue,
    ...chooseClear(captionWays(cue, { ...parts, canvas }), around(cue, parts), height),
  }));
  const cues = [...(name?.way.cues ?? []), ...others.flatMap(({ way }) => way.cues)];
  return allow({
    name: name?.way.stand ?? USUAL_NAME,
    chipFrom: chip.value,
    cues: cues.toSorted((a, b) => a.startFrame - b.startFrame),
    chosen: tellChosen(stands[0]?.startFrame ?? 0, name, others),
  });
}

interface CaptionWay extends Way {
  readonly mode: CaptionMode;
  readonly cues: readonly StandingCue[];
}

function captionWays(cue: CaptionCue, room: Omit<CaptionStand, 'name'>): [CaptionWay, ...CaptionWay[]] {
  const way = (mode: CaptionMode): CaptionWay[] => {
    const cues = standCue(cue, mode, room);
    return cues ? [{ mode, cues, names: [], captions: captionBoxes(cues, room.canvas) }] : [];
  };
  const [first, ...others] = [...way('usual'), ...way('lines'), ...way('lowest'), ...way('small'), ...way('high')];
  if (!first) throw new Error('captions have their usual place in any case');
  return [first, ...others];
}

// Looks are a second apart: those just before and after a time count for it.
const LOOK_GAP = 25;

function around({ startFrame, endFrame }: Span, { facesIn }: ArrangeParts): readonly ShownFace[] {
  return facesIn({ startFrame: startFrame - LOOK_GAP, endFrame: endFrame + LOOK_GAP });
}

/** Of the canvas: where a face usually is in a selfie held upright. */
const ASSUMED = { top: 0.24, mouth: 0.48, width: 0.16 } as const;

/** Beside a portrait shot whose face nobody saw, the usual place of one is kept free. */
function knownFaces(order: FilmOrder, spans: readonly Span[], parts: ArrangeParts): readonly ShownFace[] {
  const faces = spans.flatMap((span) => around(span, parts));
  if (faces.length > 0 || !order.portrait) return faces;
  const [width, height] = order.look.aspects[order.aspect].canvas;
  const wide = ASSUMED.width * width;
  const [y, mouthLine] = [ASSUMED.top * height, ASSUMED.mouth * height];
  return [{ box: { x: (width - wide) / 2, y, width: wide, height: (mouthLine - y) * 1.35 }, mouthLine }];
}

function tellChosen(
  nameAt: number,
  name: Chosen<NameWay> | undefined,
  others: readonly (Chosen<CaptionWay> & { readonly cue: CaptionCue })[],
): ArrangedPart[] {
  const named = name && {
    startFrame: nameAt,
    what: `name ${name.way.stand.form}, ${name.way.stand.place}; captions ${name.way.mode}`,
    clearness: name.clearness,
  };
  const moved = others.filter(({ way, clearness }) => way.mode !== 'usual' || clearness !== 'clear');
  return [
    ...(named ? [named] : []),
    ...moved.map(({ cue, way, clearness }) => ({ startFrame: cue.startFrame, what: `caption ${way.mode}`, clearness })),
  ];
}
