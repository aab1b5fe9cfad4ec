-- A list is kept as it came before anything reads it, so that reading can be killed and begun again, read with other
-- columns, and given back as a file of errors in its own layout; every problem of every cell is kept beside it.
alter table intake.file
  add column size_bytes bigint check (size_bytes >= 0),
  add column read_at timestamptz,
  add column refused jsonb,
  add column job_id uuid,
  add column corrects bigint references intake.file (id),
  add column written_at timestamptz,
  add column rounds integer not null default 0;
comment on column intake.file.read_at is 'When its rows stood ready; null while it waits to be read';
comment on column intake.file.refused is 'Why it could not be read, in both languages';
comment on column intake.file.job_id is 'The latest work on it, so that whoever comes back sees how far it is';
comment on column intake.file.corrects is 'The list whose file of errors this is';
comment on column intake.file.written_at is 'When the latest of its rows were written';
comment on column intake.file.rounds is 'How often it was written and taken back';
select set_config('app.scope', 'province', true), set_config('app.changes', 'yes', true);
update intake.file set read_at = received_at, written_at = finished_at;
select set_config('app.scope', '', true), set_config('app.changes', '', true);

create table intake.original (
  file_id bigint not null references intake.file (id) on delete cascade,
  part integer not null check (part >= 0),
  bytes bytea not null,
  primary key (file_id, part)
);
comment on table intake.original is 'The bytes of a list as it came, in parts of a megabyte';
alter table intake.original alter column bytes set storage external;
grant select, insert, delete on intake.original to an_sinh_app;

create table intake.problem (
  file_id bigint not null references intake.file (id) on delete cascade,
  number integer not null,
  place integer not null,
  cell text not null,
  code text not null,
  reads text not null,
  proposes text,
  weight text not null check (weight in ('refusal', 'doubt')),
  primary key (file_id, place)
);
comment on table intake.problem is 'One cell of a list that could not be taken or is doubted, with what it reads';
comment on column intake.problem.place is 'Its place among the problems of the list, in the order of the sheet';
create index on intake.problem (file_id, code, place);
grant select, insert, delete on intake.problem to an_sinh_app;

-- What an officer said of columns, remembered for the unit by the headings of the list.
create table intake.mapping (
  unit_uid text references registry.unit (uid),
  signature text not null,
  columns jsonb not null,
  headings jsonb not null,
  kept_by text not null default platform.actor(),
  kept_at timestamptz not null default clock_timestamp(),
  unique nulls not distinct (unit_uid, signature)
);
comment on table intake.mapping is 'Which columns of lists with these headings an officer named, for the lists of a unit to come';
grant select, insert, update, delete on intake.mapping to an_sinh_app;

-- A person decides whom a doubtful row is about.
alter table intake.row
  add column decision jsonb,
  add column corrects integer;
comment on column intake.row.decision is 'What an officer said of a doubtful row: somebody in the register, or somebody new; and who said it';
comment on column intake.row.corrects is 'The row of the list whose file of errors this is';
drop index intake.row_file_id_state_idx;
drop index intake.row_hash_idx;
create index on intake.row (file_id, number) where state = 'waiting';
create index on intake.row (person_id) where person_id is not null;

-- What writing a list did to the register beyond adding people, so that all of it can be taken back.
create table intake.effect (
  file_id bigint not null references intake.file (id),
  place bigint generated always as identity,
  kind text not null check (kind in ('person', 'completed', 'facts', 'household', 'member', 'award', 'awardEnded')),
  person_id bigint,
  household_id bigint,
  key text,
  origin text,
  before jsonb,
  after jsonb
);
comment on table intake.effect is 'One change that a row of a list made in the register, with what stood there before and since';
create index on intake.effect (file_id, kind);
grant select, insert, delete on intake.effect to an_sinh_app;

create table intake.undoing (
  file_id bigint not null references intake.file (id),
  round integer not null,
  counts jsonb not null,
  reason text not null check (reason <> ''),
  undone_by text not null default platform.actor(),
  undone_at timestamptz not null default clock_timestamp(),
  primary key (file_id, round)
);
comment on table intake.undoing is 'A list that was written and taken back: by whom, why, and how much';
grant select, insert on intake.undoing to an_sinh_app;

do $$
declare name text;
begin
  foreach name in array array['original', 'problem', 'effect', 'undoing']
  loop
    execute format('alter table intake.%I enable row level security', name);
    execute format('alter table intake.%I force row level security', name);
    execute format('create policy own_file on intake.%I using (platform.sees_unit(null)
      or exists (select from intake.file where file.id = file_id))', name);
  end loop;
  alter table intake.mapping enable row level security;
  alter table intake.mapping force row level security;
  create policy own_unit on intake.mapping
    using (platform.sees_unit(unit_uid)) with check (platform.sees_unit(unit_uid));
  foreach name in array array['original', 'problem', 'effect', 'undoing', 'mapping']
  loop
    execute format('create policy changers_add on intake.%I as restrictive for insert
      with check (platform.may_change())', name);
    execute format('create policy changers_change on intake.%I as restrictive for update using (true)
      with check (platform.may_change())', name);
    execute format('create policy changers_remove on intake.%I as restrictive for delete
      using (platform.may_change())', name);
  end loop;
end $$;
