import type { ContainerFacts } from '../../qc/film-measurement.ts';
import type { FilmRange, PlannedOutput, RenderPlan } from '../plan-film.ts';
import { changedRanges, joinRanges, roundOut } from './changed-ranges.ts';
import type { MadeOf } from './made-of.ts';
import { hullOf, overlaps, type RangedOutput } from './plan-piece.ts';

/** A finished file of the film's last version. */
export interface FormerFile {
  /** Whole path. */
  readonly path: string;
  readonly madeOf: MadeOf;
}

/** What the film is to be made of. */
export interface KeyedFilm {
  readonly pictures: MadeOf['pictures'];
  readonly soundKey: string;
  /** By preset. */
  readonly encoders: ReadonlyMap<string, string>;
}

/** An output with the former file that it continues. */
export interface KeptOutput {
  readonly output: PlannedOutput;
  readonly former: FormerFile;
}

/** The outputs with their former files, or in words for the log why the film has to be made whole. */
export function matchFormer(
  { outputs, shots }: RenderPlan,
  now: KeyedFilm,
  formers: ReadonlyMap<string, FormerFile>,
): { kept: readonly KeptOutput[] } | { whole: string } {
  // Both look at the pictures before: a piece would begin without them.
  if (shots.some(({ helps }) => helps.motionFile || helps.denoise)) return { whole: 'a shot is steadied or cleaned' };
  const kept: KeptOutput[] = [];
  for (const output of outputs) {
    const { name } = output.preset;
    const former = formers.get(name);
    if (!former) return { whole: `no former ${name}` };
    if (former.madeOf.encoder !== now.encoders.get(name)) return { whole: `${name} is made in another way` };
    if (former.madeOf.sound.key !== now.soundKey) return { whole: 'the sound is another' };
    if (former.madeOf.pictures.at(-1)?.toFrame !== now.pictures.at(-1)?.toFrame) return { whole: 'another length' };
    kept.push({ output, former });
  }
  return { kept };
}

// Beyond this a whole render costs no more than cutting, joining and measuring twice might.
const MOST_OF_A_FILM = 0.7;

/** Which ranges each output needs anew, in whole groups of its former file, put together as processes; none: nothing changed. */
export function choosePieces(
  plan: RenderPlan,
  now: Pick<KeyedFilm, 'pictures'>,
  kept: readonly (KeptOutput & { readonly facts: ContainerFacts })[],
): { pieces: readonly (readonly RangedOutput[])[] } | { whole: string } {
  const wanted = kept.map(({ output, former, facts }) => {
    const changed = changedRanges(former.madeOf.pictures, now.pictures);
    return { output, ranges: roundOut(changed, groupStarts(facts), plan.lengthFrames) };
  });
  const windows = joinRanges(wanted.flatMap(({ ranges }) => ranges));
  const pieces = windows.map((window) => wanted.flatMap(({ output, ranges }) => rangedIn(window, output, ranges)));
  const made = pieces.flat().reduce((sum, { range }) => sum + range.toFrame - range.fromFrame, 0);
  const share = made / (kept.length * plan.lengthFrames);
  return share > MOST_OF_A_FILM ? { whole: `${Math.round(share * 100)} % of the film changed` } : { pieces };
}

/** One process gives an output one stretch: what lies between two of its own is made along. */
function rangedIn(window: FilmRange, output: PlannedOutput, ranges: readonly FilmRange[]): RangedOutput[] {
  const inside = ranges.filter((range) => overlaps(range, window));
  return inside.length === 0 ? [] : [{ ...output, range: hullOf(inside) }];
}

function groupStarts({ pictures: [picture] }: ContainerFacts): number[] {
  let at = 0;
  return [0, ...(picture?.gopLengths ?? []).map((length) => (at += length))];
}
