-- A person never carries two valid citizen numbers, also where one record is kept by a commune that does not see the
-- other: only which records stand against a number is told, and the first digits, which say whether theirs is valid.
create function registry.against_number(record bigint, number text)
  returns table (record_id bigint, place text) language plpgsql security definer set search_path = '' as $$
declare
  sight text := current_setting('app.scope', true);
begin
  if coalesce(sight, '') = '' then return; end if;
  perform set_config('app.scope', 'province', true);
  return query with recursive reached (id) as (
      select record union
      select case when l.record_a = r.id then l.record_b else l.record_a end
      from reached r join registry.link l on r.id in (l.record_a, l.record_b) and l.unlinked_at is null),
    mistaken (value) as (select l.mistaken_number from registry.link l
      where l.unlinked_at is null and l.record_a in (select id from reached) and l.mistaken_number is not null)
    select p.id, left(p.citizen_id, 3) from reached join registry.person p using (id)
    where p.id <> record and p.citizen_id <> number and p.citizen_id not in (select value from mistaken)
      and number not in (select value from mistaken)
    order by p.id;
  perform set_config('app.scope', sight, true);
end $$;
comment on function registry.against_number(bigint, text) is 'Other records of the same person that carry another citizen number, none of the two called a mistake';
revoke all on function registry.against_number(bigint, text) from public;
grant execute on function registry.against_number(bigint, text) to an_sinh_app;
