-- The law against what is recorded, for everyone: what the sweep found, since when, and the three principles as numbers.
create schema if not exists findings;
grant usage on schema findings to an_sinh_app;

create table findings.run (
  id bigint generated always as identity primary key,
  month date not null check (extract(day from month) = 1),
  known_on date not null,
  people bigint not null,
  counts jsonb not null,
  took_ms integer not null check (took_ms >= 0),
  finished_at timestamptz not null default clock_timestamp()
);
comment on table findings.run is 'One sweep: the law over everyone, for a month, as known on a day';
create index on findings.run (month, id desc);
grant select, insert on findings.run to an_sinh_app;

create table findings.finding (
  id bigint generated always as identity primary key,
  person_id bigint not null references registry.person (id),
  benefit text not null,
  kind text not null check (kind in
    ('missed', 'undue', 'underpaid', 'overpaid', 'late', 'comingUp', 'unknown', 'duplicate')),
  month date not null check (extract(day from month) = 1),
  unit_uid text references registry.unit (uid),
  law_low_dong bigint not null check (law_low_dong >= 0),
  law_high_dong bigint not null check (law_high_dong >= law_low_dong),
  recorded_dong bigint not null check (recorded_dong >= 0),
  difference_dong bigint not null,
  arrears_dong bigint not null default 0,
  since_month date,
  due_on date,
  reasons jsonb not null,
  first_seen_run bigint not null references findings.run (id),
  last_seen_run bigint not null references findings.run (id),
  closed_run bigint references findings.run (id),
  unique (person_id, benefit, kind, month)
);
comment on table findings.finding is 'What is not right for a person in a month; closed when a later run no longer finds it';
comment on column findings.finding.difference_dong is 'Law less recorded, a month: more than 0 is owed to the person';
comment on column findings.finding.arrears_dong is 'The same since since_month, to the end of the month';
comment on column findings.finding.reasons is 'Sentences in Vietnamese and English with their articles';
create index on findings.finding (month, unit_uid, kind) where closed_run is null;
create index on findings.finding (month, kind, abs(difference_dong) desc) where closed_run is null;
grant select, insert, update on findings.finding to an_sinh_app;

create table findings.measure (
  run_id bigint not null references findings.run (id),
  unit_uid text not null,
  people bigint not null,
  recipients bigint not null,
  recipients_right bigint not null check (recipients_right between 0 and recipients),
  entitled bigint not null,
  entitled_fully bigint not null check (entitled_fully between 0 and entitled),
  clocks bigint not null,
  clocks_kept bigint not null check (clocks_kept between 0 and clocks),
  primary key (run_id, unit_uid)
);
comment on table findings.measure is 'What the three principles are computed from, by unit: numerators and denominators of one run';
grant select, insert on findings.measure to an_sinh_app;

alter table findings.finding enable row level security;
alter table findings.finding force row level security;
create policy own_unit on findings.finding
  using (platform.sees_unit(unit_uid)) with check (platform.sees_unit(unit_uid));

alter table findings.measure enable row level security;
alter table findings.measure force row level security;
create policy own_unit on findings.measure
  using (platform.sees_unit(unit_uid)) with check (platform.sees_unit(unit_uid));
