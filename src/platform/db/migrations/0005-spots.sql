-- A spot is one JSON document; its cuts are the lengths that it was sent in. House numbers come at approval.
CREATE TABLE spots (
  id             TEXT PRIMARY KEY,
  number         TEXT NOT NULL UNIQUE,
  district       TEXT NOT NULL REFERENCES districts (code),
  clip_id        TEXT NOT NULL REFERENCES clips (id),
  beneficiary_id TEXT NOT NULL REFERENCES beneficiaries (id),
  scheme         TEXT NOT NULL REFERENCES schemes (code),
  state          TEXT NOT NULL CHECK (state IN ('draft', 'inReview', 'returned', 'approved', 'withdrawn')),
  document       TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  spoken         TEXT NOT NULL,
  sent_by        TEXT REFERENCES people (id),
  sent_at        TEXT,
  created_by     TEXT NOT NULL,
  created_at     TEXT NOT NULL,
  changed_at     TEXT NOT NULL,
  CHECK (state IN ('draft', 'withdrawn') OR sent_by IS NOT NULL)
) STRICT;
CREATE INDEX spots_district ON spots (district, changed_at);
CREATE INDEX spots_beneficiary ON spots (beneficiary_id);
CREATE UNIQUE INDEX spots_clip ON spots (clip_id);

-- The last number given in each district (UJN-0093) and, under '*', the last house-number serial of the installation.
CREATE TABLE spot_numbers (
  series TEXT PRIMARY KEY,
  last   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Everybody who had a hand in the document: none of them may approve it.
CREATE TABLE spot_makers (
  spot_id   TEXT NOT NULL REFERENCES spots (id),
  person_id TEXT NOT NULL,
  PRIMARY KEY (spot_id, person_id)
) STRICT, WITHOUT ROWID;

-- Earlier versions, for undo across devices and for the trail of what a reviewer saw.
CREATE TABLE spot_versions (
  spot_id  TEXT NOT NULL REFERENCES spots (id),
  version  INTEGER NOT NULL,
  document TEXT NOT NULL,
  made_by  TEXT NOT NULL,
  made_at  TEXT NOT NULL,
  PRIMARY KEY (spot_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE cuts (
  id            TEXT PRIMARY KEY,
  spot_id       TEXT NOT NULL REFERENCES spots (id),
  spot_version  INTEGER NOT NULL,
  length_frames INTEGER NOT NULL CHECK (length_frames > 0),
  language      TEXT NOT NULL CHECK (language IN ('hi', 'en')),
  state         TEXT NOT NULL CHECK (state IN ('sent', 'approved', 'dropped', 'withdrawn')),
  house_number  TEXT UNIQUE CHECK (house_number GLOB '[A-Z][A-Z][A-Z][A-Z][A-Z][A-Z][0-9][0-9][0-9][0-9][0-9]'),
  approved_at   TEXT,
  CHECK ((house_number IS NULL) = (approved_at IS NULL)),
  CHECK (state <> 'approved' OR house_number IS NOT NULL)
) STRICT;
CREATE INDEX cuts_spot ON cuts (spot_id);
-- Insertion servers of the CCMS kind know a film by the last eight characters.
CREATE UNIQUE INDEX cuts_last_eight ON cuts (substr(house_number, 4)) WHERE house_number IS NOT NULL;
CREATE TRIGGER cuts_keep_their_number BEFORE UPDATE OF house_number, length_frames, spot_version ON cuts
  WHEN OLD.house_number IS NOT NULL AND (NEW.house_number IS NOT OLD.house_number OR NEW.length_frames <> OLD.length_frames OR NEW.spot_version <> OLD.spot_version)
  BEGIN SELECT RAISE(ABORT, 'an approved cut keeps its house number and its film'); END;
