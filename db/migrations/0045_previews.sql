-- What a staged list would do, row by row, so that looking can be interrupted and taken up again; and the file of
-- errors, so that it is still there after a restart.
create table intake.upload (
  file_id bigint primary key references intake.file (id) on delete cascade,
  summary jsonb not null,
  error_file bytea,
  previewed_at timestamptz
);
comment on table intake.upload is 'How a list was read: its columns, the cells in doubt counted, and its faulty rows as a file to correct';
grant select, insert, update, delete on intake.upload to an_sinh_app;

create table intake.preview (
  file_id bigint not null references intake.file (id) on delete cascade,
  number integer not null check (number > 0),
  state text not null check (state in ('new', 'changed', 'identical', 'doubtful', 'faulty')),
  person_id bigint,
  remarks jsonb not null,
  changes jsonb not null,
  primary key (file_id, number)
);
comment on table intake.preview is 'What one row would do if it were written now; the person of a new one is nobody yet';
create index on intake.preview (file_id, state, number);
grant select, insert, update, delete on intake.preview to an_sinh_app;

alter table intake.upload enable row level security;
alter table intake.upload force row level security;
create policy own_file on intake.upload using (platform.sees_unit(null)
  or exists (select from intake.file where file.id = upload.file_id));

alter table intake.preview enable row level security;
alter table intake.preview force row level security;
create policy own_file on intake.preview using (platform.sees_unit(null)
  or exists (select from intake.file where file.id = preview.file_id));

-- A list that was given up before anything of it was written goes altogether.
grant delete on intake.file, intake.row to an_sinh_app;

do $$
declare name text;
begin
  foreach name in array array['intake.upload', 'intake.preview']
  loop
    execute format('create policy changers_add on %s as restrictive for insert with check (platform.may_change())', name);
    execute format('create policy changers_change on %s as restrictive for update using (true)
      with check (platform.may_change())', name);
    execute format('create policy changers_remove on %s as restrictive for delete using (platform.may_change())', name);
  end loop;
end $$;
