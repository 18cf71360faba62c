-- What an office has changed in a look that ships: for the whole state (place 'state') or for a district, by its code. Every
-- version is kept, the newest stands; `data` says only what differs from what stands below it.
CREATE TABLE look_versions (
  look      TEXT NOT NULL,
  place     TEXT NOT NULL,
  version   INTEGER NOT NULL CHECK (version > 0),
  data      TEXT NOT NULL,
  mark_blob TEXT,
  made_by   TEXT NOT NULL,
  made_at   TEXT NOT NULL,
  PRIMARY KEY (look, place, version)
) STRICT;
-- Marks that were handed in, looked at and drawn anew: only these may stand in a look.
CREATE TABLE look_marks (
  blob    TEXT PRIMARY KEY,
  kept_by TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
