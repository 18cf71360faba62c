import type { SeenFace } from '../senses/face.ts';
import type { Look } from '../senses/sight.ts';

/** Somebody who is seen again and again: a face for each look, undefined where they were not seen. */
export interface SteadyPerson {
  readonly faces: readonly (SeenFace | undefined)[];
}

// A face turned away is not found: seen in a third of the looks, somebody is there.
const STEADY = 1 / 3;
// Of the picture's height: smaller ones are passers-by and pictures on a wall.
const LEAST_HEIGHT = 0.06;
// From one look to the next a head moves by less than so many of its own sizes.
const REACH = 3;

/**
 * The people of a shot, who matters most first: near, long in the picture, speaking. Somebody who moves too far to be
 * followed is the largest face of each look. Nobody, where faces are seen in few of the looks.
 */
export function findSteadyPeople(looks: readonly Look[]): SteadyPerson[] {
  const seen = looks.map(({ face, others = [] }) => (face ? [face, ...others].filter(isLarge) : []));
  const often = ({ faces }: SteadyPerson) =>
    faces.filter((face) => face !== undefined).length >= Math.max(1, seen.length * STEADY);
  const steady = followFaces(seen).filter(often);
  const restless = [{ faces: seen.map(([largest]) => largest) }].filter(often);
  return (steady.length > 0 ? steady : restless).toSorted((a, b) => weigh(b) - weigh(a));
}

function isLarge({ box }: SeenFace): boolean {
  return box.height >= LEAST_HEIGHT;
}

interface Followed {
  readonly faces: (SeenFace | undefined)[];
  last: SeenFace;
}

/** Each face goes to the person who was last seen nearest to it; who is near to nobody is somebody else. */
function followFaces(seen: readonly (readonly SeenFace[])[]): SteadyPerson[] {
  const people: Followed[] = [];
  for (const [index, faces] of seen.entries()) {
    const met = nearestFirst(people, faces);
    for (const { person, face } of met) {
      if (person.faces[index] !== undefined || people.some((one) => one.faces[index] === face)) continue;
      person.faces[index] = face;
      person.last = face;
    }
    for (const face of faces.filter((one) => people.every((person) => person.faces[index] !== one)))
      people.push({ faces: seen.map((_, look) => (look === index ? face : undefined)), last: face });
  }
  return people;
}

function nearestFirst(people: readonly Followed[], faces: readonly SeenFace[]) {
  return people
    .flatMap((person) => faces.map((face) => ({ person, face, apart: sizesApart(person.last, face) })))
    .filter(({ apart }) => apart <= REACH)
    .toSorted((a, b) => a.apart - b.apart);
}

function sizesApart({ box: a }: SeenFace, { box: b }: SeenFace): number {
  const across = (a.x + a.width / 2 - b.x - b.width / 2) / b.width;
  const down = (a.y + a.height / 2 - b.y - b.height / 2) / b.height;
  return Math.hypot(across, down);
}

/** Who speaks counts up to double: between two looks their lips change by some 0.1–0.2 of the mouth's width, others' hardly. */
function weigh({ faces }: SteadyPerson): number {
  const there = faces.filter((face) => face !== undefined);
  const changes = there.slice(1).map((face, index) => Math.abs(face.lipsApart - (there[index]?.lipsApart ?? 0)));
  const lips = changes.reduce((sum, change) => sum + change, 0) / Math.max(1, changes.length);
  return there.reduce((sum, { box }) => sum + box.height, 0) * (1 + Math.min(1, 5 * lips));
}
