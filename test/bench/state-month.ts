import { newId } from '../../src/kernel/ids.ts';
import type { SqliteFile } from '../../src/platform/db/open.ts';

export interface StateMonth {
  readonly operators: number;
  readonly spots: number;
  /** Days with released lists, oldest first; the last one is today. */
  readonly days: readonly string[];
}

/** So many plays a channel has each day: two of each of three cuts. */
const TIMES = ['07:58', '12:58', '18:58', '19:58', '20:58', '21:58'];

/**
 * Fills a migrated catalogue with its presets for a whole state: operators (each third has two channels), spots spread over
 * the past eighty days, a list for each channel and day, a word on nine plays of ten, and lists of each tenth operator.
 */
export function fillState(file: SqliteFile, { operators, spots, days }: StateMonth): void {
  const codes = (table: string) =>
    file
      .prepare<[], { code: string }>(`SELECT code FROM ${table} ORDER BY code`)
      .all()
      .map((row) => row.code);
  const [districts, schemes] = [codes('districts'), codes('schemes')];
  const pick = <T>(list: readonly T[], at: number) => list[at % list.length] as T;
  file.transaction(() => {
    const person = addPerson(file);
    const cuts = Array.from({ length: spots }, (_, at) =>
      addSpot(file, {
        at,
        person,
        district: pick(districts, at),
        scheme: pick(schemes, at * 7),
        today: days.at(-1) ?? '',
      }),
    );
    for (let at = 0; at < operators; at += 1)
      addOperator(file, { at, district: pick(districts, at), days, cuts, person });
  })();
}

function addPerson(file: SqliteFile): string {
  const id = newId();
  file
    .prepare(
      "INSERT INTO people (id, login, name, role, reach_kind, created_at) VALUES (?, 'bench', 'bench', 'staff', 'state', '2026-01-01')",
    )
    .run(id);
  return id;
}

interface SpotWish {
  readonly at: number;
  readonly person: string;
  readonly district: string;
  readonly scheme: string;
  readonly today: string;
}

function addSpot(file: SqliteFile, { at, person, district, scheme, today }: SpotWish): string {
  const [beneficiary, clip, spot, cut] = [newId(), newId(), newId(), newId()];
  const made = new Date(Date.parse(`${today}T08:00:00Z`) - (at % 80) * 86_400_000).toISOString();
  const hash = 'a'.repeat(64);
  const number = String(at + 1).padStart(5, '0');
  const document = JSON.stringify({ name: `हितग्राही ${at}` });
  const put = (sql: string, ...values: unknown[]) => file.prepare(sql).run(...values);
  put(
    'INSERT INTO beneficiaries (id, district, name, created_by, created_at) VALUES (?, ?, ?, ?, ?)',
    beneficiary,
    district,
    `b${at}`,
    person,
    made,
  );
  put(
    "INSERT INTO clips (id, district, number, state, original_hash, original_bytes, file_name, uploaded_by, facts, poster_hash, proxy_hash, created_at) VALUES (?, ?, ?, 'ready', ?, 1, 'a.mp4', ?, '{}', ?, ?, ?)",
    clip,
    district,
    `${district}-K${number}`,
    hash,
    person,
    hash,
    hash,
    made,
  );
  put(
    "INSERT INTO spots (id, number, district, clip_id, beneficiary_id, scheme, state, document, spoken, sent_by, sent_at, created_by, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, 'approved', ?, '[]', ?, ?, ?, ?, ?)",
    spot,
    `${district}-B${number}`,
    district,
    clip,
    beneficiary,
    scheme,
    document,
    person,
    made,
    person,
    made,
    made,
  );
  put(
    "INSERT INTO cuts (id, spot_id, spot_version, length_frames, language, state, house_number, approved_at) VALUES (?, ?, 1, 750, 'hi', 'approved', ?, ?)",
    cut,
    spot,
    `${district}${scheme}${number}`,
    made,
  );
  return cut;
}

interface OperatorWish {
  readonly at: number;
  readonly district: string;
  readonly days: readonly string[];
  readonly cuts: readonly string[];
  readonly person: string;
}

function addOperator(file: SqliteFile, { at, district, days, cuts, person }: OperatorWish): void {
  const operator = `bench-${at}`;
  const settings = JSON.stringify({
    names: { hi: operator, en: operator },
    delivery: ['sd-mpeg2'],
    playlists: ['csv'],
  });
  file
    .prepare("INSERT INTO operators (id, name, district, settings, created_at) VALUES (?, ?, ?, ?, '2026-01-01')")
    .run(operator, `केबल ${String(at).padStart(4, '0')}`, district, settings);
  const run = at % 10 === 0 ? addRun(file, operator) : undefined;
  for (let channel = 0; channel < (at % 3 === 0 ? 2 : 1); channel += 1) {
    const id = `${operator}-${channel}`;
    file
      .prepare("INSERT INTO channels (id, operator_id, name, district, breaks) VALUES (?, ?, ?, ?, '[]')")
      .run(id, operator, id, district);
    for (const [index, day] of days.entries())
      addDay(file, {
        channel: id,
        day,
        cuts: [0, 1, 2].map((n) => cuts[(at * 3 + n * 11 + Math.floor(index / 7)) % cuts.length] ?? ''),
        isToday: index === days.length - 1,
        run,
        person,
      });
  }
}

function addRun(file: SqliteFile, operator: string): string {
  const id = newId();
  file
    .prepare(
      "INSERT INTO as_runs (id, operator_id, source, dialect, given_by, given_at) VALUES (?, ?, 'file', 'csv', 'bench', '2026-11-01')",
    )
    .run(id, operator);
  return id;
}

interface DayWish {
  readonly channel: string;
  readonly day: string;
  readonly cuts: readonly string[];
  readonly isToday: boolean;
  readonly run: string | undefined;
  readonly person: string;
}

function addDay(file: SqliteFile, { channel, day, cuts, isToday, run, person }: DayWish): void {
  file
    .prepare('INSERT INTO channel_logs (channel_id, day, released_at, changed_at) VALUES (?, ?, ?, ?)')
    .run(channel, day, day, day);
  for (const [index, time] of TIMES.entries()) {
    const id = newId();
    const cut = cuts[index % 3] ?? '';
    const seconds = Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;
    file
      .prepare(
        'INSERT INTO log_positions (id, channel_id, day, break_id, position, at_frame, cut_id, length_frames) VALUES (?, ?, ?, ?, 1, ?, ?, 750)',
      )
      .run(id, channel, day, `b${index}`, seconds * 25, cut);
    if (isToday) continue;
    const at = new Date(Date.parse(`${day}T00:00:00+05:30`) + seconds * 1000).toISOString();
    if (run)
      file
        .prepare(
          "INSERT INTO as_run_lines (id, as_run_id, line, line_hash, channel_id, day, start_at, house, length_seconds, status, raw) SELECT ?, ?, 1, ?, ?, ?, ?, house_number, 30, 'aired', '' FROM cuts WHERE id = ?",
        )
        .run(newId(), run, id, channel, day, at, cut);
    else if (index % 10 !== 9)
      file
        .prepare('INSERT INTO airing_words (id, position_id, said, speaker, spoken_at) VALUES (?, ?, ?, ?, ?)')
        .run(newId(), id, index === 5 && day.endsWith('3') ? 'notAired' : 'aired', person, at);
  }
}
