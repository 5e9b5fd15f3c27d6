-- Conversations with the tutor. They are their learner's alone, and go when the learner deletes them.
create table chats (
    id uuid primary key,
    course_id uuid not null references courses (id) on delete cascade,
    learner_id uuid not null references asp_net_users (id) on delete cascade,
    title text not null,
    screen jsonb,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index ix_chats_learner_id_course_id_changed_at on chats (learner_id, course_id, changed_at);
create index ix_chats_course_id on chats (course_id);

create table chat_messages (
    id uuid primary key,
    chat_id uuid not null references chats (id) on delete cascade,
    number integer not null,
    speaker text not null,
    text text not null,
    reading text,
    screen jsonb,
    answer jsonb,
    created_at timestamptz not null,
    unique (chat_id, number)
);

-- Messages of a person on a day (UTC). A row of its own, so that deleting a chat gives nothing back.
create table chat_days (
    person_id uuid not null references asp_net_users (id) on delete cascade,
    day date not null,
    used integer not null,
    primary key (person_id, day)
);

-- What was asked that the material does not answer. Without a person: instructors see what is missing, not who asked.
create table uncovered_questions (
    id uuid primary key,
    course_id uuid not null references courses (id) on delete cascade,
    module_id uuid,
    text text not null,
    created_at timestamptz not null
);
create index ix_uncovered_questions_course_id_created_at on uncovered_questions (course_id, created_at);

-- Help that was given on an item of a learner's quiz: the same step again is the same words.
create table hints (
    quiz_id uuid not null references quizzes (id) on delete cascade,
    item_id uuid not null,
    step text not null,
    answer jsonb not null,
    created_at timestamptz not null,
    primary key (quiz_id, item_id, step)
);
