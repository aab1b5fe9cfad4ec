-- An article may get another address, and its old one leads there for good; what one officer withdrew another brings back.
create table publishing.former_slug (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  now text not null check (now <> slug),
  by text not null default platform.actor(),
  changed_at timestamptz not null default clock_timestamp()
);
comment on table publishing.former_slug is 'Addresses that readers knew, and where each leads today; none is ever used again';
comment on column publishing.former_slug.now is 'The address of today: a chain of changes leads there in one step';
create index on publishing.former_slug (now);
alter table publishing.former_slug enable row level security;
alter table publishing.former_slug force row level security;
create policy everybody_reads on publishing.former_slug for select using (true);
create policy province_writes on publishing.former_slug using (platform.sees_unit(null) and platform.may_change());
create policy changers_add on publishing.former_slug as restrictive for insert with check (platform.may_change());
create policy changers_change on publishing.former_slug as restrictive for update using (true)
  with check (platform.may_change());
grant select on publishing.former_slug to an_sinh_app;

create or replace function publishing.fill_article() returns trigger language plpgsql as $$
declare said jsonb; draft publishing.manuscript; shown publishing.revision; kept publishing.article;
begin
  if tg_op = 'UPDATE' and new.revision_id is not distinct from old.revision_id
    and (old.revision_id is not null or platform.actor() not like 'system:%')
  then
    kept := old;
    kept.withdrawn_at := new.withdrawn_at;
    -- Another address, when the old one was given up for it.
    if exists (select from publishing.former_slug as former where former.slug = old.slug and former.now = new.slug) then
      kept.slug := new.slug;
    end if;
    if old.withdrawn_at is not null and new.withdrawn_at is null
      and exists (select from publishing.withdrawal where slug = old.slug and restored_at is null)
    then
      raise exception 'An article comes back when a second officer says why' using errcode = '42501';
    end if;
    return kept;
  end if;
  if new.revision_id is null then
    if platform.actor() not like 'system:%' then
      raise exception 'An article is shown from an approved revision' using errcode = '42501';
    end if;
  else
    select * into shown from publishing.revision where id = new.revision_id;
    select * into draft from publishing.manuscript where id = shown.manuscript_id;
    if draft.id is null or (draft.slug, draft.language) <> (new.slug, new.language)
      or (tg_op = 'UPDATE' and shown.correction is null)
      or not exists (select from publishing.review where revision_id = shown.id and is_approved)
      or exists (select from publishing.revision where manuscript_id = draft.id and number > shown.number)
    then
      raise exception 'An article is shown from an approved revision' using errcode = '42501';
    end if;
    if tg_op = 'UPDATE' then
      new.revision := old.revision + 1;
      new.published_at := old.published_at;
    else
      new.revision := 1;
    end if;
    said := shown.content;
    new.kind := draft.kind;
    new.unit_uid := draft.unit_uid;
    new.translates := shown.translates;
    new.title := said ->> 'title';
    new.lead := said ->> 'lead';
    new.body := said -> 'body';
    new.byline := said ->> 'byline';
    new.section := said ->> 'section';
    new.banner := said -> 'banner' ->> 'kind';
    new.banner_picture := (said -> 'banner' ->> 'pictureId')::uuid;
    new.banner_alt := said -> 'banner' ->> 'alt';
    new.tags := array(select jsonb_array_elements_text(said -> 'tags'));
    new.related := array(select jsonb_array_elements_text(said -> 'related'));
    new.attachments := said -> 'attachments';
    new.document_number := said -> 'document' ->> 'number';
    new.document_on := (said -> 'document' ->> 'on')::date;
    new.document_year_inferred := coalesce((said -> 'document' ->> 'isYearInferred')::boolean, false);
    new.details := said -> 'details';
  end if;
  new.pictures := array(select distinct (each #>> '{}')::uuid
    from jsonb_path_query(new.body, '$.**.pictureId') each union select new.banner_picture
    where new.banner_picture is not null);
  new.files := array(select distinct (each #>> '{}')::uuid from jsonb_path_query(new.attachments, '$[*].id') each);
  return new;
end $$;

-- All that is called by the address in one step, as the owner: the columns are nobody's to write. Rows that the officer
-- may not change stop the whole.
create function publishing.change_slug(from_slug text, to_slug text) returns void language plpgsql security definer
  set search_path = '' as $$
declare meant integer; moved integer;
begin
  if exists (select from publishing.former_slug where slug = to_slug)
    or exists (select from publishing.article where slug = to_slug)
  then
    raise exception 'The address % was used before', to_slug using errcode = '23505';
  end if;
  select count(*) into meant from publishing.article where slug = from_slug;
  if meant > 0 then
    update publishing.former_slug set now = to_slug where now = from_slug;
    insert into publishing.former_slug (slug, now) values (from_slug, to_slug);
    update publishing.article set slug = to_slug where slug = from_slug;
    get diagnostics moved = row_count;
    if moved <> meant then
      raise exception 'The province changes the address of what readers know' using errcode = '42501';
    end if;
    update publishing.correction set slug = to_slug where slug = from_slug;
    update publishing.withdrawal set slug = to_slug where slug = from_slug;
  end if;
  select count(*) into meant from publishing.manuscript where slug = from_slug;
  update publishing.manuscript set slug = to_slug where slug = from_slug;
  get diagnostics moved = row_count;
  if moved <> meant then
    raise exception 'This text is not theirs to move' using errcode = '42501';
  end if;
end $$;
revoke all on function publishing.change_slug(text, text) from public;
grant execute on function publishing.change_slug(text, text) to an_sinh_app;

alter table publishing.act drop constraint act_kind_check;
alter table publishing.act add constraint act_kind_check check (kind in ('created', 'submitted', 'takenBack', 'refused',
  'approved', 'published', 'correctionBegun', 'withdrawn', 'restored', 'addressChanged'));

-- Taking back is urgent and one officer's; bringing back is read by another, who neither took it back nor wrote it.
alter table publishing.withdrawal add restored_by text;
comment on column publishing.withdrawal.restored_by is 'Never who withdrew it, nor who wrote the words that come back';

create function publishing.guard_restoring() returns trigger language plpgsql as $$
begin
  if new.restored_at is null or old.restored_at is not null then
    return new;
  end if;
  if platform.actor() = old."by" or exists (select from publishing.article
    join publishing.revision on revision.id = article.revision_id
    where article.slug = old.slug and platform.actor() = any (revision.editors))
  then
    raise exception 'An article comes back by an officer who neither withdrew nor wrote it' using errcode = '42501';
  end if;
  new.restored_by := platform.actor();
  return new;
end $$;
create trigger guard_restoring before update on publishing.withdrawal
  for each row execute function publishing.guard_restoring();
