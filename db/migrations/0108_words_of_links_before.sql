-- What was said of two records when they were linked is for those who see both, also after one of them went from the
-- register: beside the record that stands only that it was linked is read.
revoke select on registry.link_before from an_sinh_app;
grant select (ctid, id, record_a, record_b, speaks, linked_by, linked_at, unlinked_by, unlinked_at, superseded_at)
  on registry.link_before to an_sinh_app;
