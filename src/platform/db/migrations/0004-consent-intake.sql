-- The person filmed, what they allow, and their films as they came. Days are YYYY-MM-DD, instants ISO 8601 UTC.
CREATE TABLE beneficiaries (
  id            TEXT PRIMARY KEY,
  district      TEXT NOT NULL REFERENCES districts (code),
  name          TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  name_latin    TEXT,
  village       TEXT,
  scheme        TEXT REFERENCES schemes (code),
  change_line   TEXT,
  amount_rupees INTEGER CHECK (amount_rupees > 0),
  minor         INTEGER NOT NULL DEFAULT 0 CHECK (minor IN (0, 1)),
  version       INTEGER NOT NULL DEFAULT 1,
  created_by    TEXT NOT NULL,
  created_at    TEXT NOT NULL
) STRICT;
CREATE INDEX beneficiaries_district ON beneficiaries (district, name);

CREATE TABLE consents (
  id               TEXT PRIMARY KEY,
  beneficiary_id   TEXT NOT NULL REFERENCES beneficiaries (id),
  notice_version   TEXT NOT NULL,
  language         TEXT NOT NULL CHECK (language IN ('hi', 'en')),
  cable            INTEGER NOT NULL CHECK (cable IN (0, 1)),
  social           INTEGER NOT NULL CHECK (social IN (0, 1)),
  given_on         TEXT NOT NULL,
  how              TEXT NOT NULL CHECK (how IN ('form', 'spoken')),
  evidence_hash    TEXT NOT NULL CHECK (length(evidence_hash) = 64),
  evidence_type    TEXT NOT NULL,
  guardian         TEXT,
  witness          TEXT,
  valid_until      TEXT CHECK (valid_until >= given_on),
  recorded_by      TEXT NOT NULL,
  recorded_at      TEXT NOT NULL,
  withdrawn_at     TEXT,
  withdrawn_by     TEXT,
  withdrawn_reason TEXT,
  CHECK (cable + social > 0),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;
CREATE INDEX consents_beneficiary ON consents (beneficiary_id, given_on);
CREATE INDEX consents_evidence ON consents (evidence_hash);
CREATE TRIGGER consents_guardian BEFORE INSERT ON consents
WHEN NEW.guardian IS NULL AND (SELECT minor FROM beneficiaries WHERE id = NEW.beneficiary_id) = 1
BEGIN SELECT RAISE(ABORT, 'a minor''s consent needs a guardian'); END;
CREATE TRIGGER consents_no_delete BEFORE DELETE ON consents BEGIN SELECT RAISE(ABORT, 'a consent is withdrawn, never deleted'); END;
CREATE TRIGGER consents_only_withdrawn BEFORE UPDATE ON consents
WHEN OLD.withdrawn_at IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.beneficiary_id IS NOT OLD.beneficiary_id OR NEW.notice_version IS NOT OLD.notice_version
  OR NEW.language IS NOT OLD.language OR NEW.cable IS NOT OLD.cable OR NEW.social IS NOT OLD.social OR NEW.given_on IS NOT OLD.given_on
  OR NEW.how IS NOT OLD.how OR NEW.evidence_hash IS NOT OLD.evidence_hash OR NEW.evidence_type IS NOT OLD.evidence_type
  OR NEW.guardian IS NOT OLD.guardian OR NEW.witness IS NOT OLD.witness OR NEW.valid_until IS NOT OLD.valid_until
  OR NEW.recorded_by IS NOT OLD.recorded_by OR NEW.recorded_at IS NOT OLD.recorded_at
BEGIN SELECT RAISE(ABORT, 'what was consented to is never rewritten'); END;

CREATE TABLE clips (
  id             TEXT PRIMARY KEY,
  district       TEXT NOT NULL REFERENCES districts (code),
  number         TEXT NOT NULL UNIQUE,
  state          TEXT NOT NULL CHECK (state IN ('arriving', 'checking', 'ready', 'refused')),
  original_hash  TEXT CHECK (length(original_hash) = 64),
  original_bytes INTEGER NOT NULL CHECK (original_bytes > 0),
  file_name      TEXT NOT NULL,
  uploaded_by    TEXT NOT NULL REFERENCES people (id),
  beneficiary_id TEXT REFERENCES beneficiaries (id),
  scheme         TEXT REFERENCES schemes (code),
  facts          TEXT,
  refusal        TEXT,
  poster_hash    TEXT,
  proxy_hash     TEXT,
  waveform_hash  TEXT,
  duplicate_of   TEXT REFERENCES clips (id),
  created_at     TEXT NOT NULL,
  arrived_at     TEXT,
  checked_at     TEXT,
  CHECK (state <> 'arriving' OR original_hash IS NULL),
  CHECK (state NOT IN ('checking', 'ready') OR original_hash IS NOT NULL),
  CHECK (state <> 'ready' OR (facts IS NOT NULL AND poster_hash IS NOT NULL AND proxy_hash IS NOT NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL))
) STRICT;
CREATE INDEX clips_district ON clips (district, created_at);
CREATE INDEX clips_beneficiary ON clips (beneficiary_id);
CREATE INDEX clips_original ON clips (original_hash);
CREATE TRIGGER clips_original_stays BEFORE UPDATE ON clips
WHEN OLD.original_hash IS NOT NULL AND NEW.original_hash IS NOT OLD.original_hash
BEGIN SELECT RAISE(ABORT, 'a raw clip is never altered'); END;

-- Bytes on their way. `offset_bytes` is what is on the disk for certain; the file may hold more, never less.
CREATE TABLE uploads (
  id           TEXT PRIMARY KEY,
  clip_id      TEXT NOT NULL UNIQUE REFERENCES clips (id),
  person_id    TEXT NOT NULL REFERENCES people (id),
  size_bytes   INTEGER NOT NULL CHECK (size_bytes > 0),
  offset_bytes INTEGER NOT NULL DEFAULT 0 CHECK (offset_bytes BETWEEN 0 AND size_bytes),
  metadata     TEXT NOT NULL,
  hash         TEXT,
  created_at   TEXT NOT NULL,
  expires_at   TEXT NOT NULL,
  finished_at  TEXT
) STRICT;
CREATE INDEX uploads_expiry ON uploads (finished_at, expires_at);
