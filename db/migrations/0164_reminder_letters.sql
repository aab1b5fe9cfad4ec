-- What an agency is reminded of goes to its officers by letter too: one a day to each who gave an address and wants it.
create table directives.letter_choice (
  officer_id text primary key references platform.officer (user_id) on delete cascade,
  address text not null check (address ~ '^[^[:space:]@<>,;"]+@[^[:space:]@<>,;"]+$' and char_length(address) <= 100),
  lang text not null check (lang in ('vi', 'en')),
  is_wanted boolean not null,
  told_up_to bigint not null,
  letter_on date,
  changed_at timestamptz not null
);
comment on table directives.letter_choice is 'Where an officer wants reminders by letter, in which language, and whether: their own choice, leaders'' too';
comment on column directives.letter_choice.told_up_to is 'The last reminder there was when a letter went, or when the officer chose: later ones go into the next letter';
grant select, insert on directives.letter_choice to an_sinh_app;
grant update (address, lang, is_wanted, told_up_to, letter_on, changed_at) on directives.letter_choice to an_sinh_app;
alter table directives.letter_choice enable row level security;
alter table directives.letter_choice force row level security;
create policy own_choice on directives.letter_choice using (directives.is_machine()
  or platform.actor() = 'officer:' || officer_id);
