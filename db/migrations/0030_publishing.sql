-- What the province publishes on its portal, and what citizens write back to it.
create schema if not exists publishing;
grant usage on schema publishing to an_sinh_app;

create table publishing.article (
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  language text not null check (language in ('vi', 'en')),
  title text not null check (title <> ''),
  lead text not null,
  body jsonb not null check (jsonb_typeof(body) = 'array'),
  byline text not null,
  banner text not null default 'pond' check (banner in ('pond', 'none')),
  tags text[] not null default '{}',
  document_number text,
  document_on date,
  document_year_inferred boolean not null default false,
  published_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (slug, language)
);
comment on table publishing.article is 'Articles of the portal, as blocks of plain text; published_at null is a draft';
comment on column publishing.article.document_year_inferred is 'The text names day and month only; the year was worked out and a person should confirm it';
create index on publishing.article (published_at desc) where published_at is not null;
grant select, insert, update on publishing.article to an_sinh_app;

create table publishing.feedback (
  id uuid primary key default uuidv7(),
  receipt_code text not null unique,
  full_name text not null check (char_length(full_name) between 2 and 100),
  title text not null check (char_length(title) between 3 and 200),
  content text not null check (char_length(content) between 10 and 2000),
  contact text check (char_length(contact) between 1 and 100),
  page text not null check (char_length(page) <= 200),
  language text not null check (language in ('vi', 'en')),
  received_at timestamptz not null,
  address_hash bytea not null,
  state text not null default 'received' check (state in ('received'))
);
comment on table publishing.feedback is 'What citizens wrote to the province: personal data, read by province officers only';
comment on column publishing.feedback.address_hash is 'The visitor''s address under a key that is thrown away after two days: it links a flood, not a person';
create index on publishing.feedback (received_at desc);

-- Anybody may write; nobody may read but officers of the province (a row of no unit is seen by the province alone).
alter table publishing.feedback enable row level security;
alter table publishing.feedback force row level security;
create policy citizens_write on publishing.feedback for insert
  with check (platform.actor() = 'citizen' and state = 'received');
create policy province_reads on publishing.feedback for select using (platform.sees_unit(null));
grant select, insert on publishing.feedback to an_sinh_app;

create table publishing.challenge (
  id uuid primary key,
  kind text not null check (kind in ('image', 'question', 'work')),
  answer_hash bytea,
  work_key text,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  used_at timestamptz,
  content_hash bytea,
  receipt_code text,
  check ((kind = 'work') = (work_key is not null) and (kind = 'work') = (answer_hash is null)),
  check ((receipt_code is null) = (content_hash is null))
);
comment on table publishing.challenge is 'Proofs asked of a visitor before feedback is taken: single use, ten minutes, answers kept as hashes';
comment on column publishing.challenge.receipt_code is 'The receipt of the feedback this proof was spent on, so that sending twice gives one receipt';
create index on publishing.challenge (expires_at);
grant select, insert, update, delete on publishing.challenge to an_sinh_app;

create table publishing.attempt (
  address_hash bytea not null,
  action text not null check (action in ('feedback', 'challenge')),
  at timestamptz not null
);
comment on table publishing.attempt is 'What each address did in the last minutes, to slow down floods';
create index on publishing.attempt (address_hash, action, at);
create index on publishing.attempt (at);
grant select, insert, delete on publishing.attempt to an_sinh_app;

create table publishing.address_key (
  day date primary key,
  key bytea not null
);
comment on table publishing.address_key is 'The key of the day for hashing addresses; older keys are deleted, and with them the way back';
grant select, insert, delete on publishing.address_key to an_sinh_app;
