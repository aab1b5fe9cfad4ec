-- What is paid may move from one commune to another, and what was recorded as paid on any day can be asked again:
-- an award that was ended or withdrawn keeps its former months.
alter table awards.award add column paid_by text references registry.unit (uid);
comment on column awards.award.paid_by is 'The unit that pays, when it is not simply where the person lives: set when somebody moves';

create table awards.award_before (
  award_id bigint not null,
  person_id bigint not null,
  benefit text not null,
  category text not null,
  coefficient_tenths integer,
  amount_dong bigint not null,
  valid daterange not null,
  decision_number text,
  signed_on date,
  payee text,
  paid_by text,
  origin text not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null default now()
);
comment on table awards.award_before is 'Awards as they were recorded before they were ended or withdrawn; written by the database itself';
create index on awards.award_before (person_id);
create index on awards.award_before (award_id);
grant select on awards.award_before to an_sinh_app;

create function awards.keep_award() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into awards.award_before (award_id, person_id, benefit, category, coefficient_tenths, amount_dong, valid,
    decision_number, signed_on, payee, paid_by, origin, recorded_at)
  values (old.id, old.person_id, old.benefit, old.category, old.coefficient_tenths, old.amount_dong, old.valid,
    old.decision_number, old.signed_on, old.payee, old.paid_by, old.origin, old.recorded_at);
  return coalesce(new, old);
end $$;
create trigger keep_award before update or delete on awards.award
  for each row execute function awards.keep_award();
grant delete on awards.award to an_sinh_app;

alter table awards.award_before enable row level security;
alter table awards.award_before force row level security;
create policy own_person on awards.award_before using (platform.sees_unit(null)
  or exists (select from registry.person where person.id = award_before.person_id));
create policy changers_add on awards.award_before as restrictive for insert with check (platform.may_change());
create policy changers_change on awards.award_before as restrictive for update using (true)
  with check (platform.may_change());
create policy changers_remove on awards.award_before as restrictive for delete using (platform.may_change());
