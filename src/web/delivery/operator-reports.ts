import { confirmDay, importAsRun, takeAsRunEvent } from '../../domain/airing/index.ts';
import { parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { readDayWord } from '../airing/day-word.ts';
import { describeProblem } from '../airing/problem.ts';
import { readBytes } from '../http/read-bytes.ts';
import { readJson } from '../http/read-json.ts';
import type { WebContext } from '../http/route.ts';
import { ownOperator, ownPath } from './operator-machine.ts';

/** "Yes, all aired", from the page's own form. */
export async function confirmOwnDay(c: WebContext) {
  const operator = ownOperator(c);
  const said = await readDayWord(c);
  const day = parseBroadcastDay(c.req.param('day') ?? '');
  if (!day) throw new NotFoundError('day');
  unwrap(confirmDay(c.get('app'), `operator:${operator.id}`, { operatorId: operator.id, day, ...said }));
  return c.redirect(`${ownPath(c)}?done=confirmed`, 303);
}

/** One play as JSON, or a CSV file as the body. */
export async function takeAsRun(c: WebContext) {
  const app = c.get('app');
  const operator = ownOperator(c);
  if ((c.req.header('content-type') ?? '').startsWith('application/json'))
    return c.json(unwrap(takeAsRunEvent(app, operator, await readJson(c))));
  const bytes = await readBytes(c, 'asrun.refused.big');
  const given = { source: 'file', actor: `operator:${operator.id}` } as const;
  const { problems, ...taken } = unwrap(await importAsRun(app, operator, bytes, given));
  return c.json({ ...taken, problems: problems.map(describeProblem) });
}
