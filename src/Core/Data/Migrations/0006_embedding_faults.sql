-- Courses whose passages have no vectors, or not all, because the embedder is away; see EmbeddingFaults.
create table embedding_faults (
    course_id uuid primary key references courses (id) on delete cascade,
    failure jsonb not null,
    since timestamptz not null default now(),
    tries integer not null default 1,
    next_try timestamptz not null
);
