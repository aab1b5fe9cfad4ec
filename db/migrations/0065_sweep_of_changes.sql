-- A sweep that looks only at who was touched since the last one: who that is, what that one knew, and how everybody
-- stood in the three principles, so that the sums stay exact without counting everybody again.
create table registry.touched (
  at xid8 not null default pg_current_xact_id(),
  person_id bigint,
  household_id bigint,
  noted_at timestamptz not null default now()
);
comment on table registry.touched is 'Whose record, facts, places, households or awards a transaction changed; a row without a number is everybody. Written by the database itself';
comment on column registry.touched.at is 'The transaction: what a sweep saw is told by its snapshot, whatever was committed meanwhile';
create index on registry.touched (at);
grant select, delete on registry.touched to an_sinh_app;
alter table registry.touched enable row level security;
alter table registry.touched force row level security;
create policy database_notes on registry.touched for insert with check (true);
create policy province_reads on registry.touched for select using (platform.sees_unit(null));
create policy province_forgets on registry.touched for delete
  using (platform.sees_unit(null) and platform.may_change());

-- One statement may bring in a province: then everybody is touched, and no number is written down.
create function registry.note_persons() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select count(*) from (select from changed limit 20001) as few) > 20000 then
    insert into registry.touched default values;
  else
    insert into registry.touched (person_id) select distinct person_id from changed;
  end if;
  return null;
end $$;

create function registry.note_households() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select count(*) from (select from changed limit 20001) as few) > 20000 then
    insert into registry.touched default values;
  else
    insert into registry.touched (household_id) select distinct household_id from changed;
  end if;
  return null;
end $$;

-- A record itself, and those for which it speaks or spoke.
create function registry.note_records() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (select count(*) from (select from changed limit 20001) as few) > 20000 then
    insert into registry.touched default values;
  else
    insert into registry.touched (person_id) select id from changed
      union select linked_to from changed where linked_to is not null;
  end if;
  return null;
end $$;

create function registry.note_everybody() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into registry.touched default values;
  return null;
end $$;

do $$
declare
  name text;
  noted record;
begin
  for noted in select * from (values
    ('registry.residence', 'note_persons'),
    ('registry.membership', 'note_persons'),
    ('registry.membership', 'note_households'),
    ('registry.fact', 'note_persons'),
    ('registry.household_fact', 'note_households'),
    ('awards.award', 'note_persons'),
    ('awards.application', 'note_persons'),
    ('registry.person', 'note_records')) as each (of_table, by_function)
  loop
    name := noted.by_function;
    execute format('create trigger %1$s_added after insert on %2$s referencing new table as changed
      for each statement execute function registry.%1$s()', name, noted.of_table);
    execute format('create trigger %1$s_changed after update on %2$s referencing new table as changed
      for each statement execute function registry.%1$s()', name, noted.of_table);
    execute format('create trigger %1$s_removed after delete on %2$s referencing old table as changed
      for each statement execute function registry.%1$s()', name, noted.of_table);
  end loop;
  create trigger note_records_before after update on registry.person referencing old table as changed
    for each statement execute function registry.note_records();
  create trigger note_everybody after insert or update or delete on registry.unit
    for each statement execute function registry.note_everybody();
  create trigger note_everybody after insert or update or delete on registry.zone
    for each statement execute function registry.note_everybody();
end $$;

-- Who reaches an age in a month is found without looking at everybody.
create index on registry.person (birth_to);
create index on registry.person (birth_from) where birth_from <> birth_to;
create index on registry.person (death_on) where death_on is not null;

alter table findings.run
  add column mode text not null default 'whole' check (mode in ('whole', 'changed')),
  add column judged bigint,
  add column because jsonb,
  add column seen pg_snapshot,
  add column law_digest text,
  add column next_review_on date;
comment on column findings.run.mode is 'Whether everybody was judged, or only who was touched since the run before; both leave the same findings';
comment on column findings.run.because is 'Why everybody was judged though only the changes were asked for: a sentence in each language';
comment on column findings.run.seen is 'What was committed when it began: the next run looks at what was not';
comment on column findings.run.law_digest is 'The law it was judged by, as known on its day';
comment on column findings.run.next_review_on is 'The first day after known_on on which somebody will have been reviewed';

create table findings.standing (
  month date not null check (extract(day from month) = 1),
  unit_uid text not null,
  people bytea not null,
  primary key (month, unit_uid)
);
comment on table findings.standing is 'How each person of a unit stood in the latest run of a month: numbers ascending, each sixteen times its distance from the one before plus four bits, in as few bytes as it needs';
alter table findings.standing alter column people set storage external;
grant select, insert, update, delete on findings.standing to an_sinh_app;
alter table findings.standing enable row level security;
alter table findings.standing force row level security;
create policy own_unit on findings.standing
  using (platform.sees_unit(unit_uid)) with check (platform.sees_unit(unit_uid));
create policy changers_add on findings.standing as restrictive for insert with check (platform.may_change());
create policy changers_change on findings.standing as restrictive for update using (true)
  with check (platform.may_change());
create policy changers_remove on findings.standing as restrictive for delete using (platform.may_change());
