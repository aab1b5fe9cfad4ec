-- What the portal says is written as a draft, read by a second person, and only then shown; what was shown stays known.
create table publishing.manuscript (
  id bigint generated always as identity primary key,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
  language text not null check (language in ('vi', 'en')),
  kind text not null check (kind in ('article', 'announcement', 'legalDocument', 'procedure')),
  unit_uid text references registry.unit (uid),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  version integer not null default 1 check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'inReview', 'returned', 'scheduled', 'published')),
  publish_at timestamptz check (publish_at is null or state in ('inReview', 'scheduled')),
  translates integer check (translates is null or translates > 0 and language = 'en'),
  author text not null default platform.actor(),
  editors text[] not null default array[platform.actor()],
  edited_by text not null default platform.actor(),
  edited_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default clock_timestamp(),
  unique (slug, language),
  check (unit_uid is null or kind = 'announcement'),
  check (state <> 'scheduled' or publish_at is not null)
);
comment on table publishing.manuscript is 'What officers write for the portal, one row a language; readers see publishing.article alone';
comment on column publishing.manuscript.unit_uid is 'The commune whose officers write it; null is the province';
comment on column publishing.manuscript.version is 'Grows with every saving, so that two who write at once are told';
comment on column publishing.manuscript.translates is 'The revision of the Vietnamese text that the English was made from';
comment on column publishing.manuscript.editors is 'Who changed the words since they were last shown: none of them may approve';
create index on publishing.manuscript (state, edited_at desc);

create table publishing.manuscript_before (
  manuscript_id bigint not null references publishing.manuscript (id),
  version integer not null,
  content jsonb not null,
  edited_by text not null,
  edited_at timestamptz not null,
  kept_at timestamptz not null default clock_timestamp(),
  primary key (manuscript_id, version)
);
comment on table publishing.manuscript_before is 'Words of a draft that somebody else, or the same officer ten minutes later, wrote over';

create table publishing.revision (
  id bigint generated always as identity primary key,
  manuscript_id bigint not null references publishing.manuscript (id),
  number integer not null check (number > 0),
  content jsonb not null,
  correction text check (correction ~ '\S'),
  translates integer,
  editors text[] not null,
  submitted_by text not null default platform.actor(),
  submitted_at timestamptz not null default clock_timestamp(),
  unique (manuscript_id, number)
);
comment on table publishing.revision is 'A text as it was put before a second person; never changed afterwards';
comment on column publishing.revision.correction is 'What is different from the text that readers have seen, in a sentence for them';

create table publishing.review (
  revision_id bigint primary key references publishing.revision (id),
  is_approved boolean not null,
  reason text check (reason ~ '\S'),
  publish_at timestamptz,
  by text not null default platform.actor(),
  reviewed_at timestamptz not null default clock_timestamp(),
  check (is_approved or reason is not null)
);
comment on table publishing.review is 'What the second person decided of a revision, and why not when it was refused';

create table publishing.act (
  key text primary key check (char_length(key) between 8 and 100),
  manuscript_id bigint not null references publishing.manuscript (id),
  kind text not null check (kind in ('created', 'submitted', 'takenBack', 'refused', 'approved', 'published',
    'correctionBegun', 'withdrawn', 'restored')),
  details jsonb not null default '{}',
  by text not null default platform.actor(),
  at timestamptz not null default clock_timestamp()
);
comment on table publishing.act is 'What was done to a manuscript, by whom; the key lets the same request come twice and be done once';
create index on publishing.act (manuscript_id, at);

create table publishing.correction (
  slug text not null,
  language text not null,
  revision integer not null,
  sentence text not null check (sentence ~ '\S'),
  corrected_at timestamptz not null,
  primary key (slug, language, revision)
);
comment on table publishing.correction is 'What readers are told of a changed article, with its date';

create table publishing.withdrawal (
  id bigint generated always as identity primary key,
  slug text not null,
  reason text not null check (reason ~ '\S'),
  withdrawn_at timestamptz not null,
  by text not null default platform.actor(),
  restored_at timestamptz,
  restored_because text check (restored_because ~ '\S')
);
comment on table publishing.withdrawal is 'Why an article is no longer shown, since when, and why it came back';
create unique index on publishing.withdrawal (slug) where restored_at is null;

create table publishing.picture (
  id uuid primary key default uuidv7(),
  sizes jsonb not null check (jsonb_typeof(sizes) = 'array' and jsonb_array_length(sizes) > 0),
  file_name text not null check (char_length(file_name) <= 200),
  by text not null default platform.actor(),
  added_at timestamptz not null default clock_timestamp()
);
comment on table publishing.picture is 'Pictures of articles: upright, in several widths, without a word about camera or place';
comment on column publishing.picture.sizes is 'Of each size: width, height, type, bytes and the hash of its content';

create table publishing.attachment (
  id uuid primary key default uuidv7(),
  file_name text not null check (char_length(file_name) between 1 and 200),
  type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  by text not null default platform.actor(),
  added_at timestamptz not null default clock_timestamp()
);
comment on table publishing.attachment is 'Files that readers may save, as they were sent';

-- Blocks grow from plain lines to runs of text: every old block is written anew.
alter table publishing.article
  add kind text not null default 'article' check (kind in ('article', 'announcement', 'legalDocument', 'procedure')),
  add unit_uid text references registry.unit (uid),
  add section text check (section ~ '^[a-zA-Z]+$'),
  add banner_picture uuid references publishing.picture (id),
  add banner_alt text,
  add related text[] not null default '{}',
  add attachments jsonb not null default '[]' check (jsonb_typeof(attachments) = 'array'),
  add details jsonb,
  add revision_id bigint references publishing.revision (id),
  add revision integer not null default 1,
  add translates integer,
  add revised_at timestamptz,
  add withdrawn_at timestamptz,
  add pictures uuid[] not null default '{}',
  add files uuid[] not null default '{}';
alter table publishing.article drop constraint article_banner_check;
alter table publishing.article add constraint article_banner_check check (banner in ('pond', 'none', 'picture')
  and (banner = 'picture') = (banner_picture is not null));
comment on table publishing.article is 'What readers see of the portal: the revision shown now, one row a language';
comment on column publishing.article.revision_id is 'The approved revision these words are from; null for what came with the program';
comment on column publishing.article.revised_at is 'When the words shown now were put there; published_at stays the first day';
comment on column publishing.article.pictures is 'Every picture in it: what is not in an article is shown to officers alone';
create index on publishing.article using gin (pictures);
create index on publishing.article using gin (files);
create index on publishing.article (section, published_at desc) where published_at is not null;

update publishing.article set body = (
  select coalesce(jsonb_agg(case block ->> 'kind'
    when 'paragraph' then jsonb_build_object('kind', 'paragraph',
      'runs', jsonb_build_array(jsonb_build_object('text', block -> 'text')))
    when 'heading' then jsonb_build_object('kind', 'heading', 'level', 2,
      'runs', jsonb_build_array(jsonb_build_object('text', block -> 'text')))
    when 'list' then jsonb_build_object('kind', 'list', 'ordered', false, 'items', (
      select jsonb_agg(jsonb_build_object('runs', jsonb_build_array(jsonb_build_object('text', item))) order by place)
      from jsonb_array_elements(block -> 'items') with ordinality as each (item, place)))
    else block end order by number), '[]')
  from jsonb_array_elements(body) with ordinality as each (block, number));

-- Words that were written over stay, when another officer wrote them or they stood for ten minutes.
create function publishing.keep_manuscript() returns trigger language plpgsql as $$
begin
  if old.state = 'published' and new.state = 'draft' then
    new.editors := '{}';
  end if;
  if new.content = old.content then
    return new;
  end if;
  if old.state not in ('draft', 'returned') then
    raise exception 'A text that was handed in is taken back before it is changed' using errcode = '42501';
  end if;
  if old.edited_by <> platform.actor() or old.edited_at < clock_timestamp() - interval '10 minutes' then
    insert into publishing.manuscript_before (manuscript_id, version, content, edited_by, edited_at)
      values (old.id, old.version, old.content, old.edited_by, old.edited_at);
  end if;
  new.edited_by := platform.actor();
  new.edited_at := clock_timestamp();
  new.editors := (select array_agg(distinct name order by name) from unnest(new.editors || platform.actor()) as name);
  return new;
end $$;
create trigger keep_manuscript before update on publishing.manuscript
  for each row execute function publishing.keep_manuscript();

-- What is handed in is the draft as it stands, whatever the request says.
create function publishing.fill_revision() returns trigger language plpgsql as $$
declare draft publishing.manuscript;
begin
  select * into draft from publishing.manuscript where id = new.manuscript_id for update;
  if draft.id is null or draft.state not in ('draft', 'returned') then
    raise exception 'There is no draft to hand in' using errcode = '42501';
  end if;
  new.number := 1 + coalesce((select max(number) from publishing.revision where manuscript_id = draft.id), 0);
  new.content := draft.content;
  new.editors := (select array_agg(distinct name order by name) from unnest(draft.editors || platform.actor()) as name);
  return new;
end $$;
create trigger fill_revision before insert on publishing.revision
  for each row execute function publishing.fill_revision();

create function publishing.guard_review() returns trigger language plpgsql as $$
declare handed publishing.revision;
begin
  select * into handed from publishing.revision where id = new.revision_id;
  if handed.id is null or platform.actor() not like 'officer:%' or platform.actor() = any (handed.editors)
    or not exists (select from publishing.manuscript where id = handed.manuscript_id and state = 'inReview')
    or exists (select from publishing.revision where manuscript_id = handed.manuscript_id and number > handed.number)
  then
    raise exception 'A text is approved by a second person who did not write it' using errcode = '42501';
  end if;
  new.by := platform.actor();
  return new;
end $$;
create trigger guard_review before insert on publishing.review
  for each row execute function publishing.guard_review();

-- Words reach readers from an approved revision alone; only what comes with the program itself has none.
create function publishing.fill_article() returns trigger language plpgsql as $$
declare said jsonb; draft publishing.manuscript; shown publishing.revision; kept publishing.article;
begin
  if tg_op = 'UPDATE' and new.revision_id is not distinct from old.revision_id
    and (old.revision_id is not null or platform.actor() not like 'system:%')
  then
    kept := old;
    kept.withdrawn_at := new.withdrawn_at;
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
create trigger fill_article before insert or update on publishing.article
  for each row execute function publishing.fill_article();

grant select, insert (slug, language, kind, unit_uid, content, translates),
  update (content, version, state, publish_at, translates) on publishing.manuscript to an_sinh_app;
grant select, insert on publishing.manuscript_before to an_sinh_app;
grant select, insert (manuscript_id, correction, translates) on publishing.revision to an_sinh_app;
grant select, insert (revision_id, is_approved, reason, publish_at) on publishing.review to an_sinh_app;
grant select, insert (key, manuscript_id, kind, details) on publishing.act to an_sinh_app;
grant select, insert on publishing.correction to an_sinh_app;
grant select, insert (slug, reason, withdrawn_at), update (restored_at, restored_because)
  on publishing.withdrawal to an_sinh_app;
grant select, insert (id, sizes, file_name) on publishing.picture to an_sinh_app;
grant select, insert (id, file_name, type, bytes, sha256) on publishing.attachment to an_sinh_app;

-- Officers see the manuscripts of their commune, the province sees all; the province alone decides and shows.
do $$
declare name text;
begin
  foreach name in array array['manuscript', 'manuscript_before', 'revision', 'review', 'act', 'correction',
    'withdrawal', 'picture', 'attachment']
  loop
    execute format('alter table publishing.%I enable row level security', name);
    execute format('alter table publishing.%I force row level security', name);
    execute format('create policy changers_add on publishing.%I as restrictive for insert
      with check (platform.may_change())', name);
    execute format('create policy changers_change on publishing.%I as restrictive for update using (true)
      with check (platform.may_change())', name);
  end loop;
  foreach name in array array['manuscript_before', 'revision', 'act']
  loop
    execute format('create policy own_unit on publishing.%I using (exists (select from publishing.manuscript
      where id = manuscript_id and platform.sees_unit(unit_uid)))', name);
  end loop;
  foreach name in array array['correction', 'withdrawal']
  loop
    execute format('create policy everybody_reads on publishing.%I for select using (true)', name);
    execute format('create policy province_writes on publishing.%I
      using (platform.sees_unit(null) and platform.may_change())', name);
  end loop;
end $$;
create policy own_unit on publishing.manuscript using (platform.sees_unit(unit_uid));
create policy own_unit on publishing.review for select using (exists (select from publishing.revision
  join publishing.manuscript on manuscript.id = manuscript_id
  where revision.id = revision_id and platform.sees_unit(unit_uid)));
create policy province_decides on publishing.review for insert with check (platform.sees_unit(null));

drop policy everybody_reads on publishing.article;
create policy everybody_reads on publishing.article for select
  using (published_at is not null and withdrawn_at is null);

create policy readers on publishing.picture for select using (platform.actor() ~ '^(officer|system):'
  or exists (select from publishing.article where picture.id = any (pictures)));
create policy officers_add on publishing.picture for insert with check (platform.actor() ~ '^(officer|system):');
create policy readers on publishing.attachment for select using (platform.actor() ~ '^(officer|system):'
  or exists (select from publishing.article where attachment.id = any (files)));
create policy officers_add on publishing.attachment for insert with check (platform.actor() ~ '^(officer|system):');
