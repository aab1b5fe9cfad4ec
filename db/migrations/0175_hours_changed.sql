-- A text that waits for its hour may be shown at another, or at once, without being taken back and approved again
alter table publishing.act drop constraint act_kind_check;
alter table publishing.act add constraint act_kind_check check (kind in ('created', 'submitted', 'takenBack', 'refused',
  'approved', 'rescheduled', 'published', 'correctionBegun', 'withdrawn', 'restored', 'addressChanged'));
