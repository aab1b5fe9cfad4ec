import type pg from 'pg'

/** A key, a reference or an index, and the statement that makes it again. */
interface Taken {
  drop: string
  add: string
  kind: 'reference' | 'key' | 'index'
}

/**
 * Does `work` while the tables have no keys, references or indexes, and makes them again: sorted once is far cheaper
 * than kept in order row by row. References come back not validated: the rows are our own. Row-level security does not
 * bind the owner meanwhile, so that COPY may write.
 */
export async function withoutKeys(
  owner: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const taken = await readTaken(owner, tables)
  for (const kind of ['reference', 'key', 'index'] as const)
    for (const { drop } of taken.filter((each) => each.kind === kind)) await owner.query(drop)
  for (const table of tables) await owner.query(`alter table ${table} no force row level security`)
  await work()
  await owner.query("set maintenance_work_mem = '512MB'")
  for (const kind of ['key', 'index', 'reference'] as const)
    for (const { add } of taken.filter((each) => each.kind === kind)) await owner.query(add)
  for (const table of tables) await owner.query(`alter table ${table} force row level security`)
}

async function readTaken(owner: pg.Client, tables: readonly string[]): Promise<Taken[]> {
  const constraints = await owner.query<{ of: string; name: string; definition: string; kind: string }>(
    `select conrelid::regclass::text as of, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition,
      contype as kind from pg_constraint
    where (contype in ('p', 'u', 'x') and conrelid = any($1::regclass[]))
      or (contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[])))`,
    [tables],
  )
  const indexes = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid
      and contype in ('p', 'u', 'x'))`,
    [tables],
  )
  return [
    ...constraints.rows.map(({ of, name, definition, kind }): Taken => {
      const reference = kind === 'f'
      return {
        drop: `alter table ${of} drop constraint ${name}`,
        add: `alter table ${of} add constraint ${name} ${definition}${reference ? ' not valid' : ''}`,
        kind: reference ? 'reference' : 'key',
      }
    }),
    ...indexes.rows.map(
      ({ name, definition }): Taken => ({ drop: `drop index ${name}`, add: definition, kind: 'index' }),
    ),
  ]
}
