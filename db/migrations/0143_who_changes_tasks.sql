-- Who changes what of a task is held by the database: clerks its lead, its receiver the day and the confirmation, who is
-- asked the answer. What all communes were given together none of them says is done for all.
create function directives.leads(lead text) returns boolean language sql stable parallel safe
  return lead = any (directives.parties())
    and (strpos(lead, ':') > 0 or current_setting('app.scope', true) = 'province');
comment on function directives.leads(text) is 'Whether the actor acts for this lead alone: an officer of one commune does not for all of them';

create or replace function directives.guard_task() returns trigger language plpgsql as $$
declare
  receives boolean := old.receiver = any (directives.parties()) and not coalesce(old.lead = any (directives.parties()), false);
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
  if new.due_on is distinct from old.due_on and not receives then
    raise exception 'only its receiver moves the day of the task %', old.id using errcode = 'insufficient_privilege';
  end if;
  if new.state = old.state or new.state = 'withdrawn' then
    return new;
  end if;
  if new.state = 'saidDone' and not coalesce(directives.leads(old.lead), false)
      and not exists (select from directives.task as part where part.parent_id = old.id) then
    raise exception 'only its lead says that the task % is done', old.id using errcode = 'insufficient_privilege';
  end if;
  if new.state in ('done', 'open') and not (receives and old.state = 'saidDone') then
    raise exception 'only its receiver confirms or returns the task %', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create policy asked_answers on directives.opinion as restrictive for update
  using (directives.is_machine() or party = any (directives.parties()));
create policy asked_answers on directives.proposal as restrictive for update
  using (directives.is_machine() or party = any (directives.parties()));
create policy receiver_decides on directives.extension as restrictive for update using (directives.is_machine()
  or exists (select from directives.task where task.id = extension.task_id and task.receiver = any (directives.parties())
    and not coalesce(task.lead = any (directives.parties()), false)));
