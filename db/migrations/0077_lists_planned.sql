-- A list of a hundred thousand rows is asked for by household and number while it is written: the planner must have
-- looked at it first.
grant maintain on intake.row, intake.effect to an_sinh_app;
