-- What there is to know of work that succeeded.
alter table generations add column notice jsonb;
