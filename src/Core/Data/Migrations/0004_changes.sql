-- Tells every process which person or course has changed, when the change is committed, whoever made it and how: what is held in memory of it is
-- then read again (Tutor.Memory.Changes). Only what decides about access or is read from memory is watched, and only rare writes.
create function tell_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform pg_notify('tutor_changes', to_jsonb(new) ->> tg_argv[0]);
    else
        perform pg_notify('tutor_changes', to_jsonb(old) ->> tg_argv[0]);
    end if;
    return null;
end $$;

create trigger tell_change after update or delete on sessions for each row execute function tell_change('user_id');
create trigger tell_change after insert or delete on asp_net_user_roles for each row execute function tell_change('user_id');
create trigger tell_change after delete on enrollments for each row execute function tell_change('user_id');
create trigger tell_change after insert or update or delete on course_staff for each row execute function tell_change('user_id');
create trigger tell_change after update or delete on courses for each row execute function tell_change('id');
create trigger tell_change after delete on modules for each row execute function tell_change('course_id');
create trigger tell_deletion after delete on asp_net_users for each row execute function tell_change('id');
-- A wrong password is counted in the row; that changes nothing here.
create trigger tell_change after update on asp_net_users for each row
    when ((old.security_stamp, old.detail, old.style, old.language) is distinct from (new.security_stamp, new.detail, new.style, new.language))
    execute function tell_change('id');
