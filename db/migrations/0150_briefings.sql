-- What the leaders were told of each week is kept as it was told: the figures and the two files drawn from them. It names
-- every agency that is late, so it is read by those who see every task.
create table directives.briefing (
  id bigint generated always as identity primary key,
  week_on date not null check (extract(isodow from week_on) = 1),
  told_on date not null,
  figures jsonb not null,
  pdf_sha256 text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  docx_sha256 text not null check (docx_sha256 ~ '^[0-9a-f]{64}$'),
  made_by text not null default platform.actor(),
  made_at timestamptz not null,
  check (told_on between week_on and week_on + 6)
);
comment on table directives.briefing is 'The weekly briefing of the leaders, an unsigned draft: its figures, and its files by their content';
comment on column directives.briefing.week_on is 'The Monday of the week in which it was made';
comment on column directives.briefing.told_on is 'The day its figures are of';
create index on directives.briefing (told_on desc, id desc);

alter table directives.briefing enable row level security;
alter table directives.briefing force row level security;
create policy who_sees_all_reads on directives.briefing for select using (directives.reads_all());
create policy machine_writes on directives.briefing for insert
  with check (directives.is_machine() and platform.may_change());
grant select, insert on directives.briefing to an_sinh_app;
