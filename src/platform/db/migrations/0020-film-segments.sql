-- What each finished film was made of, as JSON (engine/film/segments/made-of.ts), and by which programs: the next version of
-- the spot encodes only what became different and keeps the rest of the film.
CREATE TABLE film_segments (
  cut_id  TEXT NOT NULL,
  preset  TEXT NOT NULL,
  makers  TEXT NOT NULL,
  made_of TEXT NOT NULL,
  PRIMARY KEY (cut_id, preset),
  FOREIGN KEY (cut_id, preset) REFERENCES deliverables (cut_id, preset)
) STRICT;
