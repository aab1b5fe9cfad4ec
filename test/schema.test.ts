import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from './database.ts'
import { describeSchema } from './schema.ts'

const database = await freshDatabase()

/** No row of these belongs to a person: the machine's own work, hashes, proofs asked of visitors, public words. */
const open = [
  'feedback.address_key',
  'feedback.attempt',
  'feedback.challenge',
  'platform.audit_seal',
  'platform.job',
  'platform.migration',
  'platform.milestone',
  'publishing.edition',
  'publishing.searchable',
]

describe('the tables', () => {
  it('are all under row-level security, but for those named here', async () => {
    const { rows } = await sql<{ name: string }>`select c.oid::regclass::text as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relrowsecurity and n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'queue', 'public') order by 1`.execute(
      asOwner(database).query,
    )
    expect(rows.map(({ name }) => name)).toEqual(open)
  })

  it('are as db/schema.sql shows them; "npx vitest run test/schema -u" after a new migration', async () => {
    const text = await describeSchema(asOwner(database).query)
    expect(text).toContain('create table platform.audit (')
    await expect(text).toMatchFileSnapshot('../db/schema.sql')
  })
})
