import {
  comingDays,
  listOperatorFilms,
  listPlannedPlays,
  listPositionsOfCut,
  listReleasedLogs,
  listWithdrawn,
  markRecallsSeen,
  type OperatorFilm,
  titleOf,
  today,
} from '../../domain/delivery/index.ts';
import { type Channel, listChannels, type Operator } from '../../domain/directory/index.ts';
import { findPlaylistDialect } from '../../engine/playlists/dialects.ts';
import { addDays, type BroadcastDay, broadcastDay, listDays } from '../../kernel/broadcast-day.ts';
import { frames } from '../../kernel/frames.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import { viewDayToConfirm } from '../airing/view-yesterday.ts';
import { pageContext } from '../http/page-context.ts';
import type { WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { ownOperator, ownPath } from './operator-machine.ts';
import { OperatorPage, type OperatorView } from './operator-page.tsx';
import { viewSetup } from './view-setup.ts';

/** Files on the page before "show the rest" (screens: operator). */
const SHOWN = 8;

/** The operator's day from the catalogue; opening it counts as having seen its recalls. */
export async function showOperatorDay(c: WebContext) {
  const app = c.get('app');
  const operator = ownOperator(c);
  const channels = listChannels(app.catalogue.rows, [operator.id]);
  const day = today(app);
  const view: OperatorView = {
    operator: operator.name,
    channel: channels.map((channel) => channel.name).join(', '),
    day,
    islands: ['yesterday.island.js'],
    removals: listRemovals(c, operator, channels),
    ...describeFiles(c, operator),
    today: describeLists(c, operator, channels, day),
    next: describeNext(c, operator, channels),
    yesterday: viewDayToConfirm(c, {
      operatorId: operator.id,
      day: addDays(day, -1),
      action: `${ownPath(c)}/confirm/${addDays(day, -1)}`,
      allHref: `${ownPath(c)}?plays=all`,
    }),
    setup: await viewSetup(c, operator, channels),
    helpPhone: undefined,
    done: sayDone(c),
  };
  markRecallsSeen(app, operator.id, app.clock.now());
  return c.html(<OperatorPage context={pageContext(c)} view={view} />);
}

function sayDone(c: WebContext): OperatorView['done'] {
  const done = c.req.query('done');
  if (done === 'removed') return { text: c.get('t')('op.removedDone') };
  return done === 'confirmed' ? { text: c.get('t')('op.confirmed') } : undefined;
}

function listRemovals(c: WebContext, operator: Operator, channels: readonly Channel[]): OperatorView['removals'] {
  const app = c.get('app');
  const language = c.get('language');
  const own = new Set(channels.map((channel) => channel.id));
  const say = (key: string) => messageIn(language, key);
  return listWithdrawn(app.catalogue.rows, operator.id, { language, say })
    .filter((recall) => !recall.acked)
    .map((recall) => ({
      name: recall.title,
      houseNumber: recall.house,
      reason: recall.reason,
      stillInList: listPositionsOfCut(app.catalogue.rows, recall.cutId).some(
        (position) => own.has(position.channelId) && position.day >= today(app),
      ),
      ackAction: `${ownPath(c)}/recalls/${recall.recallId}/ack`,
    }));
}

/** Today's films; once all of them are there, those of the next released day that lacks some, to be fetched the evening before. */
function describeFiles(c: WebContext, operator: Operator): Pick<OperatorView, 'fresh' | 'files'> {
  const app = c.get('app');
  const { rows } = app.catalogue;
  const { from, until } = comingDays(app);
  const filmsOf = (day: BroadcastDay) => listOperatorFilms(rows, operator, { from: day, until: addDays(day, 1) });
  const isMissing = (film: OperatorFilm) => film.state !== 'present';
  const day =
    listDays(broadcastDay(from), broadcastDay(until)).find((one) => filmsOf(one).some(isMissing)) ?? today(app);
  const films = filmsOf(day);
  const missing = films.filter(isMissing);
  const [only] = missing;
  const hrefOf = (film: OperatorFilm) => `${ownPath(c)}/files/${film.preset}/${film.file}`;
  const showsAll = c.req.query('all') === '1' || films.length <= SHOWN;
  return {
    fresh: {
      day,
      files: missing.length,
      bytes: missing.reduce((sum, film) => sum + film.sizeBytes, 0),
      present: films.length - missing.length,
      href: only && missing.length === 1 ? hrefOf(only) : `${ownPath(c)}/packages/${day}.zip?new=1`,
    },
    files: {
      day,
      total: films.length,
      files: films.slice(0, showsAll ? films.length : SHOWN).map((film) => ({
        title: titleOf(rows, film, c.get('language')),
        fileName: film.file,
        length: frames(film.lengthFrames),
        sizeBytes: film.sizeBytes,
        state: film.state,
        href: hrefOf(film),
      })),
      restHref: showsAll ? undefined : `${ownPath(c)}?all=1`,
    },
  };
}

/** The next day's lists, once they are out: machines are made ready the evening before. */
function describeNext(c: WebContext, operator: Operator, channels: readonly Channel[]): OperatorView['next'] {
  const day = addDays(today(c.get('app')), 1);
  const { lists } = describeLists(c, operator, channels, day);
  return lists.length > 0 ? { day, lists } : undefined;
}

function describeLists(c: WebContext, operator: Operator, channels: readonly Channel[], day: BroadcastDay) {
  const { rows } = c.get('app').catalogue;
  const span = { from: day, until: addDays(day, 1) };
  const ids = channels.map((channel) => channel.id);
  const plays = listPlannedPlays(rows, ids, span);
  const released = new Set(listReleasedLogs(rows, ids, span).map((log) => log.channelId));
  const dialect = operator.settings.playlists.find((name) => findPlaylistDialect(name)) ?? 'm3u8';
  const [first] = plays;
  return {
    spots: new Set(plays.map((play) => play.house)).size,
    plays: plays.length,
    first: first && formatTimecode(frames(first.atFrame)).slice(0, 8),
    lists: channels
      .filter((channel) => released.has(channel.id))
      .map((channel) => ({
        channel: channel.name,
        listHref: `${ownPath(c)}/channels/${channel.id}/logs/${day}.${dialect}`,
        printHref: `${ownPath(c)}/run-sheet/${day}?channel=${channel.id}`,
      })),
  };
}
