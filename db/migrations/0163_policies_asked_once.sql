-- Who somebody acts for is asked once a statement and not once a row: reminders look at every task there is.
do $$
declare name text;
begin
  foreach name in array array['holding', 'extension', 'opinion', 'evidence', 'report', 'task_metric', 'reminder']
  loop
    execute format('alter policy with_its_task on directives.%I using ((select directives.reads_all())
      or exists (select from directives.task where task.id = %I.task_id))', name, name);
  end loop;
end $$;
alter policy parties_see on directives.task using ((select directives.reads_all())
  or parties && (select directives.parties()));
alter policy clerks_see on directives.draft using ((select directives.reads_all()));
alter policy with_its_task on directives.event using ((select directives.reads_all())
  or task_id is not null and exists (select from directives.task where task.id = event.task_id));
alter policy machine_reminds on directives.reminder with check ((select directives.is_machine()));
alter policy changers_add on directives.reminder with check ((select platform.may_change()));
