-- Officers work for an agency: directives are given to agencies, and some messages are for one of them alone.
alter table platform.officer add column agency text check (agency <> '');
comment on column platform.officer.agency is 'The agency the officer works for, by its code in law/authorities; null is none in particular';

create function platform.agency() returns text language sql stable parallel safe
  return nullif(current_setting('app.agency', true), '');
comment on function platform.agency() is 'The agency the actor works for; null for the machine and for citizens';

-- An account may hold every area and beside them some that "every area" does not include.
create or replace function platform.sees_area(area text) returns boolean language sql stable parallel safe
  return '*' = any (string_to_array(current_setting('app.areas', true), ','))
    or area = any (string_to_array(current_setting('app.areas', true), ','));

create function platform.sees_reserved_area(area text) returns boolean language sql stable parallel safe
  return area = any (string_to_array(current_setting('app.areas', true), ','));
comment on function platform.sees_reserved_area(text) is 'Whether the actor was given this area by name: "every area" does not include it';
