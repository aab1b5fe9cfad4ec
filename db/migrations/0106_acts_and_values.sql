-- Which act wrote a value, and whom and which households an act touched, are read from what stands written: the moment
-- at which its transaction began is the moment at which its values were recorded. Nearness of clocks decides nothing.
alter table registry.act add column began_at timestamptz default now();
comment on column registry.act.began_at is 'When its transaction began: the recorded_at of the values it wrote; null for acts done before this was kept';

alter table registry.change_request add column carried_out_at timestamptz;
comment on column registry.change_request.carried_out_at is 'When the transaction that carried it out began: the recorded_at of the values it wrote';
grant update (carried_out_at) on registry.change_request to an_sinh_app;

create index act_persons on registry.act using gin ((outcome -> 'personIds') jsonb_path_ops);
create index act_households on registry.act using gin ((outcome -> 'householdIds') jsonb_path_ops);
create index on registry.act (household_id);
create index change_request_persons on registry.change_request using gin ((outcome -> 'personIds') jsonb_path_ops);
create index change_request_households on registry.change_request using gin ((outcome -> 'householdIds') jsonb_path_ops);
create index on registry.change_request (household_id);

-- A household that was founded on a day and left on the same day never was one; its life is kept in the table beside.
grant delete on registry.household_life to an_sinh_app;
