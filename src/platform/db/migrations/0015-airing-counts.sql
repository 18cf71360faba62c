-- What became of a channel's day, by cut, counted once when all its times are over: months are sums of these. A counted day
-- stands until anything that it rests on changes; the triggers below see every such change, whoever writes it.
CREATE TABLE counted_days (
  day TEXT NOT NULL,
  channel_id TEXT NOT NULL REFERENCES channels (id),
  counted_at TEXT NOT NULL,
  PRIMARY KEY (channel_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE airing_counts (
  day TEXT NOT NULL,
  channel_id TEXT NOT NULL REFERENCES channels (id),
  cut_id TEXT NOT NULL REFERENCES cuts (id),
  aired INTEGER NOT NULL,
  proved INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  -- Of those that aired or are proved: on an operator's list or paper, and the frames that they took.
  listed INTEGER NOT NULL,
  aired_frames INTEGER NOT NULL,
  -- 1 when a list or a word came for this day.
  heard INTEGER NOT NULL,
  PRIMARY KEY (channel_id, day, cut_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX as_run_lines_run ON as_run_lines (as_run_id);

-- A day that is to be counted again has no counts.
CREATE TRIGGER counted_no_more AFTER DELETE ON counted_days BEGIN
  DELETE FROM airing_counts WHERE channel_id = OLD.channel_id AND day = OLD.day;
END;
CREATE TRIGGER counted_log_new AFTER INSERT ON channel_logs BEGIN
  DELETE FROM counted_days WHERE channel_id = NEW.channel_id AND day = NEW.day;
END;
CREATE TRIGGER counted_log_changed AFTER UPDATE ON channel_logs BEGIN
  DELETE FROM counted_days WHERE channel_id = NEW.channel_id AND day = NEW.day;
END;
CREATE TRIGGER counted_position_new AFTER INSERT ON log_positions BEGIN
  DELETE FROM counted_days WHERE channel_id = NEW.channel_id AND day = NEW.day;
END;
CREATE TRIGGER counted_position_changed AFTER UPDATE ON log_positions BEGIN
  DELETE FROM counted_days WHERE channel_id = NEW.channel_id AND day = NEW.day;
END;
CREATE TRIGGER counted_position_gone AFTER DELETE ON log_positions BEGIN
  DELETE FROM counted_days WHERE channel_id = OLD.channel_id AND day = OLD.day;
END;
CREATE TRIGGER counted_word_new AFTER INSERT ON airing_words BEGIN
  DELETE FROM counted_days
  WHERE (channel_id, day) IN (SELECT channel_id, day FROM log_positions WHERE id = NEW.position_id);
END;
CREATE TRIGGER counted_line_new AFTER INSERT ON as_run_lines BEGIN
  DELETE FROM counted_days WHERE channel_id = NEW.channel_id AND day = NEW.day;
END;
CREATE TRIGGER counted_line_gone AFTER DELETE ON as_run_lines BEGIN
  DELETE FROM counted_days WHERE channel_id = OLD.channel_id AND day = OLD.day;
END;
CREATE TRIGGER counted_run_undone AFTER UPDATE OF undone_at ON as_runs BEGIN
  DELETE FROM counted_days
  WHERE (channel_id, day) IN (SELECT channel_id, day FROM as_run_lines WHERE as_run_id = NEW.id);
END;
