-- One box finds a person among millions within the officer's own sight. Row-level security lets an index serve only
-- comparisons that cannot leak: =, <, >= on columns. Parts of a name are therefore sought as the beginning of a column
-- (the name, the name from its last word back, its inner words), and numbers by their beginning or their end; the
-- trigrams, which no policy lets the planner use, go. The unit stands first, so that what other communes hold costs an
-- officer no time; the province skips from unit to unit.
drop index registry.person_name_folded_idx;
drop index registry.person_unit_uid_name_folded_idx;
alter table registry.person
  alter column name_folded type text collate "C",
  add column name_backwards text collate "C" generated always as (rtrim(
    split_part(name_folded, ' ', -1) || ' ' || split_part(name_folded, ' ', -2) || ' ' ||
    split_part(name_folded, ' ', -3) || ' ' || split_part(name_folded, ' ', -4) || ' ' ||
    split_part(name_folded, ' ', -5) || ' ' || split_part(name_folded, ' ', -6))) stored,
  add column name_inside text collate "C" generated always as (case
    when split_part(name_folded, ' ', 3) = '' or split_part(name_folded, ' ', -2) in ('thi', 'van') then null
    else rtrim(split_part(name_folded, ' ', -2) || ' ' || split_part(name_folded, ' ', -3) || ' ' ||
      split_part(name_folded, ' ', -4) || ' ' || split_part(name_folded, ' ', -5)) end) stored,
  add column citizen_id_backwards text collate "C" generated always as (reverse(citizen_id)) stored;
comment on column registry.person.name_backwards is 'The folded name from its last word back, at most six words: found by the given name';
comment on column registry.person.name_inside is 'The same without the given name, for names with inner words; null where the next word is thi or van, which half of all people bear';
comment on column registry.person.citizen_id_backwards is 'Found by the last digits';
create index on registry.person (unit_uid, name_folded, birth_from);
create index on registry.person (unit_uid, name_backwards, birth_from);
create index on registry.person (unit_uid, name_inside, birth_from) where name_inside is not null;
create index on registry.person (unit_uid, citizen_id_backwards) where citizen_id_backwards is not null;
