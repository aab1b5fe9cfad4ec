import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { peopleSettings } from '#linkage'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { findModel, findModelInUse, putToUse, versionOf } from './models.ts'
import { shippedModel } from './shipped-model.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
const model = shippedModel(peopleSettings)

describe('a model', () => {
  it('is kept by name, and one at a time is in use; the one before stays readable', () =>
    withActor(database, machine, async (transaction) => {
      const first = await putToUse(transaction, model)
      const second = await putToUse(transaction, { ...model, trainedAt: '2026-12-01T00:00:00.000Z' })
      expect(first).toBe(versionOf(model))
      expect(await findModelInUse(transaction)).toMatchObject({ version: second, isInUse: true })
      expect(await findModel(transaction, first)).toMatchObject({ isInUse: false, model })
      expect(await putToUse(transaction, model)).toBe(first)
      expect(await findModelInUse(transaction)).toMatchObject({ version: first })
    }))

  it('trained for other comparisons is not in use for these', () =>
    withActor(database, machine, async (transaction) => {
      await putToUse(transaction, model)
      const other = { ...peopleSettings, smoothing: peopleSettings.smoothing * 2 }
      expect(await findModelInUse(transaction, other)).toBeUndefined()
    }))

  it('that only stopped is not put to use, by the service or by the database', async () => {
    const stopped = { ...model, converged: false, trainedAt: '2026-12-02T00:00:00.000Z' }
    await expect(
      withActor(database, machine, (transaction) => putToUse(transaction, stopped)),
    ).rejects.toThrow('chưa hội tụ')
    const write = withActor(database, machine, (transaction) =>
      sql`insert into deduplication.model (version, model, converged, settings_digest, people, in_use)
        values ('x', '{}', false, '', 0, true)`.execute(transaction),
    )
    await expect(write).rejects.toThrow('violates check constraint')
  })
})
