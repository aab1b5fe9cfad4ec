-- What a task goes through: who held it how long, extensions, opinions asked of others, evidence, what agencies report,
-- proposals handed on, and the reminders that went out. All of it is added to and none of it rewritten.
create table directives.holding (
  task_id bigint not null references directives.task (id),
  party text,
  holder_name text not null,
  because text not null check (because in ('handed', 'saidDone', 'returned', 'handedOver', 'done', 'withdrawn')),
  held tstzrange not null check (not isempty(held)),
  primary key (task_id, held without overlaps)
);
comment on table directives.holding is 'Who holds a task since when until when: one at a time; the last has no end while the task is open';
grant select, insert on directives.holding to an_sinh_app;
grant update (held) on directives.holding to an_sinh_app;

create table directives.extension (
  id bigint generated always as identity primary key,
  task_id bigint not null references directives.task (id),
  party text,
  reason text not null check (reason <> ''),
  due_on date not null,
  wanted_on date not null check (wanted_on > due_on),
  asked_by text not null default platform.actor(),
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused')),
  granted_on date check (granted_on > due_on),
  because text,
  decided_by text,
  decided_at timestamptz,
  check ((state = 'asked') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'granted') = (granted_on is not null)),
  check (state <> 'refused' or because <> ''),
  check (decided_by is distinct from asked_by)
);
comment on table directives.extension is 'More time asked for a task by its lead and granted or refused by its receiver; due_on is the day it had';
create unique index on directives.extension (task_id) where state = 'asked';
create index on directives.extension (task_id);
grant select, insert on directives.extension to an_sinh_app;
grant update (state, granted_on, because, decided_by, decided_at) on directives.extension to an_sinh_app;

create table directives.opinion (
  id bigint generated always as identity primary key,
  task_id bigint not null references directives.task (id),
  party text not null,
  asked_party text,
  question text not null check (question <> ''),
  asked_by text not null default platform.actor(),
  asked_at timestamptz not null,
  asked_on date not null,
  working_days integer not null check (working_days between 2 and 5),
  due_on date not null check (due_on > asked_on),
  stance text check (stance in ('agrees', 'agreesWithRemarks', 'disagrees', 'notConcerned')),
  answer text,
  answered_by text,
  answered_on date,
  check ((stance is null) = (answer is null) and (stance is null) = (answered_by is null)
    and (stance is null) = (answered_on is null))
);
comment on table directives.opinion is 'An opinion asked of another agency on a clock of its own; no answer by its day is silence, which is no agreement';
create index on directives.opinion (task_id);
create index on directives.opinion (party) where stance is null;
grant select, insert on directives.opinion to an_sinh_app;
grant update (stance, answer, answered_by, answered_on) on directives.opinion to an_sinh_app;

create table directives.evidence (
  id bigint generated always as identity primary key,
  task_id bigint not null references directives.task (id),
  party text,
  kind text not null check (kind in ('file', 'link', 'note', 'metric')),
  title text not null check (title <> ''),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text,
  media_type text,
  bytes bigint check (bytes > 0),
  href text check (href ~ '^(https?://|/)'),
  note text,
  metric jsonb,
  attached_by text not null default platform.actor(),
  attached_at timestamptz not null,
  check ((kind = 'file') = (sha256 is not null and file_name is not null and media_type is not null and bytes is not null)),
  check ((kind = 'link') = (href is not null)),
  check (kind <> 'note' or note <> ''),
  check ((kind = 'metric') = (metric is not null))
);
comment on table directives.evidence is 'What shows that a task is done: a file by its content, a link, a note, or a metric as it was measured that day';
create index on directives.evidence (task_id);
grant select, insert on directives.evidence to an_sinh_app;

create table directives.report (
  id bigint generated always as identity primary key,
  task_id bigint not null references directives.task (id),
  party text,
  progress text not null check (progress <> ''),
  percent integer check (percent between 0 and 100),
  metric text,
  figure numeric,
  figure_on date,
  reported_by text not null default platform.actor(),
  reported_at timestamptz not null,
  check ((metric is null) = (figure is null) and (figure is null) = (figure_on is null))
);
comment on table directives.report is 'What an agency says of its task: words, and a figure that is reported, never measured';
create index on directives.report (task_id);
grant select, insert on directives.report to an_sinh_app;

create table directives.proposal (
  id bigint generated always as identity primary key,
  directive_id bigint not null references directives.directive (id),
  task_id bigint not null references directives.task (id),
  proposer text,
  content text not null check (content <> ''),
  party text not null,
  due_on date,
  handed_by text not null default platform.actor(),
  handed_at timestamptz not null,
  handed_on date not null,
  outcome text check (outcome in ('accepted', 'partly', 'refused', 'forwarded')),
  answer text,
  answered_by text,
  answered_on date,
  check ((outcome is null) = (answer is null) and (outcome is null) = (answered_by is null)
    and (outcome is null) = (answered_on is null)),
  check (due_on is null or due_on >= handed_on)
);
comment on table directives.proposal is 'One proposal of an agency, handed to another to settle, with its day and its answer';
create index on directives.proposal (task_id);
create index on directives.proposal (party) where outcome is null;
grant select, insert on directives.proposal to an_sinh_app;
grant update (outcome, answer, answered_by, answered_on) on directives.proposal to an_sinh_app;

create table directives.task_metric (
  id bigint generated always as identity primary key,
  task_id bigint not null references directives.task (id),
  metric text not null check (metric <> ''),
  unit_uid text references registry.unit (uid),
  baseline numeric,
  baseline_on date,
  goal numeric,
  goal_on date,
  linked_by text not null default platform.actor(),
  linked_at timestamptz not null,
  unlinked_by text,
  unlinked_at timestamptz,
  check ((unlinked_by is null) = (unlinked_at is null)),
  check (baseline is null or baseline_on is not null),
  check (goal_on is null or goal is not null)
);
comment on table directives.task_metric is 'Which metric shows how far a task is, from what baseline to what goal by when';
create unique index on directives.task_metric (task_id, metric, coalesce(unit_uid, '')) where unlinked_at is null;
grant select, insert on directives.task_metric to an_sinh_app;
grant update (unlinked_by, unlinked_at) on directives.task_metric to an_sinh_app;

create table directives.reminder_run (
  id bigint generated always as identity primary key,
  today date not null,
  ran_at timestamptz not null,
  tasks integer not null,
  fired integer not null,
  occurrences integer not null
);
comment on table directives.reminder_run is 'Each time reminders were looked for: at how many tasks, how many went out, how many tasks that recur were made';
grant select, insert on directives.reminder_run to an_sinh_app;

create table directives.reminder (
  id bigint generated always as identity primary key,
  task_id bigint not null references directives.task (id),
  opinion_id bigint references directives.opinion (id),
  proposal_id bigint references directives.proposal (id),
  kind text not null check (kind in ('half', 'fourFifths', 'threeDays', 'oneDay', 'dueDay', 'late', 'escalated',
    'toConfirm')),
  party text not null,
  about_on date not null,
  for_on date not null,
  fired_on date not null,
  run_id bigint not null references directives.reminder_run (id),
  check (fired_on >= for_on),
  unique nulls not distinct (task_id, opinion_id, proposal_id, kind, about_on, party)
);
comment on table directives.reminder is 'A reminder that went out: of what day, when it was due and when it went, to whom; once and never again';
comment on column directives.reminder.about_on is 'The due day it reminds of, or the day the lead said it was done';
create index on directives.reminder (party, fired_on desc);
create index on directives.reminder (task_id);
grant select, insert on directives.reminder to an_sinh_app;

-- Who sees what. A task names its parties; what hangs on it is seen with it.
do $$
declare name text;
begin
  foreach name in array array['directive', 'draft', 'task', 'event', 'act', 'holding', 'extension', 'opinion', 'evidence',
    'report', 'proposal', 'task_metric', 'reminder', 'reminder_run']
  loop
    execute format('alter table directives.%I enable row level security', name);
    execute format('alter table directives.%I force row level security', name);
    execute format('create policy changers_add on directives.%I as restrictive for insert
      with check (platform.may_change())', name);
    execute format('create policy changers_change on directives.%I as restrictive for update using (true)
      with check (platform.may_change())', name);
    execute format('create policy changers_remove on directives.%I as restrictive for delete
      using (platform.may_change())', name);
  end loop;
  foreach name in array array['holding', 'extension', 'opinion', 'evidence', 'report', 'task_metric', 'reminder']
  loop
    execute format('create policy with_its_task on directives.%I using (directives.reads_all()
      or exists (select from directives.task where task.id = %I.task_id))', name, name);
  end loop;
end $$;

create policy parties_see on directives.task using (directives.reads_all() or parties && directives.parties());
-- Who is handed a proposal reads it without the whole task it came with.
create policy parties_see on directives.proposal using (directives.reads_all() or party = any (directives.parties())
  or exists (select from directives.task where task.id = proposal.task_id));
create policy parties_see on directives.directive using (directives.reads_all() or state = 'issued' and (
  article_slug is not null and platform.actor() like 'officer:%'
  or exists (select from directives.task where task.directive_id = directive.id)
  or exists (select from directives.proposal where proposal.directive_id = directive.id)));
create policy clerks_enter on directives.directive as restrictive for insert with check (directives.is_clerk());
create policy clerks_change on directives.directive as restrictive for update using (directives.is_clerk());
create policy clerks_see on directives.draft using (directives.reads_all());
create policy clerks_enter on directives.draft as restrictive for insert with check (directives.is_clerk());
create policy clerks_change on directives.draft as restrictive for update using (directives.is_clerk());
create policy with_its_task on directives.event using (directives.reads_all()
  or task_id is not null and exists (select from directives.task where task.id = event.task_id));
create policy own_name on directives.event as restrictive for insert with check (actor = platform.actor());
create policy own_acts on directives.act using (actor = platform.actor());
create policy clerks_see on directives.reminder_run using (directives.reads_all());
create policy machine_runs on directives.reminder_run as restrictive for insert with check (directives.is_machine());
create policy machine_reminds on directives.reminder as restrictive for insert with check (directives.is_machine());
