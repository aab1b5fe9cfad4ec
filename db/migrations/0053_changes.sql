-- Acts that change what is recorded, each with its reason and done once however often it is sent; and changes that one
-- officer proposes and another decides.
create table registry.act (
  actor text not null default platform.actor(),
  key text not null check (key <> ''),
  kind text not null,
  body jsonb not null,
  reason text not null check (reason <> ''),
  person_id bigint references registry.person (id),
  household_id bigint references registry.household (id),
  unit_uid text references registry.unit (uid),
  other_unit_uid text references registry.unit (uid),
  outcome jsonb not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (actor, key)
);
comment on table registry.act is 'What officers did to the register: the same key again is the same act, answered as the first time';
comment on column registry.act.unit_uid is 'The unit of the person or household when it was done; its officers may read the line';
comment on column registry.act.other_unit_uid is 'The unit that received somebody who moved';
create index on registry.act (person_id);
grant select, insert on registry.act to an_sinh_app;

create table registry.change_request (
  id bigint generated always as identity primary key,
  key text not null check (key <> ''),
  kind text not null,
  act jsonb not null,
  reason text not null check (reason <> ''),
  base jsonb not null,
  person_id bigint references registry.person (id),
  household_id bigint references registry.household (id),
  unit_uid text references registry.unit (uid),
  other_unit_uid text references registry.unit (uid),
  proposed_by text not null default platform.actor(),
  proposed_at timestamptz not null default clock_timestamp(),
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  decided_by text,
  decided_at timestamptz,
  decided_because text,
  outcome jsonb,
  unique (proposed_by, key),
  check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (state not in ('approved', 'refused') or decided_by <> proposed_by),
  check (state <> 'withdrawn' or decided_by = proposed_by),
  check (state <> 'refused' or decided_because <> ''),
  check ((state = 'approved') = (outcome is not null))
);
comment on table registry.change_request is 'A change one officer proposes and another approves or refuses; written once, decided once, never removed';
comment on column registry.change_request.base is 'What the register said of it when it was proposed: a decision over something else must be confirmed';
comment on column registry.change_request.other_unit_uid is 'The unit that is to receive somebody who moves: it sees the request as well';
create index on registry.change_request (unit_uid, state);
create index on registry.change_request (other_unit_uid, state) where other_unit_uid is not null;
create index on registry.change_request (person_id);
grant select, insert on registry.change_request to an_sinh_app;
grant update (state, decided_by, decided_at, decided_because, outcome) on registry.change_request to an_sinh_app;

create function registry.guard_change_request() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' then
    raise exception 'The request % has been decided' , old.id using errcode = 'check_violation';
  end if;
  if new.decided_by is distinct from platform.actor() then
    raise exception 'The request % is decided in the name of another', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_change_request before update on registry.change_request
  for each row execute function registry.guard_change_request();

do $$
declare name text;
begin
  foreach name in array array['act', 'change_request']
  loop
    execute format('alter table registry.%I enable row level security', name);
    execute format('alter table registry.%I force row level security', name);
    execute format('create policy own_unit on registry.%I using (platform.sees_unit(unit_uid)
      or other_unit_uid is not null and platform.sees_unit(other_unit_uid))', name);
    execute format('create policy changers_add on registry.%I as restrictive for insert
      with check (platform.may_change())', name);
    execute format('create policy changers_change on registry.%I as restrictive for update using (true)
      with check (platform.may_change())', name);
    execute format('create policy changers_remove on registry.%I as restrictive for delete
      using (platform.may_change())', name);
  end loop;
  create policy own_name on registry.act as restrictive for insert with check (actor = platform.actor());
  create policy own_name on registry.change_request as restrictive for insert
    with check (proposed_by = platform.actor() and state = 'proposed');
end $$;
