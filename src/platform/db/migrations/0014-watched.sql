-- Which films a reviewer has watched: the stretches that their player reported, as far as our own clock allows. `film` is the
-- first half of the film's SHA-256: other bytes were not watched, and the row keeps no film alive.
CREATE TABLE watchings (
  cut_id   TEXT NOT NULL REFERENCES cuts (id),
  person   TEXT NOT NULL REFERENCES people (id),
  film     TEXT NOT NULL,
  seen     TEXT NOT NULL,
  told_at  TEXT NOT NULL,
  whole_at TEXT,
  PRIMARY KEY (cut_id, person, film)
) STRICT;
