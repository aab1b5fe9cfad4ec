-- The portal keeps in memory what it read of its texts, and asks with each page whether one of them changed since.
create table publishing.edition (
  is_the_one boolean primary key default true check (is_the_one),
  number bigint not null default 0
);
comment on table publishing.edition is 'One row: a number that grows in the very transaction that changes what readers see';
insert into publishing.edition default values;
grant select on publishing.edition to an_sinh_app;

create function publishing.next_edition() returns trigger language plpgsql security definer
  set search_path = '' as $$
begin
  update publishing.edition set number = number + 1;
  return null;
end $$;

-- At the end of the transaction: the row is locked last and for a moment, so that nobody waits for it in a circle.
create constraint trigger next_edition after insert or update or delete on publishing.article
  deferrable initially deferred for each row execute function publishing.next_edition();
create constraint trigger next_edition after insert or update or delete on publishing.correction
  deferrable initially deferred for each row execute function publishing.next_edition();
create constraint trigger next_edition after insert or update or delete on publishing.withdrawal
  deferrable initially deferred for each row execute function publishing.next_edition();
create constraint trigger next_edition after insert or update or delete on publishing.attachment
  deferrable initially deferred for each row execute function publishing.next_edition();
