-- The owner of a function may be above the policies: changing an address asks by itself whose the text is.
create or replace function publishing.change_slug(from_slug text, to_slug text) returns void language plpgsql
  security definer set search_path = '' as $$
begin
  if not platform.may_change()
    or exists (select from publishing.manuscript where slug = from_slug and not platform.sees_unit(unit_uid))
    or exists (select from publishing.article where slug = from_slug) and not platform.sees_unit(null)
  then
    raise exception 'The province changes the address of what readers know, and others that of their own drafts'
      using errcode = '42501';
  end if;
  if exists (select from publishing.former_slug where slug = to_slug)
    or exists (select from publishing.article where slug = to_slug)
    or exists (select from publishing.manuscript where slug = to_slug)
  then
    raise exception 'The address % was used before', to_slug using errcode = '23505';
  end if;
  if exists (select from publishing.article where slug = from_slug) then
    update publishing.former_slug set now = to_slug where now = from_slug;
    insert into publishing.former_slug (slug, now) values (from_slug, to_slug);
    update publishing.article set slug = to_slug where slug = from_slug;
    update publishing.correction set slug = to_slug where slug = from_slug;
    update publishing.withdrawal set slug = to_slug where slug = from_slug;
  end if;
  update publishing.manuscript set slug = to_slug where slug = from_slug;
  if not found and not exists (select from publishing.article where slug = to_slug) then
    raise exception 'There is no text of theirs at %', from_slug using errcode = '42501';
  end if;
end $$;
