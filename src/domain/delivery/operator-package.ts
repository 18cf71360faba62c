import { findPlaylistDialect } from '../../engine/playlists/dialects.ts';
import { parsePlaylistSettings } from '../../engine/playlists/playlist-settings.ts';
import { writePlaylist } from '../../engine/playlists/write-playlist.ts';
import { addDays, broadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { listChannels, type Operator } from '../directory/index.ts';
import { listCutNames } from './cut-names.ts';
import { buildOperatorLog } from './operator-log.ts';
import { listOperatorFilms, type OperatorFilm, titleOf } from './operator-needs.ts';
import { listPackageContents, type PackageEntry, type PackageInput } from './package-contents.ts';
import { recallReason } from './recall-ground.ts';
import { listRecallsOf } from './recalls.store.ts';

interface PackageWish {
  readonly day: string;
  /** Leaves out films that were handed out before. */
  readonly onlyNew: boolean;
  readonly language: 'hi' | 'en';
  readonly say: PackageInput['say'];
}

export interface DayPackage {
  readonly entries: readonly PackageEntry[];
  readonly films: readonly OperatorFilm[];
  /** When the newest of its lists changed: the time that its files carry. */
  readonly changedAt: Date;
}

/** Films and lists of one day of an operator; undefined when no list was released for that day. */
export function buildDayPackage(rows: Rows, operator: Operator, wish: PackageWish): DayPackage | undefined {
  const logs = listChannels(rows, [operator.id]).flatMap((channel) => {
    const log = buildOperatorLog(rows, { operator, channel, day: wish.day });
    return log ? [log] : [];
  });
  if (logs.length === 0) return undefined;
  const span = { from: wish.day, until: addDays(broadcastDay(wish.day), 1) };
  const films = listOperatorFilms(rows, operator, span).filter((film) => !wish.onlyNew || film.state !== 'present');
  const entries = listPackageContents({
    operator: operator.name,
    day: wish.day,
    films: films.map(({ preset, file, house, sizeBytes, blob }) => ({
      preset,
      file,
      house,
      bytes: sizeBytes,
      sha256: blob,
    })),
    playlists: logs.flatMap(({ log }) => writeLists(operator, log)),
    withdrawn: listWithdrawn(rows, operator.id, wish),
    say: wish.say,
  });
  const changed = logs.map(({ released }) => released.changedAt).sort();
  return { entries, films, changedAt: new Date(changed.at(-1) ?? 0) };
}

function writeLists(operator: Operator, log: Parameters<typeof writePlaylist>[1]) {
  const settings = unwrap(parsePlaylistSettings({}));
  return operator.settings.playlists.flatMap((name) => {
    const dialect = findPlaylistDialect(name);
    return dialect ? [unwrap(writePlaylist(dialect, log, settings))] : [];
  });
}

/** Recalled cuts with the words that people know them by, for readme, run sheet and page. */
export function listWithdrawn(
  rows: Rows,
  operatorId: string,
  { language, say }: Pick<PackageWish, 'language' | 'say'>,
) {
  const recalled = listRecallsOf(rows, operatorId);
  const names = listCutNames(
    rows,
    recalled.map((recall) => recall.cutId),
  );
  return recalled.map((recall) => {
    const { id, cutId, house, notice, madeAt } = recall;
    const name = names.get(cutId);
    return {
      recallId: id,
      cutId,
      house,
      title: name ? titleOf(rows, name, language) : house,
      reason: recallReason(recall, say),
      acked: notice.ackedAt !== null,
      madeAt,
    };
  });
}
