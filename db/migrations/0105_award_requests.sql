-- What a decision on paper gives becomes an award only when one officer proposes it and another approves it: money is
-- decided by two, as with every act that touches it.
create table awards.award_request (
  id bigint generated always as identity primary key,
  person_id bigint not null references registry.person (id),
  benefit text not null,
  category text not null,
  coefficient_tenths integer check (coefficient_tenths > 0),
  amount_dong bigint not null check (amount_dong > 0),
  from_month date not null check (extract(day from from_month) = 1),
  to_month date check (to_month >= from_month and extract(day from to_month) = 1),
  decision_number text,
  signed_on date,
  payee text,
  origin text not null,
  base jsonb not null,
  proposed_by text not null default platform.actor(),
  proposed_at timestamptz not null default clock_timestamp(),
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  decided_by text,
  decided_at timestamptz,
  decided_because text,
  check ((state = 'proposed') = (decided_by is null) and (state = 'proposed') = (decided_at is null)),
  check (state <> 'approved' or decided_by <> proposed_by),
  check (state <> 'withdrawn' or decided_by = proposed_by)
);
comment on table awards.award_request is 'An award that one officer proposes from a paper and another decides; decided once and for good';
comment on column awards.award_request.base is 'What the person was recorded as receiving of the benefit when it was proposed';
create unique index on awards.award_request (origin) where state in ('proposed', 'approved');
create index on awards.award_request (person_id);
grant select, insert (person_id, benefit, category, coefficient_tenths, amount_dong, from_month, to_month, decision_number,
  signed_on, payee, origin, base) on awards.award_request to an_sinh_app;
grant update (state, decided_because) on awards.award_request to an_sinh_app;

create function awards.guard_request() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' or new.state = 'proposed' then
    raise exception 'the request % has been decided', old.id using errcode = 'check_violation';
  end if;
  new.decided_by := platform.actor();
  new.decided_at := clock_timestamp();
  return new;
end $$;
create trigger guard_request before update on awards.award_request
  for each row execute function awards.guard_request();

-- An award out of a paper stands only on a request that two officers agreed upon.
create function awards.guard_paper() returns trigger language plpgsql as $$
begin
  if not exists (select from awards.award_request as asked where asked.state = 'approved'
      and asked.origin = new.origin and asked.person_id = new.person_id and asked.benefit = new.benefit
      and asked.category = new.category and asked.amount_dong = new.amount_dong) then
    raise exception 'an award of % was not approved by a second officer', new.origin using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger second_officer_only before insert on awards.award
  for each row when (new.origin like 'scan:%') execute function awards.guard_paper();

alter table awards.award_request enable row level security;
alter table awards.award_request force row level security;
create policy own_person on awards.award_request using ((platform.sees_unit(null)
    or exists (select from registry.person where person.id = award_request.person_id))
  and (category not in ('K3', 'K8') or platform.sees_area('socialAssistance')));
create policy own_name on awards.award_request as restrictive for insert with check (proposed_by = platform.actor());
create policy changers_add on awards.award_request as restrictive for insert with check (platform.may_change());
create policy changers_change on awards.award_request as restrictive for update using (true)
  with check (platform.may_change());
create policy changers_remove on awards.award_request as restrictive for delete using (platform.may_change());
