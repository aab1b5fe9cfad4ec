-- An officer who lists somebody under a number that another commune keeps a record of is told so, and nothing more: two
-- records under one number are one person written twice, or a number written wrong.
create function registry.numbers_elsewhere(citizen_ids text[], old_ids text[])
  returns table (kind text, number text) language plpgsql security definer set search_path = '' as $$
declare
  sight text := current_setting('app.scope', true);
begin
  if coalesce(sight, '') in ('', 'province') then return; end if;
  perform set_config('app.scope', 'province', true);
  return query
    select 'citizenId', asked.each from unnest(citizen_ids) as asked (each) where exists (
      select from registry.person p where p.citizen_id = asked.each and p.unit_uid is distinct from sight)
    union all
    select 'oldId', asked.each from unnest(old_ids) as asked (each) where exists (
      select from registry.person p where p.old_id = asked.each and p.unit_uid is distinct from sight);
  perform set_config('app.scope', sight, true);
end $$;
comment on function registry.numbers_elsewhere(text[], text[]) is 'Which of these numbers stand on a record out of the actor''s sight; not whose, nor where';
revoke all on function registry.numbers_elsewhere(text[], text[]) from public;
grant execute on function registry.numbers_elsewhere(text[], text[]) to an_sinh_app;
