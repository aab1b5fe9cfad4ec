-- What somebody wrote beside a mark may tell of the matter: of a message that became reserved it is told to nobody. Its
-- mark still counts, so that no mean tells that a message went away.
create or replace function feedback.marks(from_marks integer) returns table (agency text, unit_uid text, marks bigint, mean numeric, comments text[])
  language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('feedback.sums', 'yes', true);
  return query select r.agency, r.unit_uid, count(*), round(avg(r.mark), 2),
    array_agg(r.comment order by md5(r.message_id::text)) filter (where r.comment is not null
      and exists (select from feedback.message m where m.id = r.message_id and m.path = 'open'))
  from feedback.rating r where feedback.sees_held(r.agency, r.unit_uid) and platform.actor() is distinct from 'citizen'
  group by r.agency, r.unit_uid having count(*) >= from_marks;
  perform set_config('feedback.sums', '', true);
end $$;
