-- A household begins and ends: nobody belongs to it, and nothing is said of it, on a day on which it is not there.
-- PostgreSQL holds that by keys with PERIOD, whichever program writes.
create table registry.household_life (
  household_id bigint not null references registry.household (id),
  valid daterange not null default '(,)' check (not isempty(valid)),
  recorded_at timestamptz not null default now(),
  primary key (household_id, valid without overlaps)
);
comment on table registry.household_life is 'The days on which a household is one; without bounds when its beginning is not known and while it lasts';
grant select, insert on registry.household_life to an_sinh_app;
grant update (valid) on registry.household_life to an_sinh_app;

create table registry.household_life_before (
  household_id bigint not null,
  valid daterange not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null default now()
);
comment on table registry.household_life_before is 'The days of a household as they were recorded before it was founded on a day, split or merged';
create index on registry.household_life_before (household_id);
grant select on registry.household_life_before to an_sinh_app;

select set_config('app.scope', 'province', true);
insert into registry.household_life (household_id, recorded_at) select id, recorded_at from registry.household;
select set_config('app.scope', '', true);

create function registry.open_household() returns trigger language plpgsql as $$
begin
  insert into registry.household_life (household_id, recorded_at) select id, recorded_at from opened;
  return null;
end $$;
create trigger open_household after insert on registry.household referencing new table as opened
  for each statement execute function registry.open_household();

create function registry.keep_household_life() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into registry.household_life_before (household_id, valid, recorded_at)
  values (old.household_id, old.valid, old.recorded_at);
  return coalesce(new, old);
end $$;
create trigger keep_household_life before update or delete on registry.household_life
  for each row execute function registry.keep_household_life();

alter table registry.membership add constraint membership_while_household_lasts
  foreign key (household_id, period valid) references registry.household_life (household_id, period valid);
alter table registry.household_fact add constraint fact_while_household_lasts
  foreign key (household_id, period valid) references registry.household_life (household_id, period valid);

do $$
declare name text;
begin
  foreach name in array array['household_life', 'household_life_before']
  loop
    execute format('alter table registry.%I enable row level security', name);
    execute format('alter table registry.%I force row level security', name);
    execute format('create policy own_household on registry.%I using (platform.sees_unit(null)
      or exists (select from registry.household where household.id = household_id))', name);
    execute format('create policy changers_add on registry.%I as restrictive for insert
      with check (platform.may_change())', name);
    execute format('create policy changers_change on registry.%I as restrictive for update using (true)
      with check (platform.may_change())', name);
    execute format('create policy changers_remove on registry.%I as restrictive for delete
      using (platform.may_change())', name);
  end loop;
end $$;
