-- Who changed what, and when. Written in the transaction of the change; rows outlive their course and their people, and never change.
create table audit_entries (
    id uuid not null constraint pk_audit_entries primary key,
    kind text not null,
    actor_id uuid,      -- null: the installation itself
    course_id uuid,
    person_id uuid,     -- whom it was done to
    subject text not null,
    created_at timestamptz not null
);
create index ix_audit_entries_created_at_id on audit_entries (created_at, id);
create index ix_audit_entries_course_id_created_at on audit_entries (course_id, created_at);
create index ix_audit_entries_actor_id_created_at on audit_entries (actor_id, created_at);
create index ix_audit_entries_person_id_created_at on audit_entries (person_id, created_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are only ever added.', tg_table_name;
end $$;
create trigger only_added before update or delete or truncate on audit_entries for each statement execute function refuse_change();

-- An account that an admin has closed: nobody signs in with it. All of its sign-ins end with its security stamp.
alter table asp_net_users add column closed_at timestamptz;
