-- Of a metric, unit and day one report stands: another one replaces it, also when two are sent at the same moment.
create unique index on indicators.reported (metric, unit_uid, reported_on) where replaces is null;
create unique index on indicators.target (metric, unit_uid, goal_on, document) where replaces is null;
