import { type PlannedLogs, parsePlan, planLogs } from '../domain/traffic/index.ts';
import { unwrap } from '../kernel/refusal.ts';
import { type Command, EXIT } from './command.ts';
import { onlyFile, readJson } from './read-document.ts';
import { streamAnswer } from './stream-answer.ts';

export const schedule: Command = {
  name: 'schedule',
  usage: 'prerna schedule PLAN.json [--json]',
  summary: 'Flights and channels in, one log for each channel and day out; no service.',
  options: {},
  async run(input) {
    const plan = unwrap(parsePlan(await readJson(onlyFile(input, 'PLAN.json'))));
    const answer = planLogs(plan);
    if (input.json) await streamAnswer(piecesOf(answer));
    else input.answer(answer, inWords(answer));
    // A broken rule that no lock explains would be a fault of ours: the answer must not pass as done.
    return answer.violations.length === 0 ? EXIT.done : EXIT.failed;
  },
};

/** The answer as one JSON document, a log a piece: a week of 1,000 channels is longer than one string should be. */
function* piecesOf({ logs, unplaced, violations, warnings }: PlannedLogs): Generator<string> {
  const lists = { logs, unplaced, violations, warnings };
  let opening = '{';
  for (const [name, list] of Object.entries(lists)) {
    yield `${opening}"${name}":[`;
    for (const [index, item] of list.entries()) yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`;
    yield ']';
    opening = ',\n';
  }
  yield '}\n';
}

function inWords({ logs, unplaced, violations, warnings }: PlannedLogs): string {
  const placed = logs.reduce((sum, log) => sum + log.positions.length, 0);
  const missing = unplaced.reduce((sum, one) => sum + one.missing, 0);
  const reasons = Object.entries(Object.groupBy(unplaced, (one) => one.reason));
  return [
    `${logs.length} logs, ${placed} positions, ${missing} plays not placed`,
    ...reasons.map(([reason, list = []]) => `  ${reason}: ${list.reduce((sum, one) => sum + one.missing, 0)}`),
    `${warnings.length} warnings, ${violations.length} broken rules (--json lists all)`,
  ].join('\n');
}
