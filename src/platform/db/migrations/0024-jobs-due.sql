-- When a running job will be done, as its run said last: pages count down to it. Missing while its pace says nothing yet.
ALTER TABLE jobs ADD COLUMN due_at TEXT;
