-- A list says of somebody that they live with HIV by the code of the ground as well as in words: K3 and K8.
select set_config('app.scope', 'province', true), set_config('app.areas', '*', true),
  set_config('app.changes', 'yes', true);
update intake.file set restricted = true where not restricted
  and exists (select from intake.row where row.file_id = file.id
    and (reading #>> '{award,category}' in ('K3', 'K8')
      or jsonb_path_exists(reading, '$.earlierAwards[*] ? (@.category == "K3" || @.category == "K8")')));
select set_config('app.scope', '', true), set_config('app.areas', '', true), set_config('app.changes', '', true);
