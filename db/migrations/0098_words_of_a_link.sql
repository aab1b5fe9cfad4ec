-- Whoever sees one of two linked records knows that it is linked. What was said of both is for those who see both, and a
-- number called a mistake is for those who see somebody that carries it.
revoke select on registry.link from an_sinh_app;
grant select (ctid, id, record_a, record_b, speaks, linked_by, linked_at, unlinked_by, unlinked_at)
  on registry.link to an_sinh_app;

create function registry.words_of_link(link_id bigint)
  returns table (mistaken_number text, because jsonb, unlinked_because text)
  language sql stable security definer set search_path = '' as $$
    -- Row-level security holds here too.
    select case when sight.of_both or exists (select from registry.person p where p.citizen_id = l.mistaken_number)
        then l.mistaken_number end,
      case when sight.of_both then l.because else '{}' end,
      case when sight.of_both then l.unlinked_because end
    from registry.link l cross join lateral (select platform.sees_unit(null)
      or (select count(*) = 2 from registry.person p where p.id in (l.record_a, l.record_b)) as of_both) as sight
    where l.id = link_id
  $$;
comment on function registry.words_of_link(bigint) is 'As much of a link''s reasons, and of the number it calls a mistake, as the actor may know';
revoke all on function registry.words_of_link(bigint) from public;
grant execute on function registry.words_of_link(bigint) to an_sinh_app;
