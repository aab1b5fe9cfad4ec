-- What an officer does about a finding, beside the reasons for it.
alter table findings.finding add column next_step jsonb;
comment on column findings.finding.next_step is 'A verb and what, in Vietnamese and English; none in what was swept before';
