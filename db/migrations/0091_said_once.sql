-- Belonging to a household is asked once of every row that is added: a membership lies within the life of its household
-- (key with PERIOD), and a life refers to its household. The plain keys beside said the same again, a row at a time.
alter table registry.membership drop constraint membership_household_id_fkey;
alter table registry.household_fact drop constraint household_fact_household_id_fkey;
