-- What stands against a number is told of a record to who sees it; an award out of a paper is paid in the months that two
-- officers agreed upon, no others.
create or replace function registry.against_number(record bigint, number text)
  returns table (record_id bigint, place text) language plpgsql security definer set search_path = '' as $$
declare
  sight text := current_setting('app.scope', true);
begin
  -- Row-level security holds here, until the scope is widened below.
  if not exists (select from registry.person where id = record) then return; end if;
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

create or replace function awards.guard_paper() returns trigger language plpgsql as $$
begin
  if not exists (select from awards.award_request as asked where asked.state = 'approved'
      and asked.origin = new.origin and asked.person_id = new.person_id and asked.benefit = new.benefit
      and asked.category = new.category and asked.amount_dong = new.amount_dong
      and daterange(asked.from_month, (asked.to_month + interval '1 month')::date) = new.valid) then
    raise exception 'an award of % was not approved by a second officer', new.origin using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- A request keeps what else was paid, and on which ground: whoever does not work on that sees none of it.
alter policy own_person on awards.award_request using (platform.sees_area('socialAssistance')
  and (platform.sees_unit(null) or exists (select from registry.person where person.id = award_request.person_id)));
