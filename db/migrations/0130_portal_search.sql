-- What readers search on the portal: the words of every shown article, with their tones and without.
-- The words as a VNI keyboard spells them (trợ cấp: tro75 ca6p1), the tone after the last letter, so that it does not
-- matter over which vowel it was put; đ is d9. Small Latin letters and digits alone, one space between words.
create function publishing.spell(words text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(regexp_replace(translate(replace(
    regexp_replace(normalize(lower(normalize(words, nfc) collate "pg_c_utf8"), nfd),
      '([\u0300\u0301\u0303\u0309\u0323])([a-zđ\u0302\u0306\u031b]*)', '\2\1', 'g'),
    'đ', 'd9'), U&'\0301\0300\0309\0303\0323\0302\031b\0306', '12345678'), '[\u0300-\u036f''’`]', '', 'g'),
    '[^a-z0-9]+', ' ', 'g'))
$$;
comment on function publishing.spell(text) is 'Words spelled as on a VNI keyboard: for finding them with their tones';

create function publishing.fold(words text) returns text language sql immutable strict parallel safe as $$
  select btrim(regexp_replace(regexp_replace(replace(normalize(lower(normalize(words, nfc) collate "pg_c_utf8"), nfd),
    'đ', 'd'), '[\u0300-\u036f''’`]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))
$$;
comment on function publishing.fold(text) is 'Small letters without tones or marks, đ as d: for finding words however they are typed';

create table publishing.searchable (
  slug text not null,
  language text not null check (language in ('vi', 'en')),
  kind text not null,
  title text not null,
  lead text not null,
  words text not null,
  published_at timestamptz not null,
  spelled tsvector not null,
  folded tsvector not null,
  primary key (slug, language)
);
comment on table publishing.searchable is 'The words of every article that readers see, and of no other: kept by a trigger';
comment on column publishing.searchable.words is 'The body without its form, a line for a paragraph';
create index on publishing.searchable using gin (spelled);
create index on publishing.searchable using gin (folded);
grant select on publishing.searchable to an_sinh_app;

-- Lines of runs wherever they stand in the body, then what is said of figures.
create function publishing.words_of(body jsonb) returns text language sql immutable strict parallel safe as $$
  select concat_ws(E'\n',
    (select string_agg((select string_agg(run ->> 'text', '' order by at)
        from jsonb_array_elements(line) with ordinality as runs (run, at)), E'\n' order by place)
      from jsonb_path_query(body, 'strict $.** ? (@.type() == "array" && exists (@[0].text))')
        with ordinality as lines (line, place)),
    (select string_agg(said #>> '{}', E'\n')
      from jsonb_path_query(body, 'lax $[*] ? (@.kind == "figure").keyvalue() ? (@.key == "alt" || @.key == "caption").value')
        as figures (said)))
$$;

create function publishing.weigh(title text, names text, lead text, body text) returns tsvector
  language sql immutable parallel safe as $$
  select setweight(to_tsvector('simple', coalesce(title, '')), 'A') || setweight(to_tsvector('simple', coalesce(names, '')), 'B')
    || setweight(to_tsvector('simple', coalesce(lead, '')), 'C') || setweight(to_tsvector('simple', coalesce(body, '')), 'D')
$$;

create function publishing.make_searchable(shown publishing.article) returns void language plpgsql as $$
declare
  names text := concat_ws(' ', array_to_string(shown.tags, ' '), shown.document_number, shown.details ->> 'number',
    shown.details ->> 'code', shown.details ->> 'form', shown.details ->> 'issuer', shown.details ->> 'agency');
  body text := left(concat_ws(E'\n', publishing.words_of(shown.body), shown.details ->> 'result', shown.details ->> 'law',
    (select string_agg(paper, E'\n') from jsonb_array_elements_text(shown.details -> 'papers') as papers (paper))), 200000);
begin
  insert into publishing.searchable values (shown.slug, shown.language, shown.kind, shown.title, shown.lead, body,
    shown.published_at,
    publishing.weigh(publishing.spell(shown.title), publishing.spell(names), publishing.spell(shown.lead), publishing.spell(body)),
    publishing.weigh(publishing.fold(shown.title), publishing.fold(names), publishing.fold(shown.lead), publishing.fold(body)));
end $$;

-- As the owner, who alone may write here: whatever brings an article to readers brings its words to the search.
create function publishing.keep_searchable() returns trigger language plpgsql security definer
  set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then
    delete from publishing.searchable where slug = old.slug and language = old.language;
  end if;
  if tg_op <> 'DELETE' and new.published_at is not null and new.withdrawn_at is null then
    perform publishing.make_searchable(new);
  end if;
  return null;
end $$;
create trigger keep_searchable after insert or update or delete on publishing.article
  for each row execute function publishing.keep_searchable();

-- What is shown already.
do $$
declare shown publishing.article;
begin
  for shown in select * from publishing.article where published_at is not null and withdrawn_at is null
  loop
    perform publishing.make_searchable(shown);
  end loop;
end $$;
