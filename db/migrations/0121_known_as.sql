-- Officers look for people by what an old paper says: a name or a number that was replaced or corrected since. Kept apart
-- from whole former records, which are many more and mostly differ in something else.
create table registry.known_as (
  person_id bigint not null references registry.person (id) on delete cascade,
  key text not null check (key in ('name', 'citizenId', 'oldId')),
  value text not null check (value is nfc normalized and value <> ''),
  folded text not null,
  primary key (person_id, key, value)
);
comment on table registry.known_as is 'Names and numbers a record bore before, for the search alone; of a name also without its tones';
create index on registry.known_as (key, folded);
grant select on registry.known_as to an_sinh_app;
alter table registry.known_as enable row level security;
alter table registry.known_as force row level security;
create policy own_person on registry.known_as using (platform.sees_unit(null)
  or exists (select from registry.person where person.id = known_as.person_id));
create policy changers_add on registry.known_as as restrictive for insert with check (platform.may_change());
create policy changers_change on registry.known_as as restrictive for update using (true)
  with check (platform.may_change());
create policy changers_remove on registry.known_as as restrictive for delete using (platform.may_change());

-- A number that is taken away and nothing put in its place was never theirs, unless somebody said until when it was.
create function registry.note_known_as() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into registry.known_as (person_id, key, value, folded)
    select old.id, was.key, was.value, was.folded
    from (values ('name', old.name, old.name_folded, new.name), ('citizenId', old.citizen_id, old.citizen_id, new.citizen_id),
      ('oldId', old.old_id, old.old_id, new.old_id)) as was (key, value, folded, now)
    where was.value is distinct from was.now and was.value is not null and (was.now is not null
      or exists (select from registry.former_value f where f.person_id = old.id and f.key = was.key and f.value = was.value))
    on conflict do nothing;
  return null;
end $$;
revoke all on function registry.note_known_as() from public;
create trigger note_known_as after update of name, citizen_id, old_id on registry.person for each row
  when (old.name is distinct from new.name or old.citizen_id is not null and old.citizen_id is distinct from new.citizen_id
    or old.old_id is not null and old.old_id is distinct from new.old_id)
  execute function registry.note_known_as();

select set_config('app.scope', 'province', true), set_config('app.areas', '*', true),
  set_config('app.changes', 'yes', true);
insert into registry.known_as (person_id, key, value, folded)
  select distinct p.id, was.key, was.value, was.folded
  from registry.person_before b join registry.person p on p.id = b.person_id,
    lateral (values ('name', b.name, b.name_folded, p.name), ('citizenId', b.citizen_id, b.citizen_id, p.citizen_id),
      ('oldId', b.old_id, b.old_id, p.old_id)) as was (key, value, folded, now)
  where was.value is distinct from was.now and was.value is not null and (was.now is not null
    or exists (select from registry.former_value f where f.person_id = p.id and f.key = was.key and f.value = was.value))
  on conflict do nothing;
select set_config('app.scope', '', true), set_config('app.areas', '', true), set_config('app.changes', '', true);
