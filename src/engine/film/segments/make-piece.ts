import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAME_RATE, frames } from '../../../kernel/frames.ts';
import { fullnessAfter } from '../../qc/buffer-model.ts';
import type { ContainerFacts } from '../../qc/film-measurement.ts';
import { programmeStart } from '../encoder-tokens.ts';
import { pieceCommand, WITNESS_FILE } from '../film-tokens.ts';
import type { PlannedOutput, RenderPlan } from '../plan-film.ts';
import { type RenderParts, runFilmCommand } from '../render-film.ts';
import { WITNESS_BYTES } from '../witness.ts';
import { pieceForm, pieceTokens } from './piece-tokens.ts';
import { planPiece, type RangedOutput } from './plan-piece.ts';

/** The former files' packets, by preset. */
export type FormerFacts = ReadonlyMap<string, ContainerFacts>;

/** The seconds of the master in little that a piece made anew. */
export interface WitnessedPiece {
  readonly fromSecond: number;
  readonly bytes: Buffer;
}

/** The name of a piece's file in the work folder. */
export function pieceFile({ preset }: PlannedOutput, number: number): string {
  return `piece-${number}-${preset.name}.${pieceForm(preset)}`;
}

/** Encodes one stretch of the film to every output that needs it, in one process. */
export async function makePiece(
  plan: RenderPlan,
  order: { readonly outputs: readonly RangedOutput[]; readonly number: number; readonly facts: FormerFacts },
  parts: RenderParts,
): Promise<WitnessedPiece> {
  const named = order.outputs.map((output) => ({ ...output, file: pieceFile(output, order.number) }));
  const piece = planPiece(plan, named);
  const command = pieceCommand(piece, (output) => {
    const facts = order.facts.get(output.preset.name);
    if (!facts || !output.range) throw new Error(`a piece without its former ${output.preset.name}`);
    const timecode = frames(programmeStart(output.preset) + output.range.fromFrame);
    return pieceTokens(output.preset, { timecode, fullness: fullnessAt(output, facts) });
  });
  await runFilmCommand(piece, command, parts);
  const bytes = await readFile(join(parts.workFolder, WITNESS_FILE));
  if (bytes.length % WITNESS_BYTES !== 0) throw new Error(`${bytes.length} bytes are no witness of a piece`);
  return { fromSecond: Math.ceil(piece.fromFrame / FRAME_RATE), bytes };
}

function fullnessAt({ preset, range }: PlannedOutput, { pictures: [picture] }: ContainerFacts): number {
  const { bitrate } = preset.picture;
  const kbps = bitrate.kind === 'constant' ? bitrate.kbps : bitrate.ceilingKbps;
  const before = picture?.pictureBytes.slice(0, range?.fromFrame) ?? [];
  return fullnessAfter(before, { bufferBits: bitrate.bufferBits, kbps });
}
