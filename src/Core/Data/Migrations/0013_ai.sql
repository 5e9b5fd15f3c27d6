-- Whether a language model may be asked anything for a person. Held in memory like the other preferences, so its change is told.
alter table asp_net_users add column ai boolean not null default true;
drop trigger tell_change on asp_net_users;
create trigger tell_change after update on asp_net_users for each row
    when ((old.security_stamp, old.detail, old.style, old.language, old.ai) is distinct from (new.security_stamp, new.detail, new.style, new.language, new.ai))
    execute function tell_change('id');
