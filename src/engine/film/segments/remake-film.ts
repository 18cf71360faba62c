import type { MediaRunner } from '../../ffmpeg/run-order.ts';
import { readContainer } from '../../qc/measure-film.ts';
import type { FilmRange, RenderPlan } from '../plan-film.ts';
import { WITNESS_BYTES } from '../witness.ts';
import { choosePieces, type FormerFile, type KeptOutput, type KeyedFilm, matchFormer } from './choose-pieces.ts';
import { joinFilm } from './join-film.ts';
import type { MadeOf } from './made-of.ts';
import { type FormerFacts, makePiece, pieceFile, type WitnessedPiece } from './make-piece.ts';
import type { RangedOutput } from './plan-piece.ts';

export interface RemakeParts {
  readonly runner: MediaRunner;
  readonly workFolder: string;
  /** Before the first piece is encoded: of all frames of all files, the share that will be. */
  onPieces?(share: number): void;
  /** Share of the pieces' pictures that are encoded. */
  onShare?(share: number): void;
  readonly signal?: AbortSignal | undefined;
}

/** A film of which only the changed groups were encoded. Its files lie in the work folder and are not proved yet. */
export interface RemadeFilm {
  readonly sound: MadeOf['sound'];
  readonly witness: Buffer;
  /** What was made anew, by preset. */
  readonly ranges: ReadonlyMap<string, readonly FilmRange[]>;
}

/**
 * Makes only what became different since the former files, and joins it with what is kept of them. Answers in words for
 * the log why it can't; rejects with FfmpegError.
 */
export async function remakeFilm(
  plan: RenderPlan,
  { now, formers }: { readonly now: KeyedFilm; readonly formers: ReadonlyMap<string, FormerFile> },
  parts: RemakeParts,
): Promise<RemadeFilm | { whole: string }> {
  const matched = matchFormer(plan, now, formers);
  if ('whole' in matched) return matched;
  const [first] = matched.kept;
  if (!first) throw new Error('a film without outputs');
  const facts = await readAll(matched.kept, parts);
  const chosen = choosePieces(plan, now, withFacts(matched.kept, facts));
  if ('whole' in chosen) return chosen;
  parts.onPieces?.(piecesShare(plan, chosen.pieces));
  const witnessed = await makeAll(plan, chosen.pieces, facts, parts);
  for (const { output, former, facts: own } of withFacts(matched.kept, facts)) {
    const pieces = chosen.pieces.flatMap((outputs, number) =>
      outputs
        .filter(({ preset }) => preset.name === output.preset.name)
        .map(({ range }) => ({ file: pieceFile(output, number), range })),
    );
    await joinFilm({ output, former: former.path, facts: own, pieces, lengthFrames: plan.lengthFrames }, parts);
  }
  return {
    sound: first.former.madeOf.sound,
    witness: patchWitness(Buffer.from(first.former.madeOf.witness, 'base64'), witnessed),
    ranges: rangesOf(plan, chosen.pieces),
  };
}

async function readAll(kept: readonly KeptOutput[], { runner, signal }: RemakeParts): Promise<FormerFacts> {
  const facts = new Map();
  for (const { output, former } of kept)
    facts.set(output.preset.name, await readContainer(runner, { path: former.path, signal }));
  return facts;
}

function withFacts(kept: readonly KeptOutput[], facts: FormerFacts) {
  return kept.map((one) => {
    const own = facts.get(one.output.preset.name);
    if (!own) throw new Error(`nothing is known of the former ${one.output.preset.name}`);
    return { ...one, facts: own };
  });
}

async function makeAll(
  plan: RenderPlan,
  pieces: readonly (readonly RangedOutput[])[],
  facts: FormerFacts,
  parts: RemakeParts,
): Promise<WitnessedPiece[]> {
  // FFmpeg counts the first output's frames.
  const lengths = pieces.map(([first]) => (first ? first.range.toFrame - first.range.fromFrame : 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  const made: WitnessedPiece[] = [];
  for (const [number, outputs] of pieces.entries()) {
    const onFrame = (frame: number) => parts.onShare?.((before + frame) / total);
    made.push(await makePiece(plan, { outputs, number, facts }, { ...parts, onFrame }));
    before += lengths[number] ?? 0;
  }
  return made;
}

function piecesShare(plan: RenderPlan, pieces: readonly (readonly RangedOutput[])[]): number {
  const made = pieces.flat().reduce((sum, { range }) => sum + range.toFrame - range.fromFrame, 0);
  return made / (plan.outputs.length * plan.lengthFrames);
}

function patchWitness(former: Buffer, pieces: readonly WitnessedPiece[]): Buffer {
  const witness = Buffer.from(former);
  for (const { fromSecond, bytes } of pieces) bytes.copy(witness, fromSecond * WITNESS_BYTES);
  return witness;
}

function rangesOf({ outputs }: RenderPlan, pieces: readonly (readonly RangedOutput[])[]): RemadeFilm['ranges'] {
  const made = pieces.flat();
  return new Map(
    outputs.map(({ preset }) => [
      preset.name,
      made.filter((one) => one.preset.name === preset.name).map(({ range }) => range),
    ]),
  );
}
