-- Places, schemes, operators and their channels. `preset_hash` is the hash of the preset row that was last loaded: an
-- edited row (edited = 1) is never overwritten by a newer preset, only shown beside it.
CREATE TABLE divisions (
  code TEXT PRIMARY KEY, hi TEXT NOT NULL, en TEXT NOT NULL
) STRICT;
CREATE TABLE districts (
  code TEXT PRIMARY KEY, division TEXT NOT NULL REFERENCES divisions (code), hi TEXT NOT NULL, en TEXT NOT NULL
) STRICT;
CREATE TABLE schemes (
  code        TEXT PRIMARY KEY CHECK (code GLOB '[A-Z][A-Z][A-Z]'),
  data        TEXT NOT NULL,
  edited      INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
  preset_hash TEXT,
  version     INTEGER NOT NULL DEFAULT 1,
  hidden      INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
) STRICT;
CREATE TABLE operators (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  district   TEXT NOT NULL REFERENCES districts (code),
  phone      TEXT,
  settings   TEXT NOT NULL,
  example    INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1)),
  active     INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version    INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE channels (
  id          TEXT PRIMARY KEY,
  operator_id TEXT NOT NULL REFERENCES operators (id),
  name        TEXT NOT NULL,
  district    TEXT NOT NULL REFERENCES districts (code),
  tags        TEXT NOT NULL DEFAULT '[]',
  breaks      TEXT NOT NULL,
  active      INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX channels_operator ON channels (operator_id);
