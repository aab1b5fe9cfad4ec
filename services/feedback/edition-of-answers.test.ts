import { beforeAll, expect, it } from 'vitest'
import { now } from '#platform/clock'
import { withActor } from '#platform/database'
import { readEdition } from '#publishing'
import { plantAnswer } from '#test/answered-feedback'
import { freshDatabase } from '#test/database'
import { plantUnits } from '#test/feedback-rows'
import { withdrawConsent } from './sender.ts'

const database = await freshDatabase()

beforeAll(() => plantUnits(database))

it('an answer that comes to the portal or leaves it makes a new edition; one that nobody reads makes none', async () => {
  const told = { title: 'Trợ cấp chi chậm', content: 'Xin hỏi cơ quan về việc này ạ.', mayPublish: true }
  const answer = { ...told, answer: 'Từ tháng 12, phường chi trước ngày 10.', now: now() }
  const before = await readEdition(database.query)
  await plantAnswer(database, answer)
  expect(await readEdition(database.query)).toBe(before)
  const { receipt } = await plantAnswer(database, { ...answer, isPublished: true })
  const published = await readEdition(database.query)
  expect(published).toBeGreaterThan(before)
  await withActor(database, { kind: 'citizen' }, (transaction) =>
    withdrawConsent(transaction, { receiptCode: receipt, now: now() }),
  )
  expect(await readEdition(database.query)).toBeGreaterThan(published)
})
