-- A fact that is changed where it stands was not known before the change: the moment it was recorded follows from what
-- happened, whatever the program writes there. What it said until then is kept as before.
create or replace function registry.keep_fact() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into registry.fact_before (person_id, key, value, valid, origin, recorded_at)
  values (old.person_id, old.key, old.value, old.valid, old.origin, old.recorded_at);
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded_at := case when new.value = old.value and new.valid <@ old.valid then old.recorded_at else now() end;
  return new;
end $$;

create or replace function registry.keep_household_fact() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into registry.household_fact_before (household_id, key, value, valid, origin, recorded_at)
  values (old.household_id, old.key, old.value, old.valid, old.origin, old.recorded_at);
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded_at := case when new.value = old.value and new.valid <@ old.valid then old.recorded_at else now() end;
  return new;
end $$;
