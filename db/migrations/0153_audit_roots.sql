-- Whoever owns the tables can write the whole log and all its seals anew. A copy of the newest seal kept elsewhere shows it:
-- each day one is told to everybody, and anybody may keep it.
create table platform.audit_root (
  day date primary key,
  seal bigint not null check (seal > 0),
  lines bigint not null check (lines > 0),
  hash bytea not null check (length(hash) = 32),
  previous_root bytea not null check (length(previous_root) = 32),
  root bytea not null unique check (length(root) = 32),
  published_at timestamptz not null default clock_timestamp()
);
comment on table platform.audit_root is 'The newest seal of the audit log on a day, as it was told to everybody; each root is a hash over its day, its seal and the root before';
comment on column platform.audit_root.lines is 'How many lines the log had up to that seal';

alter table platform.audit_root enable row level security;
alter table platform.audit_root force row level security;
create policy everybody_reads on platform.audit_root for select using (true);
create policy machine_publishes on platform.audit_root for insert
  with check (platform.actor() like 'system:%' and platform.may_change());
grant select, insert on platform.audit_root to an_sinh_app;
