-- What citizens write back has a schema of its own: it lives on for weeks after it came in, under clocks of its own.
create schema feedback;
grant usage on schema feedback to an_sinh_app;
alter table publishing.feedback set schema feedback;
alter table feedback.feedback rename to message;
alter table publishing.challenge set schema feedback;
alter table publishing.attempt set schema feedback;
alter table publishing.address_key set schema feedback;
