-- When the last byte of a film had been handed out; without it a fetch was cut off and counts as partial.
ALTER TABLE fetches ADD COLUMN whole_at TEXT;
