-- What the public is told of a month is computed once and kept as it was told: the public page asks nothing of people, and
-- a month told twice with other cells hidden would give hidden ones away.
create table indicators.publication (
  month date primary key check (extract(day from month) = 1),
  measured_on date not null check (measured_on >= month),
  figures jsonb not null,
  published_by text not null default platform.actor(),
  published_at timestamptz not null default clock_timestamp()
);
comment on table indicators.publication is 'The figures of a month as everybody may read them, small cells hidden, told once and never changed';
comment on column indicators.publication.measured_on is 'The day in the month that the figures are of';

alter table indicators.publication enable row level security;
alter table indicators.publication force row level security;
create policy everybody_reads on indicators.publication for select using (true);
create policy machine_publishes on indicators.publication for insert
  with check (platform.actor() like 'system:%' and platform.may_change());
grant select, insert on indicators.publication to an_sinh_app;
