-- What the province orders, and who holds it: a directive is read into drafts, a clerk decides each, and what is issued
-- becomes tasks of agencies. An agency sees its own, the clerks of the province's office and its leaders see all.
create schema directives;
grant usage on schema directives to an_sinh_app;

create function directives.parties() returns text[] language sql stable parallel safe
  return case
    when platform.actor() not like 'officer:%' or coalesce(current_setting('app.scope', true), '') = '' then '{}'::text[]
    when platform.sees_unit(null) and not platform.may_change() then array['leader']
    when platform.sees_unit(null) then array_remove(array[platform.agency()], null)
    else array[coalesce(platform.agency(), 'communeCommittee'),
      coalesce(platform.agency(), 'communeCommittee') || ':' || current_setting('app.scope', true)]
  end;
comment on function directives.parties() is 'For whom the actor acts: an agency by its code, that of one commune as code:unit, or leader; none for the machine';

create function directives.is_machine() returns boolean language sql stable parallel safe
  return coalesce(platform.actor() like 'system:%', false);

create function directives.is_clerk() returns boolean language sql stable parallel safe
  return directives.is_machine() or platform.may_change() and 'provinceOffice' = any (directives.parties());
comment on function directives.is_clerk() is 'Whether the actor enters directives and follows them for the province';

create function directives.reads_all() returns boolean language sql stable parallel safe
  return directives.is_machine() or directives.parties() && array['provinceOffice', 'leader'];

create table directives.directive (
  id bigint generated always as identity primary key,
  number text,
  kind text not null check (kind in ('conclusion-notice', 'urgent-dispatch', 'plan', 'decision', 'directive',
    'official-letter', 'assignment', 'other')),
  title text,
  issued_on date,
  issued_by text,
  concluded_by_name text,
  concluded_by_title text,
  meeting_on date,
  meeting_with text,
  addressee text,
  byline text,
  inferred text[] not null default '{}',
  inferred_from text,
  confirmed_by text,
  confirmed_at timestamptz,
  state text not null default 'draft' check (state in ('draft', 'issued')),
  source_name text,
  source_sha256 text check (source_sha256 ~ '^[0-9a-f]{64}$'),
  parts jsonb not null,
  kept jsonb not null,
  article_slug text,
  version integer not null default 1,
  entered_by text not null default platform.actor(),
  entered_at timestamptz not null,
  handed_by text,
  handed_on date,
  check ((state = 'issued') = (handed_by is not null) and (handed_by is null) = (handed_on is null)),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (state = 'draft' or inferred = '{}' or confirmed_by is not null)
);
comment on table directives.directive is 'A notice, plan or decision that gives tasks, with the text it was read from; a draft until a clerk hands its tasks out';
comment on column directives.directive.inferred is 'What of the head its text does not say in full, such as a year: a person confirms it before anything is handed out';
comment on column directives.directive.kept is 'What is no order: praise, findings, background, with the words themselves';
comment on column directives.directive.article_slug is 'The public article with the text; null when the text is not public';
grant select, insert on directives.directive to an_sinh_app;
grant update (number, kind, title, issued_on, issued_by, concluded_by_name, concluded_by_title, meeting_on, meeting_with,
  addressee, byline, inferred, confirmed_by, confirmed_at, state, article_slug, version, handed_by, handed_on)
  on directives.directive to an_sinh_app;

create table directives.draft (
  id bigint generated always as identity primary key,
  directive_id bigint not null references directives.directive (id),
  position numeric not null,
  content jsonb not null,
  quotes jsonb not null check (jsonb_array_length(quotes) > 0),
  made_from bigint[] not null default '{}',
  lead text,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'joined', 'split', 'dropped')),
  because text,
  version integer not null default 1,
  decided_by text,
  decided_at timestamptz,
  check ((decided_by is null) = (decided_at is null)),
  check (state <> 'dropped' or because <> '')
);
comment on table directives.draft is 'A task as the reader or a clerk proposes it, with the words it came from; joined, split or dropped it stays, and so does who decided';
comment on column directives.draft.made_from is 'The drafts it was joined or split from; empty for what the reader found';
comment on column directives.draft.lead is 'The agency a clerk chose; null is what the names in the text lead to';
create index on directives.draft (directive_id, position);
grant select, insert on directives.draft to an_sinh_app;
grant update (position, content, lead, state, because, version, decided_by, decided_at) on directives.draft to an_sinh_app;

create table directives.task (
  id bigint generated always as identity primary key,
  directive_id bigint not null references directives.directive (id),
  parent_id bigint references directives.task (id),
  draft_id bigint references directives.draft (id),
  number text not null,
  does text not null check (does <> ''),
  kind text not null check (kind in ('task', 'principle', 'proposal')),
  areas text[] not null,
  lead text,
  lead_name text not null,
  cooperating jsonb not null default '[]',
  receiver text not null,
  reports_to text,
  parties text[] not null,
  handed_on date not null,
  due_on date,
  original_due_on date,
  due_set_on date,
  near_from_on date,
  recurs text check (recurs in ('weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'ongoing')),
  recurs_until date,
  occurs_on date,
  product text,
  cites text[] not null default '{}',
  targets jsonb not null default '[]',
  quotes jsonb not null default '[]',
  state text not null default 'open' check (state in ('open', 'saidDone', 'done', 'withdrawn')),
  said_done_on date,
  said_done_by text,
  confirmed_on date,
  confirmed_by text,
  version integer not null default 1,
  unique (directive_id, number),
  unique (parent_id, occurs_on),
  check (lead is distinct from receiver),
  check ((due_on is null) = (original_due_on is null) and (due_on is null) = (due_set_on is null)
    and (due_on is null) = (near_from_on is null)),
  check ((state in ('saidDone', 'done')) = (said_done_on is not null)),
  check ((state = 'done') = (confirmed_on is not null) and (state = 'done') = (confirmed_by is not null)),
  check (parent_id is null or parent_id <> id),
  check (lead is null or lead = any (parties))
);
comment on table directives.task is 'What one agency is to do, by when; a part of a larger task names it as parent. Its state and colour are computed from its days';
comment on column directives.task.lead is 'The agency that leads, by code; null while the name in the text leads to none or to several, until a clerk chooses';
comment on column directives.task.receiver is 'Who confirms or returns what the lead says is done: never the lead itself';
comment on column directives.task.parties is 'Every agency that may see it: lead, cooperating, receiver, asked for an opinion, or holding a part or the whole of it';
comment on column directives.task.original_due_on is 'The first due day: an extension moves due_on and leaves this';
comment on column directives.task.due_set_on is 'The day from which the period to due_on runs: handed out, or extended';
comment on column directives.task.occurs_on is 'The first day of the period this is the occurrence of, when the parent recurs';
create index on directives.task (parent_id);
create index on directives.task using gin (parties);
create index on directives.task (due_on) where state = 'open';
grant select, insert on directives.task to an_sinh_app;
grant update (lead, lead_name, cooperating, receiver, parties, due_on, original_due_on, due_set_on, near_from_on,
  recurs_until, state, said_done_on, said_done_by, confirmed_on, confirmed_by, version) on directives.task to an_sinh_app;

-- Completion is said by the lead and confirmed by another; whatever the program around it says.
create function directives.guard_task() returns trigger language plpgsql as $$
begin
  if old.state in ('done', 'withdrawn') and new.state <> old.state then
    raise exception 'the task % is closed', old.id using errcode = 'check_violation';
  end if;
  if old.original_due_on is not null and new.original_due_on is distinct from old.original_due_on then
    raise exception 'the first due day of the task % stays', old.id using errcode = 'check_violation';
  end if;
  if directives.is_machine() or new.state = old.state then
    return new;
  end if;
  if new.state = 'saidDone' and not coalesce(old.lead = any (directives.parties()), false)
      and not exists (select from directives.task as part where part.parent_id = old.id) then
    raise exception 'only its lead says that the task % is done', old.id using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'done' and (not old.receiver = any (directives.parties())
      or coalesce(old.lead = any (directives.parties()), false) or old.state <> 'saidDone') then
    raise exception 'only its receiver confirms that the task % is done', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_task before update on directives.task
  for each row execute function directives.guard_task();

create table directives.event (
  id bigint generated always as identity primary key,
  directive_id bigint references directives.directive (id),
  draft_id bigint references directives.draft (id),
  task_id bigint references directives.task (id),
  kind text not null,
  party text,
  actor text not null default platform.actor(),
  at timestamptz not null,
  details jsonb not null default '{}'
);
comment on table directives.event is 'What happened to a directive, a draft or a task, by whom and when; written once, never changed';
create index on directives.event (task_id);
create index on directives.event (directive_id);
grant select, insert on directives.event to an_sinh_app;

create table directives.act (
  actor text not null default platform.actor(),
  key text not null check (key <> ''),
  kind text not null,
  body jsonb not null,
  outcome jsonb not null,
  primary key (actor, key)
);
comment on table directives.act is 'Acts by the key they were sent with: sent again they are answered as the first time';
grant select, insert on directives.act to an_sinh_app;
