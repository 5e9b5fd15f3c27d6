-- The link by which people join a course. The token is kept as it is: staff read it again to pass it on. No row: the link is off.
create table join_links (
    course_id uuid not null constraint pk_join_links primary key constraint fk_join_links_courses_course_id references courses (id) on delete cascade,
    token text not null,
    created_by_id uuid,
    created_at timestamptz not null
);
create unique index ix_join_links_token on join_links (token);

-- People on a class list who have no account yet: enrolled when they register with that address.
create table invitations (
    id uuid not null constraint pk_invitations primary key,
    course_id uuid not null constraint fk_invitations_courses_course_id references courses (id) on delete cascade,
    email text not null,
    normalized_email text not null,
    name text not null,
    invited_by_id uuid,
    created_at timestamptz not null
);
create unique index ix_invitations_course_id_normalized_email on invitations (course_id, normalized_email);
create index ix_invitations_normalized_email on invitations (normalized_email);
