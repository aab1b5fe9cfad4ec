-- Once a month a payment list goes out and the day to act by of every open finding moves on: a finding says what it
-- waits for, and its day is read from that, so that nothing has to be written on such a night.
alter table findings.finding
  add column due_by text check (due_by in ('list', 'decision')),
  add constraint finding_one_day check (due_by is null or due_on is null);
comment on column findings.finding.due_by is 'What it must be acted on before: the next payment list, or the last day of the month on which a decision can be signed; then it has no due_on of its own';
comment on column findings.finding.next_step is 'A verb and what, in Vietnamese and English; {list} stands for the month of the next payment list. None in what was swept before there were steps';
comment on column findings.finding.last_seen_run is 'The run that last judged the person and found this. A run of changes leaves the findings of those whom nothing touched: while closed_run is empty it stands as of the latest run of its month';
