-- A list asks chunk after chunk which of its numbers stand elsewhere: planned once for all chunks, the question read
-- everybody for each number. It is planned anew each time, and finds them by the index.
create or replace function registry.numbers_elsewhere(citizen_ids text[], old_ids text[])
  returns table (kind text, number text) language plpgsql security definer set search_path = '' as $$
declare
  sight text := current_setting('app.scope', true);
begin
  if coalesce(sight, '') in ('', 'province') then return; end if;
  perform set_config('app.scope', 'province', true);
  return query execute 'select distinct ''citizenId'', p.citizen_id from registry.person p
      where p.citizen_id = any ($1) and p.unit_uid is distinct from $3
    union all select distinct ''oldId'', p.old_id from registry.person p
      where p.old_id = any ($2) and p.unit_uid is distinct from $3' using citizen_ids, old_ids, sight;
  perform set_config('app.scope', sight, true);
end $$;
