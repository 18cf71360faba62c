-- The ground that every domain stands on: audit chain, facts (outbox), jobs. Times are ISO 8601 UTC with milliseconds.

CREATE TABLE audit_rows (
  seq     INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,
  act     TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail  TEXT NOT NULL,
  prev    TEXT NOT NULL,
  hash    TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_rows_subject ON audit_rows (subject, seq);
CREATE TRIGGER audit_rows_no_update BEFORE UPDATE ON audit_rows BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER audit_rows_no_delete BEFORE DELETE ON audit_rows BEGIN SELECT RAISE(ABORT, 'the audit trail is never deleted'); END;

CREATE TABLE facts (
  seq     INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  subject TEXT NOT NULL,
  data    TEXT NOT NULL,
  told_at TEXT NOT NULL
) STRICT;

-- One row for each subscriber that has heard a fact: written in the subscriber's own commit.
CREATE TABLE fact_deliveries (
  fact_seq     INTEGER NOT NULL REFERENCES facts (seq),
  subscriber   TEXT NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  next_at      TEXT,
  last_error   TEXT,
  delivered_at TEXT,
  PRIMARY KEY (fact_seq, subscriber)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  id              TEXT PRIMARY KEY,
  name            TEXT NOT NULL,
  payload         TEXT NOT NULL,
  key             TEXT NOT NULL,
  subject         TEXT,
  priority        INTEGER NOT NULL CHECK (priority IN (0, 1, 2)),
  media           INTEGER NOT NULL CHECK (media IN (0, 1)),
  state           TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'refused', 'dead', 'cancelled')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  max_attempts    INTEGER NOT NULL,
  not_before      TEXT NOT NULL,
  lease_token     TEXT,
  lease_until     TEXT,
  progress        REAL NOT NULL DEFAULT 0,
  note            TEXT,
  refusal         TEXT,
  last_error      TEXT,
  enqueued_at     TEXT NOT NULL,
  started_at      TEXT,
  ended_at        TEXT
) STRICT;
-- The same order twice is one job for as long as it lives or has succeeded.
CREATE UNIQUE INDEX jobs_live_key ON jobs (name, key) WHERE state IN ('waiting', 'running', 'done');
CREATE INDEX jobs_claim ON jobs (state, priority, enqueued_at);
CREATE INDEX jobs_subject ON jobs (subject);
