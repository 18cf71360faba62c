import {
  acknowledgeRecall,
  buildOperatorManifest,
  listRecallsOf,
  markRecallsSeen,
  parseHoldingsReply,
  recallReason,
  saveHoldings,
} from '../../domain/delivery/index.ts';
import { findOperator, type Operator } from '../../domain/directory/index.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { auditHead } from '../../platform/db/audit.ts';
import { readJson } from '../http/read-json.ts';
import { operatorOf, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';

/** The operator whose token was shown; a closed one is like an unknown one. */
export function ownOperator(c: WebContext): Operator {
  const operator = findOperator(c.get('app').catalogue.rows, operatorOf(c));
  if (!operator?.active) throw new NotFoundError('operator');
  return operator;
}

/** `/o/<token>` as this request wrote it, so that `-` stays `-` where the token came in a header. */
export function ownPath(c: WebContext): string {
  return `/o/${encodeURIComponent(c.req.param('token') ?? '-')}`;
}

export function serveManifest(c: WebContext) {
  const app = c.get('app');
  const head = auditHead(app.catalogue.rows)?.hash ?? '';
  return c.json(buildOperatorManifest(app, ownOperator(c), head));
}

export async function takeReply(c: WebContext) {
  const operator = ownOperator(c);
  saveHoldings(c.get('app'), operator.id, unwrap(parseHoldingsReply(await readJson(c))));
  return c.body(null, 204);
}

export function listOwnRecalls(c: WebContext) {
  const app = c.get('app');
  const operator = ownOperator(c);
  markRecallsSeen(app, operator.id, app.clock.now());
  const recalls = listRecallsOf(app.catalogue.rows, operator.id).map((recall) => {
    const { id, house, cause, ground, madeAt, notice } = recall;
    const say = (language: 'hi' | 'en') => recallReason(recall, (key) => messageIn(language, key));
    const reason = { hi: say('hi'), en: say('en') };
    return { id, house, cause, ground, reason, since: madeAt, ackedAt: notice.ackedAt };
  });
  return c.json({ recalls });
}

/** From a machine: nothing more to say. From the page's button: back to the page. */
export function acknowledge(c: WebContext) {
  const operator = ownOperator(c);
  const by = { operatorId: operator.id, actor: `operator:${operator.id}` };
  acknowledgeRecall(c.get('app'), by, c.req.param('recallId') ?? '');
  return cameFromPage(c) ? c.redirect(`${ownPath(c)}?done=removed`, 303) : c.body(null, 204);
}

function cameFromPage(c: WebContext): boolean {
  return (c.req.header('accept') ?? '').includes('text/html');
}
