-- Officers who only read, and those of a commune, are told too that a text of theirs was withdrawn.
create policy officers_read on publishing.article for select using (platform.sees_unit(unit_uid));
