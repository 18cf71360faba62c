CREATE TABLE deliverables (
  cut_id     TEXT NOT NULL REFERENCES cuts (id),
  preset     TEXT NOT NULL,
  film_key   TEXT NOT NULL,
  blob       TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  frames     INTEGER NOT NULL,
  extension  TEXT NOT NULL,
  qc         TEXT NOT NULL,
  qc_passed  INTEGER NOT NULL CHECK (qc_passed IN (0, 1)),
  locked     INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  made_at    TEXT NOT NULL,
  PRIMARY KEY (cut_id, preset),
  CHECK (locked = 0 OR qc_passed = 1)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER deliverables_locked BEFORE UPDATE OF blob, qc, qc_passed, size_bytes, frames, locked ON deliverables
  WHEN OLD.locked = 1 BEGIN SELECT RAISE(ABORT, 'approved bytes do not change'); END;

-- Posters and captions of a cut, beside its films.
CREATE TABLE cut_sidecars (
  cut_id TEXT NOT NULL REFERENCES cuts (id),
  kind   TEXT NOT NULL CHECK (kind IN ('poster', 'srt', 'vtt')),
  blob   TEXT NOT NULL,
  PRIMARY KEY (cut_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_comments (
  id           TEXT PRIMARY KEY,
  spot_id      TEXT NOT NULL REFERENCES spots (id),
  spot_version INTEGER NOT NULL,
  at_frame     INTEGER CHECK (at_frame >= 0),
  text         TEXT NOT NULL,
  by_person    TEXT NOT NULL REFERENCES people (id),
  made_at      TEXT NOT NULL
) STRICT;
CREATE INDEX review_comments_spot ON review_comments (spot_id, made_at);

CREATE TABLE approvals (
  id           TEXT PRIMARY KEY,
  spot_id      TEXT NOT NULL REFERENCES spots (id),
  spot_version INTEGER NOT NULL,
  consent_id   TEXT NOT NULL REFERENCES consents (id),
  checklist    TEXT NOT NULL,
  by_person    TEXT NOT NULL REFERENCES people (id),
  made_at      TEXT NOT NULL
) STRICT;
-- Two-person release, also for a program that goes round our rules.
CREATE TRIGGER approvals_by_a_second_person BEFORE INSERT ON approvals
  WHEN EXISTS (SELECT 1 FROM spot_makers WHERE spot_id = NEW.spot_id AND person_id = NEW.by_person)
    OR EXISTS (SELECT 1 FROM spots WHERE id = NEW.spot_id AND sent_by = NEW.by_person)
  BEGIN SELECT RAISE(ABORT, 'a maker may not approve'); END;

-- What an approval covers: the very bytes.
CREATE TABLE approved_films (
  approval_id TEXT NOT NULL REFERENCES approvals (id),
  cut_id      TEXT NOT NULL REFERENCES cuts (id),
  preset      TEXT NOT NULL,
  blob        TEXT NOT NULL,
  PRIMARY KEY (approval_id, cut_id, preset)
) STRICT, WITHOUT ROWID;
CREATE INDEX approved_films_cut ON approved_films (cut_id, preset);
CREATE TRIGGER approved_films_are_made BEFORE INSERT ON approved_films
  WHEN NOT EXISTS (SELECT 1 FROM deliverables WHERE cut_id = NEW.cut_id AND preset = NEW.preset AND blob = NEW.blob AND qc_passed = 1)
  BEGIN SELECT RAISE(ABORT, 'only a made film that passed QC is approved'); END;
CREATE TRIGGER approved_films_lock AFTER INSERT ON approved_films
  BEGIN UPDATE deliverables SET locked = 1 WHERE cut_id = NEW.cut_id AND preset = NEW.preset AND locked = 0; END;
