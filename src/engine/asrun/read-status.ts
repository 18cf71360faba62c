import type { AsRunStatus } from './asrun-document.ts';

const AIRED = new Set([
  'aired',
  'played',
  'played ok',
  'ok',
  'yes',
  'y',
  'चला',
  'चल गया',
  'हाँ',
  'हां',
  'प्रसारित',
  '✓',
  '✔',
]);
const FAILED = new Set([
  'not aired',
  'failed',
  'missed',
  'missing',
  'skipped',
  'no',
  'n',
  'नहीं चला',
  'नही चला',
  'न चला',
  'नहीं',
  'नही',
  '✗',
  '✘',
]);

/** What a status cell says; a word that is not known is `unknown`, also an empty cell. */
export function readStatus(text: string): AsRunStatus {
  const plain = text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (AIRED.has(plain)) return 'aired';
  return FAILED.has(plain) ? 'failed' : 'unknown';
}
