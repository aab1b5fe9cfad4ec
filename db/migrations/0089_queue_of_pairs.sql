-- The queue of pairs opens as fast with fifty thousand as with fifty: its order is one key that an index holds, counted
-- without looking at the pairs themselves. Money goes first only where the two are more likely one person than not.
alter table deduplication.pair
  add column comes_first boolean not null generated always as (both_paid and weight >= 0) stored;
comment on column deduplication.pair.comes_first is 'Paid on both, and at least as likely one person as two: before everything else in the queue';

drop index deduplication.pair_both_paid_weight_id_idx, deduplication.pair_unit_a_both_paid_weight_id_idx,
  deduplication.pair_unit_b_unit_a_idx;
create index pair_queue on deduplication.pair (state, comes_first, weight, id)
  include (both_paid, two_numbers, came_back, unit_a, unit_b, record_a, record_b);
create index pair_queue_of_unit on deduplication.pair (unit_a, unit_b, state, comes_first, weight, id)
  include (both_paid, two_numbers, came_back, record_a, record_b);
create index pair_other_unit on deduplication.pair (unit_b, state);

create table deduplication.tally (
  unit_uid text,
  state text not null,
  least smallint not null,
  both_paid boolean not null,
  two_numbers boolean not null,
  came_back boolean not null,
  pairs bigint not null,
  unique nulls not distinct (unit_uid, state, least, both_paid, two_numbers, came_back)
);
comment on table deduplication.tally is 'How many pairs there are of each kind, kept by every change of pairs: the queue says so without counting';
comment on column deduplication.tally.unit_uid is 'The commune of both records; null for pairs across communes';
comment on column deduplication.tally.least is 'The weight from which the band of likeness begins';
grant select, insert, update on deduplication.tally to an_sinh_app;
alter table deduplication.tally enable row level security;
alter table deduplication.tally force row level security;
create policy own_unit on deduplication.tally using (platform.sees_unit(unit_uid));
create policy changers_add on deduplication.tally as restrictive for insert with check (platform.may_change());
create policy changers_change on deduplication.tally as restrictive for update using (true)
  with check (platform.may_change());

create function deduplication.keep_tally() returns trigger language plpgsql as $$
declare
  changed text := case tg_op
    when 'INSERT' then 'select *, 1 as change from added'
    when 'DELETE' then 'select *, -1 as change from removed'
    else 'select *, 1 as change from added union all select *, -1 as change from removed' end;
begin
  execute format($tally$
    insert into deduplication.tally as kept (unit_uid, state, least, both_paid, two_numbers, came_back, pairs)
    select case when unit_a = unit_b then unit_a end,
      state, case when weight >= 10 then 10 when weight >= 3 then 3 else -100 end,
      both_paid, two_numbers, came_back, sum(change)
    from (%s) as changed group by 1, 2, 3, 4, 5, 6 having sum(change) <> 0
    on conflict (unit_uid, state, least, both_paid, two_numbers, came_back)
      do update set pairs = kept.pairs + excluded.pairs$tally$, changed);
  return null;
end $$;
create trigger keep_tally_added after insert on deduplication.pair
  referencing new table as added for each statement execute function deduplication.keep_tally();
create trigger keep_tally_changed after update on deduplication.pair
  referencing old table as removed new table as added for each statement execute function deduplication.keep_tally();
create trigger keep_tally_removed after delete on deduplication.pair
  referencing old table as removed for each statement execute function deduplication.keep_tally();

-- What stands already is counted once, without the eyes of anybody.
alter table deduplication.pair no force row level security;
alter table deduplication.tally no force row level security;
insert into deduplication.tally (unit_uid, state, least, both_paid, two_numbers, came_back, pairs)
  select case when unit_a = unit_b then unit_a end,
    state, case when weight >= 10 then 10 when weight >= 3 then 3 else -100 end,
    both_paid, two_numbers, came_back, count(*)
  from deduplication.pair group by 1, 2, 3, 4, 5, 6;
alter table deduplication.pair force row level security;
alter table deduplication.tally force row level security;
