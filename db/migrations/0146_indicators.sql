-- What was measured is kept night by night and never rewritten, so that a figure of any day can be shown again; what
-- somebody says stands apart from it, so that the two can be laid side by side.
create schema indicators;
grant usage on schema indicators to an_sinh_app;

create table indicators.measured (
  metric text not null check (metric ~ '^[a-z][a-z0-9-]{1,60}$'),
  split text not null default '' check (split ~ '^$|^(benefit|area):[A-Za-z-]+$'),
  unit_uid text not null,
  measured_on date not null,
  taken_at timestamptz not null default clock_timestamp(),
  part bigint not null,
  whole bigint check (whole >= 0),
  primary key (metric, split, unit_uid, measured_on, taken_at)
);
comment on table indicators.measured is 'What a metric was on a day: of the whole province, of each commune, and under no name of those whose unit is not known; of several said of a day the one taken last counts';
comment on column indicators.measured.split is 'Of everything where empty; else of one benefit or of the people of one area of duty';
comment on column indicators.measured.part is 'What is counted; of a share or a mean its numerator';
comment on column indicators.measured.whole is 'Of a share or a mean its denominator; null of a plain count';
create index on indicators.measured (measured_on, metric);

alter table indicators.measured enable row level security;
alter table indicators.measured force row level security;
create policy own_unit on indicators.measured for select using (platform.sees_unit(unit_uid));
-- A figure that anybody could write would be a report: what is measured comes from the machine alone.
create policy machine_measures on indicators.measured for insert
  with check (platform.actor() like 'system:%' and platform.may_change());
grant select, insert on indicators.measured to an_sinh_app;

create table indicators.reported (
  id bigint generated always as identity primary key,
  metric text not null check (metric ~ '^[a-z][a-z0-9-]{1,60}$'),
  unit_uid text not null check (unit_uid <> ''),
  reported_on date not null,
  value numeric(18, 1) not null,
  note text,
  document text,
  replaces bigint unique references indicators.reported,
  idempotency_key text not null check (idempotency_key <> ''),
  reported_by text not null default platform.actor(),
  reported_at timestamptz not null default clock_timestamp(),
  unique (reported_by, idempotency_key)
);
comment on table indicators.reported is 'What somebody says a metric was on a day; a correction is a row of its own that replaces the one before';
comment on column indicators.reported.document is 'The paper the figure was taken from, as its number and day are written';
create index on indicators.reported (metric, unit_uid, reported_on);

alter table indicators.reported enable row level security;
alter table indicators.reported force row level security;
create policy own_unit on indicators.reported for select using (platform.sees_unit(unit_uid));
create policy own_name on indicators.reported for insert with check (platform.sees_unit(unit_uid)
  and reported_by = platform.actor() and platform.may_change());
grant select, insert on indicators.reported to an_sinh_app;

create table indicators.target (
  id bigint generated always as identity primary key,
  metric text not null check (metric ~ '^[a-z][a-z0-9-]{1,60}$'),
  unit_uid text not null check (unit_uid <> ''),
  baseline_value numeric(18, 1) not null,
  baseline_on date not null,
  goal_value numeric(18, 1) not null,
  goal_on date not null check (goal_on > baseline_on),
  document text not null check (document <> ''),
  replaces bigint unique references indicators.target,
  idempotency_key text not null check (idempotency_key <> ''),
  set_by text not null default platform.actor(),
  set_at timestamptz not null default clock_timestamp(),
  unique (set_by, idempotency_key)
);
comment on table indicators.target is 'What a metric is to be by a day, from what it was on another, and the paper that says so; another goal is a row of its own that replaces the one before';
create index on indicators.target (metric, unit_uid);

alter table indicators.target enable row level security;
alter table indicators.target force row level security;
create policy own_unit on indicators.target for select using (platform.sees_unit(unit_uid));
-- The province sets what is to be reached, also by a commune.
create policy province_sets on indicators.target for insert with check (platform.sees_unit(null)
  and set_by = platform.actor() and platform.may_change());
grant select, insert on indicators.target to an_sinh_app;
