import { readVariant } from '../../engine/film/preset-variants.ts';
import { type LogDocument, parseLogDocument } from '../../engine/playlists/log-document.ts';
import { addDays, broadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { frames } from '../../kernel/frames.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import { type Channel, type Operator, operatorFileName } from '../directory/index.ts';
import { listReleasedFilms, titleOf } from './operator-needs.ts';
import { listPlannedPlays, listReleasedLogs, type PlannedPlay, type ReleasedLog } from './planned.store.ts';
import { buildRunSheet } from './run-sheet.ts';

interface ChannelDay {
  readonly operator: Operator;
  readonly channel: Channel;
  readonly day: string;
}

/**
 * The released list of one channel and day as LOG.json, files named `<preset>/<house>.<ext>` in the first of the operator's
 * presets that the cut was made in. A position whose film the operator's machines cannot read is left out. undefined:
 * no list was released.
 */
export function buildOperatorLog(
  rows: Rows,
  where: ChannelDay,
): { log: LogDocument; released: ReleasedLog } | undefined {
  const { released, plays } = readDay(rows, where);
  if (!released) return undefined;
  const { operator, channel, day } = where;
  const cuts = describeCuts(rows, operator, plays);
  const positions = plays
    .filter((play) => Object.hasOwn(cuts, play.house))
    .map((play) => ({
      break: play.breakId,
      position: play.position,
      at: formatTimecode(frames(play.atFrame)),
      cut: play.house,
      flight: play.flightId,
      lengthFrames: play.lengthFrames,
    }));
  const names = { operator: nameOf(operator), channel: nameOf(channel) };
  return { log: unwrap(parseLogDocument({ ...names, day, positions, cuts })), released };
}

/** The same list for paper; `withdrawn` stands on top of it. */
export function buildOperatorRunSheet(
  rows: Rows,
  where: ChannelDay & { readonly place: string; readonly language: 'hi' | 'en' },
  withdrawn: Parameters<typeof buildRunSheet>[0]['withdrawn'],
) {
  const { released, plays } = readDay(rows, where);
  if (!released) return undefined;
  return buildRunSheet({
    channel: where.channel.name,
    operator: where.operator.name,
    place: where.place,
    day: where.day,
    version: released.version,
    positions: plays.map((play) => ({
      at: formatTimecode(frames(play.atFrame)),
      cut: play.house,
      lengthFrames: play.lengthFrames,
    })),
    titles: new Map(plays.map((play) => [play.house, titleOf(rows, play, where.language)])),
    withdrawn,
  });
}

function readDay(rows: Rows, { channel, day }: ChannelDay) {
  const span = { from: day, until: addDays(broadcastDay(day), 1) };
  const [released] = listReleasedLogs(rows, [channel.id], span);
  return { released, plays: listPlannedPlays(rows, [channel.id], span) };
}

function describeCuts(rows: Rows, operator: Operator, plays: readonly PlannedPlay[]): LogDocument['cuts'] {
  const byCut = new Map(plays.map((play) => [play.cutId, play]));
  const films = Map.groupBy(listReleasedFilms(rows, operator, [...byCut.keys()]), (film) => film.cutId);
  const cuts: LogDocument['cuts'] = {};
  for (const play of byCut.values()) {
    const made = films.get(play.cutId) ?? [];
    // In the order of the operator's presets; a list plays films alone, never bars and a clock.
    const film = made.find(({ preset }) => !readVariant(preset).slated);
    if (!film) continue;
    cuts[play.house] = {
      title: titleOf(rows, play, 'hi'),
      titleLatin: titleOf(rows, play, 'en'),
      lengthFrames: play.lengthFrames,
      file: `${film.preset}/${operatorFileName(operator.settings.fileNames, play.house, film.extension)}`,
      bytes: film.sizeBytes,
      sha256: film.blob,
    };
  }
  return cuts;
}

function nameOf({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}
