create extension if not exists vector;

-- One narrow row a chunk, clustered by course: exact search reads only its course's vectors (see PassageSearch).
-- No dimension on the column, so that any model's vectors fit; no ANN index, which must never serve a query filtered by course.
create table chunk_vectors (
    course_id uuid not null,
    model text not null,
    chunk_id uuid not null references chunks (id) on delete cascade,
    embedding vector not null,
    primary key (course_id, model, chunk_id)
);
create index ix_chunk_vectors_chunk_id on chunk_vectors (chunk_id);

-- What BM25 counts: a chunk's distinct terms with their counts, and its length in terms.
create table chunk_terms (
    chunk_id uuid primary key references chunks (id) on delete cascade,
    course_id uuid not null,
    terms text[] not null,
    counts integer[] not null,
    length integer not null
);
create index ix_chunk_terms_course_id on chunk_terms (course_id);

-- The embedding model a course's vectors come from. For lsa: the fitted projection.
create table course_models (
    course_id uuid not null references courses (id) on delete cascade,
    model text not null,
    current boolean not null,
    fitted_chunks integer not null,
    weights bytea,
    created_at timestamptz not null default now(),
    primary key (course_id, model)
);
create unique index ix_course_models_current on course_models (course_id) where current;
