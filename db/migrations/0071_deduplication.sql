-- Pairs of records that may be of one person, found by the machine and decided by people: numbers of records and
-- evidence, never a name. A decision outlives every later run.
create schema if not exists deduplication;
grant usage on schema deduplication to an_sinh_app;

create table deduplication.model (
  version text primary key,
  model jsonb not null,
  converged boolean not null,
  settings_digest text not null,
  people bigint not null check (people >= 0),
  in_use boolean not null,
  trained_at timestamptz not null default clock_timestamp(),
  check (converged or not in_use)
);
comment on table deduplication.model is 'What likeness is worth, as it was trained: frozen, named by every pair that it weighed';
comment on column deduplication.model.converged is 'Training ended because nothing moved any more; a model that only stopped is never used';
create unique index on deduplication.model (in_use) where in_use;
grant select, insert on deduplication.model to an_sinh_app;
grant update (in_use) on deduplication.model to an_sinh_app;

create table deduplication.run (
  id bigint generated always as identity primary key,
  mode text not null check (mode in ('full', 'new')),
  model_version text not null references deduplication.model (version),
  people bigint not null,
  compared bigint not null,
  waiting bigint not null,
  conflicts bigint not null,
  took_ms integer not null check (took_ms >= 0),
  finished_at timestamptz not null default clock_timestamp()
);
comment on table deduplication.run is 'One search for people recorded twice: everyone against everyone, or what changed against all';
grant select, insert on deduplication.run to an_sinh_app;

create table deduplication.pair (
  id bigint generated always as identity primary key,
  record_a bigint not null references registry.person (id),
  record_b bigint not null references registry.person (id),
  unit_a text,
  unit_b text,
  weight real not null,
  probability real not null check (probability between 0 and 1),
  levels jsonb not null,
  term_frequency double precision,
  model_version text not null references deduplication.model (version),
  first_run bigint not null references deduplication.run (id),
  last_run bigint not null references deduplication.run (id),
  cluster bigint,
  both_paid boolean not null,
  two_numbers boolean not null,
  basis text not null,
  state text not null default 'waiting' check (state in ('waiting', 'linked', 'different', 'setAside')),
  came_back boolean not null default false,
  decided_by text,
  decided_at timestamptz,
  decided_because text,
  link_id bigint references registry.link (id),
  check (record_a < record_b),
  check (state = 'waiting' or num_nulls(decided_by, decided_at) = 0),
  unique (record_a, record_b)
);
comment on table deduplication.pair is 'Two records that look like one person: what the machine saw, and what an officer decided';
comment on column deduplication.pair.weight is 'Evidence in powers of two: each step doubles the odds that the two are one person';
comment on column deduplication.pair.cluster is 'The smallest record of the group that the pair was put in; null outside any';
comment on column deduplication.pair.basis is 'A hash of both records'' numbers and births: a decision stands while it is the same';
comment on column deduplication.pair.came_back is 'Declared different before, and a number or a birth has changed since';
create index on deduplication.pair (both_paid desc, weight desc, id) where state = 'waiting';
create index on deduplication.pair (unit_a, both_paid desc, weight desc, id) where state = 'waiting';
create index on deduplication.pair (unit_b, unit_a) where state = 'waiting';
create index on deduplication.pair (record_b);
create index on deduplication.pair (cluster) where state = 'waiting';
create index on deduplication.pair (decided_at desc) where state <> 'waiting';
grant select, insert, update, delete on deduplication.pair to an_sinh_app;

create table deduplication.compared (
  person_id bigint primary key references registry.person (id),
  digest bigint not null
);
comment on table deduplication.compared is 'What each record looked like when it was last compared: whoever differs is compared again at night';
grant select, insert, update, delete on deduplication.compared to an_sinh_app;

-- A pair is seen by who sees both records: one commune's officer for two of its own, the province for any.
alter table deduplication.pair enable row level security;
alter table deduplication.pair force row level security;
create policy both_records on deduplication.pair using (platform.sees_unit(null)
  or (platform.sees_unit(unit_a) and platform.sees_unit(unit_b)
    and exists (select from registry.person where person.id = pair.record_a)
    and exists (select from registry.person where person.id = pair.record_b)));
create policy changers_add on deduplication.pair as restrictive for insert with check (platform.may_change());
create policy changers_change on deduplication.pair as restrictive for update using (true)
  with check (platform.may_change());
create policy changers_remove on deduplication.pair as restrictive for delete using (platform.may_change());

alter table deduplication.compared enable row level security;
alter table deduplication.compared force row level security;
create policy province on deduplication.compared using (platform.sees_unit(null));
create policy changers_add on deduplication.compared as restrictive for insert with check (platform.may_change());
create policy changers_change on deduplication.compared as restrictive for update using (true)
  with check (platform.may_change());
create policy changers_remove on deduplication.compared as restrictive for delete using (platform.may_change());

do $$
declare name text;
begin
  foreach name in array array['deduplication.model', 'deduplication.run']
  loop
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy everybody_reads on %s for select using (true)', name);
    execute format('create policy province_writes on %s
      using (platform.sees_unit(null) and platform.may_change())', name);
  end loop;
end $$;
