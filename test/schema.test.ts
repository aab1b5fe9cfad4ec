import { describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from './database.ts'
import { describeSchema } from './schema.ts'

const database = await freshDatabase()

describe('the tables', () => {
  it('are as db/schema.sql shows them; "npx vitest run test/schema -u" after a new migration', async () => {
    const text = await describeSchema(asOwner(database).query)
    expect(text).toContain('create table platform.audit (')
    await expect(text).toMatchFileSnapshot('../db/schema.sql')
  })
})
