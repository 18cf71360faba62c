-- People, their sessions, invitations and tokens. Only hashes of secrets are kept.
CREATE TABLE people (
  id            TEXT PRIMARY KEY,
  login         TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('admin', 'staff', 'reviewer', 'traffic', 'airing', 'headOffice', 'auditor')),
  reach_kind    TEXT NOT NULL CHECK (reach_kind IN ('state', 'division', 'district')),
  reach_code    TEXT,
  password_hash TEXT,
  language      TEXT NOT NULL DEFAULT 'hi' CHECK (language IN ('hi', 'en')),
  disabled_at   TEXT,
  created_at    TEXT NOT NULL,
  CHECK ((reach_kind = 'state') = (reach_code IS NULL))
) STRICT;

CREATE TABLE sessions (
  token_hash   TEXT PRIMARY KEY,
  person_id    TEXT NOT NULL REFERENCES people (id),
  csrf_token   TEXT NOT NULL,
  created_at   TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  expires_at   TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_person ON sessions (person_id);

CREATE TABLE invitations (
  token_hash TEXT PRIMARY KEY,
  person_id  TEXT NOT NULL REFERENCES people (id),
  made_by    TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at    TEXT
) STRICT;

CREATE TABLE access_tokens (
  id           TEXT PRIMARY KEY,
  token_hash   TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  person_id    TEXT REFERENCES people (id),
  operator_id  TEXT REFERENCES operators (id),
  scope        TEXT NOT NULL CHECK (scope IN ('all', 'read', 'operator')),
  created_at   TEXT NOT NULL,
  last_used_at TEXT,
  revoked_at   TEXT,
  CHECK ((person_id IS NULL) <> (operator_id IS NULL))
) STRICT;
CREATE INDEX access_tokens_operator ON access_tokens (operator_id);

CREATE TABLE idempotency_keys (
  person_id    TEXT NOT NULL,
  key          TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status       INTEGER,
  answer       TEXT,
  content_type TEXT,
  made_at      TEXT NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;
