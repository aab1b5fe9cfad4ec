-- Until a person has looked at a message it may be a denunciation or about a child, whatever its words say: who shares
-- messages out reads it, and nobody beside them. The sender may say themselves what it is.
alter table feedback.message add column said_path text check (said_path in ('denunciation', 'child'));
comment on column feedback.message.said_path is 'What its sender said it is, where they chose a reserved path';

create function feedback.is_unread(state text, kind text) returns boolean language sql immutable parallel safe
  return state = 'received' and kind is null;
comment on function feedback.is_unread(text, text) is 'Whether nobody has said yet what a message is';

create function feedback.shares_out() returns boolean language sql stable parallel safe
  return current_setting('app.scope', true) = 'province' and platform.may_change()
    and coalesce(platform.agency(), 'provinceOffice') = 'provinceOffice';
comment on function feedback.shares_out() is 'Whether the actor shares new messages out: the province''s office, and nobody who only reads';

alter policy handlers_read on feedback.message using (platform.actor() like 'system:%'
  or platform.actor() like 'officer:%' and (
    path = 'open' and (feedback.sees_held(agency, unit_uid) or raised_agency = platform.agency())
      and (not feedback.is_unread(state, kind) or feedback.shares_out())
    or path <> 'open' and current_setting('app.scope', true) = 'province' and feedback.sees_path(path)));

-- What everybody is told of an authority counts what somebody has read; of the rest none but its number is counted.
alter policy portal_counts on feedback.message using (current_user <> 'an_sinh_app' and path = 'open'
  and current_setting('feedback.sums', true) = case when feedback.is_unread(state, kind) then 'unread' else 'yes' end);

create function feedback.count_unread(on_day date) returns table (waiting bigint, late bigint) language plpgsql
  security definer set search_path = '' as $$
begin
  if platform.actor() like 'officer:%' and current_setting('app.scope', true) = 'province' then
    perform set_config('feedback.sums', 'unread', true);
    return query select count(*), count(*) filter (where due_on < on_day)
      from feedback.message where path = 'open' and feedback.is_unread(state, kind);
    perform set_config('feedback.sums', '', true);
  end if;
end $$;
comment on function feedback.count_unread(date) is 'How many messages nobody has read yet, and of how many the clock ran out: for officers of the province, who are told nothing else of them';
revoke all on function feedback.count_unread from public;
grant execute on function feedback.count_unread to an_sinh_app;
