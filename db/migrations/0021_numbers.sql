-- Whoever loads many people at once takes their numbers first, so that everything said of them can be written beside,
-- and lets the planner look at what was written before it is asked for.
grant usage on all sequences in schema registry to an_sinh_app;
grant maintain on all tables in schema registry, awards, findings to an_sinh_app;
