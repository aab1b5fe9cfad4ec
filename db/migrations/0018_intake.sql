-- Lists on their way into the register: every row waits here until it is written, so that a killed import goes on where
-- it stopped and the same file twice changes nothing.
create schema if not exists intake;
grant usage on schema intake to an_sinh_app;

create table intake.file (
  id bigint generated always as identity primary key,
  hash text not null,
  name text not null,
  month date check (extract(day from month) = 1),
  unit_uid text references registry.unit (uid),
  rows integer not null check (rows >= 0),
  received_by text not null default platform.actor(),
  received_at timestamptz not null default now(),
  finished_at timestamptz,
  unique nulls not distinct (hash, unit_uid)
);
comment on table intake.file is 'A list that was brought in, by the hash of its bytes and the unit it was read for';
grant select, insert, update on intake.file to an_sinh_app;

create table intake.row (
  file_id bigint not null references intake.file (id),
  number integer not null check (number > 0),
  hash text not null,
  reading jsonb not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'new', 'changed', 'identical', 'doubtful', 'faulty')),
  person_id bigint references registry.person (id),
  because jsonb,
  primary key (file_id, number)
);
comment on table intake.row is 'One row as it was read, and what became of it';
comment on column intake.row.because is 'Why it was not written, with the cell and the remedy';
create index on intake.row (file_id, state);
create index on intake.row (hash) where state <> 'waiting';
grant select, insert, update on intake.row to an_sinh_app;

-- Who brought a list in may see it, and the province sees all.
alter table intake.file enable row level security;
alter table intake.file force row level security;
create policy own_unit on intake.file
  using (platform.sees_unit(unit_uid) or received_by = platform.actor())
  with check (platform.sees_unit(unit_uid) or received_by = platform.actor());

alter table intake.row enable row level security;
alter table intake.row force row level security;
create policy own_file on intake.row using (platform.sees_unit(null)
  or exists (select from intake.file where file.id = row.file_id));
