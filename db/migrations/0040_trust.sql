-- Who may only read cannot write, whatever the program around it says; who has lost sight of a person loses sight of
-- what was found of them; and the tables behind signing in are open to nobody who acts for somebody.
create function platform.may_change() returns boolean language sql stable parallel safe
  return current_setting('app.changes', true) = 'yes';
comment on function platform.may_change() is 'Whether the actor may change records: leaders and citizens may not';

-- Restrictive: these hold beside the policies that say who sees whom, and never open a row of their own.
do $$
declare name text;
begin
  foreach name in array array['registry.person', 'registry.residence', 'registry.household', 'registry.membership',
    'registry.fact', 'registry.household_fact', 'registry.fact_before', 'registry.household_fact_before',
    'awards.award', 'awards.application', 'intake.file', 'intake.row', 'findings.finding', 'findings.measure']
  loop
    execute format('create policy changers_add on %s as restrictive for insert with check (platform.may_change())', name);
    execute format('create policy changers_change on %s as restrictive for update using (true)
      with check (platform.may_change())', name);
    execute format('create policy changers_remove on %s as restrictive for delete using (platform.may_change())', name);
  end loop;
end $$;

-- What everybody may read and the province alone writes.
do $$
declare name text;
begin
  foreach name in array array['registry.unit', 'registry.zone', 'findings.run', 'publishing.article']
  loop
    execute format('alter table %s enable row level security', name);
    execute format('alter table %s force row level security', name);
    execute format('create policy everybody_reads on %s for select using (true)', name);
    execute format('create policy province_writes on %s
      using (platform.sees_unit(null) and platform.may_change())', name);
  end loop;
end $$;

-- Accounts, sessions and keys are asked for before anybody is known: whoever acts as an officer, the machine or a
-- citizen does not see them, so that a hole in a page cannot read a password's hash.
do $$
declare name text;
begin
  foreach name in array array['account_user', 'account', 'session', 'verification', 'sign_in_try', 'secret', 'officer']
  loop
    execute format('alter table platform.%I enable row level security', name);
    execute format('alter table platform.%I force row level security', name);
    execute format('create policy before_anybody on platform.%I using (platform.actor() is null)', name);
  end loop;
end $$;

-- A finding keeps the unit it was found in until the next sweep: the unit a person has left sees it no longer.
alter policy own_unit on findings.finding using (platform.sees_unit(null)
  or platform.sees_unit(unit_uid) and exists (select from registry.person where person.id = finding.person_id));

-- A list is brought in for one's own unit, never in the name of another.
alter policy own_unit on intake.file with check (platform.sees_unit(unit_uid));

-- All citizens share one name in the log: it opens no line to them.
alter policy own_unit on platform.audit using (platform.sees_unit(unit_uid)
  or actor = platform.actor() and actor <> 'citizen');

-- What was known before is written by the database alone.
alter function registry.keep_fact() security definer set search_path = '';
alter function registry.keep_household_fact() security definer set search_path = '';
revoke insert on registry.fact_before, registry.household_fact_before from an_sinh_app;

-- People of one household are found again by the name their list gives it.
create index on intake.row (file_id, (reading->>'household')) where reading->>'household' is not null;
