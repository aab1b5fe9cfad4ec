-- The people of a commune as they were known on a day are read by where they had lived then, corrected since or not.
create index on registry.residence_before (unit_uid);
