-- A message is now followed to its end: who holds it since when, by which act, under which clock; what is reserved for a
-- few is seen by nobody else; and what is shown to everybody is a copy from which persons were struck out.

alter table feedback.message no force row level security;

-- The code on the sender's receipt opens their message and nothing else, so it stands apart from what officers read.
create table feedback.receipt (
  code text primary key,
  message_id uuid not null unique references feedback.message
);
comment on table feedback.receipt is 'The code on the sender''s receipt: whoever shows it sees that message as its sender';

create function feedback.shown_receipt() returns text language sql stable parallel safe
  return nullif(current_setting('feedback.receipt', true), '');
comment on function feedback.shown_receipt() is 'The receipt that the citizen of this transaction showed';

insert into feedback.receipt select receipt_code, id from feedback.message;
alter table feedback.receipt enable row level security;
alter table feedback.receipt force row level security;
create policy shown on feedback.receipt for select using (platform.actor() = 'citizen' and code = feedback.shown_receipt());
create policy given on feedback.receipt for insert with check (platform.actor() = 'citizen' and code = feedback.shown_receipt());
grant select, insert on feedback.receipt to an_sinh_app;

alter table feedback.message drop column receipt_code;
alter table feedback.message drop constraint feedback_state_check;
alter table feedback.message
  add column place_uid text references registry.unit,
  add column place text check (char_length(place) between 1 and 200),
  add column may_publish boolean not null default false,
  add column path text not null default 'open' check (path in ('open', 'denunciation', 'child')),
  add column kind text check (kind <> ''),
  add column area text check (area <> ''),
  add column agency text not null default 'provinceOffice' check (agency <> ''),
  add column unit_uid text references registry.unit,
  -- Who was told that the holder let the clock run out, and may see it since.
  add column raised_agency text,
  -- Who held it when its sender said that it was not solved: they do not close it again alone.
  add column earlier_agency text,
  add column earlier_unit_uid text,
  add column reopened_times integer not null default 0,
  -- Where the clocks begin: when it came, and again when it was reopened.
  add column begun_on date,
  add column sent_on date,
  add column accepted_on date,
  add column answered_on date,
  add column due_on date,
  add column answer_due_on date,
  add column leading_id uuid references feedback.message check (leading_id <> id),
  add column answer text check (char_length(answer) between 10 and 5000),
  add column answered_by text,
  add column approved_by text,
  add column closed_because text,
  add column escalated_for date,
  add constraint message_state_check check (state in
    ('received', 'classified', 'sent', 'handling', 'answered', 'approved', 'closed')),
  add constraint nothing_closed_silently check (state <> 'closed' or approved_by is not null
    or char_length(closed_because) >= 10),
  add constraint approved_by_another check (approved_by <> answered_by),
  add constraint reserved_is_not_joined check (path = 'open' or leading_id is null);
comment on table feedback.message is 'What citizens wrote: personal data, read by who handles it; changed by acts alone (feedback.act)';
create index on feedback.message (state, due_on);
create index on feedback.message (leading_id) where leading_id is not null;
create index on feedback.message (unit_uid) where unit_uid is not null;

update feedback.message set begun_on = (received_at at time zone 'Asia/Ho_Chi_Minh')::date;
alter table feedback.message alter column begun_on set not null;

create function feedback.sees_held(agency text, unit_uid text) returns boolean language sql stable parallel safe
  return case when current_setting('app.scope', true) = 'province'
    then platform.agency() is null or platform.agency() = 'provinceOffice' or platform.agency() = agency and unit_uid is null
    else unit_uid = current_setting('app.scope', true) end;
comment on function feedback.sees_held(text, text) is 'Whether the actor is, or stands above, the holder of a message: the province''s office and its leaders, the agency, the commune';

create function feedback.sees_path(path text) returns boolean language sql stable parallel safe
  return case path when 'open' then true
    when 'denunciation' then platform.sees_reserved_area('denunciation')
    when 'child' then platform.sees_reserved_area('children') else false end;
comment on function feedback.sees_path(text) is 'Whether the actor was given by name the area a message is reserved for';

drop policy province_reads on feedback.message;
drop policy citizens_write on feedback.message;
create policy citizens_write on feedback.message for insert with check (platform.actor() = 'citizen' and state = 'received');
create policy handlers_read on feedback.message for select using (platform.actor() like 'system:%'
  or platform.actor() like 'officer:%' and (path = 'open' and (feedback.sees_held(agency, unit_uid) or raised_agency = platform.agency())
    or path <> 'open' and current_setting('app.scope', true) = 'province' and feedback.sees_path(path)));
create policy sender_reads on feedback.message for select using (platform.actor() = 'citizen'
  and id = (select message_id from feedback.receipt where code = feedback.shown_receipt()));
-- Nobody may change a message but the trigger that carries out an act.
create policy acts_read on feedback.message for select using (pg_trigger_depth() > 0);
create policy acts_change on feedback.message for update using (pg_trigger_depth() > 0);

-- Every act is a row, never changed and never taken back.
create table feedback.act (
  id bigint generated always as identity primary key,
  message_id uuid not null references feedback.message,
  act text not null check (act in ('receive', 'classify', 'send', 'take', 'answer', 'returnAnswer', 'approve', 'close',
    'restrict', 'release', 'join', 'unjoin', 'escalate', 'reopen', 'rate', 'publish', 'unpublish')),
  at timestamptz not null,
  done_by text not null default platform.actor(),
  by_agency text default platform.agency(),
  by_unit_uid text default nullif(nullif(current_setting('app.scope', true), ''), 'province'),
  details jsonb not null default '{}',
  key text unique
);
comment on table feedback.act is 'What was done with each message, by whom and when: the chain its sender is shown, and never changed';
create index on feedback.act (message_id, id);
insert into feedback.act (message_id, act, at, done_by) select id, 'receive', received_at, 'citizen' from feedback.message;
alter table feedback.act enable row level security;
alter table feedback.act force row level security;
create policy of_message on feedback.act for select using (exists (select from feedback.message where id = message_id));
create policy handlers_act on feedback.act for insert with check (platform.may_change() and done_by = platform.actor()
  and act not in ('receive', 'reopen', 'rate') and exists (select from feedback.message where id = message_id));
create policy senders_act on feedback.act for insert with check (platform.actor() = 'citizen' and done_by = 'citizen'
  and act in ('receive', 'reopen', 'rate') and exists (select from feedback.message where id = message_id));
create policy acts_read on feedback.act for select using (pg_trigger_depth() > 0);
grant select, insert on feedback.act to an_sinh_app;

create table feedback.holding (
  message_id uuid not null references feedback.message,
  agency text not null,
  unit_uid text references registry.unit,
  held tstzrange not null check (not isempty(held)),
  primary key (message_id, held without overlaps)
);
comment on table feedback.holding is 'Who held a message from when until when';
insert into feedback.holding (message_id, agency, held) select id, agency, tstzrange(received_at, null) from feedback.message;
alter table feedback.holding enable row level security;
alter table feedback.holding force row level security;
create policy of_message on feedback.holding for select using (exists (select from feedback.message where id = message_id));
create policy by_acts on feedback.holding using (pg_trigger_depth() > 0);
grant select on feedback.holding to an_sinh_app;

create table feedback.picture (
  message_id uuid primary key references feedback.message,
  bytes bytea not null check (length(bytes) <= 4194304),
  width integer not null check (width > 0),
  height integer not null check (height > 0)
);
comment on table feedback.picture is 'The sender''s picture, redrawn without a word about camera or place; for who handles the message';
alter table feedback.picture enable row level security;
alter table feedback.picture force row level security;
create policy handlers_read on feedback.picture for select using (platform.actor() <> 'citizen'
  and exists (select from feedback.message where id = message_id));
create policy citizens_write on feedback.picture for insert with check (platform.actor() = 'citizen'
  and exists (select from feedback.message where id = message_id));
grant select, insert on feedback.picture to an_sinh_app;

-- One mark a message, given once. No officer reads whose it is.
create table feedback.rating (
  message_id uuid primary key references feedback.message,
  mark integer not null check (mark between 1 and 5),
  comment text check (char_length(comment) between 1 and 500),
  agency text not null,
  unit_uid text,
  at timestamptz not null
);
comment on table feedback.rating is 'How satisfied the sender was: the rater is kept secret (Decree 224/2026 art. 10.3.b), officers read sums alone';
alter table feedback.rating enable row level security;
alter table feedback.rating force row level security;
create policy sender_reads on feedback.rating for select using (platform.actor() = 'citizen'
  and exists (select from feedback.message where id = message_id));
create policy sender_rates on feedback.rating for insert with check (platform.actor() = 'citizen'
  and exists (select from feedback.message where id = message_id and approved_by is not null and path = 'open'));
create policy sums on feedback.rating for select using (current_setting('feedback.sums', true) = 'yes' and current_user <> 'an_sinh_app');
grant select, insert on feedback.rating to an_sinh_app;

create function feedback.marks(from_marks integer) returns table (agency text, unit_uid text, marks bigint, mean numeric, comments text[])
  language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('feedback.sums', 'yes', true);
  return query select r.agency, r.unit_uid, count(*), round(avg(r.mark), 2),
    array_agg(r.comment order by md5(r.message_id::text)) filter (where r.comment is not null)
  from feedback.rating r where feedback.sees_held(r.agency, r.unit_uid) and platform.actor() is distinct from 'citizen'
  group by r.agency, r.unit_uid having count(*) >= from_marks;
  perform set_config('feedback.sums', '', true);
end $$;
comment on function feedback.marks(integer) is 'Marks of each authority that has at least so many, with comments in no order that tells whose they are';
revoke all on function feedback.marks from public;
grant execute on function feedback.marks to an_sinh_app;

-- What everybody may read: a copy, without who wrote it.
create table feedback.published (
  id bigint generated always as identity primary key,
  message_id uuid not null references feedback.message,
  title text not null,
  content text not null,
  answer text not null,
  area text,
  agency text not null,
  unit_uid text,
  received_on date not null,
  answered_on date not null,
  strikes jsonb not null,
  state text not null default 'proposed' check (state in ('proposed', 'published', 'refused', 'withdrawn')),
  proposed_by text not null default platform.actor(),
  decided_by text check (state = 'withdrawn' or decided_by <> proposed_by),
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_because text check (char_length(withdrawn_because) between 5 and 300),
  check ((state = 'published') = (published_at is not null and withdrawn_at is null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null and withdrawn_because is not null))
);
comment on table feedback.published is 'Answers as everybody reads them: copies from which persons were struck out, approved by a second officer';
comment on column feedback.published.strikes is 'What was struck out of title, content and answer, by where it begins and ends in the originals';
create unique index one_copy_at_a_time on feedback.published (message_id) where state in ('proposed', 'published');
create index on feedback.published (published_at desc) where state = 'published';
alter table feedback.published enable row level security;
alter table feedback.published force row level security;
create policy of_message on feedback.published for select using (exists (select from feedback.message where id = message_id));
create policy handlers_propose on feedback.published for insert with check (platform.may_change() and state = 'proposed'
  and proposed_by = platform.actor() and exists (select from feedback.message where id = message_id and path = 'open' and may_publish));
create policy handlers_decide on feedback.published for update using (platform.may_change()
  and exists (select from feedback.message where id = message_id)) with check (platform.may_change());
create policy by_acts on feedback.published using (pg_trigger_depth() > 0);
grant select, insert, update (state, decided_by, published_at, withdrawn_at, withdrawn_because) on feedback.published to an_sinh_app;

-- What the portal asks, and all that it gets: no originals, no strikes, no names of officers. A copy that was withdrawn
-- says when and why, and no longer what.
create function feedback.public_answers() returns table (id bigint, title text, content text, answer text, area text,
    agency text, unit_uid text, received_on date, answered_on date, published_at timestamptz, withdrawn_at timestamptz,
    withdrawn_because text)
  language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('feedback.portal', 'yes', true);
  return query select p.id, case when p.state = 'published' then p.title end,
    case when p.state = 'published' then p.content end, case when p.state = 'published' then p.answer end, p.area,
    p.agency, p.unit_uid, p.received_on, p.answered_on, p.published_at, p.withdrawn_at, p.withdrawn_because
  from feedback.published p where p.state in ('published', 'withdrawn') and p.decided_by is not null;
  perform set_config('feedback.portal', '', true);
end $$;
comment on function feedback.public_answers() is 'The published answers, and of those withdrawn the day and the reason';
create policy portal_reads on feedback.published for select using (current_setting('feedback.portal', true) = 'yes'
  and current_user <> 'an_sinh_app');
revoke all on function feedback.public_answers from public;
grant execute on function feedback.public_answers to an_sinh_app;

-- Who wants to be told of each public step beside the sender.
create table feedback.follower (
  id bigint generated always as identity primary key,
  message_id uuid not null references feedback.message,
  contact text not null check (char_length(contact) between 5 and 100),
  followed_at timestamptz not null,
  unique (message_id, contact)
);
comment on table feedback.follower is 'Contacts that asked to be told of each public step of a message';
alter table feedback.follower enable row level security;
alter table feedback.follower force row level security;
create policy handlers_read on feedback.follower for select using (platform.actor() <> 'citizen'
  and exists (select from feedback.message where id = message_id));
create policy citizens_follow on feedback.follower for insert with check (current_user <> 'an_sinh_app');
create policy known_already on feedback.follower for select using (current_setting('feedback.portal', true) = 'yes'
  and current_user <> 'an_sinh_app');
grant select on feedback.follower to an_sinh_app;

create function feedback.follow(receipt text, public_id bigint, new_contact text, now timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare followed uuid;
begin
  perform set_config('feedback.portal', 'yes', true);
  if public_id is not null then
    select message_id into followed from feedback.published where id = public_id and state = 'published';
  elsif receipt = feedback.shown_receipt() then
    select message_id into followed from feedback.receipt where code = receipt;
  end if;
  if followed is null then return false; end if;
  insert into feedback.follower (message_id, contact, followed_at) values (followed, new_contact, now)
    on conflict do nothing;
  return true;
end $$;
comment on function feedback.follow(text, bigint, text, timestamptz) is 'Remembers a contact to be told of a message, named by its receipt or its published number';
revoke all on function feedback.follow from public;
grant execute on function feedback.follow to an_sinh_app;

-- People without e-mail are called: who, about which step, and who told them.
create table feedback.calling (
  id bigint generated always as identity primary key,
  message_id uuid not null references feedback.message,
  act_id bigint not null references feedback.act,
  contact text not null,
  told_by text,
  told_at timestamptz,
  unique (act_id, contact),
  check ((told_by is null) = (told_at is null))
);
comment on table feedback.calling is 'Telephone calls to make about a public step, ticked when made';
create index on feedback.calling (message_id);
alter table feedback.calling enable row level security;
alter table feedback.calling force row level security;
create policy of_message on feedback.calling using (platform.actor() <> 'citizen'
  and exists (select from feedback.message where id = message_id));
create policy changers_add on feedback.calling as restrictive for insert with check (platform.may_change());
create policy changers_change on feedback.calling as restrictive for update using (true) with check (platform.may_change());
grant select, insert, update (told_by, told_at) on feedback.calling to an_sinh_app;

-- What the nightly look at the clocks did; of reserved paths only who may read them is told.
create table feedback.clock_run (
  on_day date not null,
  path text not null check (path in ('open', 'denunciation', 'child')),
  looked integer not null check (looked >= 0),
  escalated integer not null check (escalated >= 0),
  at timestamptz not null,
  primary key (on_day, path, at)
);
comment on table feedback.clock_run is 'Each time the clocks were looked at: how many ran and how many were raised a level';
alter table feedback.clock_run enable row level security;
alter table feedback.clock_run force row level security;
create policy officers_read on feedback.clock_run for select using (platform.actor() like 'system:%'
  or current_setting('app.scope', true) = 'province' and feedback.sees_path(path));
create policy machine_writes on feedback.clock_run for insert with check (platform.actor() like 'system:%');
grant select, insert on feedback.clock_run to an_sinh_app;

alter table feedback.attempt drop constraint attempt_action_check;
alter table feedback.attempt add constraint attempt_action_check check (action in ('feedback', 'challenge', 'lookup', 'follow'));

-- The log of who read and did what tells nothing of a message to whom it is hidden.
create policy reserved on platform.audit as restrictive for select using (subject_kind <> 'feedback'
  or platform.is_machine() or exists (select from feedback.message where id::text = subject_id));

-- Carries out an act: what it says becomes how the message stands, in the same moment.
create function feedback.carry_out() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  d jsonb := new.details;
  before feedback.message;
begin
  select * into before from feedback.message where id = new.message_id for update;
  update feedback.message set
    state = coalesce(d->>'state', state),
    kind = coalesce(d->>'kind', kind),
    area = case when d ? 'area' then d->>'area' else area end,
    place_uid = case when d ? 'placeUid' then d->>'placeUid' else place_uid end,
    agency = coalesce(d->>'agency', agency),
    unit_uid = case when d ? 'agency' then d->>'unitUid' else unit_uid end,
    due_on = case when d ? 'dueOn' then (d->>'dueOn')::date else due_on end,
    answer_due_on = case when d ? 'answerDueOn' then (d->>'answerDueOn')::date else answer_due_on end,
    sent_on = case when d ? 'sentOn' then (d->>'sentOn')::date else sent_on end,
    accepted_on = case when d ? 'acceptedOn' then (d->>'acceptedOn')::date else accepted_on end,
    answered_on = case when d ? 'answeredOn' then (d->>'answeredOn')::date else answered_on end,
    answer = case when new.act = 'answer' then d->>'text' else answer end,
    answered_by = case when new.act = 'answer' then new.done_by else answered_by end,
    approved_by = case new.act when 'approve' then new.done_by when 'answer' then null when 'reopen' then null else approved_by end,
    closed_because = case when new.act = 'close' then d->>'because' when new.act = 'reopen' then null else closed_because end,
    path = coalesce(d->>'path', path),
    leading_id = case new.act when 'join' then (d->>'leadingId')::uuid when 'unjoin' then null when 'restrict' then null else leading_id end,
    raised_agency = case when new.act = 'escalate' then d->>'raisedAgency' when d ? 'agency' then null else raised_agency end,
    escalated_for = case when new.act = 'escalate' then (d->>'forDue')::date else escalated_for end,
    begun_on = case when new.act = 'reopen' then (d->>'begunOn')::date else begun_on end,
    reopened_times = reopened_times + (new.act = 'reopen')::int,
    earlier_agency = case when new.act = 'reopen' then before.agency else earlier_agency end,
    earlier_unit_uid = case when new.act = 'reopen' then before.unit_uid else earlier_unit_uid end
  where id = new.message_id;
  if new.act = 'receive' then
    insert into feedback.holding (message_id, agency, unit_uid, held)
      values (new.message_id, before.agency, before.unit_uid, tstzrange(new.at, null));
  elsif d ? 'agency' and (d->>'agency', d->>'unitUid') is distinct from (before.agency, before.unit_uid) then
    update feedback.holding set held = tstzrange(lower(held), new.at)
      where message_id = new.message_id and upper_inf(held) and lower(held) < new.at;
    delete from feedback.holding where message_id = new.message_id and upper_inf(held);
    insert into feedback.holding (message_id, agency, unit_uid, held)
      values (new.message_id, d->>'agency', d->>'unitUid', tstzrange(new.at, null));
  end if;
  if new.act = 'restrict' then
    update feedback.published set state = 'withdrawn', withdrawn_at = new.at, withdrawn_because = 'Nội dung không được công khai'
      where message_id = new.message_id and state in ('proposed', 'published');
    update feedback.message set leading_id = null where leading_id = new.message_id;
  end if;
  return null;
end $$;
comment on function feedback.carry_out() is 'What an act says becomes how its message stands; nothing else changes a message';
create trigger carry_out after insert on feedback.act for each row execute function feedback.carry_out();

alter table feedback.message force row level security;
