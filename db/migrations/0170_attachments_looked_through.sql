-- A file for readers is looked through before it is kept: what it still holds beside its words is told to who decides.
alter table publishing.attachment
  add remarks text[] check (cardinality(remarks) <= 20),
  add names text[] not null default '{}',
  add is_cleaned boolean not null default false;
comment on table publishing.attachment is 'Files that readers may save, without the names that programs wrote into them';
comment on column publishing.attachment.remarks is 'What it still holds: comments, changes, hidden sheets; null for a file nobody looked through';
comment on column publishing.attachment.names is 'Whom a PDF names as its author, which is not taken out';
comment on column publishing.attachment.is_cleaned is 'Names of people and programs were taken out when it was sent';
grant insert (remarks, names, is_cleaned) on publishing.attachment to an_sinh_app;
