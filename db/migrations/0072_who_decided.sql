-- Officers are shown by name who decided about a pair, for accounts stay closed to whoever acts for somebody; and
-- frequencies are kept by what they are of: a rare name says more than a common one, a birth on 1 January less.
alter table deduplication.pair add column decided_name text,
  drop column term_frequency,
  add column term_frequencies jsonb not null default '{}';
comment on column deduplication.pair.decided_name is 'The name of the officer of decided_by, as it was then';
comment on column deduplication.pair.term_frequencies is 'How frequent the terms are that both share, by feature';
