-- Who sees a letter or a line of the log follows from its message, which is found by its key: many letters may have failed.
create function feedback.sees_message(message_id text) returns boolean language sql stable
  return case when message_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then exists (select from feedback.message where message.id = message_id::uuid) else false end;
comment on function feedback.sees_message(text) is 'Whether the actor sees the message of this id';

create or replace function feedback.sees_subject(kind text, id text) returns boolean language sql stable
  return kind like 'feedback%' and platform.actor() like 'officer:%' and feedback.sees_message(id)
    and (kind = 'feedback' or feedback.sees_reserved(split_part(kind, '.', 2)));

drop policy reserved on platform.audit;
create policy reserved on platform.audit as restrictive for select using (platform.is_machine()
  or subject_kind not like 'feedback%' or feedback.sees_message(subject_id)
    and (subject_kind = 'feedback' or feedback.sees_reserved(split_part(subject_kind, '.', 2))));

create index on platform.outgoing_mail (about_kind, id) where state in ('failed', 'givenUp');
