-- Paper in boxes becomes pictures, pictures are read twice by different officers, and only what both read, or what was
-- settled between them, may ever stand in the register as coming from a scan.
create schema if not exists archive;
grant usage on schema archive to an_sinh_app;

create table archive.collection (
  id bigint generated always as identity primary key,
  unit_uid text references registry.unit (uid),
  name text not null check (name <> ''),
  recorded_by text not null default platform.actor(),
  recorded_at timestamptz not null default now()
);
comment on table archive.collection is 'A register or a holding of paper that a unit keeps: phông, sổ';
create unique index on archive.collection (unit_uid, name) nulls not distinct;
grant select, insert, update on archive.collection to an_sinh_app;

create table archive.book (
  id bigint generated always as identity primary key,
  collection_id bigint not null references archive.collection (id),
  name text not null check (name <> ''),
  counts text not null check (counts in ('page', 'dossier')),
  number_from integer not null check (number_from >= 0),
  number_to integer not null check (number_to <= 100000),
  recorded_by text not null default platform.actor(),
  recorded_at timestamptz not null default now(),
  unique (collection_id, name),
  check (number_from <= number_to and number_to - number_from < 20000)
);
comment on table archive.book is 'A box, a binder or a book of a collection, with the numbers that should be in it';
grant select, insert, update on archive.book to an_sinh_app;

create table archive.gap (
  book_id bigint not null references archive.book (id),
  number integer not null,
  reason text not null check (reason in ('missing', 'damaged')),
  note text,
  recorded_by text not null default platform.actor(),
  recorded_at timestamptz not null default now(),
  primary key (book_id, number)
);
comment on table archive.gap is 'A number of a book that cannot be captured, and why: told rather than passed over';
grant select, insert, update, delete on archive.gap to an_sinh_app;

create table archive.batch (
  id bigint generated always as identity primary key,
  unit_uid text references registry.unit (uid),
  book_id bigint references archive.book (id),
  first_number integer,
  job_id uuid,
  told jsonb not null default '[]',
  received_by text not null default platform.actor(),
  received_at timestamptz not null default now()
);
comment on table archive.batch is 'Files that came in one go';
comment on column archive.batch.told is 'Files that were not taken: their name, why, and the scan they repeat';
grant select, insert, update on archive.batch to an_sinh_app;

create table archive.scan (
  id bigint generated always as identity primary key,
  batch_id bigint not null references archive.batch (id),
  ordinal integer not null,
  unit_uid text references registry.unit (uid),
  book_id bigint references archive.book (id),
  number_from integer,
  number_to integer,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null,
  bytes bigint not null check (bytes > 0),
  file_name text not null,
  state text not null default 'waiting' check (state in
    ('waiting', 'unread', 'readOnce', 'disagreed', 'agreed', 'entered', 'setAside', 'failed')),
  because text,
  form text check (form in ('application', 'disabilityCertificate', 'decision', 'identityCard')),
  pages integer check (pages > 0),
  received_by text not null default platform.actor(),
  received_at timestamptz not null default now(),
  unique nulls not distinct (unit_uid, sha256),
  unique (batch_id, ordinal),
  check ((number_from is null) = (number_to is null) and number_from <= number_to)
);
comment on table archive.scan is 'One file of paper: a photo, a scan or a PDF; the file itself is kept by its hash';
comment on column archive.scan.state is 'waiting for the machine; unread, readOnce by officers; disagreed or agreed; entered in the register, or setAside';
create index on archive.scan (state, id);
create index on archive.scan (book_id, number_from);
grant select, insert, update on archive.scan to an_sinh_app;

create table archive.page (
  scan_id bigint not null references archive.scan (id),
  number integer not null check (number > 0),
  shown_sha256 text not null check (shown_sha256 ~ '^[0-9a-f]{64}$'),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  source text not null check (source in ('ocr', 'text', 'none')),
  words jsonb not null default '[]',
  proposals jsonb not null default '[]',
  seconds real not null default 0,
  primary key (scan_id, number)
);
comment on table archive.page is 'A page as it is shown, the words a machine read on it, and what it proposes: never a fact';
grant select, insert, update, delete on archive.page to an_sinh_app;

create table archive.reading (
  scan_id bigint not null references archive.scan (id),
  turn smallint not null check (turn in (1, 2)),
  after smallint check (after is not distinct from nullif(turn - 1, 0)),
  by text not null default platform.actor(),
  written jsonb not null,
  compared jsonb not null,
  signed_at timestamptz not null default now(),
  primary key (scan_id, turn),
  unique (scan_id, by),
  foreign key (scan_id, after) references archive.reading (scan_id, turn)
);
comment on table archive.reading is 'What one officer read of a scan and signed; the second is somebody else, and does not see the first';
comment on column archive.reading.after is 'The second stands on the first: the key holds even where the reader may not see it';
comment on column archive.reading.compared is 'The same values in the one spelling in which two readings are compared';
grant select, insert on archive.reading to an_sinh_app;

create table archive.vote (
  scan_id bigint not null references archive.scan (id),
  field text not null,
  by text not null default platform.actor(),
  written text not null,
  compared text not null,
  voted_at timestamptz not null default clock_timestamp(),
  primary key (scan_id, field, by)
);
comment on table archive.vote is 'What somebody says stands on the paper where two readings differ: a third officer settles it, or both readers agree';
grant select, insert, update on archive.vote to an_sinh_app;

create table archive.passed (
  scan_id bigint primary key references archive.scan (id)
);
comment on table archive.passed is 'Scans that were read twice with nothing left open: only their values may be in the register';
grant select, insert on archive.passed to an_sinh_app;

create table archive.entry (
  scan_id bigint primary key references archive.passed (scan_id),
  person_id bigint not null references registry.person (id),
  changes jsonb not null,
  by text not null default platform.actor(),
  entered_at timestamptz not null default now()
);
comment on table archive.entry is 'What an officer took from a scan into the register, and for whom';
create index on archive.entry (person_id);
grant select, insert on archive.entry to an_sinh_app;

-- One answer for each field that somebody read: the value of both, or the one that was settled, or open.
create function archive.outcome(wanted bigint)
returns table (field text, first text, second text, written text, is_open boolean)
language sql stable as $$
  with one as (select by, written, compared from archive.reading where scan_id = wanted and turn = 1),
    two as (select by, written, compared from archive.reading where scan_id = wanted and turn = 2),
    fields as (select jsonb_object_keys(compared) as field from one union select jsonb_object_keys(compared) from two),
    third as (select distinct on (field) field, written from archive.vote
      where scan_id = wanted and by not in (select by from one union select by from two)
      order by field, voted_at desc),
    readers as (select field, min(written) as written from archive.vote
      where scan_id = wanted and by in (select by from one union select by from two)
      group by field having count(*) = 2 and min(compared) = max(compared))
  select field, one.written ->> field, two.written ->> field,
    case when is_same then one.written ->> field else coalesce(third.written, readers.written) end,
    not is_same and third.field is null and readers.field is null
  from fields cross join one cross join two left join third using (field) left join readers using (field),
    lateral (select one.compared ->> field is not distinct from two.compared ->> field as is_same) as each
$$;
comment on function archive.outcome(bigint) is 'Field by field what two readings came to; an empty text is "not on the paper"';

-- The states that mean something follow from readings, whatever the program says.
create function archive.guard_state() returns trigger language plpgsql as $$
begin
  if new.state = 'disagreed' and not exists (select from archive.reading
      where scan_id = new.id and turn = 2 and by = platform.actor()) then
    raise exception 'scan % was not read twice', new.id using errcode = 'check_violation';
  elsif new.state = 'agreed' and (old.state <> 'disagreed' or exists (select from archive.outcome(new.id) where is_open)
      or (select count(*) from archive.reading where scan_id = new.id) <> 2) then
    raise exception 'scan % is not agreed upon', new.id using errcode = 'check_violation';
  elsif new.state = 'entered' and (old.state <> 'agreed' or not exists
      (select from archive.entry where scan_id = new.id)) then
    raise exception 'scan % was entered by nobody', new.id using errcode = 'check_violation';
  elsif old.state in ('agreed', 'entered') and new.state not in ('agreed', 'entered') then
    raise exception 'scan % was agreed upon', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_state before update of state on archive.scan
  for each row when (old.state is distinct from new.state) execute function archive.guard_state();

-- Nothing goes from a scan into the register unread: the register itself refuses it.
create function archive.guard_register() returns trigger language plpgsql as $$
declare said text := to_jsonb(new) ->> tg_argv[0];
begin
  if not exists (select from archive.passed where scan_id = substring(said from '^scan:(\d{1,18})$')::bigint) then
    raise exception 'a value of % was not read by two officers', said using errcode = 'check_violation';
  end if;
  return new;
end $$;
do $$
declare name text;
begin
  foreach name in array array['registry.person', 'registry.residence', 'registry.household', 'registry.membership',
    'registry.fact', 'registry.household_fact', 'registry.former_value', 'awards.award']
  loop
    execute format('create trigger read_scans_only before insert or update of origin on %s
      for each row when (new.origin like ''scan:%%'') execute function archive.guard_register(''origin'')', name);
  end loop;
  foreach name in array array['registry.person', 'registry.household']
  loop
    execute format('create trigger read_scans_only_again before update on %s
      for each row when (new.amended_origin like ''scan:%%'' and new.amended_origin is distinct from old.amended_origin)
      execute function archive.guard_register(''amended_origin'')', name);
  end loop;
end $$;

do $$
declare name text;
begin
  foreach name in array array['collection', 'book', 'gap', 'batch', 'scan', 'page', 'reading', 'vote', 'passed', 'entry']
  loop
    execute format('alter table archive.%I enable row level security', name);
    execute format('alter table archive.%I force row level security', name);
    execute format('create policy changers_add on archive.%I as restrictive for insert
      with check (platform.may_change())', name);
    execute format('create policy changers_change on archive.%I as restrictive for update using (true)
      with check (platform.may_change())', name);
    execute format('create policy changers_remove on archive.%I as restrictive for delete
      using (platform.may_change())', name);
  end loop;
end $$;

create policy own_unit on archive.collection using (platform.sees_unit(unit_uid));
create policy own_unit on archive.batch using (platform.sees_unit(unit_uid));
create policy own_unit on archive.scan using (platform.sees_unit(unit_uid));
create policy begins_waiting on archive.scan as restrictive for insert with check (state = 'waiting');
create policy own_collection on archive.book
  using (exists (select from archive.collection where collection.id = book.collection_id));
create policy own_book on archive.gap using (exists (select from archive.book where book.id = gap.book_id));
create policy own_scan on archive.page using (exists (select from archive.scan where scan.id = page.scan_id));
create policy own_scan on archive.entry using (exists (select from archive.scan where scan.id = entry.scan_id))
  with check (by = platform.actor() and exists (select from archive.scan where scan.id = entry.scan_id));

-- Until both have read, each sees what they read themselves: the second is not led by the first.
create policy own_reading on archive.reading using (exists (select from archive.scan where scan.id = reading.scan_id
    and (reading.by = platform.actor() or scan.state in ('disagreed', 'agreed', 'entered'))))
  with check (by = platform.actor() and exists (select from archive.scan where scan.id = reading.scan_id
    and scan.state in ('unread', 'readOnce')));
create policy own_vote on archive.vote using (exists (select from archive.scan where scan.id = vote.scan_id))
  with check (by = platform.actor() and exists (select from archive.scan where scan.id = vote.scan_id
    and scan.state = 'disagreed'));

-- Says of a number only that it was read: the register asks it for people of every unit.
create policy everybody_reads on archive.passed for select using (true);
create policy agreed_only on archive.passed for insert
  with check (exists (select from archive.scan where scan.id = passed.scan_id and scan.state = 'agreed'));
