-- Two records of one person are linked, never melted into one: a link is a row of its own that can be taken back, and
-- nothing that was recorded of either is rewritten.
create table registry.link (
  id bigint generated always as identity primary key,
  record_a bigint not null references registry.person (id),
  record_b bigint not null references registry.person (id),
  speaks bigint not null references registry.person (id),
  mistaken_number text check (mistaken_number ~ '^\d{12}$'),
  because jsonb not null,
  linked_by text not null default platform.actor(),
  linked_at timestamptz not null default clock_timestamp(),
  unlinked_by text,
  unlinked_at timestamptz,
  unlinked_because text check (unlinked_because <> ''),
  check (record_a < record_b),
  check (num_nulls(unlinked_by, unlinked_at, unlinked_because) in (0, 3))
);
comment on table registry.link is 'Officers'' statements that two records are of one person; a statement is taken back, never removed';
comment on column registry.link.speaks is 'The record that was to speak for the person when the link was made: the latest that still belongs decides';
comment on column registry.link.mistaken_number is 'The citizen number that the officer called a mistake; counts as long as the link stands';
comment on column registry.link.because is 'The evidence the officer saw, or their own reason';
create unique index on registry.link (record_a, record_b) where unlinked_at is null;
create index on registry.link (record_a);
create index on registry.link (record_b);
grant select, insert on registry.link to an_sinh_app;
grant update (unlinked_by, unlinked_at, unlinked_because) on registry.link to an_sinh_app;

create function registry.keep_link() returns trigger language plpgsql as $$
begin
  if old.unlinked_at is not null then
    raise exception 'A link that was taken back stays as it is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep_link before update on registry.link for each row execute function registry.keep_link();

-- Whoever sees one of the two records knows that it is linked; linking takes both.
alter table registry.link enable row level security;
alter table registry.link force row level security;
create policy either_record on registry.link for select using (platform.sees_unit(null)
  or exists (select from registry.person where person.id in (link.record_a, link.record_b)));
create policy both_records_add on registry.link for insert with check (platform.may_change()
  and exists (select from registry.person where person.id = link.record_a)
  and exists (select from registry.person where person.id = link.record_b)
  and linked_by = platform.actor() and unlinked_at is null);
create policy both_records_change on registry.link for update using (platform.may_change()
  and exists (select from registry.person where person.id = link.record_a)
  and exists (select from registry.person where person.id = link.record_b))
  with check (unlinked_by = platform.actor());
