-- A reserved message is taken to its end on its own path; every step made there stays with those who were given its area,
-- also when the message is given back to everybody.
alter table feedback.message no force row level security;
alter table feedback.act no force row level security;
alter table feedback.holding no force row level security;

alter table feedback.message
  -- What of a complaint or a denunciation sets its periods.
  add column instance text not null default 'first' check (instance in ('first', 'second')),
  add column is_remote boolean not null default false,
  add column is_complex boolean not null default false,
  add column extended_times integer not null default 0 check (extended_times between 0 and 2),
  -- How it ended, in words that its sender is told.
  add column ending text check (ending <> '');

alter table feedback.act drop constraint act_act_check;
alter table feedback.act add constraint act_act_check check (act in ('receive', 'classify', 'send', 'take', 'answer',
  'returnAnswer', 'approve', 'close', 'restrict', 'release', 'join', 'unjoin', 'escalate', 'reopen', 'rate', 'publish',
  'unpublish', 'withdrawConsent', 'refer', 'accept', 'extend'));

-- The path on which an act was done; of an act that moves the message, the one it moves it to.
alter table feedback.act add column path text;
update feedback.act a set path = coalesce(
  (select coalesce(b.details->>'path', 'open') from feedback.act b where b.message_id = a.message_id and b.id <= a.id
    and b.act in ('restrict', 'release') order by b.id desc limit 1),
  (select case h.agency when 'provinceOffice' then 'open' when 'provinceInspectorate' then 'denunciation' else 'child' end
    from feedback.holding h where h.message_id = a.message_id order by lower(h.held) limit 1),
  'open');
-- Before there were paths every message came to the office of whoever runs the portal, and was open.
update feedback.act a set path = m.path from feedback.message m
  where m.id = a.message_id and not exists (select from feedback.act b where b.message_id = m.id and b.act in ('restrict', 'release'));
alter table feedback.act alter column path set not null;
alter table feedback.act add constraint act_path_check check (path in ('open', 'denunciation', 'child'));

create function feedback.mark_path() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select coalesce(new.details->>'path', m.path) into new.path from feedback.message m where m.id = new.message_id;
  return new;
end $$;
comment on function feedback.mark_path() is 'Writes beside an act on which path it was done';
create trigger mark_path before insert on feedback.act for each row execute function feedback.mark_path();

create function feedback.sees_reserved(path text) returns boolean language sql stable parallel safe
  return platform.actor() like 'system:%' or current_setting('app.scope', true) = 'province' and feedback.sees_path(path);
comment on function feedback.sees_reserved(text) is 'Whether the actor may know what is done on a reserved path: the machine, or the province''s officers of that area by name';

drop policy of_message on feedback.act;
create policy of_message on feedback.act for select using (exists (select from feedback.message where id = message_id)
  and (path = 'open' or act = 'receive' or platform.actor() = 'citizen' or feedback.sees_reserved(path)));
-- A call is about an act, and known to whoever may know of that.
drop policy of_message on feedback.calling;
create policy of_message on feedback.calling using (platform.actor() <> 'citizen'
  and exists (select from feedback.act where id = act_id));

-- What is done on a reserved path is logged under a subject of its own: feedback.denunciation, feedback.child.
drop policy reserved on platform.audit;
create policy reserved on platform.audit as restrictive for select using (platform.is_machine()
  or subject_kind not like 'feedback%'
  or exists (select from feedback.message where id::text = subject_id)
    and (subject_kind = 'feedback' or feedback.sees_reserved(split_part(subject_kind, '.', 2))));

create or replace function feedback.carry_out() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  d jsonb := new.details;
  before feedback.message;
  moves boolean := new.act in ('restrict', 'release');
begin
  select * into before from feedback.message where id = new.message_id for update;
  update feedback.message set
    state = coalesce(d->>'state', state),
    kind = coalesce(d->>'kind', kind),
    area = case when d ? 'area' then d->>'area' else area end,
    place_uid = case when d ? 'placeUid' then d->>'placeUid' else place_uid end,
    instance = coalesce(d->>'instance', instance),
    is_remote = coalesce((d->>'isRemote')::boolean, is_remote),
    is_complex = coalesce((d->>'isComplex')::boolean, is_complex),
    extended_times = case when new.act = 'extend' then extended_times + 1 when moves then 0 else extended_times end,
    agency = coalesce(d->>'agency', agency),
    unit_uid = case when d ? 'agency' then d->>'unitUid' else unit_uid end,
    due_on = case when d ? 'dueOn' then (d->>'dueOn')::date else due_on end,
    answer_due_on = case when d ? 'answerDueOn' then (d->>'answerDueOn')::date else answer_due_on end,
    sent_on = case when d ? 'sentOn' then (d->>'sentOn')::date else sent_on end,
    accepted_on = case when d ? 'acceptedOn' then (d->>'acceptedOn')::date else accepted_on end,
    answered_on = case when d ? 'answeredOn' then (d->>'answeredOn')::date else answered_on end,
    -- An answer stays on the path on which it was written.
    answer = case when new.act = 'answer' then d->>'text' when moves then null else answer end,
    answered_by = case when new.act = 'answer' then new.done_by when moves then null else answered_by end,
    approved_by = case when new.act = 'approve' then new.done_by when new.act in ('answer', 'reopen') or moves then null else approved_by end,
    closed_because = case when new.act = 'close' then d->>'because' when new.act = 'reopen' or moves then null else closed_because end,
    ending = case when new.act = 'close' then d->>'ending' when moves then null else ending end,
    path = coalesce(d->>'path', path),
    may_publish = may_publish and new.act <> 'withdrawConsent',
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
  if new.act in ('restrict', 'withdrawConsent') then
    update feedback.published set state = 'withdrawn', withdrawn_at = new.at, withdrawn_because =
        case new.act when 'restrict' then 'Nội dung không được công khai' else 'Người gửi không còn đồng ý công khai' end
      where message_id = new.message_id and state in ('proposed', 'published');
  end if;
  if new.act = 'restrict' then
    update feedback.message set leading_id = null where leading_id = new.message_id;
  end if;
  return null;
end $$;

-- Of a reserved message its sender alone is told, and never who else followed it while it was open.
create or replace function feedback.list_calls() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into feedback.calling (message_id, act_id, contact)
    select new.message_id, new.id, contact from (
      select contact from feedback.message where id = new.message_id
      union select f.contact from feedback.follower f where f.message_id = new.message_id and new.path = 'open') contacts
    where contact is not null and position('@' in contact) = 0;
  return null;
end $$;
drop trigger tell_by_telephone on feedback.act;
create trigger tell_by_telephone after insert on feedback.act for each row
  when (new.path = 'open' and new.act in ('send', 'approve', 'close', 'escalate', 'publish')
    or new.path <> 'open' and new.act in ('refer', 'accept', 'extend', 'approve', 'close'))
  execute function feedback.list_calls();

alter table feedback.message force row level security;
alter table feedback.act force row level security;
alter table feedback.holding force row level security;
