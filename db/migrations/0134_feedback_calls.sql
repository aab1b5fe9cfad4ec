-- People without e-mail are called about each step that they are told of; the list is written with the act itself, since
-- an officer who sends a message on may see it no longer.
create policy by_acts on feedback.calling using (pg_trigger_depth() > 0);

create function feedback.list_calls() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into feedback.calling (message_id, act_id, contact)
    select new.message_id, new.id, contact from (
      select contact from feedback.message where id = new.message_id and (path = 'open' or new.act = 'close')
      union select contact from feedback.follower where message_id = new.message_id) contacts
    where contact is not null and position('@' in contact) = 0;
  return null;
end $$;
comment on function feedback.list_calls() is 'Whom to call about a step: the sender and those who follow, where the contact is no e-mail address';
-- After carry_out, by its name: what was reserved by then tells nobody.
create trigger tell_by_telephone after insert on feedback.act for each row
  when (new.act in ('send', 'approve', 'close', 'escalate', 'publish')) execute function feedback.list_calls();

-- No reason at all is not a reason of ten characters either.
alter table feedback.message drop constraint nothing_closed_silently;
alter table feedback.message add constraint nothing_closed_silently check (state <> 'closed' or approved_by is not null
  or coalesce(char_length(closed_because), 0) >= 10);

-- The clocks may be looked at twice in one moment.
alter table feedback.clock_run drop constraint clock_run_pkey;
alter table feedback.clock_run add column id bigint generated always as identity primary key;

drop function feedback.follow(text, bigint, text, timestamptz);
create function feedback.follow(shown_code text, public_id bigint, new_contact text, now timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare followed uuid;
begin
  perform set_config('feedback.portal', 'yes', true);
  if public_id is not null then
    select p.message_id into followed from feedback.published p where p.id = public_id and p.state = 'published';
  elsif shown_code = feedback.shown_receipt() then
    select r.message_id into followed from feedback.receipt r where r.code = shown_code;
  end if;
  if followed is not null then
    insert into feedback.follower (message_id, contact, followed_at) values (followed, new_contact, now)
      on conflict do nothing;
  end if;
  perform set_config('feedback.portal', '', true);
  return followed is not null;
end $$;
comment on function feedback.follow(text, bigint, text, timestamptz) is 'Remembers a contact to be told of a message, named by its receipt or its published number';
revoke all on function feedback.follow from public;
grant execute on function feedback.follow to an_sinh_app;
