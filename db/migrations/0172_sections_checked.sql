-- A section of the portal that is still right need not be written again: an officer says that it was read through.
create table publishing.section_check (
  key text primary key check (char_length(key) between 8 and 100),
  section text not null check (section ~ '^[a-zA-Z]+$'),
  by text not null default platform.actor(),
  checked_at timestamptz not null default clock_timestamp()
);
comment on table publishing.section_check is 'When which section of the portal was read through and found right, and by whom';
create index on publishing.section_check (section, checked_at desc);
alter table publishing.section_check enable row level security;
alter table publishing.section_check force row level security;
create policy province on publishing.section_check using (platform.sees_unit(null));
create policy changers_add on publishing.section_check as restrictive for insert with check (platform.may_change());
create policy changers_change on publishing.section_check as restrictive for update using (true)
  with check (platform.may_change());
grant select, insert (key, section) on publishing.section_check to an_sinh_app;
