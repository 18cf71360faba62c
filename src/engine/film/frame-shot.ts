import type { SeenFace } from '../senses/face.ts';
import type { Shot } from './film-order.ts';
import { fitShot, type PictureWindow, type ShotFit, type Size, uprightSize } from './fit-shot.ts';
import type { FramedBy } from './framing.ts';
import { holdSpans, type NeededSpan, type WindowSide } from './hold-spans.ts';
import { findSteadyPeople, type SteadyPerson } from './steady-people.ts';

/** The canvas that a film is shown on, and the window of its look when every shot is portrait. */
export interface ShowingStage {
  readonly canvas: Size;
  readonly portraitWindow: PictureWindow | undefined;
}

export interface FramedShot {
  readonly fit: ShotFit;
  readonly framedBy: FramedBy;
}

/**
 * How a shot stands on the canvas, and which part of it: one for all of the shot, for a picture that wanders after a face
 * looks like a fault. Round the people who are steadily seen, else the middle; at the side that was asked for.
 */
export function frameShot(shot: Shot, { canvas, portraitWindow }: ShowingStage): FramedShot {
  const fit = fitShot(shot.source.picture, canvas, portraitWindow);
  const picture = uprightSize(fit);
  const spare = { x: picture.width - fit.show.width, y: picture.height - fit.show.height };
  if (spare.x < 2 && spare.y < 2) return { fit, framedBy: { by: 'all' } };
  const looks = (shot.looks ?? []).filter(({ atFrame }) => atFrame >= shot.fromFrame && atFrame < shot.toFrame);
  const people = whoFits(findSteadyPeople(looks), picture, fit.show);
  const across = spare.x < 2 ? undefined : frameAcross(people, picture.width, fit.show.width);
  const down = spare.y < 2 ? undefined : frameDown(people, picture.height, fit.show.height);
  const { framing: asked = 'face' } = shot;
  const y = down?.start ?? fit.from.y;
  if (asked !== 'face') {
    const from = { x: evenly(SIDES[asked] * spare.x), y };
    return { fit: { ...fit, from }, framedBy: { by: 'asked', side: asked } };
  }
  const seen = spansOf(people, (face) => neededAcross(face, 1)).length;
  if (seen === 0) return { fit, framedBy: { by: 'middle' } };
  const held = Math.min(across?.held ?? seen, down?.held ?? seen);
  const by = people.length > 1 ? 'faces' : 'face';
  return { fit: { ...fit, from: { x: across?.start ?? fit.from.x, y } }, framedBy: { by, held, seen } };
}

// Not the very edge: people stand some way from it, and neighbouring choices share a head's width.
const SIDES = { left: 0.2, middle: 0.5, right: 0.8 } as const;

/** Who matters most, and of the others those who fit into the window beside them. */
function whoFits(people: readonly SteadyPerson[], picture: Size, show: Size): SteadyPerson[] {
  const kept: SteadyPerson[] = [];
  for (const person of people) {
    const all = [...kept, person];
    const wide = median(spansOf(all, (face) => neededAcross(face, picture.width)).map(lengthOf));
    const tall = median(spansOf(all, (face) => neededDown(face, picture.height)).map(lengthOf));
    if (kept.length === 0 || (wide <= show.width && tall <= show.height)) kept.push(person);
  }
  return kept;
}

// A face's box ends at the temples and begins at the brows: hair and ears are beside it, forehead and hair above.
const HEAD = { beside: 0.15, above: 0.45, below: 0.05 } as const;

function neededAcross({ box }: SeenFace, width: number): NeededSpan {
  const air = HEAD.beside * box.width;
  return within({ from: (box.x - air) * width, to: (box.x + box.width + air) * width }, width);
}

function neededDown({ box }: SeenFace, height: number): NeededSpan {
  const [top, chin] = [box.y - HEAD.above * box.height, box.y + (1 + HEAD.below) * box.height];
  return within({ from: top * height, to: chin * height }, height);
}

/** What the clip itself has cut off nobody can show. */
function within({ from, to }: NeededSpan, length: number): NeededSpan {
  return { from: Math.max(0, from), to: Math.min(length, to) };
}

/** At each look that sees any of them, what all of them need. */
function spansOf(people: readonly SteadyPerson[], need: (face: SeenFace) => NeededSpan): NeededSpan[] {
  const looks = people[0]?.faces.length ?? 0;
  return Array.from({ length: looks }, (_, look) => people.flatMap(({ faces }) => faces[look] ?? []).map(need))
    .filter((spans) => spans.length > 0)
    .map((spans) => ({
      from: Math.min(...spans.map(({ from }) => from)),
      to: Math.max(...spans.map(({ to }) => to)),
    }));
}

// A nose so far from between the eyes, in parts of their distance, belongs to a face that looks aside.
const ASIDE = 0.2;
// So much of the window more is left on the side that it looks to.
const LOOK_ROOM = 0.08;

function frameAcross(people: readonly SteadyPerson[], length: number, shown: number) {
  const spans = spansOf(people, (face) => neededAcross(face, length));
  const [only] = people.length === 1 ? people : [];
  const turned = median((only?.faces ?? []).flatMap((face) => face?.turned ?? []));
  const room = Math.abs(turned) > ASIDE ? Math.sign(turned) * LOOK_ROOM * shown : 0;
  const centred = median(spans.map(({ from, to }) => (from + to) / 2)) - shown / 2 + room;
  const leeway = (length - shown) / length < LITTLE ? LEEWAY * shown : 0;
  const wished = Math.min(centred + leeway, Math.max(centred - leeway, (length - shown) / 2));
  return hold(spans, { length, shown, wished });
}

// A picture that loses less than this keeps its composition, as long as the face is not further off than an eighth.
const LITTLE = 0.3;
const LEEWAY = 1 / 8;

// Eyes stand at a third of the height; the box begins at the brows.
const EYES = { inBox: 0.2, inWindow: 1 / 3 } as const;

function frameDown(people: readonly SteadyPerson[], length: number, shown: number) {
  const spans = spansOf(people, (face) => neededDown(face, length));
  const eyes = median(
    people.flatMap(({ faces }) => faces).flatMap((face) => (face ? face.box.y + EYES.inBox * face.box.height : [])),
  );
  return hold(spans, { length, shown, wished: eyes * length - EYES.inWindow * shown });
}

function hold(spans: readonly NeededSpan[], side: WindowSide) {
  return spans.length === 0 ? undefined : holdSpans(spans, side);
}

function lengthOf({ from, to }: NeededSpan): number {
  return to - from;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function evenly(length: number): number {
  return 2 * Math.round(length / 2);
}
