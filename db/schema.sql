-- The tables after all migrations: made by test/schema.test.ts, never edited.

-- Files that came in one go
create table archive.batch (
  id bigint generated always as identity not null,
  unit_uid text,
  book_id bigint,
  first_number integer,
  job_id uuid,
  told jsonb default '[]'::jsonb not null,
  received_by text default platform.actor() not null,
  received_at timestamp with time zone default now() not null,
  FOREIGN KEY (book_id) REFERENCES archive.book(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id)
);
alter table archive.batch enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid);
grant insert, select to an_sinh_app;

-- A box, a binder or a book of a collection, with the numbers that should be in it
create table archive.book (
  id bigint generated always as identity not null,
  collection_id bigint not null,
  name text not null,
  counts text not null,
  number_from integer not null,
  number_to integer not null,
  recorded_by text default platform.actor() not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK (((number_from <= number_to) AND ((number_to - number_from) < 20000))),
  CHECK ((counts = ANY (ARRAY['page'::text, 'dossier'::text]))),
  CHECK ((name <> ''::text)),
  CHECK ((number_from >= 0)),
  CHECK ((number_to <= 100000)),
  FOREIGN KEY (collection_id) REFERENCES archive.collection(id),
  PRIMARY KEY (id),
  UNIQUE (collection_id, name)
);
alter table archive.book enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_collection for all using (EXISTS ( SELECT
   FROM archive.collection
  WHERE (collection.id = book.collection_id)));
grant insert, select to an_sinh_app;

-- A register or a holding of paper that a unit keeps: phông, sổ
create table archive.collection (
  id bigint generated always as identity not null,
  unit_uid text,
  name text not null,
  recorded_by text default platform.actor() not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((name <> ''::text)),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX collection_unit_uid_name_idx ON archive.collection USING btree (unit_uid, name) NULLS NOT DISTINCT;
alter table archive.collection enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid);
grant insert, select to an_sinh_app;

-- What an officer took from a scan into the register, and for whom
create table archive.entry (
  scan_id bigint not null,
  person_id bigint not null,
  changes jsonb not null,
  by text default platform.actor() not null,
  entered_at timestamp with time zone default now() not null,
  kept jsonb default '[]'::jsonb not null,
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  FOREIGN KEY (scan_id) REFERENCES archive.passed(scan_id),
  PRIMARY KEY (scan_id)
);
CREATE INDEX entry_person_id_idx ON archive.entry USING btree (person_id);
alter table archive.entry enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_scan for all using (EXISTS ( SELECT
   FROM archive.scan
  WHERE (scan.id = entry.scan_id))) with check ((by = platform.actor()) AND (EXISTS ( SELECT
   FROM archive.scan
  WHERE (scan.id = entry.scan_id))));
create policy social_assistance_only as restrictive for all using platform.sees_area('socialAssistance'::text);
grant insert, select to an_sinh_app;

-- A number of a book that cannot be captured, and why: told rather than passed over
create table archive.gap (
  book_id bigint not null,
  number integer not null,
  reason text not null,
  note text,
  recorded_by text default platform.actor() not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((reason = ANY (ARRAY['missing'::text, 'damaged'::text]))),
  FOREIGN KEY (book_id) REFERENCES archive.book(id),
  PRIMARY KEY (book_id, number)
);
alter table archive.gap enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_book for all using (EXISTS ( SELECT
   FROM archive.book
  WHERE (book.id = gap.book_id)));
grant delete, insert, select, update to an_sinh_app;

-- A page as it is shown, the words a machine read on it, and what it proposes: never a fact
create table archive.page (
  scan_id bigint not null,
  number integer not null,
  shown_sha256 text not null,
  width integer not null,
  height integer not null,
  source text not null,
  words jsonb default '[]'::jsonb not null,
  proposals jsonb default '[]'::jsonb not null,
  seconds real default 0 not null,
  CHECK ((height > 0)),
  CHECK ((number > 0)),
  CHECK ((shown_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((source = ANY (ARRAY['ocr'::text, 'text'::text, 'none'::text]))),
  CHECK ((width > 0)),
  FOREIGN KEY (scan_id) REFERENCES archive.scan(id),
  PRIMARY KEY (scan_id, number)
);
alter table archive.page enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_scan for all using (EXISTS ( SELECT
   FROM archive.scan
  WHERE (scan.id = page.scan_id)));
create policy social_assistance_only as restrictive for all using platform.sees_area('socialAssistance'::text);
grant insert, select to an_sinh_app;

-- Scans that were read twice with nothing left open: only their values may be in the register
create table archive.passed (
  scan_id bigint not null,
  FOREIGN KEY (scan_id) REFERENCES archive.scan(id),
  PRIMARY KEY (scan_id)
);
alter table archive.passed enable row level security;
create policy agreed_only for insert with check (EXISTS ( SELECT
   FROM archive.scan
  WHERE ((scan.id = passed.scan_id) AND (scan.state = 'agreed'::text))));
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy everybody_reads for select using true;
create policy opened_again for delete using (EXISTS ( SELECT
   FROM (archive.scan
     JOIN archive.reopening ON (((reopening.scan_id = scan.id) AND (reopening.round = scan.round))))
  WHERE ((scan.id = passed.scan_id) AND (scan.state = 'agreed'::text) AND (reopening.by = platform.actor()))));
grant delete, insert, select to an_sinh_app;

-- What one officer read of a scan and signed; the second is somebody else, and does not see the first
create table archive.reading (
  scan_id bigint not null,
  turn smallint not null,
  after smallint,
  by text default platform.actor() not null,
  written jsonb not null,
  compared jsonb not null,
  signed_at timestamp with time zone default now() not null,
  round integer default 1 not null,
  CHECK ((NOT (after IS DISTINCT FROM NULLIF((turn - 1), 0)))),
  CHECK ((turn = ANY (ARRAY[1, 2]))),
  FOREIGN KEY (scan_id) REFERENCES archive.scan(id),
  FOREIGN KEY (scan_id, round, after) REFERENCES archive.reading(scan_id, round, turn),
  PRIMARY KEY (scan_id, round, turn),
  UNIQUE (scan_id, round, by)
);
alter table archive.reading enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_reading for all using (EXISTS ( SELECT
   FROM archive.scan
  WHERE ((scan.id = reading.scan_id) AND ((reading.by = platform.actor()) OR (scan.state = ANY (ARRAY['disagreed'::text, 'agreed'::text, 'entered'::text])))))) with check ((by = platform.actor()) AND (EXISTS ( SELECT
   FROM archive.scan
  WHERE ((scan.id = reading.scan_id) AND (scan.round = reading.round) AND (scan.state = ANY (ARRAY['unread'::text, 'readOnce'::text]))))));
create policy social_assistance_only as restrictive for all using platform.sees_area('socialAssistance'::text);
grant insert, select to an_sinh_app;

-- Who opened a scan to be read again after a round, and why; the readings of that round stay
create table archive.reopening (
  scan_id bigint not null,
  round integer not null,
  reason text not null,
  was text not null,
  by text default platform.actor() not null,
  reopened_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((reason ~ '\S'::text)),
  CHECK ((round > 0)),
  CHECK ((was = ANY (ARRAY['agreed'::text, 'setAside'::text]))),
  FOREIGN KEY (scan_id) REFERENCES archive.scan(id),
  PRIMARY KEY (scan_id, round)
);
alter table archive.reopening enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_scan for all using (EXISTS ( SELECT
   FROM archive.scan
  WHERE ((scan.id = reopening.scan_id) AND ((scan.state <> 'readOnce'::text) OR (reopening.by = platform.actor()))))) with check ((by = platform.actor()) AND (EXISTS ( SELECT
   FROM archive.scan
  WHERE ((scan.id = reopening.scan_id) AND (scan.round = reopening.round) AND (scan.state = reopening.was)))));
create policy social_assistance_only as restrictive for all using platform.sees_area('socialAssistance'::text);
grant select to an_sinh_app;

-- One file of paper: a photo, a scan or a PDF; the file itself is kept by its hash
create table archive.scan (
  id bigint generated always as identity not null,
  batch_id bigint not null,
  ordinal integer not null,
  unit_uid text,
  book_id bigint,
  number_from integer,
  number_to integer,
  sha256 text not null,
  type text not null,
  bytes bigint not null,
  file_name text not null,
  state text default 'waiting'::text not null,
  because text,
  form text,
  pages integer,
  received_by text default platform.actor() not null,
  received_at timestamp with time zone default now() not null,
  round integer default 1 not null,
  turns jsonb default '{}'::jsonb not null,
  beyond_because text,
  CHECK ((beyond_because <> ''::text)),
  CHECK ((bytes > 0)),
  CHECK ((((number_from IS NULL) = (number_to IS NULL)) AND (number_from <= number_to))),
  CHECK ((form = ANY (ARRAY['application'::text, 'disabilityCertificate'::text, 'decision'::text, 'identityCard'::text]))),
  CHECK ((pages > 0)),
  CHECK ((round > 0)),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'unread'::text, 'readOnce'::text, 'disagreed'::text, 'agreed'::text, 'entered'::text, 'setAside'::text, 'failed'::text]))),
  FOREIGN KEY (batch_id) REFERENCES archive.batch(id),
  FOREIGN KEY (book_id) REFERENCES archive.book(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id),
  UNIQUE (batch_id, ordinal),
  UNIQUE NULLS NOT DISTINCT (unit_uid, sha256)
);
CREATE INDEX scan_book_id_number_from_idx ON archive.scan USING btree (book_id, number_from);
CREATE INDEX scan_state_id_idx ON archive.scan USING btree (state, id);
alter table archive.scan enable row level security;
create policy begins_waiting as restrictive for insert with check (state = 'waiting'::text);
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid);
create policy social_assistance_reads as restrictive for update using platform.sees_area('socialAssistance'::text);
grant insert, select to an_sinh_app;

-- What somebody says stands on the paper where two readings differ: a third officer settles it, or both readers agree
create table archive.vote (
  scan_id bigint not null,
  field text not null,
  by text default platform.actor() not null,
  written text not null,
  compared text not null,
  voted_at timestamp with time zone default clock_timestamp() not null,
  round integer default 1 not null,
  FOREIGN KEY (scan_id) REFERENCES archive.scan(id),
  PRIMARY KEY (scan_id, round, field, by)
);
alter table archive.vote enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_vote for all using (EXISTS ( SELECT
   FROM archive.scan
  WHERE ((scan.id = vote.scan_id) AND ((vote.by = platform.actor()) OR (scan.state = ANY (ARRAY['disagreed'::text, 'agreed'::text, 'entered'::text])))))) with check ((by = platform.actor()) AND (EXISTS ( SELECT
   FROM archive.scan
  WHERE ((scan.id = vote.scan_id) AND (scan.round = vote.round) AND (scan.state = 'disagreed'::text)))));
create policy own_words as restrictive for update using (by = platform.actor());
create policy social_assistance_only as restrictive for all using platform.sees_area('socialAssistance'::text);
grant insert, select, update to an_sinh_app;

-- What a person has asked for, and when it was answered: the statutory clock runs between the two
create table awards.application (
  id bigint generated always as identity not null,
  person_id bigint not null,
  benefit text not null,
  received_on date not null,
  decided_on date,
  outcome text,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((decided_on >= received_on)),
  CHECK (((decided_on IS NULL) = (outcome IS NULL))),
  CHECK ((outcome = ANY (ARRAY['granted'::text, 'refused'::text, 'withdrawn'::text]))),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  PRIMARY KEY (id),
  UNIQUE (person_id, benefit, received_on)
);
CREATE INDEX application_received_on_idx ON awards.application USING btree (received_on) WHERE (decided_on IS NULL);
alter table awards.application enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = application.person_id))));
grant insert, select to an_sinh_app;

-- A monthly benefit as it is recorded and paid: whole months, đồng a month; never edited, only ended
create table awards.award (
  id bigint generated always as identity not null,
  person_id bigint not null,
  benefit text not null,
  category text not null,
  coefficient_tenths integer,
  amount_dong bigint not null,
  valid daterange not null,
  decision_number text,
  signed_on date,
  payee text,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  paid_by text,
  CHECK ((amount_dong > 0)),
  CHECK ((coefficient_tenths > 0)),
  CHECK (((NOT isempty(valid)) AND (EXTRACT(day FROM lower(valid)) = (1)::numeric) AND (COALESCE(EXTRACT(day FROM upper(valid)), (1)::numeric) = (1)::numeric))),
  FOREIGN KEY (paid_by) REFERENCES registry.unit(uid),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  PRIMARY KEY (id),
  UNIQUE (person_id, benefit, category, valid WITHOUT OVERLAPS)
);
CREATE INDEX award_person_id_idx ON awards.award USING btree (person_id);
alter table awards.award enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = award.person_id))));
grant delete, insert, select to an_sinh_app;

-- Awards as they were recorded before they were ended or withdrawn; written by the database itself
create table awards.award_before (
  award_id bigint not null,
  person_id bigint not null,
  benefit text not null,
  category text not null,
  coefficient_tenths integer,
  amount_dong bigint not null,
  valid daterange not null,
  decision_number text,
  signed_on date,
  payee text,
  paid_by text,
  origin text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone default now() not null
);
CREATE INDEX award_before_award_id_idx ON awards.award_before USING btree (award_id);
CREATE INDEX award_before_person_id_idx ON awards.award_before USING btree (person_id);
alter table awards.award_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = award_before.person_id))));
grant select to an_sinh_app;

-- An award that one officer proposes from a paper and another decides; decided once and for good
create table awards.award_request (
  id bigint generated always as identity not null,
  person_id bigint not null,
  benefit text not null,
  category text not null,
  coefficient_tenths integer,
  amount_dong bigint not null,
  from_month date not null,
  to_month date,
  decision_number text,
  signed_on date,
  payee text,
  origin text not null,
  base jsonb not null,
  proposed_by text default platform.actor() not null,
  proposed_at timestamp with time zone default clock_timestamp() not null,
  state text default 'proposed'::text not null,
  decided_by text,
  decided_at timestamp with time zone,
  decided_because text,
  CHECK ((amount_dong > 0)),
  CHECK (((to_month >= from_month) AND (EXTRACT(day FROM to_month) = (1)::numeric))),
  CHECK ((((state = 'proposed'::text) = (decided_by IS NULL)) AND ((state = 'proposed'::text) = (decided_at IS NULL)))),
  CHECK (((state <> 'approved'::text) OR (decided_by <> proposed_by))),
  CHECK (((state <> 'withdrawn'::text) OR (decided_by = proposed_by))),
  CHECK ((coefficient_tenths > 0)),
  CHECK ((EXTRACT(day FROM from_month) = (1)::numeric)),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  PRIMARY KEY (id)
);
CREATE INDEX award_request_person_id_idx ON awards.award_request USING btree (person_id);
CREATE UNIQUE INDEX award_request_origin_idx ON awards.award_request USING btree (origin) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text]));
alter table awards.award_request enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_name as restrictive for insert with check (proposed_by = platform.actor());
create policy own_person for all using (platform.sees_area('socialAssistance'::text) AND (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = award_request.person_id)))));
grant select to an_sinh_app;

-- What each record looked like when it was last compared: whoever differs is compared again at night
create table deduplication.compared (
  person_id bigint not null,
  digest bigint not null,
  FOREIGN KEY (person_id) REFERENCES registry.person(id) ON DELETE CASCADE,
  PRIMARY KEY (person_id)
);
alter table deduplication.compared enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy province for all using platform.sees_unit(NULL::text);
grant delete, insert, select, update to an_sinh_app;

-- What likeness is worth, as it was trained: frozen, named by every pair that it weighed
create table deduplication.model (
  version text not null,
  model jsonb not null,
  converged boolean not null,
  settings_digest text not null,
  people bigint not null,
  in_use boolean not null,
  trained_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((converged OR (NOT in_use))),
  CHECK ((people >= 0)),
  PRIMARY KEY (version)
);
CREATE UNIQUE INDEX model_in_use_idx ON deduplication.model USING btree (in_use) WHERE in_use;
alter table deduplication.model enable row level security;
create policy everybody_reads for select using true;
create policy province_writes for all using (platform.sees_unit(NULL::text) AND platform.may_change());
grant insert, select to an_sinh_app;

-- Two records that look like one person: what the machine saw, and what an officer decided
create table deduplication.pair (
  id bigint generated always as identity not null,
  record_a bigint not null,
  record_b bigint not null,
  unit_a text,
  unit_b text,
  weight real not null,
  probability real not null,
  levels jsonb not null,
  model_version text not null,
  first_run bigint not null,
  last_run bigint not null,
  cluster bigint,
  both_paid boolean not null,
  two_numbers boolean not null,
  basis text not null,
  state text default 'waiting'::text not null,
  came_back boolean default false not null,
  decided_by text,
  decided_at timestamp with time zone,
  decided_because text,
  link_id bigint,
  decided_name text,
  term_frequencies jsonb default '{}'::jsonb not null,
  comes_first boolean generated always as ((both_paid AND (weight >= (0)::double precision))) not null,
  CHECK ((record_a < record_b)),
  CHECK (((state = 'waiting'::text) OR (num_nulls(decided_by, decided_at) = 0))),
  CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision))),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'linked'::text, 'different'::text, 'setAside'::text]))),
  FOREIGN KEY (first_run) REFERENCES deduplication.run(id),
  FOREIGN KEY (last_run) REFERENCES deduplication.run(id),
  FOREIGN KEY (link_id) REFERENCES registry.link(id),
  FOREIGN KEY (model_version) REFERENCES deduplication.model(version),
  FOREIGN KEY (record_a) REFERENCES registry.person(id) ON DELETE CASCADE,
  FOREIGN KEY (record_b) REFERENCES registry.person(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (record_a, record_b)
);
CREATE INDEX pair_cluster_idx ON deduplication.pair USING btree (cluster) WHERE (state = 'waiting'::text);
CREATE INDEX pair_decided_at_idx ON deduplication.pair USING btree (decided_at DESC) WHERE (state <> 'waiting'::text);
CREATE INDEX pair_other_unit ON deduplication.pair USING btree (unit_b, state);
CREATE INDEX pair_queue ON deduplication.pair USING btree (state, comes_first, weight, id) INCLUDE (both_paid, two_numbers, came_back, unit_a, unit_b, record_a, record_b);
CREATE INDEX pair_queue_of_unit ON deduplication.pair USING btree (unit_a, unit_b, state, comes_first, weight, id) INCLUDE (both_paid, two_numbers, came_back, record_a, record_b);
CREATE INDEX pair_record_b_idx ON deduplication.pair USING btree (record_b);
alter table deduplication.pair enable row level security;
create policy both_records for all using (platform.sees_unit(NULL::text) OR (platform.sees_unit(unit_a) AND platform.sees_unit(unit_b) AND (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = pair.record_a))) AND (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = pair.record_b)))));
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy waiting_only as restrictive for delete using (state = 'waiting'::text);
grant delete, insert, select to an_sinh_app;

-- One search for people recorded twice: everyone against everyone, or what changed against all
create table deduplication.run (
  id bigint generated always as identity not null,
  mode text not null,
  model_version text not null,
  people bigint not null,
  compared bigint not null,
  waiting bigint not null,
  conflicts bigint not null,
  took_ms integer not null,
  finished_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((mode = ANY (ARRAY['full'::text, 'new'::text]))),
  CHECK ((took_ms >= 0)),
  FOREIGN KEY (model_version) REFERENCES deduplication.model(version),
  PRIMARY KEY (id)
);
alter table deduplication.run enable row level security;
create policy everybody_reads for select using true;
create policy province_writes for all using (platform.sees_unit(NULL::text) AND platform.may_change());
grant insert, select to an_sinh_app;

-- How many pairs there are of each kind, kept by every change of pairs: the queue says so without counting
create table deduplication.tally (
  unit_uid text,
  state text not null,
  "least" smallint not null,
  both_paid boolean not null,
  two_numbers boolean not null,
  came_back boolean not null,
  pairs bigint not null,
  UNIQUE NULLS NOT DISTINCT (unit_uid, state, "least", both_paid, two_numbers, came_back)
);
alter table deduplication.tally enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid);
grant insert, select, update to an_sinh_app;

-- Acts by the key they were sent with: sent again they are answered as the first time
create table directives.act (
  actor text default platform.actor() not null,
  key text not null,
  kind text not null,
  body jsonb not null,
  outcome jsonb not null,
  CHECK ((key <> ''::text)),
  PRIMARY KEY (actor, key)
);
alter table directives.act enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy erased_with_its_directive for all using ((CURRENT_USER <> 'an_sinh_app'::name) AND directives.is_clerk());
create policy own_acts for all using (actor = platform.actor());
grant insert, select to an_sinh_app;

-- The weekly briefing of the leaders, an unsigned draft: its figures, and its files by their content
create table directives.briefing (
  id bigint generated always as identity not null,
  week_on date not null,
  told_on date not null,
  figures jsonb not null,
  pdf_sha256 text not null,
  docx_sha256 text not null,
  made_by text default platform.actor() not null,
  made_at timestamp with time zone not null,
  CHECK (((told_on >= week_on) AND (told_on <= (week_on + 6)))),
  CHECK ((docx_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((pdf_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((EXTRACT(isodow FROM week_on) = (1)::numeric)),
  PRIMARY KEY (id)
);
CREATE INDEX briefing_told_on_id_idx ON directives.briefing USING btree (told_on DESC, id DESC);
alter table directives.briefing enable row level security;
create policy machine_writes for insert with check (directives.is_machine() AND platform.may_change());
create policy who_sees_all_reads for select using directives.reads_all();
grant insert, select to an_sinh_app;

-- A notice, plan or decision that gives tasks, with the text it was read from; a draft until a clerk hands its tasks out
create table directives.directive (
  id bigint generated always as identity not null,
  number text,
  kind text not null,
  title text,
  issued_on date,
  issued_by text,
  concluded_by_name text,
  concluded_by_title text,
  meeting_on date,
  meeting_with text,
  addressee text,
  byline text,
  inferred text[] default '{}'::text[] not null,
  inferred_from text,
  confirmed_by text,
  confirmed_at timestamp with time zone,
  state text default 'draft'::text not null,
  source_name text,
  source_sha256 text,
  parts jsonb not null,
  kept jsonb not null,
  article_slug text,
  version integer default 1 not null,
  entered_by text default platform.actor() not null,
  entered_at timestamp with time zone not null,
  handed_by text,
  handed_on date,
  read_as text,
  scan_confidence integer,
  CHECK ((((state = 'issued'::text) = (handed_by IS NOT NULL)) AND ((handed_by IS NULL) = (handed_on IS NULL)))),
  CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  CHECK (((state = 'draft'::text) OR (inferred = '{}'::text[]) OR (confirmed_by IS NOT NULL))),
  CHECK (((scan_confidence IS NULL) OR (read_as = 'scan'::text))),
  CHECK ((kind = ANY (ARRAY['conclusion-notice'::text, 'urgent-dispatch'::text, 'plan'::text, 'decision'::text, 'directive'::text, 'official-letter'::text, 'assignment'::text, 'other'::text]))),
  CHECK ((read_as = ANY (ARRAY['text'::text, 'docx'::text, 'pdf'::text, 'scan'::text]))),
  CHECK (((scan_confidence >= 0) AND (scan_confidence <= 100))),
  CHECK ((source_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text]))),
  PRIMARY KEY (id)
);
alter table directives.directive enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy clerks_change as restrictive for update using directives.is_clerk();
create policy clerks_enter as restrictive for insert with check directives.is_clerk();
create policy parties_see for all using (directives.reads_all() OR ((state = 'issued'::text) AND (((article_slug IS NOT NULL) AND (platform.actor() ~~ 'officer:%'::text)) OR (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.directive_id = directive.id))) OR (EXISTS ( SELECT
   FROM directives.proposal
  WHERE (proposal.directive_id = directive.id))))));
grant insert, select to an_sinh_app;

-- A task as the reader or a clerk proposes it, with the words it came from; joined, split or dropped it stays, and so does who decided
create table directives.draft (
  id bigint generated always as identity not null,
  directive_id bigint not null,
  "position" numeric not null,
  content jsonb not null,
  quotes jsonb not null,
  made_from bigint[] default '{}'::bigint[] not null,
  lead text,
  state text default 'proposed'::text not null,
  because text,
  version integer default 1 not null,
  decided_by text,
  decided_at timestamp with time zone,
  CHECK (((decided_by IS NULL) = (decided_at IS NULL))),
  CHECK (((state <> 'dropped'::text) OR (because <> ''::text))),
  CHECK ((jsonb_array_length(quotes) > 0)),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'joined'::text, 'split'::text, 'dropped'::text]))),
  FOREIGN KEY (directive_id) REFERENCES directives.directive(id),
  PRIMARY KEY (id)
);
CREATE INDEX draft_directive_id_position_idx ON directives.draft USING btree (directive_id, "position");
alter table directives.draft enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy clerks_change as restrictive for update using directives.is_clerk();
create policy clerks_enter as restrictive for insert with check directives.is_clerk();
create policy clerks_see for all using ( SELECT directives.reads_all() AS reads_all);
grant insert, select to an_sinh_app;

-- What happened to a directive, a draft or a task, by whom and when; written once, never changed
create table directives.event (
  id bigint generated always as identity not null,
  directive_id bigint,
  draft_id bigint,
  task_id bigint,
  kind text not null,
  party text,
  actor text default platform.actor() not null,
  at timestamp with time zone not null,
  details jsonb default '{}'::jsonb not null,
  FOREIGN KEY (directive_id) REFERENCES directives.directive(id),
  FOREIGN KEY (draft_id) REFERENCES directives.draft(id),
  FOREIGN KEY (task_id) REFERENCES directives.task(id),
  PRIMARY KEY (id)
);
CREATE INDEX event_directive_id_idx ON directives.event USING btree (directive_id);
CREATE INDEX event_task_id_idx ON directives.event USING btree (task_id);
alter table directives.event enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_name as restrictive for insert with check (actor = platform.actor());
create policy with_its_task for all using (( SELECT directives.reads_all() AS reads_all) OR ((task_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.id = event.task_id)))));
grant insert, select to an_sinh_app;

-- What shows that a task is done: a file by its content, a link, a note, or a metric as it was measured that day
create table directives.evidence (
  id bigint generated always as identity not null,
  task_id bigint not null,
  party text,
  kind text not null,
  title text not null,
  sha256 text,
  file_name text,
  media_type text,
  bytes bigint,
  href text,
  note text,
  metric jsonb,
  attached_by text default platform.actor() not null,
  attached_at timestamp with time zone not null,
  CHECK ((bytes > 0)),
  CHECK (((kind = 'file'::text) = ((sha256 IS NOT NULL) AND (file_name IS NOT NULL) AND (media_type IS NOT NULL) AND (bytes IS NOT NULL)))),
  CHECK (((kind = 'link'::text) = (href IS NOT NULL))),
  CHECK (((kind <> 'note'::text) OR (note <> ''::text))),
  CHECK (((kind = 'metric'::text) = (metric IS NOT NULL))),
  CHECK ((href ~ '^(https?://|/)'::text)),
  CHECK ((kind = ANY (ARRAY['file'::text, 'link'::text, 'note'::text, 'metric'::text]))),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((title <> ''::text)),
  FOREIGN KEY (task_id) REFERENCES directives.task(id),
  PRIMARY KEY (id)
);
CREATE INDEX evidence_task_id_idx ON directives.evidence USING btree (task_id);
alter table directives.evidence enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy with_its_task for all using (( SELECT directives.reads_all() AS reads_all) OR (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.id = evidence.task_id))));
grant insert, select to an_sinh_app;

-- More time asked for a task by its lead and granted or refused by its receiver; due_on is the day it had
create table directives.extension (
  id bigint generated always as identity not null,
  task_id bigint not null,
  party text,
  reason text not null,
  due_on date not null,
  wanted_on date not null,
  asked_by text default platform.actor() not null,
  asked_at timestamp with time zone not null,
  state text default 'asked'::text not null,
  granted_on date,
  because text,
  decided_by text,
  decided_at timestamp with time zone,
  CHECK ((wanted_on > due_on)),
  CHECK ((granted_on > due_on)),
  CHECK ((((state = 'asked'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  CHECK (((state = 'granted'::text) = (granted_on IS NOT NULL))),
  CHECK (((state <> 'refused'::text) OR (because <> ''::text))),
  CHECK ((decided_by IS DISTINCT FROM asked_by)),
  CHECK ((reason <> ''::text)),
  CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text]))),
  FOREIGN KEY (task_id) REFERENCES directives.task(id),
  PRIMARY KEY (id)
);
CREATE INDEX extension_task_id_idx1 ON directives.extension USING btree (task_id);
CREATE UNIQUE INDEX extension_task_id_idx ON directives.extension USING btree (task_id) WHERE (state = 'asked'::text);
alter table directives.extension enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy receiver_decides as restrictive for update using (directives.is_machine() OR (EXISTS ( SELECT
   FROM directives.task
  WHERE ((task.id = extension.task_id) AND directives.receives(task.lead, task.receiver, extension.asked_by)))));
create policy with_its_task for all using (( SELECT directives.reads_all() AS reads_all) OR (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.id = extension.task_id))));
grant insert, select to an_sinh_app;

-- Who holds a task since when until when: one at a time; the last has no end while the task is open
create table directives.holding (
  task_id bigint not null,
  party text,
  holder_name text not null,
  because text not null,
  held tstzrange not null,
  CHECK ((because = ANY (ARRAY['handed'::text, 'saidDone'::text, 'returned'::text, 'handedOver'::text, 'done'::text, 'withdrawn'::text]))),
  CHECK ((NOT isempty(held))),
  FOREIGN KEY (task_id) REFERENCES directives.task(id),
  PRIMARY KEY (task_id, held WITHOUT OVERLAPS)
);
alter table directives.holding enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy with_its_task for all using (( SELECT directives.reads_all() AS reads_all) OR (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.id = holding.task_id))));
grant insert, select to an_sinh_app;

-- Where an officer wants reminders by letter, in which language, and whether: their own choice, leaders' too
create table directives.letter_choice (
  officer_id text not null,
  address text not null,
  lang text not null,
  is_wanted boolean not null,
  told_up_to bigint not null,
  letter_on date,
  changed_at timestamp with time zone not null,
  CHECK (((address ~ '^[^[:space:]@<>,;"]+@[^[:space:]@<>,;"]+$'::text) AND (char_length(address) <= 100))),
  CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text]))),
  FOREIGN KEY (officer_id) REFERENCES platform.officer(user_id) ON DELETE CASCADE,
  PRIMARY KEY (officer_id)
);
alter table directives.letter_choice enable row level security;
create policy own_choice for all using (directives.is_machine() OR (platform.actor() = ('officer:'::text || officer_id)));
grant insert, select to an_sinh_app;

-- An opinion asked of another agency on a clock of its own; no answer by its day is silence, which is no agreement
create table directives.opinion (
  id bigint generated always as identity not null,
  task_id bigint not null,
  party text not null,
  asked_party text,
  question text not null,
  asked_by text default platform.actor() not null,
  asked_at timestamp with time zone not null,
  asked_on date not null,
  working_days integer not null,
  due_on date not null,
  stance text,
  answer text,
  answered_by text,
  answered_on date,
  CHECK ((due_on > asked_on)),
  CHECK ((((stance IS NULL) = (answer IS NULL)) AND ((stance IS NULL) = (answered_by IS NULL)) AND ((stance IS NULL) = (answered_on IS NULL)))),
  CHECK ((question <> ''::text)),
  CHECK ((stance = ANY (ARRAY['agrees'::text, 'agreesWithRemarks'::text, 'disagrees'::text, 'notConcerned'::text]))),
  CHECK (((working_days >= 2) AND (working_days <= 5))),
  FOREIGN KEY (task_id) REFERENCES directives.task(id),
  PRIMARY KEY (id)
);
CREATE INDEX opinion_party_idx ON directives.opinion USING btree (party) WHERE (stance IS NULL);
CREATE INDEX opinion_task_id_idx ON directives.opinion USING btree (task_id);
alter table directives.opinion enable row level security;
create policy asked_answers as restrictive for update using (directives.is_machine() OR (party = ANY (directives.parties())));
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy with_its_task for all using (( SELECT directives.reads_all() AS reads_all) OR (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.id = opinion.task_id))));
grant insert, select to an_sinh_app;

-- One proposal of an agency, handed to another to settle, with its day and its answer
create table directives.proposal (
  id bigint generated always as identity not null,
  directive_id bigint not null,
  task_id bigint not null,
  proposer text,
  content text not null,
  party text not null,
  due_on date,
  handed_by text default platform.actor() not null,
  handed_at timestamp with time zone not null,
  handed_on date not null,
  outcome text,
  answer text,
  answered_by text,
  answered_on date,
  CHECK ((((outcome IS NULL) = (answer IS NULL)) AND ((outcome IS NULL) = (answered_by IS NULL)) AND ((outcome IS NULL) = (answered_on IS NULL)))),
  CHECK (((due_on IS NULL) OR (due_on >= handed_on))),
  CHECK ((content <> ''::text)),
  CHECK ((outcome = ANY (ARRAY['accepted'::text, 'partly'::text, 'refused'::text, 'forwarded'::text]))),
  FOREIGN KEY (directive_id) REFERENCES directives.directive(id),
  FOREIGN KEY (task_id) REFERENCES directives.task(id),
  PRIMARY KEY (id)
);
CREATE INDEX proposal_party_idx ON directives.proposal USING btree (party) WHERE (outcome IS NULL);
CREATE INDEX proposal_task_id_idx ON directives.proposal USING btree (task_id);
alter table directives.proposal enable row level security;
create policy asked_answers as restrictive for update using (directives.is_machine() OR (party = ANY (directives.parties())));
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy parties_see for all using (directives.reads_all() OR (party = ANY (directives.parties())) OR (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.id = proposal.task_id))));
grant insert, select to an_sinh_app;

-- A reminder that went out: of what day, when it was due and when it went, to whom; once and never again
create table directives.reminder (
  id bigint generated always as identity not null,
  task_id bigint not null,
  opinion_id bigint,
  proposal_id bigint,
  kind text not null,
  party text not null,
  about_on date not null,
  for_on date not null,
  fired_on date not null,
  run_id bigint not null,
  CHECK ((fired_on >= for_on)),
  CHECK ((kind = ANY (ARRAY['half'::text, 'fourFifths'::text, 'threeDays'::text, 'oneDay'::text, 'dueDay'::text, 'late'::text, 'escalated'::text, 'toConfirm'::text]))),
  FOREIGN KEY (opinion_id) REFERENCES directives.opinion(id),
  FOREIGN KEY (proposal_id) REFERENCES directives.proposal(id),
  FOREIGN KEY (run_id) REFERENCES directives.reminder_run(id),
  FOREIGN KEY (task_id) REFERENCES directives.task(id),
  PRIMARY KEY (id),
  UNIQUE NULLS NOT DISTINCT (task_id, opinion_id, proposal_id, kind, about_on, party)
);
CREATE INDEX reminder_party_fired_on_idx ON directives.reminder USING btree (party, fired_on DESC);
CREATE INDEX reminder_task_id_idx ON directives.reminder USING btree (task_id);
alter table directives.reminder enable row level security;
create policy changers_add as restrictive for insert with check ( SELECT platform.may_change() AS may_change);
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy machine_reminds as restrictive for insert with check ( SELECT directives.is_machine() AS is_machine);
create policy with_its_task for all using (( SELECT directives.reads_all() AS reads_all) OR (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.id = reminder.task_id))));
grant insert, select to an_sinh_app;

-- Each time reminders were looked for: at how many tasks, how many went out, how many tasks that recur were made
create table directives.reminder_run (
  id bigint generated always as identity not null,
  today date not null,
  ran_at timestamp with time zone not null,
  tasks integer not null,
  fired integer not null,
  occurrences integer not null,
  PRIMARY KEY (id)
);
alter table directives.reminder_run enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy clerks_see for all using directives.reads_all();
create policy machine_runs as restrictive for insert with check directives.is_machine();
grant insert, select to an_sinh_app;

-- What an agency says of its task: words, and a figure that is reported, never measured
create table directives.report (
  id bigint generated always as identity not null,
  task_id bigint not null,
  party text,
  progress text not null,
  percent integer,
  metric text,
  figure numeric,
  figure_on date,
  reported_by text default platform.actor() not null,
  reported_at timestamp with time zone not null,
  CHECK ((((metric IS NULL) = (figure IS NULL)) AND ((figure IS NULL) = (figure_on IS NULL)))),
  CHECK (((percent >= 0) AND (percent <= 100))),
  CHECK ((progress <> ''::text)),
  FOREIGN KEY (task_id) REFERENCES directives.task(id),
  PRIMARY KEY (id)
);
CREATE INDEX report_task_id_idx ON directives.report USING btree (task_id);
alter table directives.report enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy with_its_task for all using (( SELECT directives.reads_all() AS reads_all) OR (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.id = report.task_id))));
grant insert, select to an_sinh_app;

-- What one agency is to do, by when; a part of a larger task names it as parent. Its state and colour are computed from its days
create table directives.task (
  id bigint generated always as identity not null,
  directive_id bigint not null,
  parent_id bigint,
  draft_id bigint,
  number text not null,
  does text not null,
  kind text not null,
  areas text[] not null,
  lead text,
  lead_name text not null,
  cooperating jsonb default '[]'::jsonb not null,
  receiver text not null,
  reports_to text,
  parties text[] not null,
  handed_on date not null,
  due_on date,
  original_due_on date,
  due_set_on date,
  near_from_on date,
  recurs text,
  recurs_until date,
  occurs_on date,
  product text,
  cites text[] default '{}'::text[] not null,
  targets jsonb default '[]'::jsonb not null,
  quotes jsonb default '[]'::jsonb not null,
  state text default 'open'::text not null,
  said_done_on date,
  said_done_by text,
  confirmed_on date,
  confirmed_by text,
  version integer default 1 not null,
  words text default ''::text not null,
  CHECK ((lead IS DISTINCT FROM receiver)),
  CHECK ((((due_on IS NULL) = (original_due_on IS NULL)) AND ((due_on IS NULL) = (due_set_on IS NULL)) AND ((due_on IS NULL) = (near_from_on IS NULL)))),
  CHECK (((state = ANY (ARRAY['saidDone'::text, 'done'::text])) = (said_done_on IS NOT NULL))),
  CHECK ((((state = 'done'::text) = (confirmed_on IS NOT NULL)) AND ((state = 'done'::text) = (confirmed_by IS NOT NULL)))),
  CHECK (((parent_id IS NULL) OR (parent_id <> id))),
  CHECK (((lead IS NULL) OR (lead = ANY (parties)))),
  CHECK ((does <> ''::text)),
  CHECK ((kind = ANY (ARRAY['task'::text, 'principle'::text, 'proposal'::text]))),
  CHECK ((recurs = ANY (ARRAY['weekly'::text, 'monthly'::text, 'quarterly'::text, 'half-yearly'::text, 'yearly'::text, 'ongoing'::text]))),
  CHECK ((state = ANY (ARRAY['open'::text, 'saidDone'::text, 'done'::text, 'withdrawn'::text]))),
  FOREIGN KEY (directive_id) REFERENCES directives.directive(id),
  FOREIGN KEY (draft_id) REFERENCES directives.draft(id),
  FOREIGN KEY (parent_id) REFERENCES directives.task(id),
  PRIMARY KEY (id),
  UNIQUE (directive_id, number),
  UNIQUE (parent_id, occurs_on)
);
CREATE INDEX task_due_on_idx ON directives.task USING btree (due_on) WHERE (state = 'open'::text);
CREATE INDEX task_parent_id_idx ON directives.task USING btree (parent_id);
CREATE INDEX task_parties_idx ON directives.task USING gin (parties);
alter table directives.task enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy parties_see for all using (( SELECT directives.reads_all() AS reads_all) OR (parties && ( SELECT directives.parties() AS parties)));
grant insert, select to an_sinh_app;

-- Which metric shows how far a task is, from what baseline to what goal by when
create table directives.task_metric (
  id bigint generated always as identity not null,
  task_id bigint not null,
  metric text not null,
  unit_uid text,
  baseline numeric,
  baseline_on date,
  goal numeric,
  goal_on date,
  linked_by text default platform.actor() not null,
  linked_at timestamp with time zone not null,
  unlinked_by text,
  unlinked_at timestamp with time zone,
  CHECK (((unlinked_by IS NULL) = (unlinked_at IS NULL))),
  CHECK (((baseline IS NULL) OR (baseline_on IS NOT NULL))),
  CHECK (((goal_on IS NULL) OR (goal IS NOT NULL))),
  CHECK ((metric <> ''::text)),
  FOREIGN KEY (task_id) REFERENCES directives.task(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX task_metric_task_id_metric_coalesce_idx ON directives.task_metric USING btree (task_id, metric, COALESCE(unit_uid, ''::text)) WHERE (unlinked_at IS NULL);
alter table directives.task_metric enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy with_its_task for all using (( SELECT directives.reads_all() AS reads_all) OR (EXISTS ( SELECT
   FROM directives.task
  WHERE (task.id = task_metric.task_id))));
grant insert, select to an_sinh_app;

-- What was done with each message, by whom and when: the chain its sender is shown, and never changed
create table feedback.act (
  id bigint generated always as identity not null,
  message_id uuid not null,
  act text not null,
  at timestamp with time zone not null,
  done_by text default platform.actor() not null,
  by_agency text default platform.agency(),
  by_unit_uid text default NULLIF(NULLIF(current_setting('app.scope'::text, true), ''::text), 'province'::text),
  details jsonb default '{}'::jsonb not null,
  key text,
  path text not null,
  CHECK ((act = ANY (ARRAY['receive'::text, 'classify'::text, 'send'::text, 'take'::text, 'answer'::text, 'returnAnswer'::text, 'approve'::text, 'close'::text, 'restrict'::text, 'release'::text, 'join'::text, 'unjoin'::text, 'escalate'::text, 'reopen'::text, 'rate'::text, 'publish'::text, 'unpublish'::text, 'withdrawConsent'::text, 'refer'::text, 'accept'::text, 'extend'::text]))),
  CHECK ((path = ANY (ARRAY['open'::text, 'denunciation'::text, 'child'::text]))),
  FOREIGN KEY (message_id) REFERENCES feedback.message(id),
  PRIMARY KEY (id),
  UNIQUE (key)
);
CREATE INDEX act_message_id_id_idx ON feedback.act USING btree (message_id, id);
alter table feedback.act enable row level security;
create policy acts_read for select using (pg_trigger_depth() > 0);
create policy handlers_act for insert with check (platform.may_change() AND (done_by = platform.actor()) AND (act <> ALL (ARRAY['receive'::text, 'reopen'::text, 'rate'::text, 'withdrawConsent'::text])) AND (EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = act.message_id))));
create policy of_message for select using ((EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = act.message_id))) AND ((path = 'open'::text) OR (act = 'receive'::text) OR (platform.actor() = 'citizen'::text) OR feedback.sees_reserved(path)));
create policy senders_act for insert with check ((platform.actor() = 'citizen'::text) AND (done_by = 'citizen'::text) AND (act = ANY (ARRAY['receive'::text, 'reopen'::text, 'rate'::text, 'withdrawConsent'::text])) AND (EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = act.message_id))));
grant insert, select to an_sinh_app;

-- The key of the day for hashing addresses; older keys are deleted, and with them the way back
create table feedback.address_key (
  day date not null,
  key bytea not null,
  PRIMARY KEY (day)
);
grant delete, insert, select to an_sinh_app;

-- What each address did in the last minutes, to slow down floods
create table feedback.attempt (
  address_hash bytea not null,
  action text not null,
  at timestamp with time zone not null,
  CHECK ((action = ANY (ARRAY['feedback'::text, 'challenge'::text, 'lookup'::text, 'follow'::text])))
);
CREATE INDEX attempt_address_hash_action_at_idx ON feedback.attempt USING btree (address_hash, action, at);
CREATE INDEX attempt_at_idx ON feedback.attempt USING btree (at);
grant delete, insert, select to an_sinh_app;

-- Telephone calls to make about a public step, ticked when made
create table feedback.calling (
  id bigint generated always as identity not null,
  message_id uuid not null,
  act_id bigint not null,
  contact text not null,
  told_by text,
  told_at timestamp with time zone,
  CHECK (((told_by IS NULL) = (told_at IS NULL))),
  FOREIGN KEY (act_id) REFERENCES feedback.act(id),
  FOREIGN KEY (message_id) REFERENCES feedback.message(id),
  PRIMARY KEY (id),
  UNIQUE (act_id, contact)
);
CREATE INDEX calling_message_id_idx ON feedback.calling USING btree (message_id);
alter table feedback.calling enable row level security;
create policy by_acts for all using (pg_trigger_depth() > 0);
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy of_message for all using ((platform.actor() <> 'citizen'::text) AND (EXISTS ( SELECT
   FROM feedback.act
  WHERE (act.id = calling.act_id))));
grant insert, select to an_sinh_app;

-- Proofs asked of a visitor before feedback is taken: single use, ten minutes, answers kept as hashes
create table feedback.challenge (
  id uuid not null,
  kind text not null,
  answer_hash bytea,
  work_key text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  content_hash bytea,
  receipt_code text,
  CHECK ((expires_at > created_at)),
  CHECK ((((kind = 'work'::text) = (work_key IS NOT NULL)) AND ((kind = 'work'::text) = (answer_hash IS NULL)))),
  CHECK (((receipt_code IS NULL) = (content_hash IS NULL))),
  CHECK ((kind = ANY (ARRAY['image'::text, 'question'::text, 'work'::text]))),
  PRIMARY KEY (id)
);
CREATE INDEX challenge_expires_at_idx ON feedback.challenge USING btree (expires_at);
grant delete, insert, select, update to an_sinh_app;

-- Each time the clocks were looked at: how many ran and how many were raised a level
create table feedback.clock_run (
  on_day date not null,
  path text not null,
  looked integer not null,
  escalated integer not null,
  at timestamp with time zone not null,
  id bigint generated always as identity not null,
  CHECK ((escalated >= 0)),
  CHECK ((looked >= 0)),
  CHECK ((path = ANY (ARRAY['open'::text, 'denunciation'::text, 'child'::text]))),
  PRIMARY KEY (id)
);
alter table feedback.clock_run enable row level security;
create policy machine_writes for insert with check (platform.actor() ~~ 'system:%'::text);
create policy officers_read for select using ((platform.actor() ~~ 'system:%'::text) OR ((current_setting('app.scope'::text, true) = 'province'::text) AND feedback.sees_path(path)));
grant insert, select to an_sinh_app;

-- Contacts that asked to be told of each public step of a message
create table feedback.follower (
  id bigint generated always as identity not null,
  message_id uuid not null,
  contact text not null,
  followed_at timestamp with time zone not null,
  CHECK (((char_length(contact) >= 5) AND (char_length(contact) <= 100))),
  FOREIGN KEY (message_id) REFERENCES feedback.message(id),
  PRIMARY KEY (id),
  UNIQUE (message_id, contact)
);
alter table feedback.follower enable row level security;
create policy citizens_follow for insert with check (CURRENT_USER <> 'an_sinh_app'::name);
create policy handlers_read for select using ((platform.actor() <> 'citizen'::text) AND (EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = follower.message_id))));
create policy known_already for select using ((current_setting('feedback.portal'::text, true) = 'yes'::text) AND (CURRENT_USER <> 'an_sinh_app'::name));
grant select to an_sinh_app;

-- Who held a message from when until when
create table feedback.holding (
  message_id uuid not null,
  agency text not null,
  unit_uid text,
  held tstzrange not null,
  CHECK ((NOT isempty(held))),
  FOREIGN KEY (message_id) REFERENCES feedback.message(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (message_id, held WITHOUT OVERLAPS)
);
alter table feedback.holding enable row level security;
create policy by_acts for all using (pg_trigger_depth() > 0);
create policy of_message for select using (EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = holding.message_id)));
grant select to an_sinh_app;

-- What citizens wrote: personal data, read by who handles it; changed by acts alone (feedback.act)
create table feedback.message (
  id uuid default uuidv7() not null,
  full_name text not null,
  title text not null,
  content text not null,
  contact text,
  page text not null,
  language text not null,
  received_at timestamp with time zone not null,
  address_hash bytea not null,
  state text default 'received'::text not null,
  place_uid text,
  place text,
  may_publish boolean default false not null,
  path text default 'open'::text not null,
  kind text,
  area text,
  agency text default 'provinceOffice'::text not null,
  unit_uid text,
  raised_agency text,
  earlier_agency text,
  earlier_unit_uid text,
  reopened_times integer default 0 not null,
  begun_on date not null,
  sent_on date,
  accepted_on date,
  answered_on date,
  due_on date,
  answer_due_on date,
  leading_id uuid,
  answer text,
  answered_by text,
  approved_by text,
  closed_because text,
  escalated_for date,
  instance text default 'first'::text not null,
  is_remote boolean default false not null,
  is_complex boolean default false not null,
  extended_times integer default 0 not null,
  ending text,
  said_path text,
  CHECK ((approved_by <> answered_by)),
  CHECK (((char_length(contact) >= 1) AND (char_length(contact) <= 100))),
  CHECK (((char_length(content) >= 10) AND (char_length(content) <= 2000))),
  CHECK (((char_length(full_name) >= 2) AND (char_length(full_name) <= 100))),
  CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  CHECK ((char_length(page) <= 200)),
  CHECK (((char_length(title) >= 3) AND (char_length(title) <= 200))),
  CHECK ((agency <> ''::text)),
  CHECK (((char_length(answer) >= 10) AND (char_length(answer) <= 5000))),
  CHECK ((area <> ''::text)),
  CHECK ((leading_id <> id)),
  CHECK ((ending <> ''::text)),
  CHECK (((extended_times >= 0) AND (extended_times <= 2))),
  CHECK ((instance = ANY (ARRAY['first'::text, 'second'::text]))),
  CHECK ((kind <> ''::text)),
  CHECK ((path = ANY (ARRAY['open'::text, 'denunciation'::text, 'child'::text]))),
  CHECK (((char_length(place) >= 1) AND (char_length(place) <= 200))),
  CHECK ((said_path = ANY (ARRAY['denunciation'::text, 'child'::text]))),
  CHECK ((state = ANY (ARRAY['received'::text, 'classified'::text, 'sent'::text, 'handling'::text, 'answered'::text, 'approved'::text, 'closed'::text]))),
  CHECK (((state <> 'closed'::text) OR (approved_by IS NOT NULL) OR (COALESCE(char_length(closed_because), 0) >= 10))),
  CHECK (((path = 'open'::text) OR (leading_id IS NULL))),
  FOREIGN KEY (leading_id) REFERENCES feedback.message(id),
  FOREIGN KEY (place_uid) REFERENCES registry.unit(uid),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id)
);
CREATE INDEX feedback_received_at_idx ON feedback.message USING btree (received_at DESC);
CREATE INDEX message_leading_id_idx ON feedback.message USING btree (leading_id) WHERE (leading_id IS NOT NULL);
CREATE INDEX message_state_due_on_idx ON feedback.message USING btree (state, due_on);
CREATE INDEX message_unit_uid_idx ON feedback.message USING btree (unit_uid) WHERE (unit_uid IS NOT NULL);
alter table feedback.message enable row level security;
create policy acts_change for update using (pg_trigger_depth() > 0);
create policy acts_read for select using (pg_trigger_depth() > 0);
create policy citizens_write for insert with check ((platform.actor() = 'citizen'::text) AND (state = 'received'::text));
create policy handlers_read for select using ((platform.actor() ~~ 'system:%'::text) OR ((platform.actor() ~~ 'officer:%'::text) AND (((path = 'open'::text) AND (feedback.sees_held(agency, unit_uid) OR (raised_agency = platform.agency())) AND ((NOT feedback.is_unread(state, kind)) OR feedback.shares_out())) OR ((path <> 'open'::text) AND (current_setting('app.scope'::text, true) = 'province'::text) AND feedback.sees_path(path)))));
create policy portal_counts for select using ((CURRENT_USER <> 'an_sinh_app'::name) AND (path = 'open'::text) AND (current_setting('feedback.sums'::text, true) =
CASE
    WHEN feedback.is_unread(state, kind) THEN 'unread'::text
    ELSE 'yes'::text
END));
create policy sender_reads for select using ((platform.actor() = 'citizen'::text) AND (id = ( SELECT receipt.message_id
   FROM feedback.receipt
  WHERE (receipt.code = feedback.shown_receipt()))));
grant insert, select to an_sinh_app;

-- The sender's picture, redrawn without a word about camera or place; for who handles the message
create table feedback.picture (
  message_id uuid not null,
  bytes bytea not null,
  width integer not null,
  height integer not null,
  CHECK ((length(bytes) <= 4194304)),
  CHECK ((height > 0)),
  CHECK ((width > 0)),
  FOREIGN KEY (message_id) REFERENCES feedback.message(id),
  PRIMARY KEY (message_id)
);
alter table feedback.picture enable row level security;
create policy citizens_write for insert with check ((platform.actor() = 'citizen'::text) AND (EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = picture.message_id))));
create policy handlers_read for select using ((platform.actor() <> 'citizen'::text) AND (EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = picture.message_id))));
grant insert, select to an_sinh_app;

-- Answers as everybody reads them: copies from which persons were struck out, approved by a second officer
create table feedback.published (
  id bigint generated always as identity not null,
  message_id uuid not null,
  title text not null,
  content text not null,
  answer text not null,
  area text,
  agency text not null,
  unit_uid text,
  received_on date not null,
  answered_on date not null,
  strikes jsonb not null,
  state text default 'proposed'::text not null,
  proposed_by text default platform.actor() not null,
  decided_by text,
  published_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  folded text default ''::text not null,
  CHECK (((state = 'withdrawn'::text) OR (decided_by <> proposed_by))),
  CHECK (((state = 'published'::text) = ((published_at IS NOT NULL) AND (withdrawn_at IS NULL)))),
  CHECK (((state = 'withdrawn'::text) = ((withdrawn_at IS NOT NULL) AND (withdrawn_because IS NOT NULL)))),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'published'::text, 'refused'::text, 'withdrawn'::text]))),
  CHECK (((char_length(withdrawn_because) >= 5) AND (char_length(withdrawn_because) <= 300))),
  FOREIGN KEY (message_id) REFERENCES feedback.message(id),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX published_published_at_idx ON feedback.published USING btree (published_at DESC) WHERE (state = 'published'::text);
CREATE UNIQUE INDEX one_copy_at_a_time ON feedback.published USING btree (message_id) WHERE (state = ANY (ARRAY['proposed'::text, 'published'::text]));
alter table feedback.published enable row level security;
create policy by_acts for all using (pg_trigger_depth() > 0);
create policy handlers_decide for update using (platform.may_change() AND (EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = published.message_id)))) with check platform.may_change();
create policy handlers_propose for insert with check (platform.may_change() AND (state = 'proposed'::text) AND (proposed_by = platform.actor()) AND (EXISTS ( SELECT
   FROM feedback.message
  WHERE ((message.id = published.message_id) AND (message.path = 'open'::text) AND message.may_publish))));
create policy of_message for select using (EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = published.message_id)));
create policy portal_reads for select using ((current_setting('feedback.portal'::text, true) = 'yes'::text) AND (CURRENT_USER <> 'an_sinh_app'::name));
grant insert, select to an_sinh_app;

-- How satisfied the sender was: the rater is kept secret (Decree 224/2026 art. 10.3.b), officers read sums alone
create table feedback.rating (
  message_id uuid not null,
  mark integer not null,
  comment text,
  agency text not null,
  unit_uid text,
  at timestamp with time zone not null,
  CHECK (((char_length(comment) >= 1) AND (char_length(comment) <= 500))),
  CHECK (((mark >= 1) AND (mark <= 5))),
  FOREIGN KEY (message_id) REFERENCES feedback.message(id),
  PRIMARY KEY (message_id)
);
alter table feedback.rating enable row level security;
create policy sender_rates for insert with check ((platform.actor() = 'citizen'::text) AND (EXISTS ( SELECT
   FROM feedback.message
  WHERE ((message.id = rating.message_id) AND (message.approved_by IS NOT NULL) AND (message.path = 'open'::text)))));
create policy sender_reads for select using ((platform.actor() = 'citizen'::text) AND (EXISTS ( SELECT
   FROM feedback.message
  WHERE (message.id = rating.message_id))));
create policy sums for select using ((current_setting('feedback.sums'::text, true) = 'yes'::text) AND (CURRENT_USER <> 'an_sinh_app'::name));
grant insert, select to an_sinh_app;

-- The code on the sender's receipt: whoever shows it sees that message as its sender
create table feedback.receipt (
  code text not null,
  message_id uuid not null,
  FOREIGN KEY (message_id) REFERENCES feedback.message(id),
  PRIMARY KEY (code),
  UNIQUE (message_id)
);
alter table feedback.receipt enable row level security;
create policy given for insert with check ((platform.actor() = 'citizen'::text) AND (code = feedback.shown_receipt()));
create policy shown for select using ((platform.actor() = 'citizen'::text) AND (code = feedback.shown_receipt()));
grant insert, select to an_sinh_app;

-- What is not right for a person in a month; closed when a later run no longer finds it
create table findings.finding (
  id bigint generated always as identity not null,
  person_id bigint not null,
  benefit text not null,
  kind text not null,
  month date not null,
  unit_uid text,
  law_low_dong bigint not null,
  law_high_dong bigint not null,
  recorded_dong bigint not null,
  difference_dong bigint not null,
  arrears_dong bigint default 0 not null,
  since_month date,
  due_on date,
  reasons jsonb not null,
  first_seen_run bigint not null,
  last_seen_run bigint not null,
  closed_run bigint,
  next_step jsonb,
  due_by text,
  CHECK ((law_high_dong >= law_low_dong)),
  CHECK ((due_by = ANY (ARRAY['list'::text, 'decision'::text]))),
  CHECK ((kind = ANY (ARRAY['missed'::text, 'undue'::text, 'underpaid'::text, 'overpaid'::text, 'late'::text, 'comingUp'::text, 'unknown'::text, 'duplicate'::text]))),
  CHECK ((law_low_dong >= 0)),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CHECK (((due_by IS NULL) OR (due_on IS NULL))),
  CHECK ((recorded_dong >= 0)),
  FOREIGN KEY (closed_run) REFERENCES findings.run(id),
  FOREIGN KEY (first_seen_run) REFERENCES findings.run(id),
  FOREIGN KEY (last_seen_run) REFERENCES findings.run(id),
  FOREIGN KEY (person_id) REFERENCES registry.person(id) ON DELETE CASCADE,
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id),
  UNIQUE (person_id, benefit, kind, month)
);
CREATE INDEX finding_month_kind_abs_idx ON findings.finding USING btree (month, kind, abs(difference_dong) DESC) WHERE (closed_run IS NULL);
CREATE INDEX finding_month_unit_uid_kind_idx ON findings.finding USING btree (month, unit_uid, kind) WHERE (closed_run IS NULL);
alter table findings.finding enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using (platform.sees_unit(NULL::text) OR (platform.sees_unit(unit_uid) AND (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = finding.person_id))))) with check platform.sees_unit(unit_uid);
grant insert, select, update to an_sinh_app;

-- What the three principles are computed from, by unit: numerators and denominators of one run
create table findings.measure (
  run_id bigint not null,
  unit_uid text not null,
  people bigint not null,
  recipients bigint not null,
  recipients_right bigint not null,
  entitled bigint not null,
  entitled_fully bigint not null,
  clocks bigint not null,
  clocks_kept bigint not null,
  CHECK (((recipients_right >= 0) AND (recipients_right <= recipients))),
  CHECK (((entitled_fully >= 0) AND (entitled_fully <= entitled))),
  CHECK (((clocks_kept >= 0) AND (clocks_kept <= clocks))),
  FOREIGN KEY (run_id) REFERENCES findings.run(id),
  PRIMARY KEY (run_id, unit_uid)
);
alter table findings.measure enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid) with check platform.sees_unit(unit_uid);
grant insert, select to an_sinh_app;

-- One sweep: the law over everyone, for a month, as known on a day
create table findings.run (
  id bigint generated always as identity not null,
  month date not null,
  known_on date not null,
  people bigint not null,
  counts jsonb not null,
  took_ms integer not null,
  finished_at timestamp with time zone default clock_timestamp() not null,
  mode text default 'whole'::text not null,
  judged bigint,
  because jsonb,
  seen pg_snapshot,
  law_digest text,
  next_review_on date,
  looked_to date,
  CHECK ((EXTRACT(day FROM looked_to) = (1)::numeric)),
  CHECK ((mode = ANY (ARRAY['whole'::text, 'changed'::text]))),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CHECK ((took_ms >= 0)),
  PRIMARY KEY (id)
);
CREATE INDEX run_month_id_idx ON findings.run USING btree (month, id DESC);
alter table findings.run enable row level security;
create policy everybody_reads for select using true;
create policy province_writes for all using (platform.sees_unit(NULL::text) AND platform.may_change());
grant insert, select to an_sinh_app;

-- How each person of a unit stood in the latest run of a month: numbers ascending, each sixteen times its distance from the one before plus four bits, in as few bytes as it needs
create table findings.standing (
  month date not null,
  unit_uid text not null,
  people bytea not null,
  CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  PRIMARY KEY (month, unit_uid)
);
alter table findings.standing enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid) with check platform.sees_unit(unit_uid);
grant delete, insert, select, update to an_sinh_app;

-- Whom the law will give more, less or something else by time alone in the first month out of sight, as of the latest run of a month
create table findings.turning (
  month date not null,
  person_id bigint not null,
  CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  PRIMARY KEY (month, person_id)
);
alter table findings.turning enable row level security;
create policy province_adds for insert with check (platform.sees_unit(NULL::text) AND platform.may_change());
create policy province_forgets for delete using (platform.sees_unit(NULL::text) AND platform.may_change());
create policy province_reads for select using platform.sees_unit(NULL::text);
grant delete, insert, select to an_sinh_app;

-- What a metric was on a day: of the whole province, of each commune, and under no name of those whose unit is not known; of several said of a day the one taken last counts
create table indicators.measured (
  metric text not null,
  split text default ''::text not null,
  unit_uid text not null,
  measured_on date not null,
  taken_at timestamp with time zone default clock_timestamp() not null,
  part bigint not null,
  whole bigint,
  CHECK ((metric ~ '^[a-z][a-z0-9-]{1,60}$'::text)),
  CHECK ((split ~ '^$|^(benefit|area):[A-Za-z-]+$'::text)),
  CHECK ((whole >= 0)),
  PRIMARY KEY (metric, split, unit_uid, measured_on, taken_at)
);
CREATE INDEX measured_measured_on_metric_idx ON indicators.measured USING btree (measured_on, metric);
alter table indicators.measured enable row level security;
create policy machine_measures for insert with check ((platform.actor() ~~ 'system:%'::text) AND platform.may_change());
create policy own_unit for select using platform.sees_unit(unit_uid);
grant insert, select to an_sinh_app;

-- The figures of a month as everybody may read them, small cells hidden, told once and never changed
create table indicators.publication (
  month date not null,
  measured_on date not null,
  figures jsonb not null,
  published_by text default platform.actor() not null,
  published_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((measured_on >= month)),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  PRIMARY KEY (month)
);
alter table indicators.publication enable row level security;
create policy everybody_reads for select using true;
create policy machine_publishes for insert with check ((platform.actor() ~~ 'system:%'::text) AND platform.may_change());
grant insert, select to an_sinh_app;

-- What somebody says a metric was on a day; a correction is a row of its own that replaces the one before
create table indicators.reported (
  id bigint generated always as identity not null,
  metric text not null,
  unit_uid text not null,
  reported_on date not null,
  value numeric(18,1) not null,
  note text,
  document text,
  replaces bigint,
  idempotency_key text not null,
  reported_by text default platform.actor() not null,
  reported_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((idempotency_key <> ''::text)),
  CHECK ((metric ~ '^[a-z][a-z0-9-]{1,60}$'::text)),
  CHECK ((unit_uid <> ''::text)),
  FOREIGN KEY (replaces) REFERENCES indicators.reported(id),
  PRIMARY KEY (id),
  UNIQUE (replaces),
  UNIQUE (reported_by, idempotency_key)
);
CREATE INDEX reported_metric_unit_uid_reported_on_idx ON indicators.reported USING btree (metric, unit_uid, reported_on);
CREATE UNIQUE INDEX reported_metric_unit_uid_reported_on_idx1 ON indicators.reported USING btree (metric, unit_uid, reported_on) WHERE (replaces IS NULL);
alter table indicators.reported enable row level security;
create policy own_name for insert with check (platform.sees_unit(unit_uid) AND (reported_by = platform.actor()) AND platform.may_change());
create policy own_unit for select using platform.sees_unit(unit_uid);
grant insert, select to an_sinh_app;

-- What a metric is to be by a day, from what it was on another, and the paper that says so; another goal is a row of its own that replaces the one before
create table indicators.target (
  id bigint generated always as identity not null,
  metric text not null,
  unit_uid text not null,
  baseline_value numeric(18,1) not null,
  baseline_on date not null,
  goal_value numeric(18,1) not null,
  goal_on date not null,
  document text not null,
  replaces bigint,
  idempotency_key text not null,
  set_by text default platform.actor() not null,
  set_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((goal_on > baseline_on)),
  CHECK ((document <> ''::text)),
  CHECK ((idempotency_key <> ''::text)),
  CHECK ((metric ~ '^[a-z][a-z0-9-]{1,60}$'::text)),
  CHECK ((unit_uid <> ''::text)),
  FOREIGN KEY (replaces) REFERENCES indicators.target(id),
  PRIMARY KEY (id),
  UNIQUE (replaces),
  UNIQUE (set_by, idempotency_key)
);
CREATE INDEX target_metric_unit_uid_idx ON indicators.target USING btree (metric, unit_uid);
CREATE UNIQUE INDEX target_metric_unit_uid_goal_on_document_idx ON indicators.target USING btree (metric, unit_uid, goal_on, document) WHERE (replaces IS NULL);
alter table indicators.target enable row level security;
create policy own_unit for select using platform.sees_unit(unit_uid);
create policy province_sets for insert with check (platform.sees_unit(NULL::text) AND (set_by = platform.actor()) AND platform.may_change());
grant insert, select to an_sinh_app;

-- One row as it was read, and what became of it
create table intake."row" (
  file_id bigint not null,
  number integer not null,
  hash text not null,
  reading json not null,
  state text default 'waiting'::text not null,
  person_id bigint,
  because jsonb,
  decision jsonb,
  corrects integer,
  household text generated always as ((reading ->> 'household'::text)),
  CHECK ((number > 0)),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'new'::text, 'changed'::text, 'identical'::text, 'doubtful'::text, 'faulty'::text]))),
  FOREIGN KEY (file_id) REFERENCES intake.file(id),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  PRIMARY KEY (file_id, number)
);
CREATE INDEX row_file_id_household_idx ON intake."row" USING btree (file_id, household) WHERE ((household IS NOT NULL) AND (person_id IS NOT NULL));
CREATE INDEX row_file_id_number_idx ON intake."row" USING btree (file_id, number) WHERE (state = 'waiting'::text);
CREATE INDEX row_person_id_idx ON intake."row" USING btree (person_id) WHERE (person_id IS NOT NULL);
alter table intake."row" enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_area as restrictive for all using (( SELECT intake.sees_restricted() AS sees_restricted) OR (NOT (EXISTS ( SELECT
   FROM intake.file
  WHERE ((file.id = "row".file_id) AND file.restricted)))));
create policy own_file for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM intake.file
  WHERE (file.id = "row".file_id))));
grant delete, insert, select, update to an_sinh_app;

-- One change that a row of a list made in the register, with what stood there before and since
create table intake.effect (
  file_id bigint not null,
  place bigint generated always as identity not null,
  kind text not null,
  person_id bigint,
  household_id bigint,
  key text,
  origin text,
  before jsonb,
  after jsonb,
  CHECK ((kind = ANY (ARRAY['person'::text, 'completed'::text, 'facts'::text, 'household'::text, 'member'::text, 'award'::text, 'awardEnded'::text]))),
  FOREIGN KEY (file_id) REFERENCES intake.file(id)
);
CREATE INDEX effect_file_id_kind_idx ON intake.effect USING btree (file_id, kind);
alter table intake.effect enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_area as restrictive for all using (( SELECT intake.sees_restricted() AS sees_restricted) OR (NOT (EXISTS ( SELECT
   FROM intake.file
  WHERE ((file.id = effect.file_id) AND file.restricted)))));
create policy own_file for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM intake.file
  WHERE (file.id = effect.file_id))));
grant delete, insert, select to an_sinh_app;

-- A list that was brought in, by the hash of its bytes and the unit it was read for
create table intake.file (
  id bigint generated always as identity not null,
  hash text not null,
  name text not null,
  month date,
  unit_uid text,
  rows integer not null,
  received_by text default platform.actor() not null,
  received_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  size_bytes bigint,
  read_at timestamp with time zone,
  refused jsonb,
  job_id uuid,
  corrects bigint,
  written_at timestamp with time zone,
  rounds integer default 0 not null,
  month_named date,
  heading_first integer,
  heading_last integer,
  letters jsonb,
  restricted boolean default false not null,
  CHECK (((heading_last >= heading_first) AND (heading_last <= (heading_first + 2)))),
  CHECK ((heading_first > 0)),
  CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CHECK ((EXTRACT(day FROM month_named) = (1)::numeric)),
  CHECK ((rows >= 0)),
  CHECK ((size_bytes >= 0)),
  FOREIGN KEY (corrects) REFERENCES intake.file(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id),
  UNIQUE NULLS NOT DISTINCT (hash, unit_uid)
);
alter table intake.file enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using (platform.sees_unit(unit_uid) OR (received_by = platform.actor())) with check platform.sees_unit(unit_uid);
grant delete, insert, select to an_sinh_app;

-- Which columns of lists with these headings an officer named, for the lists of a unit to come
create table intake.mapping (
  unit_uid text,
  signature text not null,
  columns jsonb not null,
  headings jsonb not null,
  kept_by text default platform.actor() not null,
  kept_at timestamp with time zone default clock_timestamp() not null,
  heading_rows smallint,
  CHECK (((heading_rows >= 1) AND (heading_rows <= 3))),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  UNIQUE NULLS NOT DISTINCT (unit_uid, signature)
);
alter table intake.mapping enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid) with check platform.sees_unit(unit_uid);
grant delete, insert, select, update to an_sinh_app;

-- The bytes of a list as it came, in parts of a megabyte
create table intake.original (
  file_id bigint not null,
  part integer not null,
  bytes bytea not null,
  CHECK ((part >= 0)),
  FOREIGN KEY (file_id) REFERENCES intake.file(id) ON DELETE CASCADE,
  PRIMARY KEY (file_id, part)
);
alter table intake.original enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_area as restrictive for all using (( SELECT intake.sees_restricted() AS sees_restricted) OR (NOT (EXISTS ( SELECT
   FROM intake.file
  WHERE ((file.id = original.file_id) AND file.restricted)))));
create policy own_file for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM intake.file
  WHERE (file.id = original.file_id))));
grant delete, insert, select to an_sinh_app;

-- What one row would do if it were written now; the person of a new one is nobody yet
create table intake.preview (
  file_id bigint not null,
  number integer not null,
  state text not null,
  person_id bigint,
  remarks jsonb not null,
  changes jsonb not null,
  CHECK ((number > 0)),
  CHECK ((state = ANY (ARRAY['new'::text, 'changed'::text, 'identical'::text, 'doubtful'::text, 'faulty'::text]))),
  FOREIGN KEY (file_id) REFERENCES intake.file(id) ON DELETE CASCADE,
  PRIMARY KEY (file_id, number)
);
CREATE INDEX preview_file_id_state_number_idx ON intake.preview USING btree (file_id, state, number);
alter table intake.preview enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_area as restrictive for all using (( SELECT intake.sees_restricted() AS sees_restricted) OR (NOT (EXISTS ( SELECT
   FROM intake.file
  WHERE ((file.id = preview.file_id) AND file.restricted)))));
create policy own_file for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM intake.file
  WHERE (file.id = preview.file_id))));
grant delete, insert, select, update to an_sinh_app;

-- One cell of a list that could not be taken or is doubted, with what it reads
create table intake.problem (
  file_id bigint not null,
  number integer not null,
  place integer not null,
  cell text not null,
  code text not null,
  reads text not null,
  proposes text,
  weight text not null,
  CHECK ((weight = ANY (ARRAY['refusal'::text, 'doubt'::text]))),
  FOREIGN KEY (file_id) REFERENCES intake.file(id) ON DELETE CASCADE,
  PRIMARY KEY (file_id, place)
);
CREATE INDEX problem_file_id_code_place_idx ON intake.problem USING btree (file_id, code, place);
alter table intake.problem enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_area as restrictive for all using (( SELECT intake.sees_restricted() AS sees_restricted) OR (NOT (EXISTS ( SELECT
   FROM intake.file
  WHERE ((file.id = problem.file_id) AND file.restricted)))));
create policy own_file for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM intake.file
  WHERE (file.id = problem.file_id))));
grant delete, insert, select to an_sinh_app;

-- A list that was written and taken back: by whom, why, and how much
create table intake.undoing (
  file_id bigint not null,
  round integer not null,
  counts jsonb not null,
  reason text not null,
  undone_by text default platform.actor() not null,
  undone_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (file_id) REFERENCES intake.file(id),
  PRIMARY KEY (file_id, round)
);
alter table intake.undoing enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_file for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM intake.file
  WHERE (file.id = undoing.file_id))));
grant insert, select to an_sinh_app;

-- How a list was read: its columns, the cells in doubt counted, and its faulty rows as a file to correct
create table intake.upload (
  file_id bigint not null,
  summary jsonb not null,
  error_file bytea,
  previewed_at timestamp with time zone,
  FOREIGN KEY (file_id) REFERENCES intake.file(id) ON DELETE CASCADE,
  PRIMARY KEY (file_id)
);
alter table intake.upload enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_area as restrictive for all using (( SELECT intake.sees_restricted() AS sees_restricted) OR (NOT (EXISTS ( SELECT
   FROM intake.file
  WHERE ((file.id = upload.file_id) AND file.restricted)))));
create policy own_file for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM intake.file
  WHERE (file.id = upload.file_id))));
grant delete, insert, select, update to an_sinh_app;

-- How each of them proves it: a scrypt hash of the password
create table platform.account (
  id text not null,
  "userId" text not null,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  FOREIGN KEY ("userId") REFERENCES platform.account_user(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX "account_userId_idx" ON platform.account USING btree ("userId");
alter table platform.account enable row level security;
create policy before_anybody for all using (platform.actor() IS NULL);
grant delete, insert, select, update to an_sinh_app;

-- People who can sign in; columns as the session library names them
create table platform.account_user (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean default false not null,
  image text,
  username text,
  "displayUsername" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  PRIMARY KEY (id),
  UNIQUE (email),
  UNIQUE (username)
);
alter table platform.account_user enable row level security;
create policy before_anybody for all using (platform.actor() IS NULL);
grant delete, insert, select, update to an_sinh_app;

-- Every read of a person's record and every change: who, what, of whom, when
create table platform.audit (
  number bigint generated always as identity not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor text default platform.actor() not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  unit_uid text,
  details jsonb default '{}'::jsonb not null,
  PRIMARY KEY (number)
);
CREATE INDEX audit_subject_kind_subject_id_number_idx ON platform.audit USING btree (subject_kind, subject_id, number DESC);
alter table platform.audit enable row level security;
create policy own_name for insert with check (actor = platform.actor());
create policy own_unit for select using (platform.sees_unit(unit_uid) OR ((actor = platform.actor()) AND (actor <> 'citizen'::text)));
create policy reserved as restrictive for select using (platform.is_machine() OR (subject_kind !~~ 'feedback%'::text) OR (feedback.sees_message(subject_id) AND ((subject_kind = 'feedback'::text) OR feedback.sees_reserved(split_part(subject_kind, '.'::text, 2)))));
grant insert, select to an_sinh_app;

-- The newest seal of the audit log on a day, as it was told to everybody; each root is a hash over its day, its seal and the root before
create table platform.audit_root (
  day date not null,
  seal bigint not null,
  lines bigint not null,
  hash bytea not null,
  previous_root bytea not null,
  root bytea not null,
  published_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((length(hash) = 32)),
  CHECK ((lines > 0)),
  CHECK ((length(previous_root) = 32)),
  CHECK ((length(root) = 32)),
  CHECK ((seal > 0)),
  PRIMARY KEY (day),
  UNIQUE (root)
);
alter table platform.audit_root enable row level security;
create policy everybody_reads for select using true;
create policy machine_publishes for insert with check ((platform.actor() ~~ 'system:%'::text) AND platform.may_change());
grant insert, select to an_sinh_app;

-- A hash over each block of the audit log and over the seal before, so that nothing is changed unseen
create table platform.audit_seal (
  number bigint not null,
  last_line bigint not null,
  lines bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((lines > 0)),
  CHECK ((number > 0)),
  PRIMARY KEY (number),
  UNIQUE (hash)
);
grant insert, select to an_sinh_app;

-- Long work as people see it, without personal data; the queue itself lives in schema queue
create table platform.job (
  id uuid not null,
  name text not null,
  key text,
  state text default 'waiting'::text not null,
  done bigint default 0 not null,
  total bigint,
  message text,
  result jsonb,
  because text,
  started_by text,
  created_at timestamp with time zone default now() not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  worker integer,
  because_en text,
  CHECK ((done >= 0)),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  CHECK ((total >= 0)),
  PRIMARY KEY (id)
);
CREATE INDEX job_created_at_idx ON platform.job USING btree (created_at DESC);
CREATE INDEX job_state_idx ON platform.job USING btree (state) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE UNIQUE INDEX job_name_key_idx ON platform.job USING btree (name, key) WHERE (state <> 'failed'::text);
grant insert, select, update to an_sinh_app;

-- What officers did with a letter that could not be sent: sent again, or told another way, and how
create table platform.mail_handling (
  id bigint generated always as identity not null,
  letter_id bigint not null,
  act text not null,
  note text,
  done_by text default platform.actor() not null,
  at timestamp with time zone not null,
  CHECK ((act = ANY (ARRAY['sendAgain'::text, 'tellOtherwise'::text]))),
  CHECK (((act = 'sendAgain'::text) OR (note IS NOT NULL))),
  CHECK (((char_length(note) >= 3) AND (char_length(note) <= 300))),
  FOREIGN KEY (letter_id) REFERENCES platform.outgoing_mail(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX mail_handling_letter_id_idx ON platform.mail_handling USING btree (letter_id);
alter table platform.mail_handling enable row level security;
create policy handlers_act for insert with check (platform.may_change() AND (done_by = platform.actor()) AND (EXISTS ( SELECT
   FROM platform.outgoing_mail
  WHERE ((outgoing_mail.id = mail_handling.letter_id) AND (outgoing_mail.state = ANY (ARRAY['failed'::text, 'givenUp'::text]))))));
create policy with_its_letter for select using (EXISTS ( SELECT
   FROM platform.outgoing_mail
  WHERE (outgoing_mail.id = mail_handling.letter_id)));
grant insert, select to an_sinh_app;

-- The files of db/migrations that ran here, with their checksums
create table platform.migration (
  number integer not null,
  name text not null,
  checksum text not null,
  ran_at timestamp with time zone default now() not null,
  PRIMARY KEY (number)
);
grant nothing to an_sinh_app;

-- What is done once in the life of a database, such as loading the demonstration
create table platform.milestone (
  name text not null,
  reached_at timestamp with time zone default now() not null,
  PRIMARY KEY (name)
);
grant insert, select to an_sinh_app;

-- What each account may see and do; unit_uid is a unit's uid or province
create table platform.officer (
  user_id text not null,
  role text not null,
  unit_uid text not null,
  areas text[] not null,
  recorded_at timestamp with time zone default now() not null,
  agency text,
  CHECK ((agency <> ''::text)),
  CHECK ((role = ANY (ARRAY['communeOfficer'::text, 'provinceOfficer'::text, 'leader'::text]))),
  CHECK ((unit_uid <> ''::text)),
  FOREIGN KEY (user_id) REFERENCES platform.account_user(id) ON DELETE CASCADE,
  PRIMARY KEY (user_id)
);
alter table platform.officer enable row level security;
create policy before_anybody for all using (platform.actor() IS NULL);
grant insert, select, update to an_sinh_app;

-- Letters that wait to be sent, were sent, or could not be, with the reason in plain words
create table platform.outgoing_mail (
  id bigint generated always as identity not null,
  recipient text not null,
  subject text not null,
  text text not null,
  about_kind text not null,
  about_id text not null,
  idempotency_key text not null,
  written_at timestamp with time zone default clock_timestamp() not null,
  state text default 'waiting'::text not null,
  tries integer default 0 not null,
  next_try_at timestamp with time zone default clock_timestamp() not null,
  sent_at timestamp with time zone,
  reason_vi text,
  reason_en text,
  news_since timestamp with time zone,
  CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  CHECK (((recipient ~ '^[^[:space:]@<>,;"]+@[^[:space:]@<>,;"]+$'::text) AND (char_length(recipient) <= 100))),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'givenUp'::text, 'toldOtherwise'::text]))),
  CHECK (((subject <> ''::text) AND (subject !~ '[[:cntrl:]]'::text) AND (char_length(subject) <= 200))),
  CHECK (((char_length(text) >= 1) AND (char_length(text) <= 10000))),
  CHECK ((tries >= 0)),
  PRIMARY KEY (id),
  UNIQUE (idempotency_key)
);
CREATE INDEX outgoing_mail_about_id_idx ON platform.outgoing_mail USING btree (about_id);
CREATE INDEX outgoing_mail_about_kind_id_idx ON platform.outgoing_mail USING btree (about_kind, id) WHERE (state = ANY (ARRAY['failed'::text, 'givenUp'::text]));
CREATE INDEX outgoing_mail_next_try_at_idx ON platform.outgoing_mail USING btree (next_try_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text, 'failed'::text]));
CREATE INDEX outgoing_mail_written_at_idx ON platform.outgoing_mail USING btree (written_at);
alter table platform.outgoing_mail enable row level security;
create policy handled for update using (pg_trigger_depth() > 0);
create policy handled_read for select using (pg_trigger_depth() > 0);
create policy handlers_read for select using feedback.sees_subject(about_kind, about_id);
create policy machine for all using (platform.actor() ~~ 'system:%'::text);
create policy officers_write for insert with check (platform.may_change() AND (state = 'waiting'::text));
grant delete, insert, select, update to an_sinh_app;

-- Random keys made at the first start, such as the one that signs cookies
create table platform.secret (
  name text not null,
  value text not null,
  PRIMARY KEY (name)
);
alter table platform.secret enable row level security;
create policy before_anybody for all using (platform.actor() IS NULL);
grant insert, select to an_sinh_app;

-- Who is signed in and until when
create table platform.session (
  id text not null,
  "userId" text not null,
  token text not null,
  "expiresAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  FOREIGN KEY ("userId") REFERENCES platform.account_user(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (token)
);
CREATE INDEX "session_userId_idx" ON platform.session USING btree ("userId");
alter table platform.session enable row level security;
create policy before_anybody for all using (platform.actor() IS NULL);
grant delete, insert, select, update to an_sinh_app;

-- Tries to sign in that have not succeeded: what slows a guesser down
create table platform.sign_in_try (
  username text not null,
  ip text not null,
  at timestamp with time zone default clock_timestamp() not null
);
CREATE INDEX sign_in_try_ip_at_idx ON platform.sign_in_try USING btree (ip, at);
CREATE INDEX sign_in_try_username_at_idx ON platform.sign_in_try USING btree (username, at);
alter table platform.sign_in_try enable row level security;
create policy before_anybody for all using (platform.actor() IS NULL);
grant delete, insert, select, update to an_sinh_app;

-- One-time tokens of the session library
create table platform.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_idx ON platform.verification USING btree (identifier);
alter table platform.verification enable row level security;
create policy before_anybody for all using (platform.actor() IS NULL);
grant delete, insert, select, update to an_sinh_app;

-- What was done to a manuscript, by whom; the key lets the same request come twice and be done once
create table publishing.act (
  key text not null,
  manuscript_id bigint not null,
  kind text not null,
  details jsonb default '{}'::jsonb not null,
  by text default platform.actor() not null,
  at timestamp with time zone default clock_timestamp() not null,
  CHECK (((char_length(key) >= 8) AND (char_length(key) <= 100))),
  CHECK ((kind = ANY (ARRAY['created'::text, 'submitted'::text, 'takenBack'::text, 'refused'::text, 'approved'::text, 'rescheduled'::text, 'published'::text, 'correctionBegun'::text, 'withdrawn'::text, 'restored'::text, 'addressChanged'::text]))),
  FOREIGN KEY (manuscript_id) REFERENCES publishing.manuscript(id),
  PRIMARY KEY (key)
);
CREATE INDEX act_manuscript_id_at_idx ON publishing.act USING btree (manuscript_id, at);
alter table publishing.act enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy own_unit for all using (EXISTS ( SELECT
   FROM publishing.manuscript
  WHERE ((manuscript.id = act.manuscript_id) AND platform.sees_unit(manuscript.unit_uid))));
grant select to an_sinh_app;

-- What readers see of the portal: the revision shown now, one row a language
create table publishing.article (
  slug text not null,
  language text not null,
  title text not null,
  lead text not null,
  body jsonb not null,
  byline text not null,
  banner text default 'pond'::text not null,
  tags text[] default '{}'::text[] not null,
  document_number text,
  document_on date,
  document_year_inferred boolean default false not null,
  published_at timestamp with time zone,
  recorded_at timestamp with time zone default now() not null,
  kind text default 'article'::text not null,
  unit_uid text,
  section text,
  banner_picture uuid,
  banner_alt text,
  related text[] default '{}'::text[] not null,
  attachments jsonb default '[]'::jsonb not null,
  details jsonb,
  revision_id bigint,
  revision integer default 1 not null,
  translates integer,
  revised_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  pictures uuid[] default '{}'::uuid[] not null,
  files uuid[] default '{}'::uuid[] not null,
  CHECK ((jsonb_typeof(attachments) = 'array'::text)),
  CHECK (((banner = ANY (ARRAY['pond'::text, 'none'::text, 'picture'::text])) AND ((banner = 'picture'::text) = (banner_picture IS NOT NULL)))),
  CHECK ((jsonb_typeof(body) = 'array'::text)),
  CHECK ((kind = ANY (ARRAY['article'::text, 'announcement'::text, 'legalDocument'::text, 'procedure'::text]))),
  CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  CHECK ((section ~ '^[a-zA-Z]+$'::text)),
  CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  CHECK ((title <> ''::text)),
  FOREIGN KEY (banner_picture) REFERENCES publishing.picture(id),
  FOREIGN KEY (revision_id) REFERENCES publishing.revision(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (slug, language),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX article_files_idx ON publishing.article USING gin (files);
CREATE INDEX article_pictures_idx ON publishing.article USING gin (pictures);
CREATE INDEX article_published_at_idx ON publishing.article USING btree (published_at DESC) WHERE (published_at IS NOT NULL);
CREATE INDEX article_section_published_at_idx ON publishing.article USING btree (section, published_at DESC) WHERE (published_at IS NOT NULL);
alter table publishing.article enable row level security;
create policy everybody_reads for select using ((published_at IS NOT NULL) AND (withdrawn_at IS NULL));
create policy officers_read for select using platform.sees_unit(unit_uid);
create policy province_writes for all using (platform.sees_unit(NULL::text) AND platform.may_change());
grant insert, select, update to an_sinh_app;

-- Files that readers may save, without the names that programs wrote into them
create table publishing.attachment (
  id uuid default uuidv7() not null,
  file_name text not null,
  type text not null,
  bytes bigint not null,
  sha256 text not null,
  by text default platform.actor() not null,
  added_at timestamp with time zone default clock_timestamp() not null,
  remarks text[],
  names text[] default '{}'::text[] not null,
  is_cleaned boolean default false not null,
  CHECK ((bytes > 0)),
  CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 200))),
  CHECK ((cardinality(remarks) <= 20)),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
alter table publishing.attachment enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy officers_add for insert with check (platform.actor() ~ '^(officer|system):'::text);
create policy readers for select using ((platform.actor() ~ '^(officer|system):'::text) OR (EXISTS ( SELECT
   FROM publishing.article
  WHERE (attachment.id = ANY (article.files)))));
grant select to an_sinh_app;

-- What readers are told of a changed article, with its date
create table publishing.correction (
  slug text not null,
  language text not null,
  revision integer not null,
  sentence text not null,
  corrected_at timestamp with time zone not null,
  CHECK ((sentence ~ '\S'::text)),
  PRIMARY KEY (slug, language, revision),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
alter table publishing.correction enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy everybody_reads for select using true;
create policy province_writes for all using (platform.sees_unit(NULL::text) AND platform.may_change());
grant insert, select to an_sinh_app;

-- One row: a number that grows in the very transaction that changes what readers see
create table publishing.edition (
  is_the_one boolean default true not null,
  number bigint default 0 not null,
  CHECK (is_the_one),
  PRIMARY KEY (is_the_one)
);
grant select to an_sinh_app;

-- Addresses that readers knew, and where each leads today; none is ever used again
create table publishing.former_slug (
  slug text not null,
  now text not null,
  by text default platform.actor() not null,
  changed_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((now <> slug)),
  CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  PRIMARY KEY (slug)
);
CREATE INDEX former_slug_now_idx ON publishing.former_slug USING btree (now);
alter table publishing.former_slug enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy everybody_reads for select using true;
create policy province_writes for all using (platform.sees_unit(NULL::text) AND platform.may_change());
grant select to an_sinh_app;

-- What officers write for the portal, one row a language; readers see publishing.article alone
create table publishing.manuscript (
  id bigint generated always as identity not null,
  slug text not null,
  language text not null,
  kind text not null,
  unit_uid text,
  content jsonb not null,
  version integer default 1 not null,
  state text default 'draft'::text not null,
  publish_at timestamp with time zone,
  translates integer,
  author text default platform.actor() not null,
  editors text[] default ARRAY[platform.actor()] not null,
  edited_by text default platform.actor() not null,
  edited_at timestamp with time zone default clock_timestamp() not null,
  created_at timestamp with time zone default clock_timestamp() not null,
  CHECK (((publish_at IS NULL) OR (state = ANY (ARRAY['inReview'::text, 'scheduled'::text])))),
  CHECK (((translates IS NULL) OR ((translates > 0) AND (language = 'en'::text)))),
  CHECK (((unit_uid IS NULL) OR (kind = 'announcement'::text))),
  CHECK (((state <> 'scheduled'::text) OR (publish_at IS NOT NULL))),
  CHECK ((jsonb_typeof(content) = 'object'::text)),
  CHECK ((kind = ANY (ARRAY['article'::text, 'announcement'::text, 'legalDocument'::text, 'procedure'::text]))),
  CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 120))),
  CHECK ((state = ANY (ARRAY['draft'::text, 'inReview'::text, 'returned'::text, 'scheduled'::text, 'published'::text]))),
  CHECK ((version > 0)),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id),
  UNIQUE (slug, language)
);
CREATE INDEX manuscript_state_edited_at_idx ON publishing.manuscript USING btree (state, edited_at DESC);
alter table publishing.manuscript enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid);
grant select to an_sinh_app;

-- Words of a draft that somebody else, or the same officer ten minutes later, wrote over
create table publishing.manuscript_before (
  manuscript_id bigint not null,
  version integer not null,
  content jsonb not null,
  edited_by text not null,
  edited_at timestamp with time zone not null,
  kept_at timestamp with time zone default clock_timestamp() not null,
  FOREIGN KEY (manuscript_id) REFERENCES publishing.manuscript(id),
  PRIMARY KEY (manuscript_id, version)
);
alter table publishing.manuscript_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy own_unit for all using (EXISTS ( SELECT
   FROM publishing.manuscript
  WHERE ((manuscript.id = manuscript_before.manuscript_id) AND platform.sees_unit(manuscript.unit_uid))));
grant insert, select to an_sinh_app;

-- Pictures of articles: upright, in several widths, without a word about camera or place
create table publishing.picture (
  id uuid default uuidv7() not null,
  sizes jsonb not null,
  file_name text not null,
  by text default platform.actor() not null,
  added_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((char_length(file_name) <= 200)),
  CHECK (((jsonb_typeof(sizes) = 'array'::text) AND (jsonb_array_length(sizes) > 0))),
  PRIMARY KEY (id)
);
alter table publishing.picture enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy officers_add for insert with check (platform.actor() ~ '^(officer|system):'::text);
create policy readers for select using ((platform.actor() ~ '^(officer|system):'::text) OR (EXISTS ( SELECT
   FROM publishing.article
  WHERE (picture.id = ANY (article.pictures)))));
grant select to an_sinh_app;

-- What the second person decided of a revision, and why not when it was refused
create table publishing.review (
  revision_id bigint not null,
  is_approved boolean not null,
  reason text,
  publish_at timestamp with time zone,
  by text default platform.actor() not null,
  reviewed_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((is_approved OR (reason IS NOT NULL))),
  CHECK ((reason ~ '\S'::text)),
  FOREIGN KEY (revision_id) REFERENCES publishing.revision(id),
  PRIMARY KEY (revision_id)
);
alter table publishing.review enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy own_unit for select using (EXISTS ( SELECT
   FROM (publishing.revision
     JOIN publishing.manuscript ON ((manuscript.id = revision.manuscript_id)))
  WHERE ((revision.id = review.revision_id) AND platform.sees_unit(manuscript.unit_uid))));
create policy province_decides for insert with check platform.sees_unit(NULL::text);
grant select to an_sinh_app;

-- A text as it was put before a second person; never changed afterwards
create table publishing.revision (
  id bigint generated always as identity not null,
  manuscript_id bigint not null,
  number integer not null,
  content jsonb not null,
  correction text,
  translates integer,
  editors text[] not null,
  submitted_by text default platform.actor() not null,
  submitted_at timestamp with time zone default clock_timestamp() not null,
  CHECK ((correction ~ '\S'::text)),
  CHECK ((number > 0)),
  FOREIGN KEY (manuscript_id) REFERENCES publishing.manuscript(id),
  PRIMARY KEY (id),
  UNIQUE (manuscript_id, number)
);
alter table publishing.revision enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy own_unit for all using (EXISTS ( SELECT
   FROM publishing.manuscript
  WHERE ((manuscript.id = revision.manuscript_id) AND platform.sees_unit(manuscript.unit_uid))));
grant select to an_sinh_app;

-- The words of every article that readers see, and of no other: kept by a trigger
create table publishing.searchable (
  slug text not null,
  language text not null,
  kind text not null,
  title text not null,
  lead text not null,
  words text not null,
  published_at timestamp with time zone not null,
  spelled tsvector not null,
  folded tsvector not null,
  CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  PRIMARY KEY (slug, language)
);
CREATE INDEX searchable_folded_idx ON publishing.searchable USING gin (folded);
CREATE INDEX searchable_spelled_idx ON publishing.searchable USING gin (spelled);
grant select to an_sinh_app;

-- When which section of the portal was read through and found right, and by whom
create table publishing.section_check (
  key text not null,
  section text not null,
  by text default platform.actor() not null,
  checked_at timestamp with time zone default clock_timestamp() not null,
  CHECK (((char_length(key) >= 8) AND (char_length(key) <= 100))),
  CHECK ((section ~ '^[a-zA-Z]+$'::text)),
  PRIMARY KEY (key),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX section_check_section_checked_at_idx ON publishing.section_check USING btree (section, checked_at DESC);
alter table publishing.section_check enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy known for select using true;
create policy province for all using platform.sees_unit(NULL::text);
grant select to an_sinh_app;

-- Why an article is no longer shown, since when, and why it came back
create table publishing.withdrawal (
  id bigint generated always as identity not null,
  slug text not null,
  reason text not null,
  withdrawn_at timestamp with time zone not null,
  by text default platform.actor() not null,
  restored_at timestamp with time zone,
  restored_because text,
  restored_by text,
  CHECK ((reason ~ '\S'::text)),
  CHECK ((restored_because ~ '\S'::text)),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX withdrawal_slug_idx ON publishing.withdrawal USING btree (slug) WHERE (restored_at IS NULL);
alter table publishing.withdrawal enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy everybody_reads for select using true;
create policy province_writes for all using (platform.sees_unit(NULL::text) AND platform.may_change());
grant select to an_sinh_app;

-- What officers did to the register: the same key again is the same act, answered as the first time
create table registry.act (
  actor text default platform.actor() not null,
  key text not null,
  kind text not null,
  body jsonb not null,
  reason text not null,
  person_id bigint,
  household_id bigint,
  unit_uid text,
  other_unit_uid text,
  outcome jsonb not null,
  recorded_at timestamp with time zone default clock_timestamp() not null,
  began_at timestamp with time zone default now(),
  CHECK ((key <> ''::text)),
  CHECK ((reason <> ''::text)),
  FOREIGN KEY (household_id) REFERENCES registry.household(id),
  FOREIGN KEY (other_unit_uid) REFERENCES registry.unit(uid),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (actor, key)
);
CREATE INDEX act_household_id_idx ON registry.act USING btree (household_id);
CREATE INDEX act_households ON registry.act USING gin (((outcome -> 'householdIds'::text)) jsonb_path_ops);
CREATE INDEX act_person_id_idx ON registry.act USING btree (person_id);
CREATE INDEX act_persons ON registry.act USING gin (((outcome -> 'personIds'::text)) jsonb_path_ops);
alter table registry.act enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_name as restrictive for insert with check (actor = platform.actor());
create policy own_unit for all using ((platform.sees_unit(unit_uid) OR ((other_unit_uid IS NOT NULL) AND platform.sees_unit(other_unit_uid))) AND ((((body -> 'act'::text) ->> 'key'::text) IS DISTINCT FROM 'hiv'::text) OR platform.sees_area('socialAssistance'::text)));
grant insert, select to an_sinh_app;

-- A change one officer proposes and another approves or refuses; written once, decided once, never removed
create table registry.change_request (
  id bigint generated always as identity not null,
  key text not null,
  kind text not null,
  act jsonb not null,
  reason text not null,
  base jsonb not null,
  person_id bigint,
  household_id bigint,
  unit_uid text,
  other_unit_uid text,
  proposed_by text default platform.actor() not null,
  proposed_at timestamp with time zone default clock_timestamp() not null,
  state text default 'proposed'::text not null,
  decided_by text,
  decided_at timestamp with time zone,
  decided_because text,
  outcome jsonb,
  carried_out_at timestamp with time zone,
  CHECK ((((state = 'proposed'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  CHECK (((state <> ALL (ARRAY['approved'::text, 'refused'::text])) OR (decided_by <> proposed_by))),
  CHECK (((state <> 'withdrawn'::text) OR (decided_by = proposed_by))),
  CHECK (((state <> 'refused'::text) OR (decided_because <> ''::text))),
  CHECK (((state = 'approved'::text) = (outcome IS NOT NULL))),
  CHECK ((key <> ''::text)),
  CHECK ((reason <> ''::text)),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  FOREIGN KEY (household_id) REFERENCES registry.household(id),
  FOREIGN KEY (other_unit_uid) REFERENCES registry.unit(uid),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id),
  UNIQUE (proposed_by, key)
);
CREATE INDEX change_request_household_id_idx ON registry.change_request USING btree (household_id);
CREATE INDEX change_request_households ON registry.change_request USING gin (((outcome -> 'householdIds'::text)) jsonb_path_ops);
CREATE INDEX change_request_other_unit_uid_state_idx ON registry.change_request USING btree (other_unit_uid, state) WHERE (other_unit_uid IS NOT NULL);
CREATE INDEX change_request_person_id_idx ON registry.change_request USING btree (person_id);
CREATE INDEX change_request_persons ON registry.change_request USING gin (((outcome -> 'personIds'::text)) jsonb_path_ops);
CREATE INDEX change_request_unit_uid_state_idx ON registry.change_request USING btree (unit_uid, state);
alter table registry.change_request enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_name as restrictive for insert with check ((proposed_by = platform.actor()) AND (state = 'proposed'::text));
create policy own_unit for all using ((platform.sees_unit(unit_uid) OR ((other_unit_uid IS NOT NULL) AND platform.sees_unit(other_unit_uid))) AND (((act ->> 'key'::text) IS DISTINCT FROM 'hiv'::text) OR platform.sees_area('socialAssistance'::text)));
grant insert, select to an_sinh_app;

-- What the law needs to know of a person, one value at a time; no row means unknown
create table registry.fact (
  person_id bigint not null,
  key text not null,
  value text not null,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((NOT isempty(valid))),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  PRIMARY KEY (person_id, key, valid WITHOUT OVERLAPS)
);
CREATE INDEX fact_person_id_idx ON registry.fact USING btree (person_id);
alter table registry.fact enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using ((platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = fact.person_id)))) AND ((key <> 'hiv'::text) OR platform.sees_area('socialAssistance'::text)));
grant delete, insert, select, update to an_sinh_app;

-- Facts as they were recorded before a correction; written by the database itself
create table registry.fact_before (
  person_id bigint not null,
  key text not null,
  value text not null,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone default now() not null
);
CREATE INDEX fact_before_person_id_idx ON registry.fact_before USING btree (person_id);
alter table registry.fact_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using ((platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = fact_before.person_id)))) AND ((key <> 'hiv'::text) OR platform.sees_area('socialAssistance'::text)));
grant select to an_sinh_app;

-- Names and numbers that held until a day and were replaced; an error that never held is in person_before alone
create table registry.former_value (
  person_id bigint not null,
  key text not null,
  value text not null,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((key = ANY (ARRAY['name'::text, 'sex'::text, 'citizenId'::text, 'oldId'::text]))),
  CHECK (((NOT isempty(valid)) AND (NOT upper_inf(valid)))),
  CHECK (((value IS NFC NORMALIZED) AND (value <> ''::text))),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  PRIMARY KEY (person_id, key, valid WITHOUT OVERLAPS)
);
alter table registry.former_value enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = former_value.person_id))));
grant insert, select to an_sinh_app;

-- People who live and eat together; poverty is recognised for a household
create table registry.household (
  id bigint generated always as identity not null,
  unit_uid text,
  village text,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  amended_at timestamp with time zone,
  amended_origin text,
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id)
);
CREATE INDEX household_unit_uid_idx ON registry.household USING btree (unit_uid);
alter table registry.household enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid) with check platform.sees_unit(unit_uid);
grant insert, select, update to an_sinh_app;

-- Where a household was recorded to live until a change
create table registry.household_before (
  household_id bigint not null,
  unit_uid text,
  village text,
  origin text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone not null
);
CREATE INDEX household_before_household_id_idx ON registry.household_before USING btree (household_id);
alter table registry.household_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_household for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.household
  WHERE (household.id = household_before.household_id))));
grant select to an_sinh_app;

-- What the law needs to know of a household, such as its poverty status
create table registry.household_fact (
  household_id bigint not null,
  key text not null,
  value text not null,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((NOT isempty(valid))),
  FOREIGN KEY (household_id, PERIOD valid) REFERENCES registry.household_life(household_id, PERIOD valid),
  PRIMARY KEY (household_id, key, valid WITHOUT OVERLAPS)
);
alter table registry.household_fact enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_household for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.household
  WHERE (household.id = household_fact.household_id))));
grant delete, insert, select, update to an_sinh_app;

-- Facts of households as they were recorded before a correction
create table registry.household_fact_before (
  household_id bigint not null,
  key text not null,
  value text not null,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone default now() not null
);
CREATE INDEX household_fact_before_household_id_idx ON registry.household_fact_before USING btree (household_id);
alter table registry.household_fact_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_household for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.household
  WHERE (household.id = household_fact_before.household_id))));
grant select to an_sinh_app;

-- The days on which a household is one; without bounds when its beginning is not known and while it lasts
create table registry.household_life (
  household_id bigint not null,
  valid daterange default '(,)'::daterange not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((NOT isempty(valid))),
  FOREIGN KEY (household_id) REFERENCES registry.household(id),
  PRIMARY KEY (household_id, valid WITHOUT OVERLAPS)
);
alter table registry.household_life enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_household for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.household
  WHERE (household.id = household_life.household_id))));
grant delete, insert, select to an_sinh_app;

-- The days of a household as they were recorded before it was founded on a day, split or merged
create table registry.household_life_before (
  household_id bigint not null,
  valid daterange not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone default now() not null
);
CREATE INDEX household_life_before_household_id_idx ON registry.household_life_before USING btree (household_id);
alter table registry.household_life_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_household for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.household
  WHERE (household.id = household_life_before.household_id))));
grant select to an_sinh_app;

-- Names and numbers a record bore before, for the search alone; of a name also without its tones
create table registry.known_as (
  person_id bigint not null,
  key text not null,
  value text not null,
  folded text not null,
  CHECK ((key = ANY (ARRAY['name'::text, 'citizenId'::text, 'oldId'::text]))),
  CHECK (((value IS NFC NORMALIZED) AND (value <> ''::text))),
  FOREIGN KEY (person_id) REFERENCES registry.person(id) ON DELETE CASCADE,
  PRIMARY KEY (person_id, key, value)
);
CREATE INDEX known_as_key_folded_idx ON registry.known_as USING btree (key, folded);
alter table registry.known_as enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = known_as.person_id))));
grant select to an_sinh_app;

-- Officers' statements that two records are of one person; a statement is taken back, never removed
create table registry.link (
  id bigint generated always as identity not null,
  record_a bigint not null,
  record_b bigint not null,
  speaks bigint not null,
  mistaken_number text,
  because jsonb not null,
  linked_by text default platform.actor() not null,
  linked_at timestamp with time zone default clock_timestamp() not null,
  unlinked_by text,
  unlinked_at timestamp with time zone,
  unlinked_because text,
  CHECK ((record_a < record_b)),
  CHECK ((num_nulls(unlinked_by, unlinked_at, unlinked_because) = ANY (ARRAY[0, 3]))),
  CHECK ((mistaken_number ~ '^\d{12}$'::text)),
  CHECK ((unlinked_because <> ''::text)),
  FOREIGN KEY (record_a) REFERENCES registry.person(id),
  FOREIGN KEY (record_b) REFERENCES registry.person(id),
  FOREIGN KEY (speaks) REFERENCES registry.person(id),
  PRIMARY KEY (id)
);
CREATE INDEX link_record_a_idx ON registry.link USING btree (record_a);
CREATE INDEX link_record_b_idx ON registry.link USING btree (record_b);
CREATE UNIQUE INDEX link_record_a_record_b_idx ON registry.link USING btree (record_a, record_b) WHERE (unlinked_at IS NULL);
alter table registry.link enable row level security;
create policy both_records_add for insert with check (platform.may_change() AND (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = link.record_a))) AND (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = link.record_b))) AND (linked_by = platform.actor()) AND (unlinked_at IS NULL));
create policy both_records_change for update using (platform.may_change() AND (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = link.record_a))) AND (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = link.record_b)))) with check (unlinked_by = platform.actor());
create policy either_record for select using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = ANY (ARRAY[link.record_a, link.record_b])))));
create policy gone_with_record for delete using (platform.may_change() AND (unlinked_at IS NOT NULL) AND (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = ANY (ARRAY[link.record_a, link.record_b]))))));
grant insert to an_sinh_app;

-- Links that were taken back, of records that went from the register since
create table registry.link_before (
  id bigint not null,
  record_a bigint not null,
  record_b bigint not null,
  speaks bigint not null,
  mistaken_number text,
  because jsonb not null,
  linked_by text not null,
  linked_at timestamp with time zone not null,
  unlinked_by text not null,
  unlinked_at timestamp with time zone not null,
  unlinked_because text not null,
  superseded_at timestamp with time zone not null,
  PRIMARY KEY (id)
);
CREATE INDEX link_before_record_a_idx ON registry.link_before USING btree (record_a);
CREATE INDEX link_before_record_b_idx ON registry.link_before USING btree (record_b);
alter table registry.link_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy either_record for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = ANY (ARRAY[link_before.record_a, link_before.record_b])))));
grant nothing to an_sinh_app;

-- Who belongs to which household when, and what they are to its head
create table registry.membership (
  person_id bigint not null,
  household_id bigint not null,
  relation text not null,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((relation = ANY (ARRAY['head'::text, 'spouse'::text, 'child'::text, 'parent'::text, 'grandchild'::text, 'grandparent'::text, 'sibling'::text, 'fosterChild'::text, 'other'::text]))),
  CHECK ((NOT isempty(valid))),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  FOREIGN KEY (household_id, PERIOD valid) REFERENCES registry.household_life(household_id, PERIOD valid),
  PRIMARY KEY (person_id, valid WITHOUT OVERLAPS)
);
CREATE INDEX membership_household_id_idx ON registry.membership USING btree (household_id);
CREATE INDEX membership_person_id_idx ON registry.membership USING btree (person_id);
alter table registry.membership enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = membership.person_id))));
grant delete, insert, select to an_sinh_app;

-- Memberships as they were recorded before they were ended or corrected
create table registry.membership_before (
  person_id bigint not null,
  household_id bigint not null,
  relation text not null,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone default now() not null
);
CREATE INDEX membership_before_household_id_idx ON registry.membership_before USING btree (household_id);
CREATE INDEX membership_before_person_id_idx ON registry.membership_before USING btree (person_id);
alter table registry.membership_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = membership_before.person_id))));
grant select to an_sinh_app;

-- People, each as the paper names them; identity numbers are text and may be missing
create table registry.person (
  id bigint generated always as identity not null,
  name text not null,
  name_folded text not null,
  sex text,
  birth_from date,
  birth_to date,
  birth_written text,
  citizen_id text,
  old_id text,
  death_on date,
  unit_uid text,
  village text,
  reviewed_on date,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  linked_to bigint,
  amended_at timestamp with time zone,
  amended_origin text,
  name_backwards text generated always as (rtrim(((((((((((split_part(name_folded, ' '::text, '-1'::integer) || ' '::text) || split_part(name_folded, ' '::text, '-2'::integer)) || ' '::text) || split_part(name_folded, ' '::text, '-3'::integer)) || ' '::text) || split_part(name_folded, ' '::text, '-4'::integer)) || ' '::text) || split_part(name_folded, ' '::text, '-5'::integer)) || ' '::text) || split_part(name_folded, ' '::text, '-6'::integer)))),
  name_inside text generated always as (
CASE
    WHEN ((split_part(name_folded, ' '::text, 3) = ''::text) OR (split_part(name_folded, ' '::text, '-2'::integer) = ANY (ARRAY['thi'::text, 'van'::text]))) THEN NULL::text
    ELSE rtrim(((((((split_part(name_folded, ' '::text, '-2'::integer) || ' '::text) || split_part(name_folded, ' '::text, '-3'::integer)) || ' '::text) || split_part(name_folded, ' '::text, '-4'::integer)) || ' '::text) || split_part(name_folded, ' '::text, '-5'::integer)))
END),
  citizen_id_backwards text generated always as (reverse(citizen_id)),
  CHECK ((((birth_from IS NULL) = (birth_to IS NULL)) AND (birth_from <= birth_to))),
  CHECK ((death_on >= birth_from)),
  CHECK ((linked_to <> id)),
  CHECK ((citizen_id ~ '^\d{12}$'::text)),
  CHECK (((name IS NFC NORMALIZED) AND (name <> ''::text))),
  CHECK ((old_id ~ '^\d{9}$'::text)),
  CHECK ((sex = ANY (ARRAY['male'::text, 'female'::text]))),
  FOREIGN KEY (linked_to) REFERENCES registry.person(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (id),
  TRIGGER DEFERRABLE INITIALLY DEFERRED,
  TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX person_birth_from_idx ON registry.person USING btree (birth_from) WHERE (birth_from <> birth_to);
CREATE INDEX person_birth_to_idx ON registry.person USING btree (birth_to);
CREATE INDEX person_citizen_id_idx ON registry.person USING btree (citizen_id) WHERE (citizen_id IS NOT NULL);
CREATE INDEX person_death_on_idx ON registry.person USING btree (death_on) WHERE (death_on IS NOT NULL);
CREATE INDEX person_linked_to_idx ON registry.person USING btree (linked_to) WHERE (linked_to IS NOT NULL);
CREATE INDEX person_old_id_idx ON registry.person USING btree (old_id) WHERE (old_id IS NOT NULL);
CREATE INDEX person_unit_uid_citizen_id_backwards_idx ON registry.person USING btree (unit_uid, citizen_id_backwards) WHERE (citizen_id_backwards IS NOT NULL);
CREATE INDEX person_unit_uid_name_backwards_birth_from_idx ON registry.person USING btree (unit_uid, name_backwards, birth_from);
CREATE INDEX person_unit_uid_name_folded_birth_from_idx ON registry.person USING btree (unit_uid, name_folded, birth_from);
CREATE INDEX person_unit_uid_name_inside_birth_from_idx ON registry.person USING btree (unit_uid, name_inside, birth_from) WHERE (name_inside IS NOT NULL);
alter table registry.person enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_unit for all using platform.sees_unit(unit_uid) with check platform.sees_unit(unit_uid);
grant insert, select, update to an_sinh_app;

-- The record of a person as it read until a change; origin and recorded_at are those of that reading
create table registry.person_before (
  person_id bigint not null,
  name text not null,
  name_folded text not null,
  sex text,
  birth_from date,
  birth_to date,
  birth_written text,
  citizen_id text,
  old_id text,
  death_on date,
  unit_uid text,
  village text,
  reviewed_on date,
  origin text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone not null
);
CREATE INDEX person_before_person_id_idx ON registry.person_before USING btree (person_id);
alter table registry.person_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = person_before.person_id))));
grant select to an_sinh_app;

-- Where a person lived when; in one place at a time
create table registry.residence (
  person_id bigint not null,
  unit_uid text not null,
  village text,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((NOT isempty(valid))),
  FOREIGN KEY (person_id) REFERENCES registry.person(id),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (person_id, valid WITHOUT OVERLAPS)
);
CREATE INDEX residence_person_id_idx ON registry.residence USING btree (person_id);
CREATE INDEX residence_unit_uid_idx ON registry.residence USING btree (unit_uid);
alter table registry.residence enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = residence.person_id))));
grant delete, insert, select to an_sinh_app;

-- Residences as they were recorded before they were ended or corrected
create table registry.residence_before (
  person_id bigint not null,
  unit_uid text not null,
  village text,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone default now() not null
);
CREATE INDEX residence_before_person_id_idx ON registry.residence_before USING btree (person_id);
CREATE INDEX residence_before_unit_uid_idx ON registry.residence_before USING btree (unit_uid);
alter table registry.residence_before enable row level security;
create policy changers_add as restrictive for insert with check platform.may_change();
create policy changers_change as restrictive for update using true with check platform.may_change();
create policy changers_remove as restrictive for delete using platform.may_change();
create policy own_person for all using (platform.sees_unit(NULL::text) OR (EXISTS ( SELECT
   FROM registry.person
  WHERE (person.id = residence_before.person_id))));
grant select to an_sinh_app;

-- Whose record, facts, places, households or awards a transaction changed; a row without a number is everybody. Written by the database itself
create table registry.touched (
  at xid8 default pg_current_xact_id() not null,
  person_id bigint,
  household_id bigint,
  noted_at timestamp with time zone default now() not null
);
CREATE INDEX touched_at_idx ON registry.touched USING btree (at);
alter table registry.touched enable row level security;
create policy database_notes for insert with check true;
create policy province_forgets for delete using (platform.sees_unit(NULL::text) AND platform.may_change());
create policy province_reads for select using platform.sees_unit(NULL::text);
grant delete, select to an_sinh_app;

-- Every version of every administrative unit; uid = code@first day, because codes were used again
create table registry.unit (
  uid text not null,
  code text not null,
  name text not null,
  kind text not null,
  level text not null,
  parent_code text,
  valid daterange not null,
  successor_codes text[] default '{}'::text[] not null,
  predecessor_codes text[] default '{}'::text[] not null,
  legal_basis text,
  CHECK ((code ~ '^\d{2,5}$'::text)),
  CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
  CHECK ((name IS NFC NORMALIZED)),
  CHECK ((NOT isempty(valid))),
  PRIMARY KEY (uid),
  UNIQUE (code, valid WITHOUT OVERLAPS)
);
alter table registry.unit enable row level security;
create policy everybody_reads for select using true;
create policy province_writes for all using (platform.sees_unit(NULL::text) AND platform.may_change());
grant insert, select, update to an_sinh_app;

-- Whether a unit is in an especially difficult ethnic-minority and mountain area, by the list in force at the time
create table registry.zone (
  unit_uid text not null,
  area text not null,
  valid daterange not null,
  origin text not null,
  recorded_at timestamp with time zone default now() not null,
  CHECK ((area = ANY (ARRAY['ordinary'::text, 'difficultEthnicMountain'::text]))),
  CHECK ((NOT isempty(valid))),
  FOREIGN KEY (unit_uid) REFERENCES registry.unit(uid),
  PRIMARY KEY (unit_uid, valid WITHOUT OVERLAPS)
);
alter table registry.zone enable row level security;
create policy everybody_reads for select using true;
create policy province_writes for all using (platform.sees_unit(NULL::text) AND platform.may_change());
grant insert, select, update to an_sinh_app;

CREATE OR REPLACE FUNCTION archive.guard_page()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare state_now text := (select state from archive.scan where id = new.scan_id);
begin
  if state_now is distinct from 'waiting' and (state_now is distinct from 'unread'
      or (to_jsonb(new) - 'proposals') <> (to_jsonb(old) - 'proposals')) then
    raise exception 'the pages of scan % have been read', new.scan_id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION archive.guard_register()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare said text := to_jsonb(new) ->> tg_argv[0];
begin
  if not exists (select from archive.passed
      where scan_id = substring(said from '^scan:(\d{1,18})(?:#\d{1,5})?$')::bigint) then
    raise exception 'a value of % was not read by two officers', said using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION archive.guard_state()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.round <> old.round and not (new.round = old.round + 1 and old.state in ('agreed', 'setAside')
      and new.state in ('unread', 'failed')
      and not exists (select from archive.passed where scan_id = new.id)
      and exists (select from archive.reopening
        where scan_id = new.id and round = old.round and was = old.state and by = platform.actor())) then
    raise exception 'scan % was opened again by nobody', new.id using errcode = 'check_violation';
  elsif new.state = 'disagreed' and not exists (select from archive.reading
      where scan_id = new.id and round = new.round and turn = 2 and by = platform.actor()) then
    raise exception 'scan % was not read twice', new.id using errcode = 'check_violation';
  elsif new.state = 'agreed' and (old.state <> 'disagreed' or exists (select from archive.outcome(new.id) where is_open)
      or (select count(*) from archive.reading where scan_id = new.id and round = new.round) <> 2) then
    raise exception 'scan % is not agreed upon', new.id using errcode = 'check_violation';
  elsif new.state = 'entered' and (old.state <> 'agreed' or not exists
      (select from archive.entry where scan_id = new.id)) then
    raise exception 'scan % was entered by nobody', new.id using errcode = 'check_violation';
  elsif old.state in ('agreed', 'entered') and new.state not in ('agreed', 'entered') and new.round = old.round then
    raise exception 'scan % was agreed upon', new.id using errcode = 'check_violation';
  elsif new.state = 'waiting' and old.state <> 'unread' then
    raise exception 'scan % is not read by machine again', new.id using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION archive.outcome(wanted bigint)
 RETURNS TABLE(field text, first text, second text, written text, is_open boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with now_on as (select round from archive.scan where id = wanted),
    one as (select by, written, compared from archive.reading join now_on using (round) where scan_id = wanted and turn = 1),
    two as (select by, written, compared from archive.reading join now_on using (round) where scan_id = wanted and turn = 2),
    fields as (select jsonb_object_keys(compared) as field from one union select jsonb_object_keys(compared) from two),
    said as (select field, by, written, compared, voted_at from archive.vote join now_on using (round)
      where scan_id = wanted),
    third as (select distinct on (field) field, written from said
      where by not in (select by from one union select by from two)
      order by field, voted_at desc),
    readers as (select field, min(written) as written from said
      where by in (select by from one union select by from two)
      group by field having count(*) = 2 and min(compared) = max(compared))
  select field, one.written ->> field, two.written ->> field,
    case when is_same then one.written ->> field else coalesce(third.written, readers.written) end,
    not is_same and third.field is null and readers.field is null
  from fields cross join one cross join two left join third using (field) left join readers using (field),
    lateral (select one.compared ->> field is not distinct from two.compared ->> field as is_same) as each
$function$;

CREATE OR REPLACE FUNCTION awards.guard_paper()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from awards.award_request as asked where asked.state = 'approved'
      and asked.origin = new.origin and asked.person_id = new.person_id and asked.benefit = new.benefit
      and asked.category = new.category and asked.amount_dong = new.amount_dong
      and daterange(asked.from_month, (asked.to_month + interval '1 month')::date) = new.valid) then
    raise exception 'an award of % was not approved by a second officer', new.origin using errcode = 'check_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION awards.guard_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'proposed' or new.state = 'proposed' then
    raise exception 'the request % has been decided', old.id using errcode = 'check_violation';
  end if;
  new.decided_by := platform.actor();
  new.decided_at := clock_timestamp();
  return new;
end $function$;

CREATE OR REPLACE FUNCTION awards.keep_award()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into awards.award_before (award_id, person_id, benefit, category, coefficient_tenths, amount_dong, valid,
    decision_number, signed_on, payee, paid_by, origin, recorded_at)
  values (old.id, old.person_id, old.benefit, old.category, old.coefficient_tenths, old.amount_dong, old.valid,
    old.decision_number, old.signed_on, old.payee, old.paid_by, old.origin, old.recorded_at);
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION deduplication.guard_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('linked', 'different') and new.state not in (old.state, 'waiting') then
    raise exception 'The pair % has been decided', old.id using errcode = 'check_violation';
  end if;
  if new.state <> 'waiting' and (new.decided_by is distinct from old.decided_by or new.state <> old.state
      or new.decided_at is distinct from old.decided_at or new.decided_because is distinct from old.decided_because) then
    if new.decided_by <> platform.actor() then
      raise exception 'The pair % is decided in the name of another', old.id using errcode = 'check_violation';
    end if;
    new.decided_at := clock_timestamp();
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION deduplication.keep_tally()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  changed text := case tg_op
    when 'INSERT' then 'select *, 1 as change from added'
    when 'DELETE' then 'select *, -1 as change from removed'
    else 'select *, 1 as change from added union all select *, -1 as change from removed' end;
begin
  execute format($tally$
    insert into deduplication.tally as kept (unit_uid, state, least, both_paid, two_numbers, came_back, pairs)
    select case when unit_a = unit_b then unit_a end,
      state, case when weight >= 10 then 10 when weight >= 3 then 3 else -100 end,
      both_paid, two_numbers, came_back, sum(change)
    from (%s) as changed group by 1, 2, 3, 4, 5, 6 having sum(change) <> 0
    on conflict (unit_uid, state, least, both_paid, two_numbers, came_back)
      do update set pairs = kept.pairs + excluded.pairs$tally$, changed);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION directives.erase_draft(erased bigint, because text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare source text; own bigint[];
begin
  if not coalesce(directives.is_clerk(), false) then
    raise exception 'Clerks of the province erase drafts' using errcode = 'insufficient_privilege';
  end if;
  select source_sha256 into source from directives.directive where id = erased and state = 'draft' for update;
  if not found then
    raise exception 'The directive % is no draft', erased using errcode = 'check_violation';
  end if;
  own := array(select id from directives.draft where directive_id = erased);
  delete from directives.act where (body ->> 'directiveId')::bigint = erased
    or kind = 'keepDraft' and (outcome ->> 'id')::bigint = erased
    or (body #>> '{draft,id}')::bigint = any (own)
    or exists (select from jsonb_path_query(body, '$.drafts[*].id') as each where (each #>> '{}')::bigint = any (own));
  delete from directives.event where directive_id = erased;
  delete from directives.draft where directive_id = erased;
  delete from directives.directive where id = erased;
  insert into platform.audit (action, subject_kind, subject_id, details)
    values ('eraseDraft', 'directive', erased::text, jsonb_build_object('because', because));
  -- A content is kept once, whoever brought it: it stays while anything else names it.
  if exists (select from directives.directive where source_sha256 = source)
    or exists (select from directives.evidence where sha256 = source)
    or exists (select from archive.scan where sha256 = source)
    or exists (select from publishing.attachment where sha256 = source)
  then
    return null;
  end if;
  return source;
end $function$;

CREATE OR REPLACE FUNCTION directives.guard_task()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('done', 'withdrawn') and new.state <> old.state then
    raise exception 'the task % is closed', old.id using errcode = 'check_violation';
  end if;
  if old.original_due_on is not null and new.original_due_on is distinct from old.original_due_on then
    raise exception 'the first due day of the task % stays', old.id using errcode = 'check_violation';
  end if;
  if directives.is_machine() then
    return new;
  end if;
  if ((new.lead, new.receiver) is distinct from (old.lead, old.receiver) or new.state = 'withdrawn')
      and new is distinct from old and not directives.is_clerk() then
    raise exception 'only a clerk hands the task % over or withdraws it', old.id using errcode = 'insufficient_privilege';
  end if;
  if new.due_on is distinct from old.due_on and not coalesce(directives.receives(old.lead, old.receiver, coalesce(
      (select asked_by from directives.extension where task_id = old.id and granted_on = new.due_on
        and decided_by = platform.actor() order by extension.id desc limit 1), platform.actor())), false) then
    raise exception 'only its receiver moves the day of the task %', old.id using errcode = 'insufficient_privilege';
  end if;
  if new.state = old.state or new.state = 'withdrawn' then
    return new;
  end if;
  if new.state = 'saidDone' and not coalesce(directives.leads(old.lead), false)
      and not exists (select from directives.task as part where part.parent_id = old.id) then
    raise exception 'only its lead says that the task % is done', old.id using errcode = 'insufficient_privilege';
  end if;
  if new.state in ('done', 'open') and not (old.state = 'saidDone'
      and coalesce(directives.receives(old.lead, old.receiver, old.said_done_by), false)) then
    raise exception 'only its receiver confirms or returns the task %', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION directives.is_clerk()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (directives.is_machine() OR (platform.may_change() AND ('provinceOffice'::text = ANY (directives.parties()))));

CREATE OR REPLACE FUNCTION directives.is_machine()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((platform.actor() ~~ 'system:%'::text), false);

CREATE OR REPLACE FUNCTION directives.leads(lead text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((lead = ANY (directives.parties())) AND ((strpos(lead, ':'::text) > 0) OR (current_setting('app.scope'::text, true) = 'province'::text)));

CREATE OR REPLACE FUNCTION directives.of_one_house(lead text, receiver text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE((ARRAY[lead, receiver] <@ ARRAY['provinceOffice'::text, 'provinceCommittee'::text]), false);

CREATE OR REPLACE FUNCTION directives.parties()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN ((platform.actor() !~~ 'officer:%'::text) OR (COALESCE(current_setting('app.scope'::text, true), ''::text) = ''::text)) THEN '{}'::text[] ELSE directives.parties_of(current_setting('app.scope'::text, true), platform.may_change(), platform.agency()) END;

CREATE OR REPLACE FUNCTION directives.parties_of(scope text, changes boolean, agency text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((scope = 'province'::text) AND (NOT changes)) THEN ARRAY['leader'::text] WHEN ((scope = 'province'::text) AND (agency = 'provinceOffice'::text)) THEN ARRAY['provinceOffice'::text, 'provinceCommittee'::text] WHEN (scope = 'province'::text) THEN array_remove(ARRAY[agency], NULL::text) ELSE ARRAY[COALESCE(agency, 'communeCommittee'::text), ((COALESCE(agency, 'communeCommittee'::text) || ':'::text) || scope)] END;

CREATE OR REPLACE FUNCTION directives.reads_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (directives.is_machine() OR (directives.parties() && ARRAY['provinceOffice'::text, 'leader'::text]));

CREATE OR REPLACE FUNCTION directives.receives(lead text, receiver text, said_by text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((receiver = ANY (directives.parties())) AND ((NOT COALESCE((lead = ANY (directives.parties())), false)) OR (directives.of_one_house(lead, receiver) AND (said_by <> platform.actor()))));

CREATE OR REPLACE FUNCTION feedback.carry_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  d jsonb := new.details;
  before feedback.message;
  moves boolean := new.act in ('restrict', 'release');
begin
  select * into before from feedback.message where id = new.message_id for update;
  update feedback.message set
    state = coalesce(d->>'state', state),
    kind = coalesce(d->>'kind', kind),
    area = case when d ? 'area' then d->>'area' else area end,
    place_uid = case when d ? 'placeUid' then d->>'placeUid' else place_uid end,
    instance = coalesce(d->>'instance', instance),
    is_remote = coalesce((d->>'isRemote')::boolean, is_remote),
    is_complex = coalesce((d->>'isComplex')::boolean, is_complex),
    extended_times = case when new.act = 'extend' then extended_times + 1 when moves then 0 else extended_times end,
    agency = coalesce(d->>'agency', agency),
    unit_uid = case when d ? 'agency' then d->>'unitUid' else unit_uid end,
    due_on = case when d ? 'dueOn' then (d->>'dueOn')::date else due_on end,
    answer_due_on = case when d ? 'answerDueOn' then (d->>'answerDueOn')::date else answer_due_on end,
    sent_on = case when d ? 'sentOn' then (d->>'sentOn')::date else sent_on end,
    accepted_on = case when d ? 'acceptedOn' then (d->>'acceptedOn')::date else accepted_on end,
    answered_on = case when d ? 'answeredOn' then (d->>'answeredOn')::date else answered_on end,
    -- An answer stays on the path on which it was written.
    answer = case when new.act = 'answer' then d->>'text' when moves then null else answer end,
    answered_by = case when new.act = 'answer' then new.done_by when moves then null else answered_by end,
    approved_by = case when new.act = 'approve' then new.done_by when new.act in ('answer', 'reopen') or moves then null else approved_by end,
    closed_because = case when new.act = 'close' then d->>'because' when new.act = 'reopen' or moves then null else closed_because end,
    ending = case when new.act = 'close' then d->>'ending' when moves then null else ending end,
    path = coalesce(d->>'path', path),
    may_publish = may_publish and new.act <> 'withdrawConsent',
    leading_id = case new.act when 'join' then (d->>'leadingId')::uuid when 'unjoin' then null when 'restrict' then null else leading_id end,
    raised_agency = case when new.act = 'escalate' then d->>'raisedAgency' when d ? 'agency' then null else raised_agency end,
    escalated_for = case when new.act = 'escalate' then (d->>'forDue')::date else escalated_for end,
    begun_on = case when new.act = 'reopen' then (d->>'begunOn')::date else begun_on end,
    reopened_times = reopened_times + (new.act = 'reopen')::int,
    earlier_agency = case when new.act = 'reopen' then before.agency else earlier_agency end,
    earlier_unit_uid = case when new.act = 'reopen' then before.unit_uid else earlier_unit_uid end
  where id = new.message_id;
  if new.act = 'receive' then
    insert into feedback.holding (message_id, agency, unit_uid, held)
      values (new.message_id, before.agency, before.unit_uid, tstzrange(new.at, null));
  elsif d ? 'agency' and (d->>'agency', d->>'unitUid') is distinct from (before.agency, before.unit_uid) then
    update feedback.holding set held = tstzrange(lower(held), new.at)
      where message_id = new.message_id and upper_inf(held) and lower(held) < new.at;
    delete from feedback.holding where message_id = new.message_id and upper_inf(held);
    insert into feedback.holding (message_id, agency, unit_uid, held)
      values (new.message_id, d->>'agency', d->>'unitUid', tstzrange(new.at, null));
  end if;
  if new.act in ('restrict', 'withdrawConsent') then
    update feedback.published set state = 'withdrawn', withdrawn_at = new.at, withdrawn_because =
        case new.act when 'restrict' then 'Nội dung không được công khai' else 'Người gửi không còn đồng ý công khai' end
      where message_id = new.message_id and state in ('proposed', 'published');
  end if;
  if new.act = 'restrict' then
    update feedback.message set leading_id = null where leading_id = new.message_id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION feedback.count_unread(on_day date)
 RETURNS TABLE(waiting bigint, late bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if platform.actor() like 'officer:%' and current_setting('app.scope', true) = 'province' then
    perform set_config('feedback.sums', 'unread', true);
    return query select count(*), count(*) filter (where due_on < on_day)
      from feedback.message where path = 'open' and feedback.is_unread(state, kind);
    perform set_config('feedback.sums', '', true);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION feedback.follow(shown_code text, public_id bigint, new_contact text, now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare followed uuid;
begin
  perform set_config('feedback.portal', 'yes', true);
  if public_id is not null then
    select p.message_id into followed from feedback.published p where p.id = public_id and p.state = 'published';
  elsif shown_code = feedback.shown_receipt() then
    select r.message_id into followed from feedback.receipt r where r.code = shown_code;
  end if;
  if followed is not null then
    insert into feedback.follower (message_id, contact, followed_at) values (followed, new_contact, now)
      on conflict do nothing;
  end if;
  perform set_config('feedback.portal', '', true);
  return followed is not null;
end $function$;

CREATE OR REPLACE FUNCTION feedback.is_unread(state text, kind text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((state = 'received'::text) AND (kind IS NULL));

CREATE OR REPLACE FUNCTION feedback.list_calls()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into feedback.calling (message_id, act_id, contact)
    select new.message_id, new.id, contact from (
      select contact from feedback.message where id = new.message_id
      union select f.contact from feedback.follower f where f.message_id = new.message_id and new.path = 'open') contacts
    where contact is not null and position('@' in contact) = 0;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION feedback.mark_path()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  select coalesce(new.details->>'path', m.path) into new.path from feedback.message m where m.id = new.message_id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION feedback.marks(from_marks integer)
 RETURNS TABLE(agency text, unit_uid text, marks bigint, mean numeric, comments text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform set_config('feedback.sums', 'yes', true);
  return query select r.agency, r.unit_uid, count(*), round(avg(r.mark), 2),
    array_agg(r.comment order by md5(r.message_id::text)) filter (where r.comment is not null
      and exists (select from feedback.message m where m.id = r.message_id and m.path = 'open'))
  from feedback.rating r where feedback.sees_held(r.agency, r.unit_uid) and platform.actor() is distinct from 'citizen'
  group by r.agency, r.unit_uid having count(*) >= from_marks;
  perform set_config('feedback.sums', '', true);
end $function$;

CREATE OR REPLACE FUNCTION feedback.public_answers()
 RETURNS TABLE(id bigint, title text, content text, answer text, area text, agency text, unit_uid text, received_on date, answered_on date, published_at timestamp with time zone, withdrawn_at timestamp with time zone, withdrawn_because text, folded text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform set_config('feedback.portal', 'yes', true);
  return query select p.id, case when p.state = 'published' then p.title end,
    case when p.state = 'published' then p.content end, case when p.state = 'published' then p.answer end, p.area,
    p.agency, p.unit_uid, p.received_on, p.answered_on, p.published_at, p.withdrawn_at, p.withdrawn_because,
    case when p.state = 'published' then p.folded end
  from feedback.published p where p.state in ('published', 'withdrawn') and p.decided_by is not null;
  perform set_config('feedback.portal', '', true);
end $function$;

CREATE OR REPLACE FUNCTION feedback.public_figures(from_marks integer)
 RETURNS TABLE(agency text, unit_uid text, messages bigint, answered bigint, in_time bigint, mean numeric, marks bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform set_config('feedback.sums', 'yes', true);
  return query select m.agency, m.unit_uid, count(*), count(m.answered_on),
      count(*) filter (where m.answered_on <= m.answer_due_on),
      (select round(avg(r.mark), 2) from feedback.rating r where r.agency = m.agency
        and r.unit_uid is not distinct from m.unit_uid having count(*) >= from_marks),
      (select count(*) from feedback.rating r where r.agency = m.agency
        and r.unit_uid is not distinct from m.unit_uid having count(*) >= from_marks)
    from feedback.message m where m.path = 'open' group by m.agency, m.unit_uid;
  perform set_config('feedback.sums', '', true);
end $function$;

CREATE OR REPLACE FUNCTION feedback.sees_held(agency text, unit_uid text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (current_setting('app.scope'::text, true) = 'province'::text) THEN ((platform.agency() IS NULL) OR (platform.agency() = 'provinceOffice'::text) OR ((platform.agency() = agency) AND (unit_uid IS NULL))) ELSE (unit_uid = current_setting('app.scope'::text, true)) END;

CREATE OR REPLACE FUNCTION feedback.sees_message(message_id text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN CASE WHEN (message_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'::text) THEN (EXISTS (SELECT FROM feedback.message WHERE (message.id = (sees_message.message_id)::uuid))) ELSE false END;

CREATE OR REPLACE FUNCTION feedback.sees_path(path text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE path WHEN 'open'::text THEN true WHEN 'denunciation'::text THEN platform.sees_reserved_area('denunciation'::text) WHEN 'child'::text THEN platform.sees_reserved_area('children'::text) ELSE false END;

CREATE OR REPLACE FUNCTION feedback.sees_reserved(path text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((platform.actor() ~~ 'system:%'::text) OR ((current_setting('app.scope'::text, true) = 'province'::text) AND feedback.sees_path(path)));

CREATE OR REPLACE FUNCTION feedback.sees_subject(kind text, id text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((kind ~~ 'feedback%'::text) AND (platform.actor() ~~ 'officer:%'::text) AND feedback.sees_message(id) AND ((kind = 'feedback'::text) OR feedback.sees_reserved(split_part(kind, '.'::text, 2))));

CREATE OR REPLACE FUNCTION feedback.shares_out()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((current_setting('app.scope'::text, true) = 'province'::text) AND platform.may_change() AND (COALESCE(platform.agency(), 'provinceOffice'::text) = 'provinceOffice'::text));

CREATE OR REPLACE FUNCTION feedback.shown_receipt()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('feedback.receipt'::text, true), ''::text);

CREATE OR REPLACE FUNCTION intake.keep_restricted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not intake.sees_restricted() then
    raise exception 'The list % is opened by who may see it', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION intake.sees_restricted()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (platform.sees_area('socialAssistance'::text) AND platform.may_change());

CREATE OR REPLACE FUNCTION platform.actor()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.actor'::text, true), ''::text);

CREATE OR REPLACE FUNCTION platform.agency()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.agency'::text, true), ''::text);

CREATE OR REPLACE FUNCTION platform.handle_mail()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update platform.outgoing_mail set
    state = case new.act when 'sendAgain' then 'waiting' else 'toldOtherwise' end,
    tries = case new.act when 'sendAgain' then 0 else tries end,
    next_try_at = new.at,
    news_since = case new.act when 'sendAgain' then new.at else news_since end
  where id = new.letter_id and state in ('failed', 'givenUp');
  if not found then raise exception 'The letter % is being sent or is over', new.letter_id using errcode = '40001'; end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.hold_audit_open()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock_shared(hashtext('platform.audit'));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION platform.is_machine()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((platform.actor() ~~ 'system:%'::text), true);

CREATE OR REPLACE FUNCTION platform.may_change()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (current_setting('app.changes'::text, true) = 'yes'::text);

CREATE OR REPLACE FUNCTION platform.say_when()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  return jsonb_populate_record(new, jsonb_build_object(tg_argv[0], clock_timestamp()));
end $function$;

CREATE OR REPLACE FUNCTION platform.sees_area(area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (('*'::text = ANY (string_to_array(current_setting('app.areas'::text, true), ','::text))) OR (area = ANY (string_to_array(current_setting('app.areas'::text, true), ','::text))));

CREATE OR REPLACE FUNCTION platform.sees_reserved_area(area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (area = ANY (string_to_array(current_setting('app.areas'::text, true), ','::text)));

CREATE OR REPLACE FUNCTION platform.sees_unit(unit_uid text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (current_setting('app.scope'::text, true) = ANY (ARRAY[unit_uid, 'province'::text]));

CREATE OR REPLACE FUNCTION publishing.change_slug(from_slug text, to_slug text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not platform.may_change()
    or exists (select from publishing.manuscript where slug = from_slug and not platform.sees_unit(unit_uid))
    or exists (select from publishing.article where slug = from_slug) and not platform.sees_unit(null)
  then
    raise exception 'The province changes the address of what readers know, and others that of their own drafts'
      using errcode = '42501';
  end if;
  if exists (select from publishing.former_slug where slug = to_slug)
    or exists (select from publishing.article where slug = to_slug)
    or exists (select from publishing.manuscript where slug = to_slug)
  then
    raise exception 'The address % was used before', to_slug using errcode = '23505';
  end if;
  if exists (select from publishing.article where slug = from_slug) then
    update publishing.former_slug set now = to_slug where now = from_slug;
    insert into publishing.former_slug (slug, now) values (from_slug, to_slug);
    update publishing.article set slug = to_slug where slug = from_slug;
    update publishing.correction set slug = to_slug where slug = from_slug;
    update publishing.withdrawal set slug = to_slug where slug = from_slug;
  end if;
  update publishing.manuscript set slug = to_slug where slug = from_slug;
  if not found and not exists (select from publishing.article where slug = to_slug) then
    raise exception 'There is no text of theirs at %', from_slug using errcode = '42501';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION publishing.fill_article()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare said jsonb; draft publishing.manuscript; shown publishing.revision; kept publishing.article;
begin
  if tg_op = 'UPDATE' and new.revision_id is not distinct from old.revision_id
    and (old.revision_id is not null or platform.actor() not like 'system:%')
  then
    kept := old;
    kept.withdrawn_at := new.withdrawn_at;
    -- Another address, when the old one was given up for it.
    if exists (select from publishing.former_slug as former where former.slug = old.slug and former.now = new.slug) then
      kept.slug := new.slug;
    end if;
    if old.withdrawn_at is not null and new.withdrawn_at is null
      and exists (select from publishing.withdrawal where slug = old.slug and restored_at is null)
    then
      raise exception 'An article comes back when a second officer says why' using errcode = '42501';
    end if;
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
end $function$;

CREATE OR REPLACE FUNCTION publishing.fill_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION publishing.fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select btrim(regexp_replace(regexp_replace(replace(normalize(lower(normalize(words, nfc) collate "pg_c_utf8"), nfd),
    'đ', 'd'), '[\u0300-\u036f''’`]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))
$function$;

CREATE OR REPLACE FUNCTION publishing.guard_restoring()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.restored_at is null or old.restored_at is not null then
    return new;
  end if;
  if platform.actor() = old."by" or exists (select from publishing.article
    join publishing.revision on revision.id = article.revision_id
    where article.slug = old.slug and platform.actor() = any (revision.editors))
  then
    raise exception 'An article comes back by an officer who neither withdrew nor wrote it' using errcode = '42501';
  end if;
  new.restored_by := platform.actor();
  return new;
end $function$;

CREATE OR REPLACE FUNCTION publishing.guard_review()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION publishing.keep_manuscript()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION publishing.keep_searchable()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op <> 'INSERT' then
    delete from publishing.searchable where slug = old.slug and language = old.language;
  end if;
  if tg_op <> 'DELETE' and new.published_at is not null and new.withdrawn_at is null then
    perform publishing.make_searchable(new);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION publishing.make_searchable(shown publishing.article)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION publishing.next_edition()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update publishing.edition set number = number + 1;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION publishing.spell(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select btrim(regexp_replace(regexp_replace(translate(replace(
    regexp_replace(normalize(lower(normalize(words, nfc) collate "pg_c_utf8"), nfd),
      '([\u0300\u0301\u0303\u0309\u0323])([a-zđ\u0302\u0306\u031b]*)', '\2\1', 'g'),
    'đ', 'd9'), U&'\0301\0300\0309\0303\0323\0302\031b\0306', '12345678'), '[\u0300-\u036f''’`]', '', 'g'),
    '[^a-z0-9]+', ' ', 'g'))
$function$;

CREATE OR REPLACE FUNCTION publishing.weigh(title text, names text, lead text, body text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select setweight(to_tsvector('simple', coalesce(title, '')), 'A') || setweight(to_tsvector('simple', coalesce(names, '')), 'B')
    || setweight(to_tsvector('simple', coalesce(lead, '')), 'C') || setweight(to_tsvector('simple', coalesce(body, '')), 'D')
$function$;

CREATE OR REPLACE FUNCTION publishing.words_of(body jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select concat_ws(E'\n',
    (select string_agg((select string_agg(run ->> 'text', '' order by at)
        from jsonb_array_elements(line) with ordinality as runs (run, at)), E'\n' order by place)
      from jsonb_path_query(body, 'strict $.** ? (@.type() == "array" && exists (@[0].text))')
        with ordinality as lines (line, place)),
    (select string_agg(said #>> '{}', E'\n')
      from jsonb_path_query(body, 'lax $[*] ? (@.kind == "figure").keyvalue() ? (@.key == "alt" || @.key == "caption").value')
        as figures (said)))
$function$;

CREATE OR REPLACE FUNCTION registry.against_number(record bigint, number text)
 RETURNS TABLE(record_id bigint, place text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  sight text := current_setting('app.scope', true);
begin
  -- Row-level security holds here, until the scope is widened below.
  if not exists (select from registry.person where id = record) then return; end if;
  perform set_config('app.scope', 'province', true);
  return query with recursive reached (id) as (
      select record union
      select case when l.record_a = r.id then l.record_b else l.record_a end
      from reached r join registry.link l on r.id in (l.record_a, l.record_b) and l.unlinked_at is null),
    mistaken (value) as (select l.mistaken_number from registry.link l
      where l.unlinked_at is null and l.record_a in (select id from reached) and l.mistaken_number is not null)
    select p.id, left(p.citizen_id, 3) from reached join registry.person p using (id)
    where p.id <> record and p.citizen_id <> number and p.citizen_id not in (select value from mistaken)
      and number not in (select value from mistaken)
    order by p.id;
  perform set_config('app.scope', sight, true);
end $function$;

CREATE OR REPLACE FUNCTION registry.guard_change_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'proposed' then
    raise exception 'The request % has been decided' , old.id using errcode = 'check_violation';
  end if;
  if new.decided_by is distinct from platform.actor() then
    raise exception 'The request % is decided in the name of another', old.id using errcode = 'check_violation';
  end if;
  new.decided_at := clock_timestamp();
  return new;
end $function$;

CREATE OR REPLACE FUNCTION registry.guard_speaker()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  held integer;
  seen integer;
  speakers integer;
  naming integer;
begin
  with recursive reached (id) as (
    select new.id union
    select case when l.record_a = r.id then l.record_b else l.record_a end
    from reached r join registry.link l on r.id in (l.record_a, l.record_b) and l.unlinked_at is null)
  select count(*), count(person.id), count(*) filter (where person.linked_to is null),
    count(*) filter (where person.linked_to in (select id from reached))
  into held, seen, speakers, naming from reached left join registry.person using (id);
  if seen < held or speakers <> 1 or naming <> held - 1 then
    raise exception 'Who speaks for the record % does not follow from its links', new.id
      using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION registry.keep_fact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into registry.fact_before (person_id, key, value, valid, origin, recorded_at)
  values (old.person_id, old.key, old.value, old.valid, old.origin, old.recorded_at);
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded_at := case when new.value = old.value and new.valid <@ old.valid then old.recorded_at else now() end;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION registry.keep_household()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new.origin := old.origin;
  new.recorded_at := old.recorded_at;
  if (old.unit_uid, old.village) is not distinct from (new.unit_uid, new.village) then
    new.amended_at := old.amended_at;
    new.amended_origin := old.amended_origin;
    return new;
  end if;
  if new.amended_at is not distinct from old.amended_at or new.amended_origin is null then
    new.amended_origin := coalesce(platform.actor(), 'database');
  end if;
  new.amended_at := clock_timestamp();
  insert into registry.household_before values (old.id, old.unit_uid, old.village,
    coalesce(old.amended_origin, old.origin), coalesce(old.amended_at, old.recorded_at), new.amended_at);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION registry.keep_household_fact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into registry.household_fact_before (household_id, key, value, valid, origin, recorded_at)
  values (old.household_id, old.key, old.value, old.valid, old.origin, old.recorded_at);
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded_at := case when new.value = old.value and new.valid <@ old.valid then old.recorded_at else now() end;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION registry.keep_household_life()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into registry.household_life_before (household_id, valid, recorded_at)
  values (old.household_id, old.valid, old.recorded_at);
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION registry.keep_link()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.unlinked_at is not null then
    raise exception 'A link that was taken back stays as it is' using errcode = 'insufficient_privilege';
  end if;
  new.unlinked_at := clock_timestamp();
  return new;
end $function$;

CREATE OR REPLACE FUNCTION registry.keep_membership()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into registry.membership_before (person_id, household_id, relation, valid, origin, recorded_at)
  values (old.person_id, old.household_id, old.relation, old.valid, old.origin, old.recorded_at);
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION registry.keep_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new.origin := old.origin;
  new.recorded_at := old.recorded_at;
  if (old.name, old.sex, old.birth_from, old.birth_to, old.birth_written, old.citizen_id, old.old_id, old.death_on,
      old.unit_uid, old.village, old.reviewed_on)
    is not distinct from (new.name, new.sex, new.birth_from, new.birth_to, new.birth_written, new.citizen_id,
      new.old_id, new.death_on, new.unit_uid, new.village, new.reviewed_on) then
    new.amended_at := old.amended_at;
    new.amended_origin := old.amended_origin;
    return new;
  end if;
  -- Whoever changes the record names the origin together with the moment; else the actor is the origin.
  if new.amended_at is not distinct from old.amended_at or new.amended_origin is null then
    new.amended_origin := coalesce(platform.actor(), 'database');
  end if;
  new.amended_at := clock_timestamp();
  insert into registry.person_before values (old.id, old.name, old.name_folded, old.sex, old.birth_from, old.birth_to,
    old.birth_written, old.citizen_id, old.old_id, old.death_on, old.unit_uid, old.village, old.reviewed_on,
    coalesce(old.amended_origin, old.origin), coalesce(old.amended_at, old.recorded_at), new.amended_at);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION registry.keep_residence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into registry.residence_before (person_id, unit_uid, village, valid, origin, recorded_at)
  values (old.person_id, old.unit_uid, old.village, old.valid, old.origin, old.recorded_at);
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION registry.note_everybody()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into registry.touched default values;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION registry.note_households()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (select count(*) from (select from changed limit 20001) as few) > 20000 then
    insert into registry.touched default values;
  else
    insert into registry.touched (household_id) select distinct household_id from changed;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION registry.note_known_as()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into registry.known_as (person_id, key, value, folded)
    select old.id, was.key, was.value, was.folded
    from (values ('name', old.name, old.name_folded, new.name), ('citizenId', old.citizen_id, old.citizen_id, new.citizen_id),
      ('oldId', old.old_id, old.old_id, new.old_id)) as was (key, value, folded, now)
    where was.value is distinct from was.now and was.value is not null and (was.now is not null
      or exists (select from registry.former_value f where f.person_id = old.id and f.key = was.key and f.value = was.value))
    on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION registry.note_persons()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (select count(*) from (select from changed limit 20001) as few) > 20000 then
    insert into registry.touched default values;
  else
    insert into registry.touched (person_id) select distinct person_id from changed;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION registry.note_records()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if (select count(*) from (select from changed limit 20001) as few) > 20000 then
    insert into registry.touched default values;
  else
    insert into registry.touched (person_id) select id from changed
      union select linked_to from changed where linked_to is not null;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION registry.numbers_elsewhere(citizen_ids text[], old_ids text[])
 RETURNS TABLE(kind text, number text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  sight text := current_setting('app.scope', true);
begin
  if coalesce(sight, '') in ('', 'province') then return; end if;
  perform set_config('app.scope', 'province', true);
  return query execute 'select distinct ''citizenId'', p.citizen_id from registry.person p
      where p.citizen_id = any ($1) and p.unit_uid is distinct from $3
    union all select distinct ''oldId'', p.old_id from registry.person p
      where p.old_id = any ($2) and p.unit_uid is distinct from $3' using citizen_ids, old_ids, sight;
  perform set_config('app.scope', sight, true);
end $function$;

CREATE OR REPLACE FUNCTION registry.open_household()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into registry.household_life (household_id, recorded_at) select id, recorded_at from opened;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION registry.referring(people bigint[])
 RETURNS TABLE(person_id bigint, referring text)
 LANGUAGE plpgsql
 STABLE
AS $function$
declare reference record;
begin
  for reference in
    select conrelid::regclass::text as name, attname as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'registry.person'::regclass and confdeltype = 'a'
      and conrelid not in ('registry.person'::regclass, 'registry.fact'::regclass, 'registry.residence'::regclass,
        'registry.membership'::regclass, 'registry.link'::regclass, 'awards.award'::regclass,
        'awards.application'::regclass, 'intake.row'::regclass)
  loop
    return query execute format('select %I::bigint, %L::text from %s where %I = any ($1)', reference.column,
      reference.name, reference.name, reference.column) using people;
  end loop;
  return query select unnest(array[record_a, record_b]), 'deduplication.pair' from deduplication.pair
    where state <> 'waiting' and (record_a = any (people) or record_b = any (people));
end $function$;

CREATE OR REPLACE FUNCTION registry.remove_records(people bigint[], households bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not platform.may_change() then
    raise exception 'The actor may not change records' using errcode = 'insufficient_privilege';
  end if;
  -- Row-level security holds here too: nobody removes whom they do not see.
  insert into registry.link_before select id, record_a, record_b, speaks, mistaken_number, because, linked_by, linked_at,
      unlinked_by, unlinked_at, unlinked_because, clock_timestamp()
    from registry.link where unlinked_at is not null
      and (record_a = any (people) or record_b = any (people));
  delete from registry.link where unlinked_at is not null
    and (record_a = any (people) or record_b = any (people));
  insert into registry.person_before select id, name, name_folded, sex, birth_from, birth_to, birth_written, citizen_id,
      old_id, death_on, unit_uid, village, reviewed_on, coalesce(amended_origin, origin),
      coalesce(amended_at, recorded_at), clock_timestamp()
    from registry.person where id = any (people);
  delete from registry.person where id = any (people);
  insert into registry.household_before select id, unit_uid, village, coalesce(amended_origin, origin),
      coalesce(amended_at, recorded_at), clock_timestamp()
    from registry.household where id = any (households);
  delete from registry.household_life where household_id = any (households);
  delete from registry.household where id = any (households);
end $function$;

CREATE OR REPLACE FUNCTION registry.say_when_of_fact()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare was_said timestamptz;
begin
  -- Programs know thousandths of a second, the database millionths.
  execute format('select max(before.recorded_at) from registry.%I_before as before where before.%I = $1
      and before.key = $2 and before.value = $3 and $5 <@ before.valid
      and date_trunc(''milliseconds'', before.recorded_at) = date_trunc(''milliseconds'', $4)
      and before.superseded_at >= transaction_timestamp()', tg_table_name, tg_argv[0])
    into was_said using (to_jsonb(new) ->> tg_argv[0])::bigint, new.key, new.value, new.recorded_at, new.valid;
  new.recorded_at := coalesce(was_said, transaction_timestamp());
  return new;
end $function$;

CREATE OR REPLACE FUNCTION registry.words_of_link(link_id bigint)
 RETURNS TABLE(mistaken_number text, because jsonb, unlinked_because text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
    -- Row-level security holds here too.
    select case when sight.of_both or exists (select from registry.person p where p.citizen_id = l.mistaken_number)
        then l.mistaken_number end,
      case when sight.of_both then l.because else '{}' end,
      case when sight.of_both then l.unlinked_because end
    from registry.link l cross join lateral (select platform.sees_unit(null)
      or (select count(*) = 2 from registry.person p where p.id in (l.record_a, l.record_b)) as of_both) as sight
    where l.id = link_id
  $function$;
