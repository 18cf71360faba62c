-- The department calls an approved cut back for a reason of its own, and may lift that again; a withdrawn consent it may not.
ALTER TABLE recalls ADD COLUMN ground TEXT CHECK (ground IN ('fact', 'complaint', 'better', 'other'));
ALTER TABLE recalls ADD COLUMN lifted_at TEXT;
ALTER TABLE recalls ADD COLUMN lifted_by TEXT;
DROP INDEX recalls_cut;
CREATE UNIQUE INDEX recalls_cut ON recalls (cut_id) WHERE lifted_at IS NULL;
CREATE TRIGGER recalls_of_consent_stay BEFORE UPDATE OF lifted_at ON recalls
  WHEN NEW.lifted_at IS NOT NULL AND OLD.cause = 'consent'
  BEGIN SELECT RAISE(ABORT, 'a withdrawn consent is not lifted'); END;

-- Beside the state, not in it: lifting leaves the approval and its bytes as they were.
ALTER TABLE cuts ADD COLUMN recalled_at TEXT;
DROP TRIGGER log_positions_approved;
CREATE TRIGGER log_positions_approved BEFORE INSERT ON log_positions
  WHEN NOT EXISTS (SELECT 1 FROM cuts WHERE id = NEW.cut_id AND state = 'approved' AND recalled_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'only an approved cut that is not called back is planned'); END;
