import type { AsRunProblem } from '../../engine/asrun/asrun-document.ts';
import { messageIn } from '../locales/index.ts';

/** What is wrong with a line, for machines: both languages. */
export function describeProblem({ line, code, user, params }: AsRunProblem) {
  return { line, code, message: { hi: messageIn('hi', user, params), en: messageIn('en', user, params) } };
}
