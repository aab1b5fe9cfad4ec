-- Several records may be of one person: each says which record speaks for all of them, and none is lost.
alter table registry.person add column linked_to bigint references registry.person (id)
  check (linked_to <> id);
comment on column registry.person.linked_to is 'The record that speaks for this person; null when it is this one. Follows from the links, never set alone';
create index on registry.person (linked_to) where linked_to is not null;
