import type { Person } from '../../domain/accounts/index.ts';
import {
  listCutNames,
  listNotices,
  listPositionsOfCut,
  type Recall,
  recallReason,
  today,
} from '../../domain/delivery/index.ts';
import { findDistrict, findScheme, listChannels } from '../../domain/directory/index.ts';
import { broadcastDay, instantOf } from '../../kernel/broadcast-day.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import { personOf, type WebContext } from '../http/route.ts';
import { shortName } from '../intake/scheme-name.ts';
import { messageIn } from '../locales/index.ts';
import type { AnswerView } from './recall-answers.tsx';
import type { OpenRecallView } from './recalls-page.tsx';

/** Whose act a recall is; the policy rows of recall-routes say the same. */
export function mayRecall(by: Pick<Person, 'role'>): boolean {
  return ['traffic', 'headOffice', 'admin'].includes(by.role);
}

/** What people call the recalled spot. */
export function nameRecall(c: WebContext, recall: Recall) {
  const { rows } = c.get('app').catalogue;
  const name = listCutNames(rows, [recall.cutId]).get(recall.cutId);
  const scheme = shortName(name && findScheme(rows, name.scheme), c.get('language'));
  return { name: name?.name ?? recall.house, village: name?.village ?? '', scheme };
}

/** A recall with every operator's answer: who is silent first, by the next play that an old list still holds. */
export function viewOpenRecall(c: WebContext, recall: Recall): OpenRecallView {
  const { rows } = c.get('app').catalogue;
  const notices = listNotices(rows, recall.id);
  const ahead = listPlaysAhead(
    c,
    recall.cutId,
    notices.map(({ operator }) => operator.id),
  );
  const answers = notices.map(({ notice, operator }) => {
    const plays = notice.ackedAt ? [] : (ahead.get(operator.id) ?? []);
    const [next] = plays;
    const answer: AnswerView = {
      operator: operator.name,
      district: findDistrict(rows, operator.district)?.[c.get('language')] ?? operator.district,
      state: notice.ackedAt ? 'removed' : notice.seenAt ? 'seen' : 'silent',
      nextPlay: next && formatTimecode(frames(next.atFrame)).slice(0, 8),
      nextDay: next && next.day !== today(c.get('app')) ? next.day : undefined,
      seenAt: notice.seenAt ? new Date(notice.seenAt) : undefined,
      removedAt: notice.ackedAt ? new Date(notice.ackedAt) : undefined,
      phone: operator.phone ?? undefined,
    };
    return { answer, plays: plays.length, order: next ? `${next.day} ${String(next.atFrame).padStart(9, '0')}` : '~' };
  });
  const atRisk = answers.filter(({ plays }) => plays > 0);
  const { name, village, scheme } = nameRecall(c, recall);
  return {
    houseNumber: recall.house,
    scheme,
    title: [name, village].filter(Boolean).join(', '),
    reason: recallReason(recall, (key) => messageIn(c.get('language'), key)),
    at: new Date(recall.madeAt),
    isLifted: recall.liftedAt !== null,
    liftAction:
      recall.cause === 'department' && !recall.liftedAt && mayRecall(personOf(c))
        ? `/delivery/recalls/${recall.id}/lift`
        : undefined,
    acked: notices.filter(({ notice }) => notice.ackedAt).length,
    operators: notices.length,
    atRisk:
      atRisk.length > 0
        ? { operators: atRisk.length, plays: atRisk.reduce((sum, { plays }) => sum + plays, 0) }
        : undefined,
    answers: answers
      .sort((a, b) => rank(a.answer) - rank(b.answer) || compare(a.order, b.order))
      .map((one) => one.answer),
  };
}

const rank = ({ state }: AnswerView) => ['silent', 'seen', 'removed'].indexOf(state);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

type Position = ReturnType<typeof listPositionsOfCut>[number];

/** Plays whose time is to come and that were pulled from lists which operators may have fetched before. */
function listPlaysAhead(c: WebContext, cutId: string, operatorIds: readonly string[]): Map<string, Position[]> {
  const { catalogue, clock, config } = c.get('app');
  const now = clock.now().getTime();
  const startOf = ({ day, atFrame }: Position) =>
    instantOf(broadcastDay(day), 0, config.dayClock).getTime() + (atFrame / FRAME_RATE) * 1000;
  const ahead = listPositionsOfCut(catalogue.rows, cutId).filter((position) => startOf(position) > now);
  const byChannel = Map.groupBy(ahead, (position) => position.channelId);
  const owners = listChannels(catalogue.rows, operatorIds);
  const plays = new Map<string, Position[]>();
  for (const channel of owners)
    plays.set(channel.operatorId, [...(plays.get(channel.operatorId) ?? []), ...(byChannel.get(channel.id) ?? [])]);
  return plays;
}
