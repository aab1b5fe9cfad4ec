-- Who lived in a unit on a day is asked of residences, by the unit.
create index on registry.residence (unit_uid);
