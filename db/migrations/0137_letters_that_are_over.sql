-- The job that sends letters also looks for those whose process died, and deletes those that are long over: an address
-- is kept no longer than somebody may ask what became of its letter.
drop index platform.outgoing_mail_next_try_at_idx;
create index on platform.outgoing_mail (next_try_at) where state in ('waiting', 'sending', 'failed');
create index on platform.outgoing_mail (written_at);
grant delete on platform.outgoing_mail to an_sinh_app;
