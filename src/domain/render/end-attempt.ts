import { FfmpegError } from '../../engine/ffmpeg/run-order.ts';
import type { QcReport } from '../../engine/qc/qc-report.ts';
import { type Refusal, RefusalError } from '../../kernel/refusal.ts';

/** Films that did not pass their measuring; the message names each and its faults, alike for like faults. */
export class QcFailedError extends Error {
  override readonly name = 'QcFailedError';
}

/** A try to make a cut, and what the try before it failed of (as the queue keeps it: name and message). */
export interface Attempt {
  readonly attempt: number;
  readonly before: string | undefined;
}

interface MeasuredFile {
  readonly preset: string;
  readonly qc: QcReport;
}

/** What to throw for films of which some did not pass: another try, or, the second time alike and the last time, the end with that reason. */
export function decideFailedQc(
  files: readonly MeasuredFile[],
  { attempt, before }: Attempt,
  attempts: number,
): QcFailedError | RefusalError | undefined {
  const faults = files.filter(({ qc }) => !qc.passed).map(saidOf);
  if (faults.length === 0) return undefined;
  const failed = new QcFailedError(faults.join('; '));
  if (attempt < attempts && !isAlike(failed, before)) return failed;
  const refusal = { code: 'render.qc', user: 'render.refused.qc', params: { faults: faults.join('; ') } };
  return new RefusalError({ ...refusal, tech: `${failed.message} (attempt ${attempt})` });
}

function saidOf({ preset, qc }: MeasuredFile): string {
  const ids = qc.checks.filter(({ passed }) => passed === false).map(({ id }) => id);
  return `${preset}: ${ids.join(', ')}`;
}

/** An FFmpeg that ended by its own exit twice with the same words will do so a third time: then its reason ends the job. */
export function refusalOfRepeat(error: unknown, { before }: Attempt): Refusal | undefined {
  if (!(error instanceof FfmpegError) || error.facts.reason !== 'exit' || !isAlike(error, before)) return undefined;
  return { code: 'render.twice', user: 'render.refused.twice', tech: error.message };
}

/** Addresses in memory differ from run to run. */
function isAlike(error: Error, before: string | undefined): boolean {
  const plain = (text: string) => text.replaceAll(/0x[0-9a-f]+/g, '0x').slice(0, 1000);
  return before !== undefined && plain(`${error.name}: ${error.message}`) === plain(before);
}
