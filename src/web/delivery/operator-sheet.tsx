import { buildOperatorRunSheet, type DayPart, listWithdrawn } from '../../domain/delivery/index.ts';
import { findDistrict, listChannels } from '../../domain/directory/index.ts';
import { parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { frames } from '../../kernel/frames.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { pageContext } from '../http/page-context.ts';
import type { WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { ownOperator, ownPath } from './operator-machine.ts';
import { RunSheetPage } from './run-sheet-page.tsx';

/** A released list of one of the operator's channels, for paper; without `channel` the first that has one. */
export function showRunSheet(c: WebContext) {
  const app = c.get('app');
  const { rows } = app.catalogue;
  const [operator, language, t] = [ownOperator(c), c.get('language'), c.get('t')];
  const day = parseBroadcastDay(c.req.param('day') ?? '');
  const wanted = c.req.query('channel');
  const channels = listChannels(rows, [operator.id]).filter((one) => wanted === undefined || one.id === wanted);
  if (!day) throw new NotFoundError('day');
  const place = findDistrict(rows, operator.district)?.[language] ?? operator.district;
  const say = (key: string) => messageIn(language, key);
  const withdrawn = listWithdrawn(rows, operator.id, { language, say });
  for (const channel of channels) {
    const sheet = buildOperatorRunSheet(rows, { operator, channel, day, place, language }, withdrawn);
    if (!sheet) continue;
    const view = {
      channel: sheet.channel,
      operator: `${sheet.operator}, ${sheet.place}`,
      day,
      version: sheet.version,
      madeAt: app.clock.now(),
      backHref: ownPath(c),
      withdrawn: withdrawn.map(({ house, title, reason }) => ({ houseNumber: house, name: title, reason })),
      dayparts: sheet.parts.map(({ part, rows: plays }) => ({ label: t(labelOf(part)), plays: plays.map(toPlay) })),
    };
    return c.html(<RunSheetPage context={pageContext(c)} view={view} />);
  }
  throw new NotFoundError('list');

  function toPlay(row: NonNullable<ReturnType<typeof buildOperatorRunSheet>>['parts'][number]['rows'][number]) {
    const time = row.isNextDay ? `${row.time} (${t('sheet.nextDay')})` : row.time;
    return { time, houseNumber: row.house, title: row.title, length: frames(row.lengthFrames) };
  }
}

function labelOf(part: DayPart): `sheet.part.${DayPart}` {
  return `sheet.part.${part}`;
}
