-- The ground every service stands on: who acts, long work, officers and their sessions, and the audit log.
create schema if not exists platform;
grant usage on schema platform to an_sinh_app;

-- Row-level security asks these three, so that every policy says it in the same words.
-- They stay plain SQL without settings of their own: the planner then writes them into the query.
create function platform.actor() returns text language sql stable parallel safe
  return nullif(current_setting('app.actor', true), '');
comment on function platform.actor() is 'Who this transaction acts for: officer:…, system:…, citizen; null outside withActor';

create function platform.sees_unit(unit_uid text) returns boolean language sql stable parallel safe
  return current_setting('app.scope', true) in (unit_uid, 'province');
comment on function platform.sees_unit(text) is 'Whether the actor sees the people of this unit; for rows without a unit give null: only the province sees them';

create function platform.sees_area(area text) returns boolean language sql stable parallel safe
  return current_setting('app.areas', true) = '*'
    or area = any (string_to_array(current_setting('app.areas', true), ','));
comment on function platform.sees_area(text) is 'Whether the actor works in this area; children''s cases are an area of their own';

create table platform.job (
  id uuid primary key,
  name text not null,
  key text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done bigint not null default 0 check (done >= 0),
  total bigint check (total >= 0),
  message text,
  result jsonb,
  because text,
  started_by text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  worker integer
);
comment on table platform.job is 'Long work as people see it, without personal data; the queue itself lives in schema queue';
comment on column platform.job.key is 'Asking twice with one key is asking once, unless the first time failed';
comment on column platform.job.worker is 'The advisory lock its process holds while it lives';
create unique index on platform.job (name, key) where state <> 'failed';
create index on platform.job (created_at desc);
create index on platform.job (state) where state in ('waiting', 'running');
grant select, insert, update on platform.job to an_sinh_app;

create table platform.milestone (
  name text primary key,
  reached_at timestamptz not null default now()
);
comment on table platform.milestone is 'What is done once in the life of a database, such as loading the demonstration';
grant select, insert on platform.milestone to an_sinh_app;

-- The queue's library keeps its tables in a schema of its own, which the application owns and nobody else reads.
create schema queue authorization an_sinh_app;

create table platform.account_user (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  username text unique,
  "displayUsername" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
comment on table platform.account_user is 'People who can sign in; columns as the session library names them';

create table platform.account (
  id text primary key,
  "userId" text not null references platform.account_user (id) on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
comment on table platform.account is 'How each of them proves it: a scrypt hash of the password';
create index on platform.account ("userId");

create table platform.session (
  id text primary key,
  "userId" text not null references platform.account_user (id) on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
comment on table platform.session is 'Who is signed in and until when';
create index on platform.session ("userId");

create table platform.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
comment on table platform.verification is 'One-time tokens of the session library';
create index on platform.verification (identifier);

create table platform.sign_in_try (
  username text not null,
  ip text not null,
  at timestamptz not null default clock_timestamp()
);
comment on table platform.sign_in_try is 'Tries to sign in that have not succeeded: what slows a guesser down';
create index on platform.sign_in_try (username, at);
create index on platform.sign_in_try (ip, at);

create table platform.secret (
  name text primary key,
  value text not null
);
comment on table platform.secret is 'Random keys made at the first start, such as the one that signs cookies';

create table platform.officer (
  user_id text primary key references platform.account_user (id) on delete cascade,
  role text not null check (role in ('communeOfficer', 'provinceOfficer', 'leader')),
  unit_uid text not null check (unit_uid <> ''),
  areas text[] not null,
  recorded_at timestamptz not null default now()
);
comment on table platform.officer is 'What each account may see and do; unit_uid is a unit''s uid or province';

grant select, insert, update, delete on platform.account_user, platform.account, platform.session,
  platform.verification, platform.sign_in_try to an_sinh_app;
grant select, insert on platform.secret to an_sinh_app;
grant select, insert, update on platform.officer to an_sinh_app;

-- Written once, read for ever: the application may neither change nor delete a line.
create table platform.audit (
  number bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null default platform.actor(),
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  unit_uid text,
  details jsonb not null default '{}'
);
comment on table platform.audit is 'Every read of a person''s record and every change: who, what, of whom, when';
comment on column platform.audit.unit_uid is 'The subject''s unit at that time: its officers may read the line; null is for the province';
create index on platform.audit (subject_kind, subject_id, number desc);
grant select, insert on platform.audit to an_sinh_app;
alter table platform.audit enable row level security;
alter table platform.audit force row level security;
create policy own_name on platform.audit for insert with check (actor = platform.actor());
create policy own_unit on platform.audit for select using (actor = platform.actor() or platform.sees_unit(unit_uid));

-- Lines are sealed in blocks after they are written: a chain inside each writer's transaction would make every
-- writer wait for the one before. A writer holds this lock, shared, from before its line has a number until its
-- transaction ends; whoever holds it alone knows that no smaller number can still appear.
create function platform.hold_audit_open() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('platform.audit'));
  return null;
end $$;
create trigger hold_audit_open before insert on platform.audit
  for each statement execute function platform.hold_audit_open();

create table platform.audit_seal (
  number bigint primary key check (number > 0),
  last_line bigint not null,
  lines bigint not null check (lines > 0),
  previous_hash bytea not null,
  hash bytea not null unique,
  sealed_at timestamptz not null default clock_timestamp()
);
comment on table platform.audit_seal is 'A hash over each block of the audit log and over the seal before, so that nothing is changed unseen';
comment on column platform.audit_seal.last_line is 'The block ends here; it begins after the last line of the seal before';
grant select, insert on platform.audit_seal to an_sinh_app;
