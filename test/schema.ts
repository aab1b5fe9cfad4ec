import { type Kysely, sql } from 'kysely'

interface TableRow {
  name: string
  comment: string | null
  rowSecurity: boolean
  columns: string[]
  constraints: string[]
  indexes: string[]
  policies: string[]
  grants: string[]
}

/**
 * The tables as they stand after all migrations, in the words of SQL, for people to read: columns, keys, indexes,
 * policies and what the application may do. The queue's own tables belong to its library and are left out.
 */
export async function describeSchema(query: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<TableRow>`${tables}`.execute(query)
  const { rows: functions } = await sql<{ text: string }>`select pg_get_functiondef(p.oid) as text
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ${schemas} and not exists (
      select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by n.nspname, p.proname`.execute(query)
  const head = '-- The tables after all migrations: made by test/schema.test.ts, never edited.'
  return `${[head, ...rows.map(describeTable), ...functions.map(({ text }) => `${text.trim()};`)].join('\n\n')}\n`
}

const schemas = sql`(select nspname from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('information_schema', 'queue', 'public'))`

const tables = sql`select c.oid::regclass::text as name, obj_description(c.oid) as comment,
  c.relrowsecurity as "rowSecurity",
  array(select format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attidentity <> '' then ' generated always as identity' else '' end,
      case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
        when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
      case when a.attnotnull then ' not null' else '' end)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
  array(select pg_get_constraintdef(k.oid) from pg_constraint k
    where k.conrelid = c.oid and k.contype <> 'n' order by k.contype, k.conname) as constraints,
  array(select pg_get_indexdef(i.indexrelid) from pg_index i
    where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    order by 1) as indexes,
  array(select format('create policy %I%s for %s%s%s', p.policyname,
      case p.permissive when 'RESTRICTIVE' then ' as restrictive' else '' end, lower(p.cmd),
      coalesce(' using ' || p.qual, ''), coalesce(' with check ' || p.with_check, ''))
    from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname order by 1) as policies,
  array(select lower(g.privilege_type) from information_schema.role_table_grants g
    where g.table_schema = n.nspname and g.table_name = c.relname and g.grantee = 'an_sinh_app'
    order by 1) as grants
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname in ${schemas} order by 1`

function describeTable(table: TableRow): string {
  const inside = [...table.columns, ...table.constraints].map((line) => `  ${line}`).join(',\n')
  return [
    ...(table.comment ? [`-- ${table.comment}`] : []),
    `create table ${table.name} (\n${inside}\n);`,
    ...table.indexes.map((line) => `${line};`),
    ...(table.rowSecurity ? [`alter table ${table.name} enable row level security;`] : []),
    ...table.policies.map((line) => `${line};`),
    `grant ${table.grants.join(', ') || 'nothing'} to an_sinh_app;`,
  ].join('\n')
}
