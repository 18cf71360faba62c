-- Orders, the day's lists made of them, what operators fetched and took off, and what was aired.
CREATE TABLE flights (
  id         TEXT PRIMARY KEY,
  district   TEXT NOT NULL REFERENCES districts (code),
  title      TEXT NOT NULL,
  wish       TEXT NOT NULL,
  from_day   TEXT NOT NULL,
  until_day  TEXT NOT NULL CHECK (until_day > from_day),
  state      TEXT NOT NULL CHECK (state IN ('active', 'stopped')),
  version    INTEGER NOT NULL DEFAULT 1,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX flights_days ON flights (from_day, until_day);

-- One list for a channel and day. `version` goes up with each change after release, so that machines see what is new.
CREATE TABLE channel_logs (
  channel_id  TEXT NOT NULL REFERENCES channels (id),
  day         TEXT NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  released_at TEXT,
  changed_at  TEXT NOT NULL,
  PRIMARY KEY (channel_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_positions (
  id            TEXT PRIMARY KEY,
  channel_id    TEXT NOT NULL,
  day           TEXT NOT NULL,
  break_id      TEXT NOT NULL,
  position      INTEGER NOT NULL CHECK (position > 0),
  at_frame      INTEGER NOT NULL CHECK (at_frame >= 0),
  cut_id        TEXT NOT NULL REFERENCES cuts (id),
  flight_id     TEXT REFERENCES flights (id),
  length_frames INTEGER NOT NULL CHECK (length_frames > 0),
  pulled_at     TEXT,
  pulled_reason TEXT,
  FOREIGN KEY (channel_id, day) REFERENCES channel_logs (channel_id, day)
) STRICT;
CREATE UNIQUE INDEX log_positions_place ON log_positions (channel_id, day, break_id, position) WHERE pulled_at IS NULL;
CREATE INDEX log_positions_cut ON log_positions (cut_id, day);
-- Only an approved cut stands in a list, whoever writes it.
CREATE TRIGGER log_positions_approved BEFORE INSERT ON log_positions
  WHEN NOT EXISTS (SELECT 1 FROM cuts WHERE id = NEW.cut_id AND state = 'approved')
  BEGIN SELECT RAISE(ABORT, 'only an approved cut is planned'); END;

-- Who took which bytes and when: whom a recall must reach.
CREATE TABLE fetches (
  operator_id TEXT NOT NULL REFERENCES operators (id),
  cut_id      TEXT NOT NULL REFERENCES cuts (id),
  preset      TEXT NOT NULL,
  blob        TEXT NOT NULL,
  first_at    TEXT NOT NULL,
  last_at     TEXT NOT NULL,
  PRIMARY KEY (operator_id, cut_id, preset, blob)
) STRICT, WITHOUT ROWID;

CREATE TABLE recalls (
  id         TEXT PRIMARY KEY,
  cut_id     TEXT NOT NULL REFERENCES cuts (id),
  cause      TEXT NOT NULL CHECK (cause IN ('consent', 'department')),
  reason     TEXT NOT NULL,
  by_person  TEXT NOT NULL,
  made_at    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX recalls_cut ON recalls (cut_id);

CREATE TABLE recall_notices (
  recall_id   TEXT NOT NULL REFERENCES recalls (id),
  operator_id TEXT NOT NULL REFERENCES operators (id),
  told_at     TEXT NOT NULL,
  seen_at     TEXT,
  acked_at    TEXT,
  acked_by    TEXT,
  PRIMARY KEY (recall_id, operator_id)
) STRICT, WITHOUT ROWID;

-- What an operator's machine says of what it holds (POST reply); the last word of each.
CREATE TABLE holdings (
  operator_id TEXT PRIMARY KEY REFERENCES operators (id),
  reply       TEXT NOT NULL,
  told_at     TEXT NOT NULL
) STRICT;

-- As-run: a file (or one posted event) as it came, and its lines. The raw text is never overwritten; an import is undone whole.
CREATE TABLE as_runs (
  id          TEXT PRIMARY KEY,
  operator_id TEXT NOT NULL REFERENCES operators (id),
  source      TEXT NOT NULL CHECK (source IN ('file', 'event', 'paper')),
  dialect     TEXT NOT NULL,
  blob        TEXT,
  given_by    TEXT NOT NULL,
  given_at    TEXT NOT NULL,
  undone_at   TEXT
) STRICT;
CREATE TABLE as_run_lines (
  id             TEXT PRIMARY KEY,
  as_run_id      TEXT NOT NULL REFERENCES as_runs (id),
  line           INTEGER NOT NULL,
  line_hash      TEXT NOT NULL,
  channel_id     TEXT NOT NULL REFERENCES channels (id),
  day            TEXT NOT NULL,
  start_at       TEXT NOT NULL,
  house          TEXT,
  title          TEXT,
  length_seconds REAL,
  status         TEXT NOT NULL CHECK (status IN ('aired', 'failed', 'unknown')),
  raw            TEXT NOT NULL
) STRICT;
CREATE INDEX as_run_lines_day ON as_run_lines (channel_id, day);
CREATE INDEX as_run_lines_hash ON as_run_lines (channel_id, line_hash);

-- A person's word on one position ("aired", "not aired", "at another time"); the last one counts, all are kept.
CREATE TABLE airing_words (
  id          TEXT PRIMARY KEY,
  position_id TEXT NOT NULL REFERENCES log_positions (id),
  said        TEXT NOT NULL CHECK (said IN ('aired', 'notAired', 'otherTime')),
  at_frame    INTEGER CHECK (at_frame >= 0),
  speaker     TEXT NOT NULL,
  spoken_at   TEXT NOT NULL
) STRICT;
CREATE INDEX airing_words_position ON airing_words (position_id, spoken_at);
