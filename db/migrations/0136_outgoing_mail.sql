-- Letters to people leave by an outbox: they are written in the transaction of what they tell of, and sent by a job.
create table platform.outgoing_mail (
  id bigint generated always as identity primary key,
  recipient text not null check (recipient ~ '^[^[:space:]@<>,;"]+@[^[:space:]@<>,;"]+$' and char_length(recipient) <= 100),
  subject text not null check (subject <> '' and subject !~ '[[:cntrl:]]' and char_length(subject) <= 200),
  text text not null check (char_length(text) between 1 and 10000),
  about_kind text not null,
  about_id text not null,
  idempotency_key text not null unique,
  written_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'givenUp')),
  tries integer not null default 0 check (tries >= 0),
  next_try_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  reason_vi text,
  reason_en text,
  check ((state = 'sent') = (sent_at is not null))
);
comment on table platform.outgoing_mail is 'Letters that wait to be sent, were sent, or could not be, with the reason in plain words';
create index on platform.outgoing_mail (next_try_at) where state in ('waiting', 'failed');
alter table platform.outgoing_mail enable row level security;
alter table platform.outgoing_mail force row level security;
create policy machine on platform.outgoing_mail using (platform.actor() like 'system:%');
create policy officers_write on platform.outgoing_mail for insert with check (platform.may_change() and state = 'waiting');
grant select, insert, update on platform.outgoing_mail to an_sinh_app;
