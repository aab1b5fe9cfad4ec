-- A list does not always say its month or where its headings stand: an officer does, and every value's cell is known.
alter table intake.file
  add column month_named date check (extract(day from month_named) = 1),
  add column heading_first integer check (heading_first > 0),
  add column heading_last integer check (heading_last between heading_first and heading_first + 2),
  add column letters jsonb;
comment on column intake.file.month_named is 'The month the list pays, as an officer named it';
comment on column intake.file.heading_first is 'The first row of the headings, as an officer named it';
comment on column intake.file.heading_last is 'The last row of the headings, as an officer named it';
comment on column intake.file.letters is 'Of each sheet that was read, from which of its columns each field was read: with the row of an origin it names the cell';
grant update (month_named, heading_first, heading_last, letters) on intake.file to an_sinh_app;

alter table intake.mapping add column heading_rows smallint check (heading_rows between 1 and 3);
comment on column intake.mapping.heading_rows is 'Of how many rows the headings are, where an officer said that these are the headings';
