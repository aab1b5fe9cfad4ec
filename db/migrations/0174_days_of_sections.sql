-- Readers are told when each section of the portal was last read through, and pages kept in memory learn of it
create policy known on publishing.section_check for select using (true);

create constraint trigger next_edition after insert on publishing.section_check
  deferrable initially deferred for each row execute function publishing.next_edition();
