-- What is said once stays as it was said, and when it was said is told by the database: a hole in a page, asking in an
-- officer's name, can neither rewrite a scan or a decision, nor claim that something had been known before, nor say by
-- itself who speaks for whom.

-- Of a scan only its way and its place change, never what it shows or whose it is. What a machine read is written once.
revoke update on archive.scan, archive.batch, archive.collection, archive.book, archive.page from an_sinh_app;
revoke delete on archive.page from an_sinh_app;
grant update (state, because, form, pages, book_id, number_from, number_to) on archive.scan to an_sinh_app;
grant update (told, job_id) on archive.batch to an_sinh_app;

-- Nobody writes over what somebody else says stands on the paper.
create policy own_words on archive.vote as restrictive for update using (by = platform.actor());

-- Whose list it is, its bytes and who brought it in stand from the first.
revoke update on intake.file from an_sinh_app;
grant update (month, rows, finished_at, read_at, refused, job_id, corrects, written_at, rounds)
  on intake.file to an_sinh_app;

-- A decision about two records is made in one's own name, is not written over by another, and does not go away; which two
-- they are never changes.
revoke update on deduplication.pair from an_sinh_app;
grant update (unit_a, unit_b, weight, probability, levels, term_frequencies, model_version, last_run, cluster, both_paid,
  two_numbers, basis, state, came_back, decided_by, decided_name, decided_at, decided_because, link_id)
  on deduplication.pair to an_sinh_app;
create policy waiting_only on deduplication.pair as restrictive for delete using (state = 'waiting');

create function deduplication.guard_decision() returns trigger language plpgsql as $$
begin
  if old.state in ('linked', 'different') and new.state not in (old.state, 'waiting') then
    raise exception 'The pair % has been decided', old.id using errcode = 'check_violation';
  end if;
  if new.state <> 'waiting' and (new.decided_by is distinct from old.decided_by or new.state <> old.state
      or new.decided_at is distinct from old.decided_at or new.decided_because is distinct from old.decided_because) then
    if new.decided_by <> platform.actor() then
      raise exception 'The pair % is decided in the name of another', old.id using errcode = 'check_violation';
    end if;
    new.decided_at := clock_timestamp();
  end if;
  return new;
end $$;
create trigger guard_decision before update of state, decided_by, decided_at, decided_because on deduplication.pair
  for each row execute function deduplication.guard_decision();

-- The moment at which something was said. The machine alone brings in what was recorded elsewhere before.
create function platform.is_machine() returns boolean language sql stable parallel safe
  return coalesce(platform.actor() like 'system:%', true);
comment on function platform.is_machine() is 'Whether the machine acts by itself, or nobody does: set-up and migrations';

create function platform.say_when() returns trigger language plpgsql as $$
begin
  return jsonb_populate_record(new, jsonb_build_object(tg_argv[0], clock_timestamp()));
end $$;
comment on function platform.say_when() is 'Nothing is recorded at another moment than now, whatever the program writes there';
do $$
declare said text[];
begin
  foreach said slice 1 in array array[
    ['registry.act', 'recorded_at'], ['registry.change_request', 'proposed_at'], ['registry.link', 'linked_at'],
    ['registry.person', 'recorded_at'], ['registry.household', 'recorded_at'], ['registry.residence', 'recorded_at'],
    ['registry.membership', 'recorded_at'], ['registry.household_life', 'recorded_at'],
    ['registry.former_value', 'recorded_at'], ['awards.award', 'recorded_at'], ['archive.scan', 'received_at'],
    ['archive.reading', 'signed_at'], ['archive.vote', 'voted_at'], ['archive.entry', 'entered_at'],
    ['intake.file', 'received_at'], ['intake.undoing', 'undone_at']]
  loop
    execute format('create trigger say_when before insert on %s for each row
      when ((new.%I < transaction_timestamp() or new.%2$I > clock_timestamp()) and not platform.is_machine())
      execute function platform.say_when(%2$L)', said[1], said[2]);
  end loop;
end $$;

-- A fact that is cut keeps the moment it was recorded: the same value, on days it held already, as it stood until now.
create function registry.say_when_of_fact() returns trigger language plpgsql as $$
declare was_said timestamptz;
begin
  -- Programs know thousandths of a second, the database millionths.
  execute format('select max(before.recorded_at) from registry.%I_before as before where before.%I = $1
      and before.key = $2 and before.value = $3 and $5 <@ before.valid
      and date_trunc(''milliseconds'', before.recorded_at) = date_trunc(''milliseconds'', $4)
      and before.superseded_at >= transaction_timestamp()', tg_table_name, tg_argv[0])
    into was_said using (to_jsonb(new) ->> tg_argv[0])::bigint, new.key, new.value, new.recorded_at, new.valid;
  new.recorded_at := coalesce(was_said, transaction_timestamp());
  return new;
end $$;
create trigger say_when before insert on registry.fact for each row
  when (new.recorded_at <> transaction_timestamp() and not platform.is_machine())
  execute function registry.say_when_of_fact('person_id');
create trigger say_when before insert on registry.household_fact for each row
  when (new.recorded_at <> transaction_timestamp() and not platform.is_machine())
  execute function registry.say_when_of_fact('household_id');

create or replace function registry.keep_link() returns trigger language plpgsql as $$
begin
  if old.unlinked_at is not null then
    raise exception 'A link that was taken back stays as it is' using errcode = 'insufficient_privilege';
  end if;
  new.unlinked_at := clock_timestamp();
  return new;
end $$;

create or replace function registry.guard_change_request() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' then
    raise exception 'The request % has been decided' , old.id using errcode = 'check_violation';
  end if;
  if new.decided_by is distinct from platform.actor() then
    raise exception 'The request % is decided in the name of another', old.id using errcode = 'check_violation';
  end if;
  new.decided_at := clock_timestamp();
  return new;
end $$;

-- Who speaks for a person follows from the links that stand: of the records they hold together one speaks, and all others
-- name it. Looked at when everything is written, by what the officer sees, who links and unlinks only whole persons.
create function registry.guard_speaker() returns trigger language plpgsql as $$
declare
  held integer;
  seen integer;
  speakers integer;
  naming integer;
begin
  with recursive reached (id) as (
    select new.id union
    select case when l.record_a = r.id then l.record_b else l.record_a end
    from reached r join registry.link l on r.id in (l.record_a, l.record_b) and l.unlinked_at is null)
  select count(*), count(person.id), count(*) filter (where person.linked_to is null),
    count(*) filter (where person.linked_to in (select id from reached))
  into held, seen, speakers, naming from reached left join registry.person using (id);
  if seen < held or speakers <> 1 or naming <> held - 1 then
    raise exception 'Who speaks for the record % does not follow from its links', new.id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger guard_speaker after update of linked_to on registry.person
  deferrable initially deferred for each row
  when (new.linked_to is distinct from old.linked_to and not platform.is_machine())
  execute function registry.guard_speaker();
create constraint trigger guard_speaker_added after insert on registry.person
  deferrable initially deferred for each row
  when (new.linked_to is not null and not platform.is_machine())
  execute function registry.guard_speaker();
