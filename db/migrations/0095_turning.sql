-- Once a month another month comes into sight, and with it everybody's birthdays in it: a whole sweep already looks
-- one month further, and keeps whom time alone will give something else, so that such a night looks at them only.
create table findings.turning (
  month date not null check (extract(day from month) = 1),
  person_id bigint not null,
  primary key (month, person_id)
);
comment on table findings.turning is 'Whom the law will give more, less or something else by time alone in the first month out of sight, as of the latest run of a month';
grant select, insert, delete on findings.turning to an_sinh_app;
alter table findings.turning enable row level security;
alter table findings.turning force row level security;
create policy province_reads on findings.turning for select using (platform.sees_unit(null));
create policy province_adds on findings.turning for insert
  with check (platform.sees_unit(null) and platform.may_change());
create policy province_forgets on findings.turning for delete
  using (platform.sees_unit(null) and platform.may_change());

alter table findings.run add column looked_to date check (extract(day from looked_to) = 1);
comment on column findings.run.looked_to is 'The last month that everybody was looked at for: until it comes into sight a run of changes is enough. Empty in runs before that was kept';
