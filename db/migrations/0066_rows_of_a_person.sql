-- The temporal keys find what holds on a day; all rows of some thousand people are found many times faster by a plain
-- index on the person, which costs little beside those keys when rows are added.
create index on registry.residence (person_id);
create index on registry.membership (person_id);
create index on registry.fact (person_id);
create index on awards.award (person_id);
