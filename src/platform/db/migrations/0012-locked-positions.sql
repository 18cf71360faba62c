-- A play that a person has put where it stands: planning leaves it there while its order runs and its film may be shown.
ALTER TABLE log_positions ADD COLUMN locked_at TEXT;
ALTER TABLE log_positions ADD COLUMN locked_by TEXT;
-- How many plays of each order stand on a day: asked for by the bell on every page.
CREATE INDEX log_positions_day ON log_positions (day, flight_id) WHERE pulled_at IS NULL;
