-- Places and the department's own row are edited on pages, as schemes are: a row with edited = 1 keeps the office's
-- words when newer preset files are loaded. `source` and `checked_on` say where a row was read and when.
ALTER TABLE divisions ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE divisions ADD COLUMN checked_on TEXT NOT NULL DEFAULT '';
ALTER TABLE divisions ADD COLUMN edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1));
ALTER TABLE divisions ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE districts ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE districts ADD COLUMN checked_on TEXT NOT NULL DEFAULT '';
ALTER TABLE districts ADD COLUMN edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1));
ALTER TABLE districts ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- Whose films these are: one row.
CREATE TABLE departments (
  code    TEXT PRIMARY KEY CHECK (code = 'own'),
  hi      TEXT NOT NULL,
  en      TEXT NOT NULL,
  edited  INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
