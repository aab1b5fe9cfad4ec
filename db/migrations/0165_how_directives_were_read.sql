-- How sure the machine was of a scanned directive is told wherever its words are shown, not only on the day it was read.
alter table directives.directive add column read_as text check (read_as in ('text', 'docx', 'pdf', 'scan')),
  add column scan_confidence integer check (scan_confidence between 0 and 100),
  add check (scan_confidence is null or read_as = 'scan');
comment on column directives.directive.read_as is 'What its text was read from; null before this was kept';
comment on column directives.directive.scan_confidence is 'How sure the machine was of the words it read from pictures, 0 to 100';
