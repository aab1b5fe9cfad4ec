-- A list may be taken back after a link of one of its people was taken back; what a list says of HIV is for those who
-- work on social assistance alone; and what went wrong in a machine is told to its operator, not to officers.

-- A link that was taken back hinders no record from going: what it said stays readable, as everything known before.
create table registry.link_before (
  id bigint primary key,
  record_a bigint not null,
  record_b bigint not null,
  speaks bigint not null,
  mistaken_number text,
  because jsonb not null,
  linked_by text not null,
  linked_at timestamptz not null,
  unlinked_by text not null,
  unlinked_at timestamptz not null,
  unlinked_because text not null,
  superseded_at timestamptz not null
);
comment on table registry.link_before is 'Links that were taken back, of records that went from the register since';
create index on registry.link_before (record_a);
create index on registry.link_before (record_b);
grant select on registry.link_before to an_sinh_app;
alter table registry.link_before enable row level security;
alter table registry.link_before force row level security;
create policy either_record on registry.link_before using (platform.sees_unit(null)
  or exists (select from registry.person where person.id in (link_before.record_a, link_before.record_b)));
create policy changers_add on registry.link_before as restrictive for insert with check (platform.may_change());
create policy changers_change on registry.link_before as restrictive for update using (true)
  with check (platform.may_change());
create policy changers_remove on registry.link_before as restrictive for delete using (platform.may_change());

-- Nobody is granted to remove a link: it goes with its record, by the function below alone.
create policy gone_with_record on registry.link for delete using (platform.may_change() and unlinked_at is not null
  and (platform.sees_unit(null)
    or exists (select from registry.person where person.id in (link.record_a, link.record_b))));

create or replace function registry.remove_records(people bigint[], households bigint[]) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not platform.may_change() then
    raise exception 'The actor may not change records' using errcode = 'insufficient_privilege';
  end if;
  -- Row-level security holds here too: nobody removes whom they do not see.
  insert into registry.link_before select id, record_a, record_b, speaks, mistaken_number, because, linked_by, linked_at,
      unlinked_by, unlinked_at, unlinked_because, clock_timestamp()
    from registry.link where unlinked_at is not null
      and (record_a = any (people) or record_b = any (people));
  delete from registry.link where unlinked_at is not null
    and (record_a = any (people) or record_b = any (people));
  insert into registry.person_before select id, name, name_folded, sex, birth_from, birth_to, birth_written, citizen_id,
      old_id, death_on, unit_uid, village, reviewed_on, coalesce(amended_origin, origin),
      coalesce(amended_at, recorded_at), clock_timestamp()
    from registry.person where id = any (people);
  delete from registry.person where id = any (people);
  insert into registry.household_before select id, unit_uid, village, coalesce(amended_origin, origin),
      coalesce(amended_at, recorded_at), clock_timestamp()
    from registry.household where id = any (households);
  delete from registry.household_life where household_id = any (households);
  delete from registry.household where id = any (households);
end $$;

-- A list that says of somebody that they live with HIV, in a column or in words: what it says is seen by who works on
-- social assistance and may write; that there is such a list, by everybody of its unit.
alter table intake.file add column restricted boolean not null default false;
comment on column intake.file.restricted is 'Says of somebody that they live with HIV: rows, cells and bytes are for officers of social assistance alone';
grant update (restricted) on intake.file to an_sinh_app;

create function intake.sees_restricted() returns boolean language sql stable parallel safe
  return platform.sees_area('socialAssistance') and platform.may_change();
comment on function intake.sees_restricted() is 'Whether the actor sees what lists say of HIV: who works on social assistance, and leaders not';
grant execute on function intake.sees_restricted() to an_sinh_app;

create function intake.keep_restricted() returns trigger language plpgsql as $$
begin
  if not intake.sees_restricted() then
    raise exception 'The list % is opened by who may see it', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_restricted before update of restricted on intake.file for each row
  when (old.restricted and not new.restricted) execute function intake.keep_restricted();

select set_config('app.scope', 'province', true), set_config('app.areas', '*', true),
  set_config('app.changes', 'yes', true);
update intake.file set restricted = true
  where exists (select from intake.row where row.file_id = file.id and (reading->'facts' ? 'hiv'
    or concat_ws(' ', reading->>'note', reading #>> '{award,categoryAsWritten}') ~* '\m(hiv|aids|sida)\M'));
select set_config('app.scope', '', true), set_config('app.areas', '', true), set_config('app.changes', '', true);

do $$
declare name text;
begin
  foreach name in array array['row', 'preview', 'problem', 'upload', 'original', 'effect']
  loop
    execute format('create policy own_area on intake.%I as restrictive using ((select intake.sees_restricted())
      or not exists (select from intake.file where file.id = file_id and file.restricted))', name);
  end loop;
end $$;

-- What a job says of its failure is meant for officers, in both languages, or it is nothing: the rest is in the log.
alter table platform.job add column because_en text;
comment on column platform.job.because is 'Why it failed, for officers, in Vietnamese; nothing when the reason is for the operator, who finds it in the log by the number of the job';
comment on column platform.job.because_en is 'The same in English';
update platform.job set because = null;
