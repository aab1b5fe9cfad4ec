-- Whoever handles a message sees what became of the letters about it; one that failed is sent again, or its receiver told
-- another way, and who did so stands for good.
alter table platform.outgoing_mail drop constraint outgoing_mail_state_check;
alter table platform.outgoing_mail add constraint outgoing_mail_state_check check (state in
  ('waiting', 'sending', 'sent', 'failed', 'givenUp', 'toldOtherwise'));
-- From when it counts as news: when it was written, or when somebody asked to send it again.
alter table platform.outgoing_mail add column news_since timestamptz;
create index on platform.outgoing_mail (about_id);

create function feedback.sees_subject(kind text, id text) returns boolean language sql stable
  return kind like 'feedback%' and platform.actor() like 'officer:%'
    and exists (select from feedback.message where message.id::text = sees_subject.id)
    and (kind = 'feedback' or feedback.sees_reserved(split_part(kind, '.', 2)));
comment on function feedback.sees_subject(text, text) is 'Whether an officer may know of what is logged or written about a message: they see it, and were given the area of what was done on a reserved path';
create policy handlers_read on platform.outgoing_mail for select using (feedback.sees_subject(about_kind, about_id));

create table platform.mail_handling (
  id bigint generated always as identity primary key,
  letter_id bigint not null references platform.outgoing_mail on delete cascade,
  act text not null check (act in ('sendAgain', 'tellOtherwise')),
  note text check (char_length(note) between 3 and 300),
  done_by text not null default platform.actor(),
  at timestamptz not null,
  check (act = 'sendAgain' or note is not null)
);
comment on table platform.mail_handling is 'What officers did with a letter that could not be sent: sent again, or told another way, and how';
create index on platform.mail_handling (letter_id);
alter table platform.mail_handling enable row level security;
alter table platform.mail_handling force row level security;
create policy with_its_letter on platform.mail_handling for select using (exists (select from platform.outgoing_mail where id = letter_id));
create policy handlers_act on platform.mail_handling for insert with check (platform.may_change() and done_by = platform.actor()
  and exists (select from platform.outgoing_mail where id = letter_id and state in ('failed', 'givenUp')));
grant select, insert on platform.mail_handling to an_sinh_app;

-- Nobody changes a letter but the machine that sends it and the trigger that carries out what an officer did.
create policy handled_read on platform.outgoing_mail for select using (pg_trigger_depth() > 0);
create policy handled on platform.outgoing_mail for update using (pg_trigger_depth() > 0);
create function platform.handle_mail() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update platform.outgoing_mail set
    state = case new.act when 'sendAgain' then 'waiting' else 'toldOtherwise' end,
    tries = case new.act when 'sendAgain' then 0 else tries end,
    next_try_at = new.at,
    news_since = case new.act when 'sendAgain' then new.at else news_since end
  where id = new.letter_id and state in ('failed', 'givenUp');
  if not found then raise exception 'The letter % is being sent or is over', new.letter_id using errcode = '40001'; end if;
  return null;
end $$;
comment on function platform.handle_mail() is 'Carries out what an officer did with a letter that could not be sent';
create trigger handle_mail after insert on platform.mail_handling for each row execute function platform.handle_mail();
