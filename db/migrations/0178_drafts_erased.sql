-- A draft that turns out to be classified must not stay, neither its words nor what was typed beside them: this system is
-- not for state secrets. Only what has handed out nothing is erased, and the log tells who did it and why.
create policy erased_with_its_directive on directives.act
  using (current_user <> 'an_sinh_app' and directives.is_clerk());

create function directives.erase_draft(erased bigint, because text) returns text language plpgsql security definer
  set search_path = '' as $$
declare source text; own bigint[];
begin
  if not coalesce(directives.is_clerk(), false) then
    raise exception 'Clerks of the province erase drafts' using errcode = 'insufficient_privilege';
  end if;
  select source_sha256 into source from directives.directive where id = erased and state = 'draft' for update;
  if not found then
    raise exception 'The directive % is no draft', erased using errcode = 'check_violation';
  end if;
  own := array(select id from directives.draft where directive_id = erased);
  delete from directives.act where (body ->> 'directiveId')::bigint = erased
    or kind = 'keepDraft' and (outcome ->> 'id')::bigint = erased
    or (body #>> '{draft,id}')::bigint = any (own)
    or exists (select from jsonb_path_query(body, '$.drafts[*].id') as each where (each #>> '{}')::bigint = any (own));
  delete from directives.event where directive_id = erased;
  delete from directives.draft where directive_id = erased;
  delete from directives.directive where id = erased;
  insert into platform.audit (action, subject_kind, subject_id, details)
    values ('eraseDraft', 'directive', erased::text, jsonb_build_object('because', because));
  -- A content is kept once, whoever brought it: it stays while anything else names it.
  if exists (select from directives.directive where source_sha256 = source)
    or exists (select from directives.evidence where sha256 = source)
    or exists (select from archive.scan where sha256 = source)
    or exists (select from publishing.attachment where sha256 = source)
  then
    return null;
  end if;
  return source;
end $$;
comment on function directives.erase_draft(bigint, text) is 'Erases a directive that handed out nothing, with its drafts, history and what was sent; returns the content of its file when nothing else names it';
revoke all on function directives.erase_draft(bigint, text) from public;
grant execute on function directives.erase_draft(bigint, text) to an_sinh_app;
