-- The office of the province does the work of its committee: what is given to the committee or received by it comes to the
-- clerks, and of what the two lead together nobody confirms what they themselves said is done.
create function directives.parties_of(scope text, changes boolean, agency text) returns text[] language sql immutable parallel safe
  return case
    when scope = 'province' and not changes then array['leader']
    when scope = 'province' and agency = 'provinceOffice' then array['provinceOffice', 'provinceCommittee']
    when scope = 'province' then array_remove(array[agency], null)
    else array[coalesce(agency, 'communeCommittee'), coalesce(agency, 'communeCommittee') || ':' || scope]
  end;
comment on function directives.parties_of(text, boolean, text) is 'For whom an officer of this unit and agency acts; officers of the province''s office act for its committee too';

create or replace function directives.parties() returns text[] language sql stable parallel safe
  return case
    when platform.actor() not like 'officer:%' or coalesce(current_setting('app.scope', true), '') = '' then '{}'::text[]
    else directives.parties_of(current_setting('app.scope', true), platform.may_change(), platform.agency())
  end;

create function directives.of_one_house(lead text, receiver text) returns boolean language sql immutable parallel safe
  return coalesce(array[lead, receiver] <@ array['provinceOffice', 'provinceCommittee'], false);
comment on function directives.of_one_house(text, text) is 'Whether the committee and its office are on both sides: the same officers act for both, so a second one confirms';

create function directives.receives(lead text, receiver text, said_by text) returns boolean language sql stable parallel safe
  return receiver = any (directives.parties()) and (not coalesce(lead = any (directives.parties()), false)
    or directives.of_one_house(lead, receiver) and said_by <> platform.actor());
comment on function directives.receives(text, text, text) is 'Whether the actor decides what somebody said of a task: for its receiver, and never for their own agency or of their own words';

create or replace function directives.guard_task() returns trigger language plpgsql as $$
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
end $$;

drop policy receiver_decides on directives.extension;
create policy receiver_decides on directives.extension as restrictive for update using (directives.is_machine()
  or exists (select from directives.task where task.id = extension.task_id
    and directives.receives(task.lead, task.receiver, extension.asked_by)));
