-- A list that was written can be taken back while nothing is built on it: who was added only by it goes from the register
-- and stays readable as it was known. What the machine worked out about them by itself goes with them.
create function registry.remove_records(people bigint[], households bigint[]) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not platform.may_change() then
    raise exception 'The actor may not change records' using errcode = 'insufficient_privilege';
  end if;
  -- Row-level security holds here too: nobody removes whom they do not see.
  insert into registry.person_before select id, name, name_folded, sex, birth_from, birth_to, birth_written, citizen_id,
      old_id, death_on, unit_uid, village, reviewed_on, coalesce(amended_origin, origin),
      coalesce(amended_at, recorded_at), clock_timestamp()
    from registry.person where id = any (people);
  delete from registry.person where id = any (people);
  insert into registry.household_before select id, unit_uid, village, coalesce(amended_origin, origin),
      coalesce(amended_at, recorded_at), clock_timestamp()
    from registry.household where id = any (households);
  delete from registry.household_life where household_id = any (households);
  delete from registry.household where id = any (households);
end $$;
comment on function registry.remove_records is 'Takes records out of the register that nothing refers to any more; what they said is kept as known before';
revoke execute on function registry.remove_records from public;
grant execute on function registry.remove_records to an_sinh_app;

alter table findings.finding drop constraint finding_person_id_fkey,
  add constraint finding_person_id_fkey foreign key (person_id) references registry.person (id) on delete cascade;
alter table deduplication.pair drop constraint pair_record_a_fkey, drop constraint pair_record_b_fkey,
  add constraint pair_record_a_fkey foreign key (record_a) references registry.person (id) on delete cascade,
  add constraint pair_record_b_fkey foreign key (record_b) references registry.person (id) on delete cascade;
alter table deduplication.compared drop constraint compared_person_id_fkey,
  add constraint compared_person_id_fkey foreign key (person_id) references registry.person (id) on delete cascade;

create function registry.referring(people bigint[]) returns table (person_id bigint, referring text)
  language plpgsql stable as $$
declare reference record;
begin
  for reference in
    select conrelid::regclass::text as name, attname as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'registry.person'::regclass and confdeltype = 'a'
      and conrelid not in ('registry.person'::regclass, 'registry.fact'::regclass, 'registry.residence'::regclass,
        'registry.membership'::regclass, 'registry.link'::regclass, 'awards.award'::regclass,
        'awards.application'::regclass, 'intake.row'::regclass)
  loop
    return query execute format('select %I::bigint, %L::text from %s where %I = any ($1)', reference.column,
      reference.name, reference.name, reference.column) using people;
  end loop;
  return query select unnest(array[record_a, record_b]), 'deduplication.pair' from deduplication.pair
    where state <> 'waiting' and (record_a = any (people) or record_b = any (people));
end $$;
comment on function registry.referring is 'What else speaks of some people: acts, requests, scans, decided pairs; not what the machine works out by itself';
