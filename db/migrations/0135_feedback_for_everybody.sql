-- What the portal shows of feedback beside the answers: words are found without their tones, authorities are compared by
-- sums that tell nobody, and who agreed to be published may take that back.
alter table feedback.published add column folded text not null default '';
comment on column feedback.published.folded is 'The copy without tones or case, in which words are searched';

alter table feedback.act drop constraint act_act_check;
alter table feedback.act add constraint act_act_check check (act in ('receive', 'classify', 'send', 'take', 'answer',
  'returnAnswer', 'approve', 'close', 'restrict', 'release', 'join', 'unjoin', 'escalate', 'reopen', 'rate', 'publish',
  'unpublish', 'withdrawConsent'));
alter policy senders_act on feedback.act with check (platform.actor() = 'citizen' and done_by = 'citizen'
  and act in ('receive', 'reopen', 'rate', 'withdrawConsent') and exists (select from feedback.message where id = message_id));
alter policy handlers_act on feedback.act with check (platform.may_change() and done_by = platform.actor()
  and act not in ('receive', 'reopen', 'rate', 'withdrawConsent') and exists (select from feedback.message where id = message_id));

create or replace function feedback.carry_out() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  d jsonb := new.details;
  before feedback.message;
begin
  select * into before from feedback.message where id = new.message_id for update;
  update feedback.message set
    state = coalesce(d->>'state', state),
    kind = coalesce(d->>'kind', kind),
    area = case when d ? 'area' then d->>'area' else area end,
    place_uid = case when d ? 'placeUid' then d->>'placeUid' else place_uid end,
    agency = coalesce(d->>'agency', agency),
    unit_uid = case when d ? 'agency' then d->>'unitUid' else unit_uid end,
    due_on = case when d ? 'dueOn' then (d->>'dueOn')::date else due_on end,
    answer_due_on = case when d ? 'answerDueOn' then (d->>'answerDueOn')::date else answer_due_on end,
    sent_on = case when d ? 'sentOn' then (d->>'sentOn')::date else sent_on end,
    accepted_on = case when d ? 'acceptedOn' then (d->>'acceptedOn')::date else accepted_on end,
    answered_on = case when d ? 'answeredOn' then (d->>'answeredOn')::date else answered_on end,
    answer = case when new.act = 'answer' then d->>'text' else answer end,
    answered_by = case when new.act = 'answer' then new.done_by else answered_by end,
    approved_by = case new.act when 'approve' then new.done_by when 'answer' then null when 'reopen' then null else approved_by end,
    closed_because = case when new.act = 'close' then d->>'because' when new.act = 'reopen' then null else closed_because end,
    path = coalesce(d->>'path', path),
    may_publish = may_publish and new.act <> 'withdrawConsent',
    leading_id = case new.act when 'join' then (d->>'leadingId')::uuid when 'unjoin' then null when 'restrict' then null else leading_id end,
    raised_agency = case when new.act = 'escalate' then d->>'raisedAgency' when d ? 'agency' then null else raised_agency end,
    escalated_for = case when new.act = 'escalate' then (d->>'forDue')::date else escalated_for end,
    begun_on = case when new.act = 'reopen' then (d->>'begunOn')::date else begun_on end,
    reopened_times = reopened_times + (new.act = 'reopen')::int,
    earlier_agency = case when new.act = 'reopen' then before.agency else earlier_agency end,
    earlier_unit_uid = case when new.act = 'reopen' then before.unit_uid else earlier_unit_uid end
  where id = new.message_id;
  if new.act = 'receive' then
    insert into feedback.holding (message_id, agency, unit_uid, held)
      values (new.message_id, before.agency, before.unit_uid, tstzrange(new.at, null));
  elsif d ? 'agency' and (d->>'agency', d->>'unitUid') is distinct from (before.agency, before.unit_uid) then
    update feedback.holding set held = tstzrange(lower(held), new.at)
      where message_id = new.message_id and upper_inf(held) and lower(held) < new.at;
    delete from feedback.holding where message_id = new.message_id and upper_inf(held);
    insert into feedback.holding (message_id, agency, unit_uid, held)
      values (new.message_id, d->>'agency', d->>'unitUid', tstzrange(new.at, null));
  end if;
  if new.act in ('restrict', 'withdrawConsent') then
    update feedback.published set state = 'withdrawn', withdrawn_at = new.at, withdrawn_because =
        case new.act when 'restrict' then 'Nội dung không được công khai' else 'Người gửi không còn đồng ý công khai' end
      where message_id = new.message_id and state in ('proposed', 'published');
  end if;
  if new.act = 'restrict' then
    update feedback.message set leading_id = null where leading_id = new.message_id;
  end if;
  return null;
end $$;

drop function feedback.public_answers();
create function feedback.public_answers() returns table (id bigint, title text, content text, answer text, area text,
    agency text, unit_uid text, received_on date, answered_on date, published_at timestamptz, withdrawn_at timestamptz,
    withdrawn_because text, folded text)
  language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('feedback.portal', 'yes', true);
  return query select p.id, case when p.state = 'published' then p.title end,
    case when p.state = 'published' then p.content end, case when p.state = 'published' then p.answer end, p.area,
    p.agency, p.unit_uid, p.received_on, p.answered_on, p.published_at, p.withdrawn_at, p.withdrawn_because,
    case when p.state = 'published' then p.folded end
  from feedback.published p where p.state in ('published', 'withdrawn') and p.decided_by is not null;
  perform set_config('feedback.portal', '', true);
end $$;
comment on function feedback.public_answers() is 'The published answers, and of those withdrawn the day and the reason';
revoke all on function feedback.public_answers from public;
grant execute on function feedback.public_answers to an_sinh_app;

create policy portal_counts on feedback.message for select using (current_setting('feedback.sums', true) = 'yes'
  and current_user <> 'an_sinh_app' and path = 'open');
create function feedback.public_figures(from_marks integer) returns table (agency text, unit_uid text, messages bigint,
    answered bigint, in_time bigint, mean numeric, marks bigint)
  language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('feedback.sums', 'yes', true);
  return query select m.agency, m.unit_uid, count(*), count(m.answered_on),
      count(*) filter (where m.answered_on <= m.answer_due_on),
      (select round(avg(r.mark), 2) from feedback.rating r where r.agency = m.agency
        and r.unit_uid is not distinct from m.unit_uid having count(*) >= from_marks),
      (select count(*) from feedback.rating r where r.agency = m.agency
        and r.unit_uid is not distinct from m.unit_uid having count(*) >= from_marks)
    from feedback.message m where m.path = 'open' group by m.agency, m.unit_uid;
  perform set_config('feedback.sums', '', true);
end $$;
comment on function feedback.public_figures(integer) is 'Messages of each authority and how it answers them, for everybody; reserved ones count nowhere';
revoke all on function feedback.public_figures from public;
grant execute on function feedback.public_figures to an_sinh_app;
