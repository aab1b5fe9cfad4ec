-- Tasks are found by their words however the tones are typed.
alter table directives.task add column words text not null default '';
comment on column directives.task.words is 'What it says, folded: without tones and capitals';
