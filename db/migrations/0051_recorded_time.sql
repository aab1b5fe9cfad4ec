-- What was known on any day can be asked again of everything in the register: names, numbers, births, places and
-- households as well as facts. The database keeps what gives way; the application can neither write nor change it.

alter table registry.person add column amended_at timestamptz, add column amended_origin text;
comment on column registry.person.origin is 'Who recorded the person first: file:HASH#SHEET!ROW, officer:ID, register:NAME or demonstration';
comment on column registry.person.amended_at is 'When the record came to read as it does; null when it never changed. Set by the database';
comment on column registry.person.amended_origin is 'Where the latest change came from';

alter table registry.household add column amended_at timestamptz, add column amended_origin text;
comment on column registry.household.amended_at is 'When the record came to read as it does; null when it never changed. Set by the database';
comment on column registry.household.amended_origin is 'Where the latest change came from';

create table registry.person_before (
  person_id bigint not null,
  name text not null,
  name_folded text not null,
  sex text,
  birth_from date,
  birth_to date,
  birth_written text,
  citizen_id text,
  old_id text,
  death_on date,
  unit_uid text,
  village text,
  reviewed_on date,
  origin text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null
);
comment on table registry.person_before is 'The record of a person as it read until a change; origin and recorded_at are those of that reading';
create index on registry.person_before (person_id);
grant select on registry.person_before to an_sinh_app;

create table registry.household_before (
  household_id bigint not null,
  unit_uid text,
  village text,
  origin text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null
);
comment on table registry.household_before is 'Where a household was recorded to live until a change';
create index on registry.household_before (household_id);
grant select on registry.household_before to an_sinh_app;

create table registry.residence_before (
  person_id bigint not null,
  unit_uid text not null,
  village text,
  valid daterange not null,
  origin text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null default now()
);
comment on table registry.residence_before is 'Residences as they were recorded before they were ended or corrected';
create index on registry.residence_before (person_id);
grant select on registry.residence_before to an_sinh_app;

create table registry.membership_before (
  person_id bigint not null,
  household_id bigint not null,
  relation text not null,
  valid daterange not null,
  origin text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null default now()
);
comment on table registry.membership_before is 'Memberships as they were recorded before they were ended or corrected';
create index on registry.membership_before (person_id);
create index on registry.membership_before (household_id);
grant select on registry.membership_before to an_sinh_app;

-- A name or number that was right until a day, and another from then on: the person's own row holds the present one.
create table registry.former_value (
  person_id bigint not null references registry.person (id),
  key text not null check (key in ('name', 'sex', 'citizenId', 'oldId')),
  value text not null check (value is nfc normalized and value <> ''),
  valid daterange not null check (not isempty(valid) and not upper_inf(valid)),
  origin text not null,
  recorded_at timestamptz not null default now(),
  primary key (person_id, key, valid without overlaps)
);
comment on table registry.former_value is 'Names and numbers that held until a day and were replaced; an error that never held is in person_before alone';
grant select, insert on registry.former_value to an_sinh_app;

create function registry.keep_person() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.origin := old.origin;
  new.recorded_at := old.recorded_at;
  if (old.name, old.sex, old.birth_from, old.birth_to, old.birth_written, old.citizen_id, old.old_id, old.death_on,
      old.unit_uid, old.village, old.reviewed_on)
    is not distinct from (new.name, new.sex, new.birth_from, new.birth_to, new.birth_written, new.citizen_id,
      new.old_id, new.death_on, new.unit_uid, new.village, new.reviewed_on) then
    new.amended_at := old.amended_at;
    new.amended_origin := old.amended_origin;
    return new;
  end if;
  -- Whoever changes the record names the origin together with the moment; else the actor is the origin.
  if new.amended_at is not distinct from old.amended_at or new.amended_origin is null then
    new.amended_origin := coalesce(platform.actor(), 'database');
  end if;
  new.amended_at := clock_timestamp();
  insert into registry.person_before values (old.id, old.name, old.name_folded, old.sex, old.birth_from, old.birth_to,
    old.birth_written, old.citizen_id, old.old_id, old.death_on, old.unit_uid, old.village, old.reviewed_on,
    coalesce(old.amended_origin, old.origin), coalesce(old.amended_at, old.recorded_at), new.amended_at);
  return new;
end $$;
create trigger keep_person before update on registry.person
  for each row execute function registry.keep_person();

create function registry.keep_household() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.origin := old.origin;
  new.recorded_at := old.recorded_at;
  if (old.unit_uid, old.village) is not distinct from (new.unit_uid, new.village) then
    new.amended_at := old.amended_at;
    new.amended_origin := old.amended_origin;
    return new;
  end if;
  if new.amended_at is not distinct from old.amended_at or new.amended_origin is null then
    new.amended_origin := coalesce(platform.actor(), 'database');
  end if;
  new.amended_at := clock_timestamp();
  insert into registry.household_before values (old.id, old.unit_uid, old.village,
    coalesce(old.amended_origin, old.origin), coalesce(old.amended_at, old.recorded_at), new.amended_at);
  return new;
end $$;
create trigger keep_household before update on registry.household
  for each row execute function registry.keep_household();

create function registry.keep_residence() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into registry.residence_before (person_id, unit_uid, village, valid, origin, recorded_at)
  values (old.person_id, old.unit_uid, old.village, old.valid, old.origin, old.recorded_at);
  return coalesce(new, old);
end $$;
create trigger keep_residence before update or delete on registry.residence
  for each row execute function registry.keep_residence();

create function registry.keep_membership() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into registry.membership_before (person_id, household_id, relation, valid, origin, recorded_at)
  values (old.person_id, old.household_id, old.relation, old.valid, old.origin, old.recorded_at);
  return coalesce(new, old);
end $$;
create trigger keep_membership before update or delete on registry.membership
  for each row execute function registry.keep_membership();

-- A place or a membership is shortened or removed; what it says is replaced by another row, never rewritten.
revoke update on registry.residence, registry.membership from an_sinh_app;
grant update (valid), delete on registry.residence, registry.membership to an_sinh_app;

do $$
declare name text;
begin
  foreach name in array array['person_before', 'residence_before', 'membership_before', 'former_value']
  loop
    execute format('alter table registry.%I enable row level security', name);
    execute format('alter table registry.%I force row level security', name);
    execute format('create policy own_person on registry.%I using (platform.sees_unit(null)
      or exists (select from registry.person where person.id = person_id))', name);
  end loop;
  alter table registry.household_before enable row level security;
  alter table registry.household_before force row level security;
  create policy own_household on registry.household_before using (platform.sees_unit(null)
    or exists (select from registry.household where household.id = household_id));
  foreach name in array array['person_before', 'household_before', 'residence_before', 'membership_before',
    'former_value']
  loop
    execute format('create policy changers_add on registry.%I as restrictive for insert
      with check (platform.may_change())', name);
    execute format('create policy changers_change on registry.%I as restrictive for update using (true)
      with check (platform.may_change())', name);
    execute format('create policy changers_remove on registry.%I as restrictive for delete
      using (platform.may_change())', name);
  end loop;
end $$;
