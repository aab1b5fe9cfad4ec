-- Whether somebody lives with HIV is for those who work on social assistance alone, in what is proposed as in what is
-- recorded.
alter policy own_unit on registry.act using ((platform.sees_unit(unit_uid)
  or other_unit_uid is not null and platform.sees_unit(other_unit_uid))
  and (body->'act'->>'key' is distinct from 'hiv' or platform.sees_area('socialAssistance')));

alter policy own_unit on registry.change_request using ((platform.sees_unit(unit_uid)
  or other_unit_uid is not null and platform.sees_unit(other_unit_uid))
  and (act->>'key' is distinct from 'hiv' or platform.sees_area('socialAssistance')));
