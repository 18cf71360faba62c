import { join } from 'node:path';
import { messageIn } from '../web/locales/index.ts';
import type { MadeAnswer } from './made-answer.ts';

/** What `make` prints without --json. */
export function describeMade({ deliverables, warnings, seconds, unchanged }: MadeAnswer, out: string): string {
  const files = deliverables.map(({ file, frames, qc, remade }) => {
    const failed = qc.checks.filter((check) => check.passed === false).map((check) => check.id);
    return `  ${join(out, file)} · ${frames} frames${unchanged ? '' : anew(remade)} · QC ${qc.passed ? '✓' : `✗ ${failed.join(', ')}`}`;
  });
  const notes = warnings.map(sayNote);
  const same = unchanged ? [`${messageIn('hi', 'cli.unchanged')}\n${messageIn('en', 'cli.unchanged')}`] : [];
  return [`${seconds.toFixed(1)} s`, ...same, ...files, ...notes].join('\n');
}

export function sayNote({ message }: MadeAnswer['warnings'][number]): string {
  return `  ! ${message.hi}\n    ${message.en}`;
}

/** What was encoded of a film that was corrected. */
function anew(remade: MadeAnswer['deliverables'][number]['remade']): string {
  if (!remade) return '';
  const encoded = remade.reduce((sum, { fromFrame, toFrame }) => sum + toFrame - fromFrame, 0);
  return `, ${encoded} of them anew`;
}
