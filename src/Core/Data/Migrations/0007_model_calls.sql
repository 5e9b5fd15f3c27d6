-- Every call of a language model: what it was for, what it cost, how it ended. Rows outlive their course: what was spent is spent.
create table model_calls (
    id uuid primary key,
    course_id uuid references courses (id) on delete set null,
    role text not null,
    endpoint text not null,
    model text not null,
    prompt text not null,
    prompt_hash text not null,
    artefact_key text,
    outcome text not null,             -- running, answered, stopped, or the code of a failure
    attempts integer not null default 0,
    input_tokens integer not null,     -- while it runs: what it may cost at most
    output_tokens integer not null,
    estimated boolean not null default true,
    milliseconds integer not null default 0,
    first_token_milliseconds integer,
    created_at timestamptz not null
);
create index ix_model_calls_course_id_created_at on model_calls (course_id, created_at);
