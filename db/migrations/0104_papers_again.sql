-- What two officers read can be read again for a reason and keeps its history, a page can be turned and told which form it is,
-- and what stands on papers is for those who work on social assistance alone.
alter table archive.scan
  add round integer not null default 1 check (round > 0),
  add turns jsonb not null default '{}',
  add beyond_because text check (beyond_because <> '');
comment on column archive.scan.round is 'How often it has been opened to be read: 1 from the first, one more each time it is opened again';
comment on column archive.scan.turns is 'Quarter turns to the right by page, which an officer asked for before it was read';
comment on column archive.scan.beyond_because is 'Why it has more pages than its book has numbers left';

alter table archive.reading add round integer not null default 1;
alter table archive.reading drop constraint reading_scan_id_after_fkey, drop constraint reading_scan_id_by_key,
  drop constraint reading_pkey;
alter table archive.reading add primary key (scan_id, round, turn), add unique (scan_id, round, by),
  add foreign key (scan_id, round, after) references archive.reading (scan_id, round, turn);
alter table archive.vote add round integer not null default 1;
alter table archive.vote drop constraint vote_pkey;
alter table archive.vote add primary key (scan_id, round, field, by);

create table archive.reopening (
  scan_id bigint not null references archive.scan (id),
  round integer not null check (round > 0),
  reason text not null check (reason ~ '\S'),
  was text not null check (was in ('agreed', 'setAside')),
  by text not null default platform.actor(),
  reopened_at timestamptz not null default clock_timestamp(),
  primary key (scan_id, round)
);
comment on table archive.reopening is 'Who opened a scan to be read again after a round, and why; the readings of that round stay';
grant select, insert (scan_id, round, reason, was) on archive.reopening to an_sinh_app;

create or replace function archive.outcome(wanted bigint)
returns table (field text, first text, second text, written text, is_open boolean)
language sql stable as $$
  with now_on as (select round from archive.scan where id = wanted),
    one as (select by, written, compared from archive.reading join now_on using (round) where scan_id = wanted and turn = 1),
    two as (select by, written, compared from archive.reading join now_on using (round) where scan_id = wanted and turn = 2),
    fields as (select jsonb_object_keys(compared) as field from one union select jsonb_object_keys(compared) from two),
    said as (select field, by, written, compared, voted_at from archive.vote join now_on using (round)
      where scan_id = wanted),
    third as (select distinct on (field) field, written from said
      where by not in (select by from one union select by from two)
      order by field, voted_at desc),
    readers as (select field, min(written) as written from said
      where by in (select by from one union select by from two)
      group by field having count(*) = 2 and min(compared) = max(compared))
  select field, one.written ->> field, two.written ->> field,
    case when is_same then one.written ->> field else coalesce(third.written, readers.written) end,
    not is_same and third.field is null and readers.field is null
  from fields cross join one cross join two left join third using (field) left join readers using (field),
    lateral (select one.compared ->> field is not distinct from two.compared ->> field as is_same) as each
$$;

create or replace function archive.guard_state() returns trigger language plpgsql as $$
begin
  if new.round <> old.round and not (new.round = old.round + 1 and old.state in ('agreed', 'setAside')
      and new.state in ('unread', 'failed')
      and not exists (select from archive.passed where scan_id = new.id)
      and exists (select from archive.reopening
        where scan_id = new.id and round = old.round and was = old.state and by = platform.actor())) then
    raise exception 'scan % was opened again by nobody', new.id using errcode = 'check_violation';
  elsif new.state = 'disagreed' and not exists (select from archive.reading
      where scan_id = new.id and round = new.round and turn = 2 and by = platform.actor()) then
    raise exception 'scan % was not read twice', new.id using errcode = 'check_violation';
  elsif new.state = 'agreed' and (old.state <> 'disagreed' or exists (select from archive.outcome(new.id) where is_open)
      or (select count(*) from archive.reading where scan_id = new.id and round = new.round) <> 2) then
    raise exception 'scan % is not agreed upon', new.id using errcode = 'check_violation';
  elsif new.state = 'entered' and (old.state <> 'agreed' or not exists
      (select from archive.entry where scan_id = new.id)) then
    raise exception 'scan % was entered by nobody', new.id using errcode = 'check_violation';
  elsif old.state in ('agreed', 'entered') and new.state not in ('agreed', 'entered') and new.round = old.round then
    raise exception 'scan % was agreed upon', new.id using errcode = 'check_violation';
  elsif new.state = 'waiting' and old.state <> 'unread' then
    raise exception 'scan % is not read by machine again', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
drop trigger guard_state on archive.scan;
create trigger guard_state before update of state, round on archive.scan
  for each row when (old.state is distinct from new.state or old.round <> new.round)
  execute function archive.guard_state();
grant update (round, turns, beyond_because) on archive.scan to an_sinh_app;

-- A page is read by machine again only where an officer had it turned, and taken for another form only while nobody has
-- signed a reading of it: otherwise the words that were read stand.
create function archive.guard_page() returns trigger language plpgsql as $$
declare state_now text := (select state from archive.scan where id = new.scan_id);
begin
  if state_now is distinct from 'waiting' and (state_now is distinct from 'unread'
      or (to_jsonb(new) - 'proposals') <> (to_jsonb(old) - 'proposals')) then
    raise exception 'the pages of scan % have been read', new.scan_id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_page before update on archive.page for each row execute function archive.guard_page();
grant update (shown_sha256, width, height, source, words, proposals, seconds) on archive.page to an_sinh_app;

-- Numbers and names of a book were sometimes written wrong; which collection it is of, and who entered it, stand.
grant update (name, number_from, number_to) on archive.book to an_sinh_app;

-- A value from a scan names its page where it is known: scan:12#3.
create or replace function archive.guard_register() returns trigger language plpgsql as $$
declare said text := to_jsonb(new) ->> tg_argv[0];
begin
  if not exists (select from archive.passed
      where scan_id = substring(said from '^scan:(\d{1,18})(?:#\d{1,5})?$')::bigint) then
    raise exception 'a value of % was not read by two officers', said using errcode = 'check_violation';
  end if;
  return new;
end $$;

alter table archive.entry add kept jsonb not null default '[]';
comment on column archive.entry.kept is 'What was read and stays with the scan, each with the reason why the register does not take it';

alter table archive.reopening enable row level security;
alter table archive.reopening force row level security;
create policy changers_add on archive.reopening as restrictive for insert with check (platform.may_change());
create policy changers_change on archive.reopening as restrictive for update using (true)
  with check (platform.may_change());
create policy changers_remove on archive.reopening as restrictive for delete using (platform.may_change());
-- Why it was opened again may say what stands on it: who reads it blind does not see it.
create policy own_scan on archive.reopening using (exists (select from archive.scan where scan.id = reopening.scan_id
    and (scan.state <> 'readOnce' or reopening.by = platform.actor())))
  with check (by = platform.actor() and exists (select from archive.scan where scan.id = reopening.scan_id
    and scan.round = reopening.round and scan.state = reopening.was));

alter policy own_reading on archive.reading using (exists (select from archive.scan where scan.id = reading.scan_id
    and (reading.by = platform.actor() or scan.state in ('disagreed', 'agreed', 'entered'))))
  with check (by = platform.actor() and exists (select from archive.scan where scan.id = reading.scan_id
    and scan.round = reading.round and scan.state in ('unread', 'readOnce')));
-- What others said in a round before leads nobody who reads now.
alter policy own_vote on archive.vote using (exists (select from archive.scan where scan.id = vote.scan_id
    and (vote.by = platform.actor() or scan.state in ('disagreed', 'agreed', 'entered'))))
  with check (by = platform.actor() and exists (select from archive.scan where scan.id = vote.scan_id
    and scan.round = vote.round and scan.state = 'disagreed'));

-- Opened again, a scan may say nothing to the register until it is agreed upon anew.
create policy opened_again on archive.passed for delete using (exists (select from archive.scan
  join archive.reopening on reopening.scan_id = scan.id and reopening.round = scan.round
  where scan.id = passed.scan_id and scan.state = 'agreed' and reopening.by = platform.actor()));
grant delete on archive.passed to an_sinh_app;

-- A dossier may say on any page that somebody lives with HIV: its pages and what was read of them follow the same rule as
-- the fact itself. Others know that the paper is there, and how far it is.
do $$
declare name text;
begin
  foreach name in array array['page', 'reading', 'vote', 'entry', 'reopening']
  loop
    execute format('create policy social_assistance_only on archive.%I as restrictive
      using (platform.sees_area(''socialAssistance''))', name);
  end loop;
end $$;
create policy social_assistance_reads on archive.scan as restrictive for update
  using (platform.sees_area('socialAssistance'));
