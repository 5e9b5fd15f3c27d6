-- How far somebody has read.
create table readings (
    learner_id uuid not null references asp_net_users (id) on delete cascade,
    module_id uuid not null,
    course_id uuid not null references courses (id) on delete cascade,
    place integer not null,
    updated_at timestamptz not null,
    primary key (learner_id, module_id)
);
create index ix_readings_course_id on readings (course_id);

-- Doubts about items. A reason is a learner's own words and goes with the account.
create table flags (
    id uuid primary key,
    course_id uuid not null references courses (id) on delete cascade,
    item_id uuid not null references reviewables (id) on delete cascade,
    revision_id uuid not null,
    learner_id uuid not null references asp_net_users (id) on delete cascade,
    kind text not null,
    reason text not null,
    created_at timestamptz not null,
    closed_at timestamptz,
    closed_by_id uuid,
    answer text not null default ''
);
create unique index ix_flags_learner_id_item_id on flags (learner_id, item_id) where closed_at is null;
create index ix_flags_item_id on flags (item_id);
create index ix_flags_course_id on flags (course_id);

-- Whether a quiz explains each answer at once, and which it has explained.
alter table courses add column explanations text not null default 'AtEnd';
alter table quiz_item add column explained boolean not null default false;

-- What an attempt changed of each objective.
alter table attempts add column moves jsonb not null default '[]';

-- What somebody signed in with.
alter table sessions add column device text not null default '';
