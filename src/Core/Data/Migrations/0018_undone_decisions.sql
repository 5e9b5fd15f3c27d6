-- What a decision found, so that it can be taken back.
alter table decisions add column before_state text, add column before_revision_id uuid, add column undone_at timestamp with time zone;
